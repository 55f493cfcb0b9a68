// Where a model's fixes become a finding's, and where they must not.
#include "TestUnit.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace cppwarden;
using namespace cppwarden::tests;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

constexpr const char *Model = R"(
library: house
functions:
  - names: [old_digest, lib::old_digest]
    sources: [{at: return, kind: crypto.algorithm.weak-hash}]
    fixes:
      - {at: callee, with: new_digest, kind: crypto.algorithm.weak-hash, caution: Hash anew., unless-sized: [16]}
  - name: compute
    sinks: [{at: arg0, kind: crypto.hash-id}]
  - name: sign
    sinks: [{at: arg0, kind: crypto.hash-id}]
    fixes: [{at: arg0, with: new_digest(), kind: crypto.algorithm.weak-hash}]
  - name: by_name
    flows: [{from: arg0, to: return, as: copy}]
    fixes: [{at: arg0, with: '"SHA256"', kind: crypto.hash-id}]
  - names: [make_key, make_tiny_key]
    sinks: [{at: arg0, kind: crypto.bits.rsa}]
    fixes: [{at: arg0, with: 3072, kind: crypto.bits.rsa}]
  - name: choose
    sinks: [{at: arg0, kind: crypto.hash-id}]
    fixes: [{at: arg0, with: "Digest::Sha256", kind: crypto.hash-id}]
  - name: choose_nid
    sinks: [{at: arg0, kind: crypto.hash-id}]
    fixes: [{at: arg0, with: NID_sha256, kind: crypto.hash-id}]
  - name: weak_call
    when: {arg0: 1}
    uses: [crypto.weak-kdf]
    fixes: [{at: arg0, with: 5000, kind: crypto.weak-kdf}]
)";

constexpr const char *Declarations = R"(#pragma once
struct EVP;
extern "C" { const EVP *old_digest(); const EVP *new_digest(); const EVP *by_name(const char *name); }
namespace lib { const EVP *old_digest(); const EVP *new_digest(); }
void compute(const EVP *);
void sign(const EVP *);
void make_key(int bits);
void make_tiny_key(short bits);
struct Digest { enum Algorithm { Md5, Sha256 }; };
void choose(Digest::Algorithm);
void weak_call(int rounds);
#define NID_md5 4
#define NID_sha256 672
void choose_nid(int);
)";

class FixOffersTest : public testing::Test {
protected:
  FixOffersTest() { Folder.write("system/house.h", Declarations); }

  void load(std::map<std::string, std::int64_t> Policy = {}) {
    rules::RuleOptions Options;
    Options.EnabledRules = {"small-key", "weak-hash", "weak-kdf"};
    Options.Policy = std::move(Policy);
    Options.ModelFiles = {Folder.write("model.yaml", Model)};
    auto Loaded = rules::RuleSet::load(Options);
    ASSERT_TRUE(bool(Loaded)) << llvm::toString(Loaded.takeError());
    Rules = std::move(*Loaded);
  }

  std::vector<Finding> findings(const std::vector<std::string> &Files) {
    if (!Rules)
      load();
    std::vector<std::string> Paths;
    for (const std::string &File : Files)
      Paths.push_back((Folder.path() / "src" / File).string());
    LintResult Result = lint(*Rules, (Folder.path() / "src").string(), Paths,
                             {"-isystem", (Folder.path() / "system").string()});
    EXPECT_THAT(Result.Errors, IsEmpty());
    return Result.Findings;
  }

  /// For each finding of one unit: "LINE: description", or "LINE" without fix.
  std::vector<std::string> fixesIn(const std::string &Code) {
    Folder.write("src/a.cpp", "#include <house.h>\n" + Code);
    std::vector<std::string> Result;
    for (const Finding &F : findings({"a.cpp"}))
      Result.push_back(
          std::to_string(F.Range.Line) +
          (F.Fixes.empty() ? "" : ": " + F.Fixes.front().Description));
    return Result;
  }

  TemporaryFolder Folder;
  std::unique_ptr<rules::RuleSet> Rules;
};

TEST_F(FixOffersTest, ACalledFunctionGetsAnotherName) {
  Folder.write("src/a.cpp",
               "#include <house.h>\nvoid f() { compute(old_digest()); }\n");
  std::vector<Finding> Found = findings({"a.cpp"});
  ASSERT_EQ(Found.size(), 1u);
  ASSERT_EQ(Found[0].Fixes.size(), 1u);
  const Fix &Way = Found[0].Fixes[0];
  EXPECT_EQ(Way.Description, "Use new_digest()");
  EXPECT_EQ(Way.Caution, "Hash anew.");
  EXPECT_EQ(Way.Safety, FixSafety::Unsafe);
  EXPECT_THAT(Way.Edits,
              ElementsAre(TextEdit{
                  {"a.cpp", 2, 20, 2, 30}, "old_digest", "new_digest"}));
}

TEST_F(FixOffersTest, ItStandsWhereTheValueComesFrom) {
  EXPECT_THAT(fixesIn("const EVP *mine() {\n"
                      "  return lib::old_digest();\n"
                      "}\n"
                      "void f() { const EVP *e = old_digest(); compute(e); }\n"
                      "void g() { compute(mine()); }\n"),
              ElementsAre("5: Use new_digest()", "6: Use new_digest()"));
  std::vector<Finding> Found = findings({"a.cpp"});
  EXPECT_EQ(Found[1].Fixes[0].Edits[0].Range,
            (SourceRange{"a.cpp", 3, 15, 3, 25}))
      << "the qualifier stays";
}

TEST_F(FixOffersTest, ASafeOneIsPreferred) {
  Folder.write("src/a.cpp",
               "#include <house.h>\nvoid f() { sign(old_digest()); }\n");
  std::vector<Finding> Found = findings({"a.cpp"});
  ASSERT_EQ(Found.size(), 1u);
  ASSERT_EQ(Found[0].Fixes.size(), 1u);
  EXPECT_EQ(Found[0].Fixes[0].Safety, FixSafety::Safe);
  EXPECT_EQ(Found[0].Fixes[0].Description,
            "Use new_digest() instead of old_digest()");
}

TEST_F(FixOffersTest, TextsNumbersAndEnumerators) {
  EXPECT_THAT(fixesIn("void f() { compute(by_name(\"md5\")); }\n"
                      "void g() { make_key(1024); }\n"
                      "void h() { make_key((1'024u)); }\n"
                      "void i() { make_key(0x400L); }\n"),
              ElementsAre("2: Use \"SHA256\" instead of \"md5\"",
                          "3: Use 3072 instead of 1024",
                          "4: Use 3072u instead of 1'024u",
                          "5: Use 3072L instead of 0x400L"));
}

TEST_F(FixOffersTest, WhatIsNoPlainTextIsLeft) {
  EXPECT_THAT(
      fixesIn("constexpr int bits = 1024;\n"
              "void a() { make_key(bits); }\n"    // used elsewhere too
              "void b() { make_key(512 * 2); }\n" // computed
              "void c() { make_key(static_cast<short>(1024)); }\n" // a cast
              "void d() { compute(by_name(\"m\" \"d5\")); }\n"     // two pieces
              "void e() { compute(by_name(\"\\x6d\\x64\\x35\")); }\n" // escapes
              "void f() { const char *n = \"md5\"; compute(by_name(n)); }\n"
              "void g() { make_tiny_key(1024); }\n"), // short holds 3072
      ElementsAre("3", "4", "5", "6", "7", "8", "9: Use 3072 instead of 1024"));
}

TEST_F(FixOffersTest, NothingInAMacroIsTouched) {
  EXPECT_THAT(fixesIn("#define CHECK(x) do { x; } while (0)\n"
                      "#define OURS old_digest()\n"
                      "#define NAME \"md5\"\n"
                      "#define BITS 1024\n"
                      "#define DIGEST old_digest\n"
                      "void a() { CHECK(compute(old_digest())); }\n"
                      "void b() { compute(OURS); }\n"
                      "void c() { compute(by_name(NAME)); }\n"
                      "void d() { make_key(BITS); }\n"
                      "void e() { compute(DIGEST()); }\n"
                      "void f() { CHECK(make_key(1024)); }\n"),
              ElementsAre("7", "8", "9", "10", "11", "12"));
}

TEST_F(FixOffersTest, ALargerPolicyIsMetWhereItFits) {
  load({{"rsa-bits", 4096}});
  EXPECT_THAT(fixesIn("void a() { make_key(1024); }\n"
                      "void b() { make_key(3072); }\n"),
              ElementsAre("2: Use 4096 instead of 1024",
                          "3: Use 4096 instead of 3072"));
  Rules.reset();
  load({{"rsa-bits", 65536}});
  EXPECT_THAT(fixesIn("void a() { make_tiny_key(1024); }\n"), ElementsAre("2"));
}

TEST_F(FixOffersTest, AnArgumentOfAUse) {
  EXPECT_THAT(fixesIn("void a() { weak_call(1); }\n"
                      "void b() { weak_call(100000); }\n"),
              ElementsAre("2: Use 5000 instead of 1"));
}

TEST_F(FixOffersTest, ASizeThatWouldNotFitWithholds) {
  EXPECT_THAT(
      fixesIn(
          "#include <array>\n"
          "struct S { unsigned char tag[16]; void m(); };\n"
          "constexpr int Length = 16;\n"
          "void a() { unsigned char d[16]; compute(old_digest()); }\n"
          "void b(unsigned char d[16]) { compute(old_digest()); }\n"
          "void c() { std::array<char, 16> d; compute(old_digest()); }\n"
          "void S::m() { tag[0] = 0; compute(old_digest()); }\n"
          "void e() { char *d = new char[Length]; compute(old_digest()); }\n"
          "void f() { unsigned char d[64]; compute(old_digest()); }\n"),
      ElementsAre("5", "6", "7", "8", "9", "10: Use new_digest()"));
}

TEST_F(FixOffersTest, ConstantsOfALibraryAreText) {
  EXPECT_THAT(fixesIn("void a() { choose(Digest::Md5); }\n"
                      "void b() { auto d = Digest::Md5; choose(d); }\n"
                      "void c() { choose_nid(NID_md5); }\n"
                      "#define OUR_DIGEST NID_md5\n"
                      "void d() { choose_nid(OUR_DIGEST); }\n"
                      "#define CALL(x) choose_nid(x)\n"
                      "void e() { CALL(NID_md5); }\n"),
              ElementsAre("2: Use Digest::Sha256 instead of Digest::Md5", "3",
                          "4: Use NID_sha256 instead of NID_md5", "6", "8"));
}

TEST_F(FixOffersTest, OneFixForAHeaderThatTwoUnitsRead) {
  Folder.write("src/h.h", "#pragma once\n#include <house.h>\n"
                          "inline void f() { compute(old_digest()); }\n"
                          "template <class T> void g(T) { make_key(1024); }\n");
  Folder.write("src/a.cpp",
               "#include \"h.h\"\nvoid a() { f(); g(1); g('c'); }\n");
  Folder.write("src/b.cpp", "#include \"h.h\"\nvoid b() { f(); g(2.0); }\n");
  std::vector<Finding> Found = findings({"a.cpp", "b.cpp"});
  ASSERT_EQ(Found.size(), 2u);
  for (const Finding &F : Found) {
    EXPECT_EQ(F.Range.File, "h.h");
    EXPECT_EQ(F.Fixes.size(), 1u) << describe(F);
  }
}

TEST_F(FixOffersTest, GeneratedFilesAreLeft) {
  EXPECT_THAT(fixesIn("// Made by gen.py. DO NOT EDIT!\n"
                      "void f() { compute(old_digest()); }\n"),
              ElementsAre("3"));
  EXPECT_THAT(fixesIn("/* @generated */\nvoid f() { make_key(512); }\n"),
              ElementsAre("3"));
  EXPECT_THAT(fixesIn(std::string(3000, '\n') + "// do not edit this table\n" +
                      "void f() { make_key(512); }\n"),
              ElementsAre("3003: Use 3072 instead of 512"))
      << "only the head counts";
}

} // namespace
