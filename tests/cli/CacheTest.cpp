// Runs over one program with and without earlier results. What was taken from
// the cache is seen in the times of --verbose.
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

class Cache : public testing::Test {
protected:
  Cache() {
    Project.write("early/other.h", "");
    // Clang's names of types without a name hold the header's path.
    Project.write("include/shared.h",
                  "inline int shared() { return 1; }\n"
                  "struct Tag { union { char b[8]; long n; };\n"
                  "Tag(const Tag &) = default; };\n"
                  "inline Tag copy(const Tag &t) { return t; }\n");
    for (const char *Name : {"a", "b", "c"}) {
      std::string Path = std::string("src/") + Name + ".cpp";
      Project.write(Path, "#include \"shared.h\"\n" + flawed(Name));
      Project.addEntry(Path, "clang++ -I" + root("early") + " -I" +
                                 root("include") + " -c {file}");
    }
    Project.write("src/broken.cpp",
                  "#include \"absent.h\"\nint x = nothing;\n");
    Project.addEntry("src/broken.cpp", "clang++ -I" + root("early") + " -I" +
                                           root("include") + " -c {file}");
    Project.writeDatabase();
  }
  std::string root(const std::string &Below) const {
    return (Project.root() / Below).string();
  }
  RunResult check(std::vector<std::string> More = {}) {
    More.insert(More.begin(), {"check", "-p", "build"});
    return Project.run(More);
  }
  /// How many units of a run came from the cache.
  int reused(std::vector<std::string> More = {}) {
    More.push_back("-v");
    std::string Err = check(More).Err;
    std::size_t End = Err.find(" units from the cache");
    EXPECT_NE(End, std::string::npos) << Err;
    return std::stoi(Err.substr(Err.rfind(' ', End - 1) + 1));
  }
  std::size_t stored() const {
    std::size_t Count = 0;
    for (const auto &E : fs::recursive_directory_iterator(
             Project.root() / ".cppwarden-cache/units"))
      Count += E.is_regular_file();
    return Count;
  }
  TestProject Project;
};

TEST_F(Cache, OutputIsTheSameWithAndWithoutIt) {
  for (const char *Format : {"text", "sarif", "jsonl"}) {
    std::string Without = check({"--no-cache", "--format", Format, "-q"}).Out;
    EXPECT_THAT(Without, HasSubstr("command-injection"));
    EXPECT_THAT(Without, HasSubstr("absent.h")) << "incomplete units are kept";
    EXPECT_EQ(check({"--format", Format, "-q"}).Out, Without);
    EXPECT_EQ(check({"--format", Format, "-q"}).Out, Without);
  }
  EXPECT_EQ(reused(), 4);
  EXPECT_EQ(reused({"--no-cache"}), 0);
}

TEST_F(Cache, ByDefaultARunLeavesItsFolderInTheProjectOnly) {
  check({"--no-cache"});
  EXPECT_FALSE(fs::exists(root(".cppwarden-cache")));
  Project.run({"check", "src/a.cpp", "--", "-Iinclude"});
  EXPECT_FALSE(fs::exists(root(".cppwarden-cache")));
  check();
  EXPECT_TRUE(fs::exists(root(".cppwarden-cache/.gitignore")));
  EXPECT_TRUE(fs::exists(root(".cppwarden-cache/CACHEDIR.TAG")));
}

TEST_F(Cache, AChangeCostsTheUnitsItTouches) {
  check();
  Project.write("src/a.cpp", "#include \"shared.h\"\nint a;\n");
  EXPECT_EQ(reused(), 3);
  Project.write("include/shared.h", "inline int shared() { return 2; }\n");
  EXPECT_EQ(reused(), 1) << "only broken.cpp does not include it";
  EXPECT_EQ(reused({"--extra-arg", "-DX"}), 0);
  EXPECT_EQ(reused(), 4);
  EXPECT_EQ(reused({"--select", "weak-hash"}), 0);
  Project.write(".cppwarden/models/x.yaml",
                "library: x\nfunctions:\n  - name: acme\n    sinks: [{at: "
                "arg0, kind: command.shell}]\n");
  EXPECT_EQ(reused(), 0);
  EXPECT_EQ(reused(), 4);
  EXPECT_EQ(reused({"--fail-on", "never"}), 4) << "no unit depends on it";
}

TEST_F(Cache, AHeaderThatAppearsEarlierInTheIncludePathIsSeen) {
  check();
  ASSERT_EQ(reused(), 4);
  Project.write("early/shared.h", "#include <stdlib.h>\n"
                                  "inline void hidden() {\n"
                                  "  if (const char *c = getenv(\"Z\"))\n"
                                  "    system(c);\n}\n");
  EXPECT_EQ(reused(), 1);
  EXPECT_THAT(check().Out, HasSubstr("early/shared.h:4:"));
  Project.write("early/absent.h", "extern int nothing;\n");
  EXPECT_THAT(check().Out, HasSubstr("all 4 units were analysed in full"))
      << "a header that was missing";
  fs::remove(root("early/shared.h"));
  fs::remove(root("early/absent.h"));
  EXPECT_EQ(reused(), 4) << "the results of before are still there";
}

TEST_F(Cache, WhatTheDoctorReadIsNotReadAgain) {
  Project.run({"doctor", "-p", "build"});
  EXPECT_EQ(reused(), 4);
}

TEST_F(Cache, ACopiedFolderServesAnotherCheckout) {
  check();
  TestProject Other;
  fs::copy(Project.root() / "src", Other.root() / "src");
  fs::copy(Project.root() / "early", Other.root() / "early");
  fs::copy(Project.root() / "include", Other.root() / "include");
  fs::copy(Project.root() / ".cppwarden-cache",
           Other.root() / ".cppwarden-cache", fs::copy_options::recursive);
  for (const char *Path :
       {"src/a.cpp", "src/b.cpp", "src/c.cpp", "src/broken.cpp"})
    Other.addEntry(Path, "clang++ -I" + (Other.root() / "early").string() +
                             " -I" + (Other.root() / "include").string() +
                             " -c {file}");
  Other.writeDatabase();
  RunResult R = Other.run({"check", "-p", "build", "-v"});
  EXPECT_THAT(R.Err, HasSubstr("; 4 units from the cache"));
  EXPECT_THAT(R.Err, HasSubstr("\ncppwarden: flow graph of "));
  EXPECT_EQ(R.Out, check().Out);
}

TEST_F(Cache, DamageIsAMissNeverAnError) {
  std::string Good = check().Out;
  ASSERT_GE(stored(), 4u);
  for (const auto &E : fs::recursive_directory_iterator(
           Project.root() / ".cppwarden-cache/units"))
    if (E.is_regular_file())
      std::ofstream(E.path(), std::ios::binary) << "garbage\0\xff";
  RunResult R = check();
  EXPECT_EQ(R.Out, Good);
  EXPECT_EQ(R.Err, "");
}

TEST_F(Cache, AFailedUnitIsNotKept) {
  Project.run({"check", "-p", "build"}, {{"CPPWARDEN_TEST_CRASH_ON", "b.cpp"}});
  EXPECT_EQ(reused(), 3);
  EXPECT_EQ(reused(), 4);
}

TEST_F(Cache, StatisticsAndCleaning) {
  RunResult R = Project.run({"cache", "stats"});
  EXPECT_EQ(R.Status, 0) << R.Err;
  EXPECT_THAT(R.Out, HasSubstr("results:  0"));
  check();
  EXPECT_THAT(Project.run({"cache", "stats"}).Out, HasSubstr("results:  4"));
  R = Project.run({"cache", "clean"});
  EXPECT_THAT(R.Out, HasSubstr("4 results removed"));
  EXPECT_EQ(stored(), 0u);
  EXPECT_EQ(reused(), 0);

  Project.write(".cppwarden.yaml", "cache-folder: ci/cache\n");
  check();
  EXPECT_THAT(Project.run({"cache", "stats"}).Out, HasSubstr("ci/cache"));
  EXPECT_TRUE(fs::exists(root("ci/cache/units")));
  EXPECT_EQ(reused({"--cache", "other"}), 0);
  EXPECT_TRUE(fs::exists(root("other/units")));
  R = check({"--cache", "src"});
  EXPECT_EQ(R.Status, 2);
  EXPECT_THAT(R.Err, HasSubstr("it is no cache of cppwarden and not empty"));
  EXPECT_EQ(Project.run({"cache", "clean", "--cache", "src"}).Status, 2);
  EXPECT_TRUE(fs::exists(root("src/a.cpp")));
}

} // namespace
