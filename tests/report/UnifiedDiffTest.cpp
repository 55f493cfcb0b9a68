// That tools apply what is written is shown in tests/cli/FixTest.cpp; here,
// what it looks like.
#include "report/UnifiedDiff.h"
#include <gtest/gtest.h>
#include <set>
#include <vector>

using namespace cppwarden::report;

namespace {

/// Each Edit replaces the first occurrence of a text.
struct Named {
  const char *Old, *New;
};
UnifiedDiff diff(llvm::StringRef Before, std::vector<Named> Edits,
                 std::set<std::size_t> Hidden = {},
                 llvm::StringRef File = "src/a.cpp") {
  std::vector<DiffEdit> Bytes;
  for (const Named &Edit : Edits) {
    std::size_t At = Before.find(Edit.Old);
    EXPECT_NE(At, llvm::StringRef::npos) << Edit.Old;
    Bytes.push_back({At, llvm::StringRef(Edit.Old).size(), Edit.New});
  }
  return unifiedDiff(File, Before, Bytes,
                     [&](std::size_t Line) { return Hidden.count(Line) != 0; });
}

TEST(UnifiedDiff, ShowsThreeLinesAround) {
  EXPECT_EQ(diff("1\n2\n3\n4\nold\n6\n7\n8\n9\n", {{"old", "new"}}).Text,
            "--- a/src/a.cpp\n+++ b/src/a.cpp\n"
            "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-old\n+new\n 6\n 7\n 8\n");
}

TEST(UnifiedDiff, NeighboursAreOneHunkAndOthersAreTwo) {
  std::string Near =
      diff("a\nx\nb\nc\nd\ny\ne\n", {{"x", "X"}, {"y", "Y"}}).Text;
  EXPECT_EQ(Near, "--- a/src/a.cpp\n+++ b/src/a.cpp\n@@ -1,7 +1,7 @@\n"
                  " a\n-x\n+X\n b\n c\n d\n-y\n+Y\n e\n");
  std::string Far =
      diff("x\n1\n2\n3\n4\n5\n6\n7\ny\n", {{"x", "X\nX"}, {"y", "Y"}}).Text;
  EXPECT_EQ(Far, "--- a/src/a.cpp\n+++ b/src/a.cpp\n"
                 "@@ -1,4 +1,5 @@\n-x\n+X\n+X\n 1\n 2\n 3\n"
                 "@@ -6,4 +7,4 @@\n 5\n 6\n 7\n-y\n+Y\n");
}

TEST(UnifiedDiff, TwoEditsOfALineAreOneChange) {
  EXPECT_EQ(diff("f(a, b);\n", {{"a", "c"}, {"b", "d"}}).Text,
            "--- a/src/a.cpp\n+++ b/src/a.cpp\n@@ -1,1 +1,1 @@\n"
            "-f(a, b);\n+f(c, d);\n");
}

TEST(UnifiedDiff, LineEndsStay) {
  EXPECT_EQ(diff("old\r\nb\r\n", {{"old", "new"}}).Text,
            "--- a/src/a.cpp\n+++ b/src/a.cpp\n@@ -1,2 +1,2 @@\n"
            "-old\r\n+new\r\n b\r\n");
  EXPECT_EQ(diff("a\nold", {{"old", "new"}}).Text,
            "--- a/src/a.cpp\n+++ b/src/a.cpp\n@@ -1,2 +1,2 @@\n a\n"
            "-old\n\\ No newline at end of file\n"
            "+new\n\\ No newline at end of file\n");
  EXPECT_EQ(diff("a\nb\nc\n", {{"a\n", ""}}).Text,
            "--- a/src/a.cpp\n+++ b/src/a.cpp\n@@ -1,3 +1,2 @@\n"
            "-a\n-b\n+b\n c\n");
}

TEST(UnifiedDiff, LinesWithSecretsAreNotShown) {
  // The context ends before the secret.
  UnifiedDiff Cut =
      diff("secret\n2\nold\n4\nsecret\n", {{"old", "new"}}, {1, 5});
  EXPECT_EQ(Cut.Text, "--- a/src/a.cpp\n+++ b/src/a.cpp\n@@ -2,3 +2,3 @@\n"
                      " 2\n-old\n+new\n 4\n");
  EXPECT_EQ(Cut.HiddenHunks, 0u);
  // A hunk without context behind it would be taken for the end of the file.
  UnifiedDiff Beside = diff("1\nold\nsecret\n", {{"old", "new"}}, {3});
  EXPECT_EQ(Beside.Text, "");
  EXPECT_EQ(Beside.HiddenHunks, 1u);
  UnifiedDiff Itself = diff("old secret\n2\n", {{"old", "new"}}, {1});
  EXPECT_EQ(Itself.Text, "");
  EXPECT_EQ(Itself.HiddenHunks, 1u);
  // Two changes with a secret between them are two hunks.
  UnifiedDiff Two = diff("x\n2\nsecret\n4\ny\n", {{"x", "X"}, {"y", "Y"}}, {3});
  EXPECT_EQ(Two.Text, "--- a/src/a.cpp\n+++ b/src/a.cpp\n"
                      "@@ -1,2 +1,2 @@\n-x\n+X\n 2\n"
                      "@@ -4,2 +4,2 @@\n 4\n-y\n+Y\n");
}

TEST(UnifiedDiff, NamesAreQuotedAsGitDoes) {
  EXPECT_EQ(
      diff("a\n", {{"a", "b"}}, {}, "my \"f\" \xc3\xa9.cpp").Text.substr(0, 33),
      "--- \"a/my \\\"f\\\" \\303\\251.cpp\"\n+++");
}

} // namespace
