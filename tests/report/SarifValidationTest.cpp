// What we write is judged by the SARIF multitool, for the standard and for
// GitHub's demands. Needs npm; CI always has it, so there its absence is a
// failure.
#include "SampleReport.h"
#include "report/Suppressions.h"
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <sys/wait.h>

using namespace cppwarden;
using namespace cppwarden::report;
using namespace cppwarden::report::testing;

static int validate(const std::string &Files, const std::string &Log) {
  std::string Command = "sh '" CPPWARDEN_SOURCE_DIR
                        "/scripts/validate-sarif.sh' " +
                        Files + " > '" + Log + "' 2>&1";
  int Status = std::system(Command.c_str());
  return WIFEXITED(Status) ? WEXITSTATUS(Status) : -1;
}

static std::string contentsOf(const std::string &File) {
  std::ifstream In(File);
  return {std::istreambuf_iterator<char>(In), {}};
}

TEST(SarifValidation, MultitoolFindsNoError) {
  if (std::system("command -v npm > /dev/null 2>&1") != 0) {
    if (std::getenv("CI"))
      FAIL() << "npm is missing, and CI must validate SARIF";
    GTEST_SKIP() << "npm is missing; install it to validate SARIF";
  }
  std::filesystem::path Folder =
      std::filesystem::path(CPPWARDEN_BINARY_DIR) / "sarif-validation";
  std::filesystem::create_directories(Folder);
  std::string Files;
  auto Add = [&](const char *Name, Sample S) {
    std::filesystem::path File = Folder / Name;
    std::ofstream(File) << written("sarif", S);
    Files += "'" + File.string() + "' ";
  };
  Add("findings.sarif", sampleReport());
  Add("no-findings.sarif", emptyReport());

  Sample Everything = sampleReport();
  for (const RuleDescriptor &Rule : suppressionRules())
    Everything.Value.Rules.push_back(Rule);
  Everything.Value.Run.CommandLine = {"cppwarden", "check"};
  Everything.Value.Run.ExitCode = 3;
  Everything.Value.VersionControl = {"https://git.example.org/a.git", "0123abc",
                                     "main"};
  Finding Outside = Everything.Value.Findings[0].Value;
  Outside.Range.File = "/usr/include/a b.h";
  Everything.Value.Findings.push_back({Outside, std::nullopt});
  Everything.Value.Findings[0].Value.Fixes = {
      {"Use run()",
       "The result is another one",
       FixSafety::Unsafe,
       {{{"src/orders db.cpp", 5, 2, 5, 14}, "sqlite3_exec", "run"},
        {{"src/handler.cpp", 1, 1, 1, 1}, "", "#include <run.h>\n"}}}};
  Everything.Value.normalise();
  Add("everything.sarif", std::move(Everything));

  Sample Nothing = emptyReport();
  Nothing.Value = {};
  Add("nothing-analysed.sarif", std::move(Nothing));

  std::string Log = (Folder / "log.txt").string();
  EXPECT_EQ(validate(Files, Log), 0) << contentsOf(Log);

  // The check itself must be able to fail: on what the schema forbids, and on
  // what the multitool silently skips.
  std::string Text = contentsOf((Folder / "findings.sarif").string());
  for (auto [Old, New] :
       {std::pair("\"ruleIndex\": 0", "\"ruleIndex\": 77"),
        std::pair("\"level\": \"error\"", "\"level\": \"fatal\"")}) {
    std::string Broken = (Folder / "broken.sarif").string();
    std::string Changed = Text;
    std::size_t At = Changed.find(Old);
    ASSERT_NE(At, std::string::npos) << Old;
    std::ofstream(Broken) << Changed.replace(At, std::strlen(Old), New);
    EXPECT_EQ(validate("'" + Broken + "'", Log), 1) << contentsOf(Log);
  }
}
