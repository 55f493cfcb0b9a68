#include "report/LineHashes.h"
#include <gmock/gmock.h>

using namespace cppwarden::report;
using ::testing::ElementsAre;

// Expected values were computed apart from this code, by summing unit *
// 37^(99-i) modulo 2^64 with Python's integers. The empty file's is simply
// 65535 * 37^99 mod 2^64 = 0xc129715d7a2bc9a3.

TEST(LineHashes, EmptyFileIsTheEndMarkerAlone) {
  EXPECT_THAT(githubLineHashes(""), ElementsAre("c129715d7a2bc9a3:1"));
}

TEST(LineHashes, LineEndsAreAllLf) {
  EXPECT_THAT(githubLineHashes("\n\n\n"),
              ElementsAre("4e5d562094661a0d:1", "5b5d4caf73a13177:1",
                          "3c5bef55b72b93c9:1", "c129715d7a2bc9a3:1"));
  EXPECT_THAT(githubLineHashes("\r\n\r\n"),
              ElementsAre("5b5d4caf73a13177:1", "3c5bef55b72b93c9:1",
                          "c129715d7a2bc9a3:1"));
  EXPECT_EQ(githubLineHashes("\n\r"), githubLineHashes("\r\n\n"));
  EXPECT_EQ(githubLineHashes("int x;\nint y;\n"),
            githubLineHashes("int x;\r\nint y;\r\n"));
  // Not right behind the CR: a line end of its own.
  EXPECT_EQ(githubLineHashes("\r \n"), githubLineHashes("\n\n"));
}

TEST(LineHashes, WhiteSpaceInLinesIsSkipped) {
  EXPECT_THAT(githubLineHashes("a b\tc\n"),
              ElementsAre("861c3fe48942a2fb:1", "c129715d7a2bc9a3:1"));
  EXPECT_EQ(githubLineHashes("a b\tc\n"), githubLineHashes("  abc\t\n"));
  EXPECT_THAT(githubLineHashes(" a\n\ta\n"),
              ElementsAre("ee4468fa4a9bc719:1", "243cbaa4685aab12:1",
                          "c129715d7a2bc9a3:1"));
}

TEST(LineHashes, UnitsAreUtf16) {
  // U+00E9, then U+1F600 as D83D DE00.
  EXPECT_THAT(githubLineHashes("é😀\n"),
              ElementsAre("16a367e7bde89037:1", "c129715d7a2bc9a3:1"));
  // Bytes that are not UTF-8 are U+FFFD.
  EXPECT_EQ(githubLineHashes("\xFFz\n"), githubLineHashes("\xEF\xBF\xBDz\n"));
}

TEST(LineHashes, WindowIsHundredUnitsAndEqualHashesAreCounted) {
  std::string Line(99, 'x');
  EXPECT_THAT(githubLineHashes(Line + "\n" + Line + "\n"),
              ElementsAre("52b56201ffb585b2:1", "52b56201ffb585b2:2",
                          "c129715d7a2bc9a3:1"));
  std::string Full(100, 'x');
  EXPECT_THAT(githubLineHashes(Full + "1\n" + Full + "2\n"),
              ElementsAre("52b56201ffb58620:1", "52b56201ffb58620:2",
                          "c129715d7a2bc9a3:1"));
}

TEST(LineHashes, LastLineWithoutLineEndHasNoLineBehindIt) {
  EXPECT_EQ(githubLineHashes("a\nb").size(), 2u);
  EXPECT_EQ(githubLineHashes("a\nb\n").size(), 3u);
}
