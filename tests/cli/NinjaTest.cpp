// `cppwarden ninja`, run by Ninja: what a distributed executor relies on.
#include "TestProject.h"
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using namespace cppwarden::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

const std::vector<std::string> Formats = {"sarif", "jsonl", "text"};

class Ninja : public testing::Test {
protected:
  /// A flow through two files, a header that two units share, and one that only
  /// a third reads.
  void fill() {
    Project.write("include/run.h",
                  "#pragma once\nvoid run(const char *command);\n");
    Project.write("include/other.h", "#pragma once\nint other();\n");
    Project.write("src/run.cpp", "#include \"run.h\"\n#include <stdlib.h>\n"
                                 "void run(const char *command) {\n"
                                 "  system(command);\n}\n");
    Project.write("src/main.cpp", "#include \"run.h\"\n#include <stdlib.h>\n"
                                  "int main() {\n"
                                  "  if (const char *n = getenv(\"N\"))\n"
                                  "    run(n);\n}\n");
    Project.write("src/other.cpp",
                  "#include \"other.h\"\nint other() { return 1; }\n");
    for (const char *Path : {"src/run.cpp", "src/main.cpp", "src/other.cpp"})
      Project.addEntry(Path, "clang++ -std=c++20 -I" + include() +
                                 " -c {file} -o {file}.o");
  }
  std::string include() const { return (Project.root() / "include").string(); }

  void entry(const std::string &Path, std::vector<std::string> Words) {
    std::string File = Project.root() / Path;
    Words.push_back(File);
    Project.entries().push_back(nlohmann::json{
        {"directory", (Project.root() / "build").string()},
        {"file", File},
        {"arguments", Words}}.dump());
  }

  std::vector<std::string> outputs(const std::string &Name) const {
    std::vector<std::string> Words;
    for (const std::string &Format : Formats)
      Words.insert(Words.end(),
                   {"--output", Format + ":" + Name + "." + Format});
    return Words;
  }
  RunResult generate(std::vector<std::string> More = {}) {
    std::vector<std::string> Words = {"ninja", "-p", "build",
                                      "-q",    "-o", "build/lint.ninja"};
    for (const std::string &Word : outputs("linked"))
      Words.push_back(Word);
    Words.insert(Words.end(), More.begin(), More.end());
    RunResult R = Project.run(Words);
    EXPECT_EQ(R.Status, 0) << R.Err;
    return R;
  }
  RunResult build(const std::string &Arguments = "",
                  const Environment &Variables = {}) {
    return runProgram("/bin/sh",
                      {"-c", "exec ninja -C build -f lint.ninja " + Arguments},
                      Project.root(), Variables);
  }
  RunResult check(std::vector<std::string> More = {},
                  const Environment &Variables = {}) {
    std::vector<std::string> Words = {"check", "-p", "build", "-q",
                                      "--no-cache"};
    for (const std::string &Word : outputs("checked"))
      Words.push_back(Word);
    Words.insert(Words.end(), More.begin(), More.end());
    return Project.run(Words, Variables);
  }
  std::string report(const std::string &Name, const std::string &Format) {
    return readFile(Project.root() / (Name + "." + Format));
  }
  void expectSameReports() {
    for (const std::string &Format : Formats) {
      EXPECT_NE(report("checked", Format), "");
      EXPECT_EQ(report("linked", Format), report("checked", Format));
    }
  }

  /// The units that a run of Ninja analysed, by name.
  static std::set<std::string> analysed(const RunResult &R) {
    std::set<std::string> Units;
    std::istringstream Lines(R.Out);
    for (std::string Line; std::getline(Lines, Line);)
      if (auto At = Line.find("] ANALYZE "); At != std::string::npos)
        Units.insert(fs::path(Line.substr(At + 10)).filename());
    return Units;
  }

  TestProject Project;
};

/// Flags of several compilers, duplicates, odd names, one that does not parse,
/// one that is not there, two targets of one file, a configuration and a model.
TEST_F(Ninja, SaysWhatCheckSaysByteForByte) {
  fill();
  Project.addEntry("src/run.cpp", "ccache g++ -fPIC -Dlib_EXPORTS -I" +
                                      include() + " -std=c++20 -c {file}");
  Project.write("src/gcc.cpp", flawed("gcc"));
  Project.addEntry("src/gcc.cpp",
                   "g++-12 -fno-tree-dominator-opts -Wno-maybe-uninitialized "
                   "-mabi=sysv -march=native -c {file}");
  Project.write("src/cl.cpp", "#ifndef WANTED\n#error\n#endif\nint cl;\n");
  Project.addEntry("src/cl.cpp", "cl.exe /nologo /DWANTED /std:c++20 /W4 /Zi "
                                 "/c {file} /Focl.obj");
  Project.addEntry("src/clang_cl.cpp",
                   "clang-cl /nologo /DWANTED /std:c++20 /c {file}");
  Project.write("src/clang_cl.cpp", "#ifndef WANTED\n#error\n#endif\nint x;\n");
  Project.write("src/nvcc.cpp", flawed("nvcc"));
  Project.addEntry("src/nvcc.cpp",
                   "nvcc -forward-unknown-to-host-compiler -Xcompiler=-fPIC "
                   "--expt-relaxed-constexpr -c {file}");
  // A response file, and words that the shell, Ninja or a list would change.
  Project.write("build/flags.rsp", "-DWANTED \"-DTEXT=\\\"a b\\\"\"\n");
  Project.write("src/rsp.cpp", "#ifndef WANTED\n#error\n#endif\n"
                               "const char *rsp = TEXT;\n" +
                                   flawed("rsp"));
  Project.addEntry("src/rsp.cpp", "clang++ @flags.rsp -c {file}");
  const std::string Odd = "src/$odd: na me.cpp";
  Project.write(Odd, "static_assert(sizeof(TEXT) == 13);\n" + flawed("odd"));
  entry(Odd, {"clang++", "-DTEXT=\"$HOME `x` 'y\"", "-std=c++20", "-c"});
  Project.write("src/-line.cpp",
                "static_assert(ONE + TWO == 3);\n" + flawed("line"));
  entry("src/-line.cpp", {"clang++", "-DONE=1\n", "-DTWO=2", "-c"});
  std::string Long(120'000, 'x');
  Project.write("src/long.cpp",
                "static_assert(sizeof(LONG) == 120001);\n" + flawed("lengthy"));
  entry("src/long.cpp", {"clang++", "-DLONG=\"" + Long + "\"", "-c"});
  // Twice the same file, in which only the target makes a difference.
  Project.write("src/word.cpp",
                "extern \"C\" { char *getenv(const char *); int system(const "
                "char *); }\n#if __SIZEOF_POINTER__ == 4\nvoid narrow() { "
                "system(getenv(\"A\")); }\n#else\nvoid wide() { "
                "system(getenv(\"B\")); }\n#endif\n");
  Project.addEntry("src/word.cpp", "clang++ -m32 -c {file}");
  Project.addEntry("src/word.cpp", "clang++ -m64 -c {file}");
  Project.write("src/same.cpp", "int same;\n");
  Project.addEntry("src/same.cpp", "clang++ -m32 -c {file}");
  Project.addEntry("src/same.cpp", "clang++ -m64 -c {file}");
  Project.addUnit("src/old.c", "int old(int x) { return x; }\n");
  Project.addUnit("src/bad.cpp", flawed("bad") + "int x = nothing;\n");
  Project.addEntry("src/absent.cpp");
  Project.addEntry("src/absent.cpp", "clang++ -m32 -c {file}");
  Project.addUnit("src/silent.cpp", flawed("silent"));
  Project.addUnit("build/generated.cpp", flawed("generated"));
  Project.addUnit("src/modelled.cpp",
                  "void launch(const char *);\nchar *getenv(const char *);\n"
                  "void go() { launch(getenv(\"C\")); }\n");
  Project.write(".cppwarden.yaml",
                "paths:\n  - {match: src/silent.cpp, ignore: CWE-78}\n");
  Project.write(".cppwarden/models/own.yaml",
                "library: own\nfunctions:\n  - name: launch\n"
                "    sinks: [{at: arg0, kind: command.shell}]\n");
  Project.writeDatabase();

  RunResult Check = check();
  ASSERT_EQ(Check.Status, 1) << Check.Err;
  generate();
  RunResult Built = build();
  EXPECT_NE(Built.Status, 0) << Built.Out << Built.Err;
  EXPECT_THAT(Built.Out, Not(HasSubstr("ninja: error")));
  expectSameReports();
  // A database that is newer and the same: what is complete is not made again.
  Project.writeDatabase();
  RunResult Again = build();
  EXPECT_THAT(Again.Out, HasSubstr("REGENERATE"));
  EXPECT_THAT(analysed(Again), UnorderedElementsAre("bad.cpp", "absent.cpp"));
  EXPECT_THAT(build().Out, Not(HasSubstr("REGENERATE")));
  expectSameReports();
  std::string Text = report("linked", "text");
  for (const char *File :
       {"src/main.cpp:4:", "src/gcc.cpp:3:", "src/nvcc.cpp:3:", "src/rsp.cpp:",
        "src/$odd: na me.cpp:", "src/-line.cpp:", "src/long.cpp:",
        "src/word.cpp:3:", "src/word.cpp:5:", "src/modelled.cpp:3:",
        "src/bad.cpp", "src/absent.cpp"})
    EXPECT_THAT(Text, HasSubstr(File));
  for (const char *File :
       {"src/silent.cpp:", "generated.cpp:", "src/cl.cpp", "src/clang_cl.cpp"})
    EXPECT_THAT(Text, Not(HasSubstr(File)));
}

TEST_F(Ninja, OnlyWhatAHeaderTouchesIsAnalysedAgain) {
  fill();
  Project.writeDatabase();
  generate();
  EXPECT_THAT(analysed(build()),
              UnorderedElementsAre("run.cpp", "main.cpp", "other.cpp"));
  RunResult Again = build();
  EXPECT_THAT(analysed(Again), IsEmpty());
  EXPECT_THAT(Again.Out, HasSubstr("LINK")) << "the report is made each time";

  // The new contents bring a finding, so that a stale report would show.
  Project.write("include/run.h",
                "#pragma once\n#include <stdlib.h>\n"
                "inline void more() { system(getenv(\"M\")); }\n"
                "void run(const char *command);\n");
  EXPECT_THAT(analysed(build()), UnorderedElementsAre("run.cpp", "main.cpp"));
  ASSERT_EQ(check().Status, 1);
  EXPECT_THAT(report("checked", "text"), HasSubstr("include/run.h:3:"));
  expectSameReports();
}

TEST_F(Ninja, ASourceThatLeavesItsObjectAsItWasStillChangesTheReport) {
  fill();
  Project.writeDatabase();
  generate();
  build();
  fs::path Object = Project.root() / "build/lint-objects/src/run.cpp.cwo";
  auto Written = fs::last_write_time(Object);
  std::string Source = readFile(Project.root() / "src/run.cpp");
  Source.insert(Source.find("(command);") + 10, " // excerpts show this");
  Project.write("src/run.cpp", Source);
  EXPECT_THAT(analysed(build()), ElementsAre("run.cpp"));
  EXPECT_EQ(fs::last_write_time(Object), Written) << "the object is the same";
  EXPECT_THAT(analysed(build()), IsEmpty());
  check();
  EXPECT_THAT(report("checked", "text"), HasSubstr("excerpts show this"));
  expectSameReports();
}

TEST_F(Ninja, AnIncompleteUnitStopsNothingAndIsTriedAgain) {
  fill();
  Project.addUnit("src/bad.cpp", "#include \"late.h\"\nint x = late;\n");
  Project.addUnit("src/crashing.cpp", flawed("crashing"));
  Project.addEntry("src/absent.cpp");
  Project.writeDatabase();
  generate();
  Environment Crash = {{"CPPWARDEN_TEST_CRASH_ON", "crashing"}};
  RunResult Built = build("", Crash);
  EXPECT_THAT(Built.Err + Built.Out, HasSubstr("SIGSEGV"));
  EXPECT_EQ(check({}, Crash).Status, 1);
  EXPECT_THAT(report("checked", "text"), HasSubstr("3 of 6 units"));
  expectSameReports();

  EXPECT_THAT(analysed(build("", Crash)),
              UnorderedElementsAre("bad.cpp", "crashing.cpp", "absent.cpp"))
      << "what is complete is not analysed again";
  Project.write("src/late.h", "inline int late = 1;\n");
  Project.write("src/absent.cpp", "int absent;\n");
  EXPECT_THAT(analysed(build()),
              UnorderedElementsAre("bad.cpp", "crashing.cpp", "absent.cpp"));
  EXPECT_EQ(check().Status, 1);
  EXPECT_THAT(report("checked", "text"), HasSubstr("all 6 units"));
  expectSameReports();
  EXPECT_THAT(analysed(build()), IsEmpty());
}

TEST_F(Ninja, TheExitStatusIsThatOfCheck) {
  auto Status = [&](std::vector<std::string> More = {}) {
    Project.writeDatabase();
    generate(More);
    int Built = build().Status;
    EXPECT_EQ(build("objects").Status, 0) << "objects are made in any case";
    std::vector<std::string> Link = {"link",
                                     "--root",
                                     "..",
                                     "-p",
                                     ".",
                                     "--output",
                                     "text:linked.text",
                                     "@lint-objects/objects.txt"};
    Link.insert(Link.end(), More.begin(), More.end());
    int Linked =
        runProgram(builtBinary(), Link, Project.root() / "build").Status;
    EXPECT_EQ(Linked, check(More).Status);
    EXPECT_EQ(Built != 0, Linked != 0);
    return Linked;
  };
  Project.addUnit("src/clean.cpp", "int clean;\n");
  EXPECT_EQ(Status(), 0);
  Project.addUnit("src/bad.cpp", "int x = nothing;\n");
  EXPECT_EQ(Status(), 3);
  EXPECT_EQ(Status({"--allow-incomplete"}), 0);
  Project.addUnit("src/flawed.cpp", flawed("x"));
  EXPECT_EQ(Status(), 1);
  EXPECT_EQ(Status({"--fail-on", "never"}), 3);
  EXPECT_EQ(Status({"--exit-zero"}), 0);
  EXPECT_EQ(Status({"--ignore", "CWE-78", "--allow-incomplete"}), 0);
}

TEST_F(Ninja, SettingsAreInputs) {
  fill();
  Project.writeDatabase();
  Project.write("base.yaml", "ignore: []\n");
  Project.write(".cppwarden.yaml", "extends: base.yaml\n");
  generate();
  build();
  EXPECT_THAT(analysed(build()), IsEmpty());

  auto expectAll = [&](const char *Why) {
    EXPECT_THAT(analysed(build()),
                UnorderedElementsAre("run.cpp", "main.cpp", "other.cpp"))
        << Why;
    check();
    expectSameReports();
    EXPECT_THAT(analysed(build()), IsEmpty()) << Why;
  };
  Project.write("base.yaml", "ignore: [CWE-78]\n");
  expectAll("an extended configuration");
  EXPECT_THAT(report("linked", "text"), Not(HasSubstr("command-injection")));
  Project.write(".cppwarden.yaml", "fail-on: error\n");
  expectAll("the configuration");
  EXPECT_THAT(report("linked", "text"), HasSubstr("command-injection"));
}

TEST_F(Ninja, TheBuildFileFollowsTheDatabaseTheModelsAndTheResponseFiles) {
  fill();
  Project.write("build/flags.rsp", "-DKIND=1\n");
  Project.write("src/rsp.cpp", "int rsp = KIND;\n");
  Project.addEntry("src/rsp.cpp", "clang++ @flags.rsp -c {file}");
  Project.write(".cppwarden/models/own.yaml", "library: own\nfunctions: []\n");
  Project.writeDatabase();
  generate();
  build();
  EXPECT_THAT(analysed(build()), IsEmpty());

  Project.write("build/flags.rsp", "-DKIND=2\n");
  EXPECT_THAT(analysed(build()), ElementsAre("rsp.cpp"));
  Project.addUnit("src/new.cpp", flawed("new"));
  Project.writeDatabase();
  EXPECT_THAT(analysed(build()), ElementsAre("new.cpp"));
  check();
  expectSameReports();
  Project.write(".cppwarden/models/second.yaml",
                "library: second\nfunctions:\n  - name: other\n"
                "    sources: [{at: return, kind: untrusted.environment}]\n");
  EXPECT_EQ(analysed(build()).size(), 5u);
  check();
  expectSameReports();
  EXPECT_THAT(analysed(build()), IsEmpty());
}

TEST_F(Ninja, ObjectsAreTheSameInAnotherCheckout) {
  fill();
  Project.write("src/bad.cpp", "#include \"absent.h\"\n");
  Project.addEntry("src/bad.cpp");
  Project.writeDatabase();
  generate();
  build("-d keepdepfile");
  TestProject Other;
  fs::copy(Project.root(), Other.root(), fs::copy_options::recursive);
  fs::remove_all(Other.root() / "build/lint-objects");
  std::string Database = readFile(Other.root() / "build/compile_commands.json");
  for (std::size_t At;
       (At = Database.find(Project.root())) != std::string::npos;)
    Database.replace(At, Project.root().string().size(), Other.root());
  Other.write("build/compile_commands.json", Database);
  ASSERT_EQ(
      Other.run({"ninja", "-p", "build", "-o", "build/lint.ninja"}).Status, 0);
  runProgram("/bin/sh",
             {"-c", "ninja -C build -f lint.ninja -d keepdepfile objects"},
             Other.root());
  for (const char *Name : {"main", "run", "other", "bad"})
    for (const char *Suffix : {".cpp.cwo", ".cpp.cwo.d"}) {
      std::string File = std::string("build/lint-objects/src/") + Name + Suffix;
      std::string Bytes = readFile(Project.root() / File);
      EXPECT_NE(Bytes, "") << File;
      EXPECT_EQ(readFile(Other.root() / File), Bytes) << File;
    }
}

TEST_F(Ninja, ALauncherRunsTheUnits) {
  fill();
  Project.writeDatabase();
  Project.write("launch.sh",
                "echo \"$2\" >> \"$ROOT/launched\"\nexec \"$@\"\n");
  generate(
      {"--launcher", "sh '" + (Project.root() / "launch.sh").string() + "'"});
  build("", {{"ROOT", Project.root().string()}});
  EXPECT_EQ(readFile(Project.root() / "launched"),
            "analyze\nanalyze\nanalyze\n");
  check();
  expectSameReports();
}

TEST_F(Ninja, TheCacheServesTheUnits) {
  fill();
  Project.writeDatabase();
  generate({"--cache", "shared"});
  build();
  RunResult Stats = Project.run({"cache", "stats", "--cache", "shared"});
  EXPECT_THAT(Stats.Out, HasSubstr("results:  3"));
  fs::remove_all(Project.root() / "build/lint-objects");
  // A unit that is compiled would crash.
  RunResult Built = build("", {{"CPPWARDEN_TEST_CRASH_ON", ".cpp"}});
  EXPECT_THAT(Built.Out + Built.Err, Not(HasSubstr("SIGSEGV")));
  check();
  expectSameReports();
}

TEST_F(Ninja, ABuildFolderOutsideTheRoot) {
  fill();
  TestProject Elsewhere;
  Project.writeDatabase();
  fs::path File = Elsewhere.root() / "lint.ninja";
  std::vector<std::string> Words = {
      "ninja", "-p", "build/compile_commands.json", "-q", "-o", File.string()};
  for (const std::string &Word : outputs("linked"))
    Words.push_back(Word);
  ASSERT_EQ(Project.run(Words).Status, 0);
  RunResult Built = runProgram("/bin/sh", {"-c", "exec ninja -f lint.ninja"},
                               Elsewhere.root());
  EXPECT_THAT(analysed(Built),
              UnorderedElementsAre("run.cpp", "main.cpp", "other.cpp"));
  check();
  expectSameReports();
}

TEST_F(Ninja, WhatItCannotDoItSays) {
  Project.addUnit("src/a.cpp", "int a;\n");
  Project.writeDatabase();
  RunResult R = Project.run({"ninja", "-p", "build", "--", "-DX"});
  EXPECT_EQ(R.Status, 2);
  EXPECT_THAT(R.Err, HasSubstr("compile database"));
  R = Project.run({"ninja", "-p", "nowhere"});
  EXPECT_EQ(R.Status, 2);
  Project.write("src/line\nend.cpp", "int a;\n");
  entry("src/line\nend.cpp", {"clang++", "-c"});
  Project.writeDatabase();
  R = Project.run({"ninja", "-p", "build"});
  EXPECT_EQ(R.Status, 2);
  EXPECT_THAT(R.Err, HasSubstr("line end"));
  EXPECT_FALSE(fs::exists(Project.root() / "lint.ninja"));
  R = Project.run({"analyze", "src/a.cpp", "-o", "a.cwo", "--adapted"});
  EXPECT_EQ(R.Status, 2);
}

} // namespace
