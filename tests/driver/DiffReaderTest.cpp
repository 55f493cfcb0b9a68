#include "driver/DiffReader.h"
#include "driver/SuppressionList.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace cppwarden::driver;

Diff read(llvm::StringRef Patch) {
  auto Value = readDiff(Patch);
  EXPECT_TRUE(bool(Value)) << llvm::toString(Value.takeError());
  return Value ? *Value : Diff();
}

TEST(DiffReader, TellsWrittenReplacedAndRemovedLines) {
  Diff D = read("diff --git a/x.cpp b/x.cpp\n"
                "index 1..2 100644\n--- a/x.cpp\n+++ b/x.cpp\n"
                "@@ -3,0 +4,2 @@ void f()\n+one\n+two\n"
                "@@ -10 +12 @@\n-old\n+new\n"
                "@@ -20,2 +21,0 @@\n-gone\n-too\n");
  ASSERT_EQ(D.Files.size(), 1u);
  EXPECT_EQ(D.Files[0].Path, "x.cpp");
  EXPECT_EQ(changedLines(D.Files[0].Blocks),
            (std::vector<LineRange>{{4, 5}, {12, 12}, {21, 22}}))
      << "what lies around removed lines counts";
}

TEST(DiffReader, ContextIsNoChange) {
  Diff D = read("diff --git a/x b/x\n--- a/x\n+++ b/x\n"
                "@@ -1,5 +1,6 @@\n a\n+new\n b\n-c\n+C\n d\n\n");
  EXPECT_EQ(changedLines(D.Files.at(0).Blocks),
            (std::vector<LineRange>{{2, 2}, {4, 4}}));
}

TEST(DiffReader, ALineOfASourceIsNoHeader) {
  Diff D = read("diff --git a/x b/x\n--- a/x\n+++ b/x\n"
                "@@ -1,2 +1,2 @@\n--- a/y\n-@@ -1 +1 @@\n+++ b/y\n"
                "+diff --git a/z b/z\n\\ No newline at end of file\n");
  ASSERT_EQ(D.Files.size(), 1u);
  EXPECT_EQ(D.Files[0].Path, "x");
}

TEST(DiffReader, NamesAreAnyBytes) {
  Diff D = read("diff --git \"a/q\\\"\\t\\303\\244\\n.cpp\" \"b/x\"\n"
                "--- /dev/null\n+++ \"b/q\\\"\\t\\303\\244\\n.cpp\"\n"
                "@@ -0,0 +1 @@\n+x\n"
                "diff --git a/with space b/with space\n"
                "--- a/with space\t\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n");
  ASSERT_EQ(D.Files.size(), 2u);
  EXPECT_EQ(D.Files[0].Path, "q\"\t\xc3\xa4\n.cpp");
  EXPECT_EQ(D.Files[1].Path, "with space");
  EXPECT_TRUE(D.Files[1].IsDeleted);
}

TEST(DiffReader, MalformedPatchesAreErrors) {
  std::string Head = "diff --git a/x b/x\n--- a/x\n+++ b/x\n";
  for (std::string Patch :
       {Head + "@@ -1,3 +1 @@\n-a\n", Head + "@@ -1 +x @@\n",
        Head + "@@ -1 +1 @@\n?\n", Head + "@@ -99999999999 +1 @@\n",
        std::string("@@ -1 +1 @@\n-a\n+b\n"), std::string("--- x\n+++ x\n"),
        Head + "@@ -1 +1 @@\n-a\n-b\n+c\n"}) {
    auto Value = readDiff(Patch);
    EXPECT_FALSE(bool(Value)) << Patch;
    if (!Value)
      llvm::consumeError(Value.takeError());
  }
  EXPECT_TRUE(read("").Files.empty());
}

TEST(DiffReader, SubmodulesThatCannotBeShown) {
  Diff D = read("Submodule libs/x 1234567...89abcde (commits not present)\n"
                "Submodule libs/y 1234567..89abcde:\n"
                "diff --git a/libs/y/a.h b/libs/y/a.h\n--- a/libs/y/a.h\n"
                "+++ b/libs/y/a.h\n@@ -1 +1 @@\n-a\n+b\n");
  EXPECT_EQ(D.OpaqueSubmodules, (std::vector<std::string>{"libs/x"}));
  EXPECT_EQ(D.Files.at(0).Path, "libs/y/a.h");
}

TEST(DiffReader, MapsLinesThroughAnotherChange) {
  // Two lines put in above line 5, lines 10 and 11 became one.
  std::vector<ChangedBlock> Blocks = {{5, 0, 5, 2}, {10, 2, 12, 1}};
  EXPECT_EQ(mapLines({{1, 2}, {5, 5}, {10, 10}, {12, 13}}, Blocks),
            (std::vector<LineRange>{{1, 2}, {7, 7}, {12, 13}, {13, 14}}));
}

TEST(ReadBlame, DaysOfCommittedLines) {
  std::string A(40, 'a'), Zero(40, '0');
  auto Days =
      readBlame(A +
                " 3 3 1\nauthor N\nauthor-time 86400\nfilename x\n"
                "\tauthor-time 999999999\n" +
                Zero + " 4 4 1\nauthor-time 864000\n\tb\n" + A + " 9 7\n\tc\n");
  using namespace std::chrono;
  ASSERT_EQ(Days.size(), 2u);
  EXPECT_EQ(Days[3], 1970y / January / 2d);
  EXPECT_EQ(Days[7], 1970y / January / 2d);
}

} // namespace
