// `--fix` and `--diff`, through the program.
#include "TestProject.h"
#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using namespace cppwarden::test;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// What the units use of OpenSSL, so that they compile without it.
constexpr const char *Library = R"(#pragma once
struct EVP_MD; struct EVP_MD_CTX; struct ENGINE; struct RSA; struct BIGNUM; struct BN_GENCB; struct AES_KEY;
extern "C" {
const EVP_MD *EVP_md5(void);
const EVP_MD *EVP_sha256(void);
int EVP_DigestInit_ex(EVP_MD_CTX *, const EVP_MD *, ENGINE *);
int RAND_pseudo_bytes(unsigned char *, int);
int RAND_bytes(unsigned char *, int);
int AES_set_encrypt_key(const unsigned char *, int, AES_KEY *);
int RSA_generate_key_ex(RSA *, int, BIGNUM *, BN_GENCB *);
}
)";

/// One finding with a safe fix (line 3), one with an unsafe one (line 7).
std::string unit(const std::string &Name) {
  return "#include <crypto.h>\n"
         "void key_" +
         Name +
         "(unsigned char *key, AES_KEY *schedule) {\n"
         "  RAND_pseudo_bytes(key, 32);\n"
         "  AES_set_encrypt_key(key, 256, schedule);\n"
         "}\n"
         "void digest_" +
         Name +
         "(EVP_MD_CTX *context) {\n"
         "  EVP_DigestInit_ex(context, EVP_md5(), nullptr);\n"
         "}\n";
}

std::string replaced(std::string Text, const std::string &Old,
                     const std::string &New) {
  for (std::size_t At = 0; (At = Text.find(Old, At)) != std::string::npos;
       At += New.size())
    Text.replace(At, Old.size(), New);
  return Text;
}

class FixTest : public testing::Test {
protected:
  FixTest() { Project.write("system/crypto.h", Library); }

  std::string flags() const {
    return "-std=c++17 -isystem " + (Project.root() / "system").string();
  }
  void add(const std::string &File, const std::string &Text) {
    Project.write(File, Text);
    Project.addEntry(File, "clang++ " + flags() + " -c {file} -o {file}.o");
    Project.writeDatabase();
  }
  RunResult check(std::vector<std::string> More) {
    std::vector<std::string> Arguments = {"check", "-p", "build"};
    Arguments.insert(Arguments.end(), More.begin(), More.end());
    return Project.run(Arguments);
  }
  std::string text(const std::string &File) const {
    return readFile(Project.root() / File);
  }
  bool compiles(const std::string &File) const {
    std::string Compiler = std::system("command -v clang++-22 >/dev/null") == 0
                               ? "clang++-22 "
                               : "clang++ ";
    return std::system((Compiler + "-fsyntax-only -Werror " + flags() + " " +
                        (Project.root() / File).string())
                           .c_str()) == 0;
  }

  TestProject Project;
};

TEST_F(FixTest, MakesTheSafeOnesAndReportsWhatRemains) {
  add("src/a.cpp", unit("a"));
  RunResult R = check({"--fix"});
  EXPECT_EQ(R.Status, 1) << R.Err;
  EXPECT_EQ(text("src/a.cpp"),
            replaced(unit("a"), "RAND_pseudo_bytes", "RAND_bytes"));
  EXPECT_THAT(R.Err,
              AllOf(HasSubstr("fixed src/a.cpp:3:3: Use RAND_bytes() "
                              "[predictable-random]"),
                    HasSubstr("1 finding has a fix that something else must "
                              "follow; --fix --unsafe-fixes takes them too"),
                    HasSubstr("fixed 1 finding, 1 remains")));
  EXPECT_THAT(R.Out, AllOf(Not(HasSubstr("predictable-random")),
                           HasSubstr("[weak-hash]"),
                           HasSubstr("fix available (--fix --unsafe-fixes): "
                                     "Use EVP_sha256()\n")));
  EXPECT_TRUE(compiles("src/a.cpp"));
}

TEST_F(FixTest, UnsafeOnesAreMadeOnRequestAndTwiceIsOnce) {
  add("src/a.cpp", unit("a"));
  RunResult R = check({"--fix", "--unsafe-fixes"});
  EXPECT_EQ(R.Status, 0) << R.Out << R.Err;
  EXPECT_THAT(R.Err, AllOf(HasSubstr("fixed 2 findings, 0 remain"),
                           HasSubstr("to do: The digest has 32 bytes")));
  std::string Fixed =
      replaced(replaced(unit("a"), "RAND_pseudo_bytes", "RAND_bytes"),
               "EVP_md5", "EVP_sha256");
  EXPECT_EQ(text("src/a.cpp"), Fixed);
  EXPECT_TRUE(compiles("src/a.cpp"));
  auto Before = fs::last_write_time(Project.root() / "src/a.cpp");
  R = check({"--fix", "--unsafe-fixes"});
  EXPECT_EQ(R.Status, 0);
  EXPECT_THAT(R.Err, Not(HasSubstr("fixed")));
  EXPECT_EQ(text("src/a.cpp"), Fixed);
  EXPECT_EQ(fs::last_write_time(Project.root() / "src/a.cpp"), Before);
}

TEST_F(FixTest, ACheckNamesThemAndChangesNothing) {
  add("src/a.cpp", unit("a"));
  RunResult R = check({});
  EXPECT_THAT(R.Out, HasSubstr("  fix available (--fix): Use RAND_bytes()\n"));
  EXPECT_EQ(text("src/a.cpp"), unit("a"));
}

TEST_F(FixTest, AHeaderOfTwoUnitsIsFixedOnce) {
  Project.write("src/shared.h", "#pragma once\n" + replaced(unit("h"), "void ",
                                                            "inline void "));
  add("src/a.cpp", "#include \"shared.h\"\nint a;\n");
  add("src/b.cpp", "#include \"shared.h\"\nint b;\n");
  RunResult R = check({"--fix", "--unsafe-fixes"});
  EXPECT_EQ(R.Status, 0) << R.Out << R.Err;
  EXPECT_THAT(R.Err, HasSubstr("fixed 2 findings, 0 remain"));
  EXPECT_THAT(text("src/shared.h"),
              AllOf(HasSubstr("  RAND_bytes(key, 32);"),
                    HasSubstr("context, EVP_sha256(), nullptr")));
  EXPECT_TRUE(compiles("src/a.cpp"));
}

TEST_F(FixTest, MacrosGeneratedAndForeignFilesAreLeft) {
  std::string InMacro = "#define RUN(x) x\n" +
                        replaced(unit("m"), "  RAND_pseudo_bytes(key, 32);",
                                 "  RUN(RAND_pseudo_bytes(key, 32););");
  add("src/macro.cpp", InMacro);
  std::string Generated =
      "// Generated by maketable. Do not edit.\n" + unit("g");
  add("src/table.cpp", Generated);
  Project.write("third_party/x/x.h", unit("x"));
  add("src/user.cpp", "#include \"../third_party/x/x.h\"\n");
  RunResult R = check({"--fix"});
  EXPECT_EQ(R.Status, 1);
  EXPECT_EQ(text("src/macro.cpp"), InMacro);
  EXPECT_EQ(text("src/table.cpp"), Generated);
  EXPECT_EQ(text("third_party/x/x.h"), unit("x"));
}

TEST_F(FixTest, LineEndsModeAndBytesStay) {
  std::string Dos =
      "\xEF\xBB\xBF" + replaced(unit("a"), "\n", "\r\n") + "// \xff no UTF-8";
  add("src/a.cpp", Dos);
  fs::permissions(Project.root() / "src/a.cpp", fs::perms(0740));
  RunResult R = check({"--fix", "--unsafe-fixes"});
  EXPECT_EQ(R.Status, 0) << R.Out << R.Err;
  EXPECT_EQ(text("src/a.cpp"),
            replaced(replaced(Dos, "RAND_pseudo_bytes", "RAND_bytes"),
                     "EVP_md5", "EVP_sha256"));
  EXPECT_EQ(fs::status(Project.root() / "src/a.cpp").permissions(),
            fs::perms(0740));
}

TEST_F(FixTest, AReadOnlyFileIsToldAndLeft) {
  add("src/a.cpp", unit("a"));
  fs::permissions(Project.root() / "src/a.cpp", fs::perms(0444));
  RunResult R = check({"--fix"});
  EXPECT_EQ(R.Status, 1);
  EXPECT_THAT(R.Err, HasSubstr("src/a.cpp:3:3: not fixed: the file is "
                               "read-only"));
  EXPECT_EQ(text("src/a.cpp"), unit("a"));
  EXPECT_THAT(R.Out, HasSubstr("[predictable-random]"));
}

TEST_F(FixTest, SuppressedAndKnownFindingsAreNotFixed) {
  std::string Suppressed =
      replaced(unit("a"), "(key, 256, schedule);",
               "(key, 256, schedule); // cppwarden-ignore: a test key");
  add("src/a.cpp", Suppressed);
  add("src/b.cpp", unit("b"));
  ASSERT_EQ(Project.run({"baseline", "create", "-p", "build"}).Status, 0);
  RunResult R = check(
      {"--fix", "--unsafe-fixes", "--baseline", ".cppwarden-baseline.json"});
  EXPECT_EQ(R.Status, 0) << R.Out;
  EXPECT_EQ(text("src/a.cpp"), Suppressed);
  EXPECT_EQ(text("src/b.cpp"), unit("b"));
}

TEST_F(FixTest, OtherFormatsReportWhatRemains) {
  add("src/a.cpp", unit("a"));
  RunResult R = check({"--fix", "--format", "jsonl"});
  EXPECT_EQ(R.Status, 1) << R.Err;
  std::istringstream Lines(R.Out);
  std::string Line;
  ASSERT_TRUE(std::getline(Lines, Line));
  auto Finding = nlohmann::json::parse(Line);
  EXPECT_EQ(Finding["rule"], "weak-hash");
  ASSERT_EQ(Finding["fixes"].size(), 1u);
  EXPECT_EQ(Finding["fixes"][0]["safe"], false);
  EXPECT_EQ(Finding["fixes"][0]["edits"][0]["replacement"], "EVP_sha256");
  EXPECT_EQ(Finding["fixes"][0]["edits"][0]["column"], 30);
}

/// A program of this machine with the diff on its standard input.
bool applies(const std::string &Command, const fs::path &Folder,
             const std::string &Diff) {
  std::ofstream(Folder / "fix.diff", std::ios::binary) << Diff;
  return std::system(
             ("cd '" + Folder.string() + "' && " + Command + " < fix.diff >&2")
                 .c_str()) == 0;
}

TEST_F(FixTest, TheDiffIsWhatFixDoes) {
  std::map<std::string, std::string> Files = {
      {"src/a.cpp", unit("a")},
      {"src/dos.cpp", replaced(unit("dos"), "\n", "\r\n")},
      {"src/with space.cpp", unit("space")},
      {"src/end.cpp", "#include <crypto.h>\nvoid e(EVP_MD_CTX *c) { "
                      "EVP_DigestInit_ex(c, EVP_md5(), nullptr); }"}};
  for (const auto &[Name, Text] : Files) {
    Project.write(Name, Text);
    Project.addEntry(Name, "clang++ " + flags() + " -c '{file}' -o x.o");
  }
  Project.writeDatabase();
  RunResult R = check({"--diff", "--unsafe-fixes"});
  EXPECT_EQ(R.Status, 1) << R.Err;
  EXPECT_THAT(R.Err, HasSubstr("--fix would mend 7 findings in 4 files"));
  for (const auto &[Name, Text] : Files)
    EXPECT_EQ(text(Name), Text) << "--diff changes nothing";
  std::string Diff = R.Out;
  EXPECT_THAT(Diff,
              HasSubstr("--- a/src/a.cpp\n+++ b/src/a.cpp\n@@ -1,8 +1,8"));

  std::map<std::string, fs::path> Copies;
  for (const char *Tool : {"patch", "git"}) {
    if (std::system(
            ("command -v " + std::string(Tool) + " >/dev/null").c_str()) != 0)
      continue;
    fs::path Copy = Project.root() / "copies" / Tool;
    fs::create_directories(Copy);
    fs::copy(Project.root() / "src", Copy / "src", fs::copy_options::recursive);
    Copies[Tool] = Copy;
  }
  ASSERT_FALSE(Copies.empty());
  if (Copies.count("patch"))
    EXPECT_TRUE(applies("patch -p1 --binary", Copies["patch"], Diff)) << Diff;
  if (Copies.count("git"))
    EXPECT_TRUE(
        applies("git init -q . && git apply --verbose -", Copies["git"], Diff))
        << Diff;
  EXPECT_EQ(check({"--fix", "--unsafe-fixes"}).Status, 0);
  for (const auto &[Tool, Copy] : Copies)
    for (const auto &[Name, Text] : Files) {
      EXPECT_EQ(readFile(Copy / Name), text(Name)) << Tool << " " << Name;
      EXPECT_NE(text(Name), Text);
    }
  R = check({"--diff", "--unsafe-fixes"});
  EXPECT_EQ(R.Status, 0);
  EXPECT_THAT(R.Out, IsEmpty());
}

TEST_F(FixTest, ADiffShowsNoSecret) {
  std::string Secret = "qV7rT2mZ9xLw4KpB";
  add("src/a.cpp", "#include <crypto.h>\n"
                   "void d(EVP_MD_CTX *context) {\n"
                   "  EVP_DigestInit_ex(context, EVP_md5(), nullptr);\n"
                   "  const char *password = \"" +
                       Secret +
                       "\";\n"
                       "  extern void login(const char *); login(password);\n"
                       "}\n");
  RunResult R = check({"--diff", "--unsafe-fixes"});
  EXPECT_EQ(R.Status, 1);
  EXPECT_THAT(R.Out, Not(HasSubstr(Secret)));
  EXPECT_THAT(R.Err, HasSubstr("src/a.cpp: 1 change beside a secret not "
                               "shown; --fix makes it"));
}

TEST_F(FixTest, AFileThatChangedSinceItWasReadIsRefused) {
  add("src/a.cpp", unit("a"));
  RunResult R =
      Project.run({"analyze", "-p", "build", "src/a.cpp", "-o", "a.cwo"});
  ASSERT_EQ(R.Status, 0) << R.Err;
  R = Project.run({"link", "a.cwo", "--diff"});
  EXPECT_EQ(R.Status, 1) << R.Err;
  EXPECT_THAT(R.Out, HasSubstr("+  RAND_bytes(key, 32);"));
  Project.write("src/a.cpp", "// one line more\n" + unit("a"));
  R = Project.run({"link", "a.cwo", "--diff"});
  EXPECT_EQ(R.Status, 0);
  EXPECT_THAT(R.Out, IsEmpty());
  EXPECT_THAT(R.Err, HasSubstr("src/a.cpp:3:3: not fixed: the file has changed "
                               "since it was read"));
}

TEST_F(FixTest, WhatCannotStandTogetherIsAnError) {
  add("src/a.cpp", unit("a"));
  for (std::vector<std::string> Options :
       {std::vector<std::string>{"--fix", "--diff"},
        {"--unsafe-fixes"},
        {"--diff", "--format", "sarif"},
        {"--fix", "--stdin-filename", "src/a.cpp"},
        {"--fix", "--dump-flow", "digest_a"}}) {
    RunResult R = check(Options);
    EXPECT_EQ(R.Status, 2) << Options[0];
    EXPECT_THAT(R.Err, HasSubstr("cppwarden: ")) << Options[0];
  }
  EXPECT_EQ(text("src/a.cpp"), unit("a"));
}

TEST_F(FixTest, AnIncompleteRunWithoutFixesIsNoClean) {
  add("src/a.cpp", "#include <gone.h>\n");
  EXPECT_EQ(check({"--diff"}).Status, 3);
  EXPECT_EQ(check({"--fix"}).Status, 3);
}

TEST_F(FixTest, ReportsInFilesGoWithADiff) {
  add("src/a.cpp", unit("a"));
  RunResult R = check({"--diff", "--output", "jsonl:out.jsonl"});
  EXPECT_EQ(R.Status, 1);
  EXPECT_THAT(text("out.jsonl"),
              HasSubstr("\"description\":\"Use RAND_bytes()\""));
  EXPECT_THAT(R.Out,
              AllOf(HasSubstr("+  RAND_bytes"), Not(HasSubstr("weak-hash"))));
}

} // namespace
