#include "support/Glob.h"
#include <gtest/gtest.h>

using namespace cppwarden;

namespace {

bool path(llvm::StringRef Pattern, llvm::StringRef Path) {
  return llvm::cantFail(PathGlob::compile(Pattern)).matches(Path);
}
bool name(llvm::StringRef Pattern, llvm::StringRef Name) {
  return llvm::cantFail(NameGlob::compile(Pattern)).matches(Name);
}

TEST(PathGlobTest, APatternWithoutSlashNamesAnyComponent) {
  EXPECT_TRUE(path("third_party", "third_party/zlib/inflate.c"));
  EXPECT_TRUE(path("third_party", "src/third_party/a.c"));
  EXPECT_FALSE(path("third_party", "src/third_party_tools/a.c"));
  EXPECT_TRUE(path("moc_*.cpp", "gui/moc_window.cpp"));
  EXPECT_FALSE(path("moc_*.cpp", "gui/window.cpp"));
  EXPECT_FALSE(path("*.cpp", "gui/window.cpp.in"));
}

TEST(PathGlobTest, APatternWithSlashStartsAtTheRoot) {
  EXPECT_TRUE(path("src/legacy", "src/legacy/a/b.cpp"));
  EXPECT_FALSE(path("src/legacy", "lib/src/legacy/a.cpp"));
  EXPECT_TRUE(path("/main.cpp", "main.cpp"));
  EXPECT_FALSE(path("/main.cpp", "src/main.cpp"));
  EXPECT_TRUE(path("./src/*.cpp", "src/a.cpp"));
  EXPECT_FALSE(path("src/*.cpp", "src/x/a.cpp"));
}

TEST(PathGlobTest, DoubleStarsSpanFolders) {
  EXPECT_TRUE(path("src/**/*.cpp", "src/a.cpp"));
  EXPECT_TRUE(path("src/**/*.cpp", "src/x/y/a.cpp"));
  EXPECT_FALSE(path("src/**/*.cpp", "src/x/y/a.h"));
  EXPECT_TRUE(path("third_party/**", "third_party/a/b.c"));
  EXPECT_TRUE(path("**/generated/**", "a/b/generated/c.h"));
  EXPECT_TRUE(path("**", "a/b"));
  EXPECT_FALSE(path("a/**/b/**/c", "a/x/b/x/d"));
}

TEST(PathGlobTest, ASlashAtTheEndMeansAFolder) {
  EXPECT_TRUE(path("vendor/", "vendor/a.c"));
  EXPECT_TRUE(path("vendor/", "x/vendor/a.c"));
  EXPECT_FALSE(path("vendor/", "x/vendor"));
}

TEST(PathGlobTest, AbsolutePathsOfFilesOutsideTheRoot) {
  EXPECT_TRUE(path("/opt/sdk/**", "/opt/sdk/include/a.h"));
  EXPECT_FALSE(path("/opt/sdk/**", "/opt/other/a.h"));
}

TEST(PathGlobTest, AlternativesMaySpanSlashes) {
  EXPECT_TRUE(path("{src,lib/x}/*.{c,cc}", "lib/x/a.cc"));
  EXPECT_TRUE(path("{src,lib/x}/*.{c,cc}", "src/a.c"));
  EXPECT_FALSE(path("{src,lib/x}/*.{c,cc}", "lib/a.c"));
}

TEST(NameGlobTest, WildcardsAndClasses) {
  EXPECT_TRUE(name("weak-*", "weak-hash"));
  EXPECT_FALSE(name("weak-*", "small-key"));
  EXPECT_TRUE(name("*", ""));
  EXPECT_TRUE(name("a?c", "abc"));
  EXPECT_FALSE(name("a?c", "ac"));
  EXPECT_TRUE(name("[a-c]x[!0-9]", "bxz"));
  EXPECT_FALSE(name("[a-c]x[!0-9]", "bx7"));
  EXPECT_TRUE(name("[]]", "]"));
  EXPECT_TRUE(name("\\*", "*"));
  EXPECT_FALSE(name("\\*", "x"));
  EXPECT_TRUE(name("*a*b*c*", "xxaxxbxxcxx"));
  EXPECT_TRUE(name("{a,{b,c}}d", "cd"));
}

TEST(NameGlobTest, MatchingStaysCheapOnHostilePatterns) {
  std::string Pattern;
  for (int I = 0; I < 200; ++I)
    Pattern += "*a";
  EXPECT_FALSE(name(Pattern + "b", std::string(20000, 'a')));
}

TEST(NameGlobTest, MalformedPatternsAreErrors) {
  for (const char *Pattern : {"[abc", "{a,b", "a\\"}) {
    auto G = NameGlob::compile(Pattern);
    EXPECT_FALSE(bool(G)) << Pattern;
    llvm::consumeError(G.takeError());
  }
  std::string Many;
  for (int I = 0; I < 20; ++I)
    Many += "{a,b}";
  auto G = NameGlob::compile(Many);
  EXPECT_FALSE(bool(G));
  llvm::consumeError(G.takeError());
  auto Empty = PathGlob::compile("");
  EXPECT_FALSE(bool(Empty));
  llvm::consumeError(Empty.takeError());
}

} // namespace
