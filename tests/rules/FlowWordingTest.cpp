// What a reader is told, over small programs of several files.
#include "TestUnit.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cppwarden::tests {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;

std::vector<Finding>
findingsOf(std::vector<std::string> Rules,
           const std::vector<std::pair<std::string, std::string>> &Files) {
  TemporaryFolder Folder;
  std::vector<std::string> Sources;
  for (const auto &[Name, Code] : Files) {
    std::string Path = Folder.write(Name, Code);
    if (Name.ends_with(".cpp"))
      Sources.push_back(Path);
  }
  std::sort(Rules.begin(), Rules.end());
  auto Loaded = loadRules(Rules);
  if (!Loaded)
    return {};
  LintResult Result = lint(*Loaded, Folder.path().string(), Sources);
  for (const std::string &Error : Result.Errors)
    ADD_FAILURE() << Error;
  return Result.Findings;
}

const char *const Header =
    "#pragma once\n#include <string>\nint run(const std::string &command);\n";
const char *const Wrapper = "#include \"run.h\"\n#include <cstdlib>\n"
                            "int run(const std::string &command) {\n"
                            "  return std::system(command.c_str());\n}\n";

TEST(FlowWording, TellsTheWayThroughAWrapperInAnotherFile) {
  auto Findings = findingsOf(
      {"command-injection"},
      {{"run.h", Header},
       {"run.cpp", Wrapper},
       {"main.cpp", "#include \"run.h\"\n#include <iostream>\n"
                    "int main() {\n  std::string s;\n  std::cin >> s;\n"
                    "  return run(\"ls \" + s);\n}\n"}});
  ASSERT_EQ(Findings.size(), 1u);
  const Finding &F = Findings[0];
  EXPECT_EQ(F.Range.File, "main.cpp");
  EXPECT_EQ(F.Range.Line, 6u);
  EXPECT_EQ(F.EnclosingFunction, "main");
  EXPECT_THAT(F.Message,
              AllOf(HasSubstr("standard input"), HasSubstr("`system`")));
  EXPECT_THAT(F.Hint, HasSubstr("posix_spawn"));
  ASSERT_GE(F.Flow.size(), 3u) << describe(F);
  EXPECT_EQ(F.Flow.front().Kind, FlowStepKind::Origin);
  EXPECT_EQ(F.Flow.front().Range.Line, 5u);
  EXPECT_EQ(F.Flow.back().Kind, FlowStepKind::Sink);
  EXPECT_EQ(F.Flow.back().Range.File, "run.cpp");
  EXPECT_THAT(F.Flow,
              Contains(Field(&FlowStep::Message,
                             HasSubstr("becomes part of a larger text"))));
  EXPECT_THAT(F.Flow, Contains(Field(&FlowStep::Message,
                                     HasSubstr("is passed to `run`"))));
}

TEST(FlowWording, LongPathsAreCutInTheMiddle) {
  std::string Code = "#include <cstdlib>\n#include <string>\n";
  Code += "static int f0(const std::string &s) { return "
          "std::system(s.c_str()); }\n";
  for (int I = 1; I != 30; ++I)
    Code += "static int f" + std::to_string(I) +
            "(const std::string &s) { return f" + std::to_string(I - 1) +
            "(\"x\" + s); }\n";
  Code += "int main() { const char *e = std::getenv(\"E\"); return e ? f29(e) "
          ": 0; }\n";
  auto Findings = findingsOf({"command-injection"}, {{"a.cpp", Code}});
  ASSERT_EQ(Findings.size(), 1u);
  EXPECT_EQ(Findings[0].Flow.size(), 12u);
  EXPECT_EQ(Findings[0].Flow.front().Kind, FlowStepKind::Origin);
  EXPECT_EQ(Findings[0].Flow.back().Kind, FlowStepKind::Sink);
}

TEST(FlowWording, SecretInLogIsReportedWhereItIsHandedOver) {
  auto Findings =
      findingsOf({"secret-in-log"},
                 {{"a.cpp", "#include <iostream>\n#include <string>\n"
                            "static void note(const std::string &text) {\n  "
                            "std::cerr << \"note: \" << text << '\\n';\n}\n"
                            "void login(const std::string &password) {\n  "
                            "note(\"with \" + password);\n}\n"}});
  ASSERT_EQ(Findings.size(), 1u);
  EXPECT_EQ(Findings[0].Range.Line, 7u);
  EXPECT_EQ(Findings[0].EnclosingFunction, "login");
  EXPECT_THAT(Findings[0].Message, HasSubstr("`password`"));
}

TEST(FlowWording, HardcodedCredentialCarriesWhatMustNotBeShown) {
  const char *Code =
      "#include <string>\nstruct Login { std::string password; };\n"
      "void fill(Login &l) { l.password = \"7uN-pelican!4\"; }\n";
  auto Findings = findingsOf({"hardcoded-credential"}, {{"src/a.cpp", Code}});
  ASSERT_EQ(Findings.size(), 1u);
  EXPECT_THAT(Findings[0].Secrets, ElementsAre("7uN-pelican!4"));
  EXPECT_EQ(Findings[0].Level, Severity::Error);
  EXPECT_THAT(Findings[0].Message, Not(HasSubstr("pelican")));
  for (const FlowStep &Step : Findings[0].Flow)
    EXPECT_THAT(Step.Message, Not(HasSubstr("pelican")));
  Findings = findingsOf({"hardcoded-credential"}, {{"tests/a.cpp", Code}});
  ASSERT_EQ(Findings.size(), 1u);
  EXPECT_EQ(Findings[0].Level, Severity::Note);
}

TEST(FlowWording, StrongerRuleSpeaksForTheWeakerOne) {
  const char *Code =
      "#include <cstdlib>\n#include <sqlite3.h>\n#include <string>\n"
      "int find(sqlite3 *db, const std::string &name) {\n"
      "  std::string sql = \"SELECT * FROM t WHERE n='\" + name + \"'\";\n"
      "  return sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);\n}\n";
  const char *Caller =
      "#include <cstdlib>\n#include <sqlite3.h>\n#include <string>\n"
      "int find(sqlite3 *db, const std::string &name);\n"
      "int g(sqlite3 *db) { const char *e = std::getenv(\"E\"); return "
      "find(db, e ? e : \"\"); }\n";
  auto Ids = [](const std::vector<Finding> &Findings) {
    std::vector<std::string> Result;
    for (const Finding &F : Findings)
      Result.push_back(F.RuleId);
    return Result;
  };
  EXPECT_THAT(
      Ids(findingsOf({"sql-injection", "sql-string-built"}, {{"a.cpp", Code}})),
      ElementsAre("sql-string-built"));
  EXPECT_THAT(Ids(findingsOf({"sql-injection", "sql-string-built"},
                             {{"a.cpp", Code}, {"b.cpp", Caller}})),
              ElementsAre("sql-injection"));
}

TEST(FlowWording, LinkDoesNotDependOnTheOrderOfUnits) {
  const std::pair<std::string, std::string> Main{
      "main.cpp", "#include \"run.h\"\n#include <cstdlib>\n"
                  "int main() { const char *e = std::getenv(\"E\"); return e ? "
                  "run(e) : 0; }\n"};
  auto One = findingsOf({"command-injection"},
                        {{"run.h", Header}, {"run.cpp", Wrapper}, Main});
  auto Other = findingsOf({"command-injection"},
                          {Main, {"run.h", Header}, {"run.cpp", Wrapper}});
  ASSERT_EQ(One.size(), 1u);
  EXPECT_EQ(One, Other);
}

} // namespace
} // namespace cppwarden::tests
