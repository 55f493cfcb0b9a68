// `check --since` and its like over real git repositories.
#include "TestProject.h"
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using namespace cppwarden::test;
using testing::HasSubstr;
using testing::Not;

const Environment GitSettings = {{"GIT_CONFIG_GLOBAL", "/dev/null"},
                                 {"GIT_CONFIG_SYSTEM", "/dev/null"},
                                 {"GIT_AUTHOR_NAME", "a"},
                                 {"GIT_AUTHOR_EMAIL", "a@example.org"},
                                 {"GIT_COMMITTER_NAME", "a"},
                                 {"GIT_COMMITTER_EMAIL", "a@example.org"}};

class ChangeCheck : public testing::Test {
protected:
  ChangeCheck() {
    Project.write(".gitignore", "build/\n");
    Project.write("include/run.h", "void run(const char *command);\n");
    add("src/run.cpp", "#include \"run.h\"\n#include <stdlib.h>\n"
                       "void run(const char *command) {\n"
                       "  system(command);\n}\n");
    add("src/main.cpp",
        "#include \"run.h\"\nint main() {\n  run(\"ls\");\n}\n");
    add("src/old.cpp", flawed("old"));
    Project.writeDatabase();
    git({"init", "-q", "-b", "main"});
    commit();
  }
  void add(const std::string &Path, const std::string &Text) {
    Project.write(Path, Text);
    Project.addEntry(Path, "clang++ -I" +
                               (Project.root() / "include").string() +
                               " -c {file}");
  }
  std::string gitIn(const fs::path &Folder, std::vector<std::string> Words) {
    Words.insert(Words.begin(), {"-c", "protocol.file.allow=always"});
    RunResult R = runProgram("/usr/bin/git", Words, Folder, GitSettings);
    EXPECT_EQ(R.Status, 0) << R.Err;
    return R.Out;
  }
  std::string git(std::vector<std::string> Words) {
    return gitIn(Project.root(), std::move(Words));
  }
  void commit() {
    git({"add", "-A"});
    git({"commit", "-q", "-m", "c"});
  }
  /// Places of the findings of a run, "file:line".
  std::vector<std::string> found(std::vector<std::string> Words) {
    Words.insert(Words.begin(), {"check", "-p", "build"});
    RunResult R = Project.run(Words, GitSettings);
    EXPECT_LE(R.Status, 1) << R.Err;
    Err = R.Err;
    std::vector<std::string> Places;
    std::istringstream Lines(R.Out);
    for (std::string Line; std::getline(Lines, Line);)
      if (Line.find(": error: ") != std::string::npos)
        Places.push_back(Line.substr(0, Line.find(':', Line.find(':') + 1)));
    return Places;
  }
  using Places = std::vector<std::string>;
  TestProject Project;
  std::string Err;
};

TEST_F(ChangeCheck, OnlyChangedLinesCount) {
  EXPECT_EQ(found({}), Places{"src/old.cpp:4"});
  EXPECT_EQ(found({"--since", "HEAD"}), Places{});
  EXPECT_THAT(Err, HasSubstr("0 files changed"));
  Project.write("src/old.cpp", flawed("old") + flawed("fresh"));
  EXPECT_EQ(found({"--since", "HEAD"}), Places{"src/old.cpp:9"})
      << "not committed";
  commit();
  EXPECT_EQ(found({"--since", "HEAD"}), Places{});
  EXPECT_EQ(found({"--since", "HEAD~1"}), Places{"src/old.cpp:9"});
  EXPECT_EQ(found({"--since", "HEAD~1", "--new-lines", "off"}),
            (Places{"src/old.cpp:4", "src/old.cpp:9"}));
}

TEST_F(ChangeCheck, AnyStepOfTheFlowMayBeNew) {
  Project.write("src/main.cpp",
                "#include \"run.h\"\n#include <stdlib.h>\nint main() {\n"
                "  if (const char *c = getenv(\"C\"))\n    run(c);\n}\n");
  EXPECT_EQ(found({"--since", "HEAD"}).size(), 1u)
      << "the sink is in a file that did not change";
  std::vector<std::string> Sinks =
      found({"--since", "HEAD", "--new-lines", "sink"});
  EXPECT_EQ(Sinks, Places{});
  EXPECT_EQ(found({"--since", "HEAD", "--only-affected"}), Places{})
      << "run.cpp is left out, and its sink with it";
  EXPECT_THAT(Err, HasSubstr("1 of 3 units are affected"));
}

TEST_F(ChangeCheck, AHeaderAffectsTheUnitsThatReadIt) {
  Project.write("include/run.h",
                "#include <stdlib.h>\nvoid run(const char *command);\n"
                "inline void now() {\n  if (const char *c = getenv(\"N\"))\n"
                "    system(c);\n}\n");
  for (bool Cached : {false, true}) {
    Places Found = found(
        {"--since", "HEAD", "--only-affected", Cached ? "-v" : "--no-cache"});
    EXPECT_EQ(Found, Places{"include/run.h:5"});
    EXPECT_THAT(Err, HasSubstr("2 of 3 units are affected"));
  }
  Project.write("include/run.h", "void run(const char *command);\n");
  RunResult R = Project.run(
      {"check", "-p", "build", "--since", "HEAD", "--only-affected"},
      GitSettings);
  EXPECT_EQ(R.Status, 0) << R.Err;
  EXPECT_THAT(R.Out, HasSubstr("the change touches no unit"));
}

TEST_F(ChangeCheck, RenamesUntrackedFilesAndHostileNames) {
  git({"mv", "src/old.cpp", "src/new name.cpp"});
  Project.entries().pop_back();
  Project.write("src/q\"\xc3\xa4.cpp", flawed("untracked"));
  Project.addEntry("src/new name.cpp", "clang++ -c '{file}'");
  // As arguments: a shell must not see such names.
  std::string Root = Project.root().string();
  Project.entries().push_back(
      "{\"directory\": \"" + Root + "\", \"file\": \"" + Root +
      "/src/q\\\"\xc3\xa4.cpp\", \"arguments\": [\"clang++\", \"-c\", \"" +
      Root + "/src/q\\\"\xc3\xa4.cpp\"]}");
  Project.writeDatabase();
  Places Found = found({"--since", "HEAD"});
  ASSERT_EQ(Found.size(), 1u) << "the renamed file has no new line";
  EXPECT_THAT(Found[0], HasSubstr("q\""));
}

TEST_F(ChangeCheck, MergeBaseIsWhereTheBranchLeft) {
  git({"checkout", "-q", "-b", "topic"});
  add("src/topic.cpp", flawed("topic"));
  Project.writeDatabase();
  commit();
  git({"checkout", "-q", "main"});
  Project.write("src/old.cpp", flawed("old") + flawed("main"));
  commit();
  git({"checkout", "-q", "topic"});
  EXPECT_EQ(found({"--merge-base", "main"}), Places{"src/topic.cpp:4"});
}

TEST_F(ChangeCheck, StagedIsWhatTheNextCommitHas) {
  Project.write("src/old.cpp", flawed("old") + flawed("staged"));
  git({"add", "-A"});
  Project.write("src/main.cpp", flawed("unstaged"));
  EXPECT_EQ(found({"--staged"}), Places{"src/old.cpp:9"});
  EXPECT_EQ(Err.find("not staged"), std::string::npos);
  Project.write("src/old.cpp",
                "// one\n// two\n" + flawed("old") + flawed("staged"));
  EXPECT_EQ(found({"--staged"}), Places{"src/old.cpp:11"})
      << "lines are where they are on disk";
  EXPECT_THAT(Err, HasSubstr("src/old.cpp has changes that are not staged"));
}

TEST_F(ChangeCheck, WorktreesAndSubmodules) {
  TestProject Library;
  Library.write("lib.h", "#pragma once\nvoid lib();\n");
  fs::remove_all(Library.root() / ".git");
  gitIn(Library.root(), {"init", "-q", "-b", "main"});
  gitIn(Library.root(), {"add", "-A"});
  gitIn(Library.root(), {"commit", "-q", "-m", "l"});
  git({"submodule", "-q", "add", Library.root().string(), "lib"});
  add("src/user.cpp", "#include \"../lib/lib.h\"\n");
  Project.writeDatabase();
  commit();
  Project.write("lib/lib.h",
                "#pragma once\n#include <stdlib.h>\ninline void lib() {\n"
                "  if (const char *c = getenv(\"L\"))\n    system(c);\n}\n");
  EXPECT_EQ(found({"--since", "HEAD"}), Places{"lib/lib.h:5"})
      << "not committed in the submodule";
  gitIn(Project.root() / "lib", {"commit", "-q", "-a", "-m", "m"});
  EXPECT_EQ(found({"--since", "HEAD"}), Places{"lib/lib.h:5"});
  commit();
  EXPECT_EQ(found({"--since", "HEAD~1"}), Places{"lib/lib.h:5"});

  fs::path Other = Project.root() / "build/tree";
  git({"worktree", "add", "-q", Other.string(), "HEAD"});
  std::ofstream(Other / "src/old.cpp") << flawed("old") + flawed("tree");
  RunResult R = runProgram(builtBinary(),
                           {"check", "src/old.cpp", "--root", ".", "--since",
                            "HEAD", "--", "-Iinclude"},
                           Other, GitSettings);
  EXPECT_EQ(R.Status, 1) << R.Err;
  EXPECT_THAT(R.Out, HasSubstr("src/old.cpp:9:"));
  EXPECT_THAT(R.Out, Not(HasSubstr("src/old.cpp:4:")));
}

TEST_F(ChangeCheck, WhatGitDoesNotKnowIsAnError) {
  auto Fails = [&](std::vector<std::string> Words, const char *Why) {
    Words.insert(Words.begin(), {"check", "-p", "build"});
    RunResult R = Project.run(Words, GitSettings);
    EXPECT_EQ(R.Status, 2);
    EXPECT_THAT(R.Err, HasSubstr(Why));
  };
  Fails({"--since", "no-such"}, "git knows no commit 'no-such'");
  Fails({"--since=--output=x"}, "git knows no commit");
  Fails({"--since", ""}, "git knows no commit ''");
  Fails({"--merge-base", "no-such"}, "git knows no commit");
  Fails({"--new-lines", "sink"}, "needs --since");
  Fails({"--since", "HEAD", "--staged"}, "excludes");
  EXPECT_FALSE(fs::exists(Project.root() / "x"));
  fs::remove_all(Project.root() / ".git");
  fs::create_directories(Project.root() / ".git");
  Fails({"--since", "HEAD"}, "is in no git work tree");
}

} // namespace
