// `cppwarden baseline` and `check --baseline`, as a team adopts them.
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

constexpr const char *File = ".cppwarden-baseline.json";

class BaselineCommand : public testing::Test {
protected:
  BaselineCommand() {
    Project.addUnit("src/a.cpp", flawed("a"));
    Project.addUnit("src/b.cpp", flawed("b"));
    Project.writeDatabase();
  }
  RunResult baseline(std::vector<std::string> Words) {
    Words.insert(Words.begin(), "baseline");
    Words.insert(Words.end(), {"-p", "build"});
    return Project.run(Words);
  }
  RunResult check(std::vector<std::string> More = {}) {
    More.insert(More.begin(), {"check", "-p", "build", "--baseline", File});
    return Project.run(More);
  }
  TestProject Project;
};

TEST_F(BaselineCommand, OnlyWhatIsNewIsReported) {
  RunResult R = baseline({"create"});
  EXPECT_EQ(R.Status, 0) << R.Err;
  EXPECT_THAT(R.Out, HasSubstr(".cppwarden-baseline.json: 2 entries"));
  EXPECT_EQ(check().Status, 0);
  EXPECT_EQ(Project.run({"check", "-p", "build"}).Status, 1)
      << "the file alone changes nothing";

  Project.write("src/a.cpp", flawed("a") + flawed("fresh"));
  R = check();
  EXPECT_EQ(R.Status, 1);
  EXPECT_THAT(R.Out, HasSubstr("src/a.cpp:9:"));
  EXPECT_THAT(R.Out, Not(HasSubstr("src/a.cpp:4:")));
  EXPECT_THAT(R.Out, HasSubstr("1 error (2 in the baseline)"));
  auto Sarif = nlohmann::json::parse(check({"--format", "sarif", "-q"}).Out);
  std::vector<std::string> States;
  for (const auto &Result : Sarif["runs"][0]["results"])
    States.push_back(Result["baselineState"]);
  EXPECT_THAT(States,
              testing::UnorderedElementsAre("unchanged", "new", "unchanged"));
  EXPECT_EQ(Project.run({"check", "-p", "build", "--format", "sarif", "-q"})
                .Out.find("baselineState"),
            std::string::npos);
}

TEST_F(BaselineCommand, MovedRenamedAndReformattedCodeStaysKnown) {
  ASSERT_EQ(baseline({"create"}).Status, 0);
  Project.write("src/a.cpp",
                "// A new head\n\n#include <stdlib.h>\nvoid run_a()\n{\n\tif "
                "(const char* c=getenv( \"a\" ))\n\t{\n\t\tsystem( c );\n"
                "\t}\n}\n");
  fs::rename(Project.root() / "src/b.cpp", Project.root() / "src/z.cpp");
  Project.entries().pop_back();
  Project.addEntry("src/z.cpp");
  Project.writeDatabase();
  RunResult R = check();
  EXPECT_EQ(R.Status, 0) << R.Out;
  EXPECT_THAT(R.Out, Not(HasSubstr("no longer found")));
}

TEST_F(BaselineCommand, WhatIsGoneIsToldAndPruned) {
  ASSERT_EQ(baseline({"create"}).Status, 0);
  std::string Before = readFile(Project.root() / File);
  Project.write("src/b.cpp", "int b;\n");
  RunResult R = check();
  EXPECT_EQ(R.Status, 0);
  EXPECT_THAT(R.Out, HasSubstr("no longer found, though in the baseline:\n"
                               "  src/b.cpp: [command-injection] in run_b"));
  R = check({"src/a.cpp"});
  EXPECT_THAT(R.Out, Not(HasSubstr("no longer found")))
      << "half of the program cannot tell";

  Project.write("src/a.cpp", flawed("a") + "int broken = nothing;\n");
  R = baseline({"prune"});
  EXPECT_EQ(R.Status, 3);
  EXPECT_EQ(readFile(Project.root() / File), Before) << "nor can a failed run";
  Project.write("src/a.cpp", flawed("a") + flawed("fresh"));
  R = baseline({"prune"});
  EXPECT_EQ(R.Status, 0) << R.Err;
  EXPECT_THAT(R.Out, HasSubstr("1 entry (0 added, 1 removed)"));
  EXPECT_EQ(check().Status, 1) << "prune records nothing new";
  R = baseline({"update"});
  EXPECT_THAT(R.Out, HasSubstr("2 entries (1 added, 0 removed)"));
  EXPECT_EQ(check().Status, 0);
  R = baseline({"show"});
  EXPECT_EQ(R.Status, 2) << "show compiles nothing: -p is not its option";
  R = Project.run({"baseline", "show"});
  EXPECT_EQ(R.Status, 0) << R.Err;
  EXPECT_EQ(R.Out, "src/a.cpp: [command-injection] in run_a\n"
                   "src/a.cpp: [command-injection] in run_fresh\n"
                   "2 entries\n");
}

TEST_F(BaselineCommand, TheConfigurationMayNameIt) {
  Project.write(".cppwarden.yaml", "baseline: ci/known.json\n");
  RunResult R = Project.run({"check", "-p", "build"});
  EXPECT_EQ(R.Status, 2) << "a gate must not open because a file is missing";
  EXPECT_THAT(R.Err, HasSubstr("ci/known.json'; `cppwarden baseline create`"));
  fs::create_directories(Project.root() / "ci");
  ASSERT_EQ(baseline({"create"}).Status, 0);
  EXPECT_TRUE(fs::exists(Project.root() / "ci/known.json"));
  EXPECT_EQ(Project.run({"check", "-p", "build"}).Status, 0);
  EXPECT_EQ(Project.run({"check", "-p", "build", "--no-baseline"}).Status, 1);
  EXPECT_THAT(Project.run({"config", "dump"}).Out, HasSubstr("ci/known.json"));
}

TEST_F(BaselineCommand, WrongUseIsRefused) {
  EXPECT_EQ(check().Status, 2) << "no such baseline";
  ASSERT_EQ(baseline({"create"}).Status, 0);
  RunResult R = baseline({"create"});
  EXPECT_EQ(R.Status, 2);
  EXPECT_THAT(R.Err, HasSubstr("baseline update"));
  EXPECT_EQ(baseline({"create", "--force"}).Status, 0);
  EXPECT_EQ(baseline({"prune", "src/a.cpp"}).Status, 2);
  for (const char *Text : {"", "{", "[1]", "\xff\xfe", "{\"version\": 9}"}) {
    Project.write(File, Text);
    R = check();
    EXPECT_EQ(R.Status, 2) << Text;
    EXPECT_THAT(R.Err, HasSubstr(".cppwarden-baseline.json: no baseline: "));
    EXPECT_EQ(std::count(R.Err.begin(), R.Err.end(), '\n'), 1) << R.Err;
  }
}

} // namespace
