// init, suppressions, analyze and link, and checks of an editor's text.
#include "TestProject.h"
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using namespace cppwarden::test;
using testing::HasSubstr;
using testing::Not;

TEST(Init, WritesAConfigurationThatHolds) {
  TestProject Project;
  RunResult R = Project.run({"init"});
  EXPECT_EQ(R.Status, 0) << R.Err;
  EXPECT_THAT(R.Out, HasSubstr(".cppwarden.yaml: written"));
  EXPECT_EQ(Project.run({"config", "verify"}).Status, 0);
  // What stands behind "# " as an example must hold, too.
  std::istringstream Lines(readFile(Project.root() / ".cppwarden.yaml"));
  std::string Examples;
  for (std::string Line; std::getline(Lines, Line);) {
    bool IsExample = Line.rfind("#   ", 0) == 0 ||
                     (Line.rfind("# ", 0) == 0 && Line.size() > 3 &&
                      std::islower(static_cast<unsigned char>(Line[2])) &&
                      Line.find(':') < Line.find(' ', 2));
    if (IsExample && Line.find("models:") == std::string::npos)
      Examples += Line.substr(2) + "\n";
  }
  EXPECT_THAT(Examples, HasSubstr("match: \"tests/**\""));
  EXPECT_THAT(Examples, HasSubstr("policy: {rsa-bits: 3072}"));
  Project.write("examples.yaml", Examples);
  R = Project.run({"config", "verify", "examples.yaml"});
  EXPECT_EQ(R.Status, 0) << R.Err << Examples;

  R = Project.run({"init"});
  EXPECT_EQ(R.Status, 2);
  EXPECT_THAT(R.Err, HasSubstr("exists; --force replaces it"));
  EXPECT_EQ(Project.run({"init", "--force"}).Status, 0);
}

TEST(Init, WritesFilesForCiOnRequestAndReplacesNone) {
  TestProject Project;
  RunResult R = Project.run({"init", "--github", "--gitlab", "--pre-commit"});
  EXPECT_EQ(R.Status, 0) << R.Err;
  for (const char *File :
       {".github/workflows/cppwarden.yml", ".gitlab/cppwarden.gitlab-ci.yml",
        ".pre-commit-config.yaml"})
    EXPECT_THAT(readFile(Project.root() / File), HasSubstr("cppwarden check"));
  Project.write(".pre-commit-config.yaml", "repos: []\n");
  R = Project.run({"init", "--pre-commit"});
  EXPECT_EQ(R.Status, 2);
  EXPECT_THAT(R.Err, HasSubstr("id: cppwarden")) << "so it can be pasted";
  EXPECT_EQ(readFile(Project.root() / ".pre-commit-config.yaml"),
            "repos: []\n");
}

TEST(Suppressions, AreListedWithAgeReasonAndExpiry) {
  TestProject Project;
  Project.addUnit(
      "src/a.cpp",
      "// cppwarden-ignore-file[weak-hash]: legacy format\n"
      "int a; // cppwarden-ignore[sql-injection] until=2020-01-31: soon\n"
      "int b; // NOLINT(cppwarden-weak-*)\n"
      "int c; // NOLINT(bugprone-x)\n");
  Project.writeDatabase();
  RunResult R = Project.run({"suppressions", "-p", "build"});
  EXPECT_EQ(R.Status, 0) << R.Err;
  EXPECT_EQ(R.Out, "src/a.cpp:1: [weak-hash], whole file: legacy format\n"
                   "src/a.cpp:2: [sql-injection], expired on 2020-01-31: soon\n"
                   "src/a.cpp:3: [cppwarden-weak-*]: no reason given\n"
                   "3 suppressions\n")
      << "without git there is no age";

  Environment Git = {{"GIT_CONFIG_GLOBAL", "/dev/null"},
                     {"GIT_AUTHOR_NAME", "a"},
                     {"GIT_AUTHOR_EMAIL", "a@example.org"},
                     {"GIT_AUTHOR_DATE", "2026-01-01T12:00:00Z"},
                     {"GIT_COMMITTER_NAME", "a"},
                     {"GIT_COMMITTER_EMAIL", "a@example.org"}};
  for (std::vector<std::string> Words : {std::vector<std::string>{"init", "-q"},
                                         {"add", "src"},
                                         {"commit", "-q", "-m", "c"}})
    ASSERT_EQ(runProgram("/usr/bin/git", Words, Project.root(), Git).Status, 0);
  R = Project.run({"suppressions", "-p", "build", "--json"},
                  {{"SOURCE_DATE_EPOCH", "1767528000"}}); // 2026-01-04
  auto List = nlohmann::json::parse(R.Out);
  ASSERT_EQ(List.size(), 3u);
  EXPECT_EQ(List[0]["since"], "2026-01-01");
  EXPECT_EQ(List[0]["ageDays"], 3);
  EXPECT_EQ(List[0]["scope"], "file");
  EXPECT_EQ(List[1]["expired"], true);
  EXPECT_EQ(List[1]["reason"], "soon");
}

TEST(Objects, LinkSaysWhatCheckSays) {
  TestProject Project;
  Project.write("include/run.h", "void run(const char *command);\n");
  Project.write("src/run.cpp", "#include \"run.h\"\n#include <stdlib.h>\n"
                               "void run(const char *command) {\n"
                               "  system(command);\n}\n");
  Project.write("src/main.cpp", "#include \"run.h\"\n#include <stdlib.h>\n"
                                "int main() {\n"
                                "  if (const char *n = getenv(\"N\"))\n"
                                "    run(n);\n}\n");
  Project.write("src/bad.cpp", "int x = nothing;\n");
  std::string Include = "-I" + (Project.root() / "include").string();
  std::vector<std::string> Objects;
  for (const char *Name : {"run", "main", "bad"}) {
    std::string Source = std::string("src/") + Name + ".cpp";
    Project.addEntry(Source, "clang++ -std=c++20 " + Include + " -c {file}");
    Objects.push_back(std::string(Name) + ".cwo");
    RunResult R =
        Project.run({"analyze", Source, "-o", Objects.back(), "--depfile",
                     Objects.back() + ".d", "--", "-std=c++20", Include});
    EXPECT_EQ(R.Status, 0) << R.Err;
    EXPECT_EQ(R.Out + R.Err, "");
  }
  Project.writeDatabase();
  EXPECT_THAT(readFile(Project.root() / "run.cwo.d"),
              testing::AllOf(testing::StartsWith("run.cwo:"),
                             HasSubstr("\n  src/run.cpp"),
                             HasSubstr("\n  include/run.h")));
  EXPECT_THAT(readFile(Project.root() / "bad.cwo.d"),
              testing::EndsWith("bad.cwo.incomplete\n\nbad.cwo.incomplete:\n"))
      << "tried again by Ninja and by make";
  EXPECT_FALSE(fs::exists(Project.root() / ".cppwarden-cache"));

  for (const char *Format : {"text", "sarif", "jsonl"}) {
    RunResult Check =
        Project.run({"check", "-p", "build", "--format", Format, "-q"});
    EXPECT_EQ(Check.Status, 1);
    EXPECT_THAT(Check.Out, HasSubstr("command-injection"));
    RunResult Link = Project.run(
        {"link", "bad.cwo", "main.cwo", "run.cwo", "--format", Format, "-q"});
    EXPECT_EQ(Link.Status, Check.Status) << Link.Err;
    EXPECT_EQ(Link.Out, Check.Out);
    Link = Project.run({"link", "bad.cwo", "main.cwo", "run.cwo", "-v"});
    EXPECT_THAT(Link.Err, HasSubstr("\ncppwarden: flow graph of "));
    Project.write("list", "run.cwo\nbad.cwo\nmain.cwo\nrun.cwo\n");
    EXPECT_EQ(Project.run({"link", "@list", "--format", Format, "-q"}).Out,
              Check.Out)
        << "in any order, and more than once";
  }
  // From the database, too.
  EXPECT_EQ(
      Project.run({"analyze", "src/run.cpp", "-p", "build", "-o", "db.cwo"})
          .Status,
      0);
  EXPECT_EQ(readFile(Project.root() / "db.cwo"),
            readFile(Project.root() / "run.cwo"));
}

TEST(Objects, BadOnesAreRefused) {
  TestProject Project;
  Project.write("src/a.cpp", flawed("a"));
  ASSERT_EQ(Project.run({"analyze", "src/a.cpp", "-o", "a.cwo", "--"}).Status,
            0);
  Project.write("bad.cwo", "CPWOgarbage");
  RunResult R = Project.run({"link", "a.cwo", "bad.cwo"});
  EXPECT_EQ(R.Status, 2);
  EXPECT_THAT(R.Err, HasSubstr("'bad.cwo' is no object of this cppwarden"));
  EXPECT_EQ(Project.run({"link", "absent.cwo"}).Status, 2);
  EXPECT_EQ(Project.run({"analyze", "src/a.cpp", "--"}).Status, 2) << "no -o";
  R = Project.run({"analyze", "src/a.cpp", "-o", "b.cwo", "--"},
                  {{"CPPWARDEN_TEST_CRASH_ON", "a.cpp"}});
  EXPECT_EQ(R.Status, 3);
  EXPECT_FALSE(fs::exists(Project.root() / "b.cwo"));
}

TEST(Objects, AFailureMayBeRecorded) {
  TestProject Project;
  Project.addUnit("src/a.cpp", flawed("a"));
  Project.addUnit("src/b.cpp", flawed("b"));
  Project.addEntry("src/gone.cpp");
  Project.writeDatabase();
  Environment Crash = {{"CPPWARDEN_TEST_CRASH_ON", "b.cpp"}};
  auto Analyze = [&](const std::string &Name) {
    RunResult R =
        Project.run({"analyze", "src/" + Name + ".cpp", "-o", Name + ".cwo",
                     "--record-failure", "--adapted", "--"},
                    Crash);
    EXPECT_EQ(R.Status, 0) << R.Err;
    return R.Err;
  };
  EXPECT_EQ(Analyze("a"), "");
  EXPECT_THAT(Analyze("b"), HasSubstr("src/b.cpp: crashed: SIGSEGV"));
  EXPECT_EQ(Analyze("gone"), "");
  RunResult Check = Project.run({"check", "-p", "build", "--no-cache"}, Crash);
  EXPECT_EQ(Check.Status, 1);
  RunResult Link = Project.run({"link", "-p", "build/compile_commands.json",
                                "b.cwo", "gone.cwo", "a.cwo"});
  EXPECT_EQ(Link.Status, 1);
  EXPECT_EQ(Link.Out, Check.Out);
  EXPECT_THAT(Link.Out, HasSubstr("1 of 3 units"));

  // Nothing is left when only failures are: that is no success.
  EXPECT_EQ(Project.run({"link", "b.cwo", "gone.cwo"}).Status, 3);
  std::string Bytes = readFile(Project.root() / "b.cwo");
  Project.write("cut.cwo", Bytes.substr(0, Bytes.size() - 1));
  RunResult R = Project.run({"link", "a.cwo", "cut.cwo"});
  EXPECT_EQ(R.Status, 2);
  EXPECT_THAT(R.Err, HasSubstr("'cut.cwo' is no object of this cppwarden"));
}

class StdinFile : public testing::Test {
protected:
  StdinFile() {
    Project.write("include/run.h", "void run(const char *command);\n");
    for (auto [Path, Text] :
         {std::pair("src/run.cpp", "#include \"run.h\"\n#include <stdlib.h>\n"
                                   "void run(const char *command) {\n"
                                   "  system(command);\n}\n"),
          std::pair("src/main.cpp", "#include \"run.h\"\nint main() {}\n")}) {
      Project.write(Path, Text);
      Project.addEntry(Path, "clang++ -I" +
                                 (Project.root() / "include").string() +
                                 " -c {file}");
    }
    Project.addUnit("src/other.cpp", flawed("other"));
    Project.writeDatabase();
  }
  RunResult check(const std::string &File, const std::string &Text) {
    Project.write("typed", Text);
    return runProgram("/bin/sh",
                      {"-c",
                       "exec \"$0\" check -p build --stdin-filename "
                       "\"$1\" < typed",
                       builtBinary(), File},
                      Project.root());
  }
  TestProject Project;
};

TEST_F(StdinFile, TheTypedTextIsChecked) {
  RunResult R = check("src/main.cpp", "\n\n" + flawed("typed"));
  EXPECT_EQ(R.Status, 1) << R.Err;
  EXPECT_THAT(R.Out, HasSubstr("src/main.cpp:6:"));
  EXPECT_THAT(R.Out, HasSubstr("getenv(\"typed\")")) << "excerpts are of it";
  EXPECT_THAT(R.Out, Not(HasSubstr("src/other.cpp")));
  R = check(
      "src/main.cpp",
      "#include <stdlib.h>\nint main() {\n"
      "  if (const char *c = getenv(\"X\"))\n"
      "    system(c); // cppwarden-ignore[command-injection]: typed\n}\n");
  EXPECT_EQ(R.Status, 0) << R.Out;
  EXPECT_EQ(Project.run({"check", "-p", "build", "src/main.cpp"}).Status, 0)
      << "nothing of it is kept";
}

TEST_F(StdinFile, TheRestOfTheProgramComesFromTheCache) {
  std::string Text = "#include \"run.h\"\n#include <stdlib.h>\nint main() {\n"
                     "  if (const char *c = getenv(\"C\"))\n    run(c);\n}\n";
  EXPECT_EQ(check("src/main.cpp", Text).Status, 0) << "nothing is known of run";
  Project.run({"check", "-p", "build"});
  RunResult R = check("src/main.cpp", Text);
  EXPECT_EQ(R.Status, 1) << R.Err;
  EXPECT_THAT(R.Out, HasSubstr("src/run.cpp:4:"));
  EXPECT_EQ(Project.run({"check", "-p", "build"}).Out.find("src/main.cpp"),
            std::string::npos);
}

TEST_F(StdinFile, AHeaderGetsTheFlagsOfItsNeighbours) {
  RunResult R = check("include/run.h", flawed("header"));
  EXPECT_EQ(R.Status, 1) << R.Err;
  EXPECT_THAT(R.Out, HasSubstr("include/run.h:4:"));
  EXPECT_EQ(Project
                .run({"check", "-p", "build", "--stdin-filename",
                      "src/main.cpp", "src/run.cpp"})
                .Status,
            2);
}

} // namespace
