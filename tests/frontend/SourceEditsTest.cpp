#include "frontend/SourceEdits.h"
#include <gtest/gtest.h>

using namespace cppwarden::frontend;

namespace {

TEST(SourceEdits, AreMadeTogether) {
  SourceEdits Edits;
  EXPECT_TRUE(Edits.add({12, 7, "EVP_sha256"}));
  EXPECT_TRUE(Edits.add({0, 1, "XY"}));
  auto After = Edits.apply("a b c d e = EVP_md5();\r\n");
  ASSERT_TRUE(bool(After));
  EXPECT_EQ(*After, "XY b c d e = EVP_sha256();\r\n");
  std::vector<ByteEdit> Sorted = {{0, 1, "XY"}, {12, 7, "EVP_sha256"}};
  EXPECT_EQ(Edits.edits(), Sorted);
}

TEST(SourceEdits, TheFirstOfTwoThatConflictStays) {
  SourceEdits Edits;
  EXPECT_TRUE(Edits.add({2, 4, "one"}));
  EXPECT_FALSE(Edits.add({4, 4, "two"}));
  EXPECT_FALSE(Edits.add({0, 8, "around"}));
  EXPECT_FALSE(Edits.add({2, 4, "other"}));
  EXPECT_TRUE(Edits.add({2, 4, "one"})) << "the same again is no conflict";
  EXPECT_TRUE(Edits.add({6, 1, "!"})) << "neighbours do not overlap";
  EXPECT_EQ(llvm::cantFail(Edits.apply("0123456789")), "01one!789");
}

TEST(SourceEdits, CopiesAreIndependent) {
  SourceEdits Edits;
  ASSERT_TRUE(Edits.add({0, 1, "a"}));
  SourceEdits Copy = Edits;
  ASSERT_TRUE(Copy.add({2, 1, "c"}));
  EXPECT_EQ(Edits.edits().size(), 1u);
  EXPECT_EQ(Copy.edits().size(), 2u);
}

TEST(SourceEdits, NothingOutsideOfTheFileIsTouched) {
  SourceEdits Edits;
  ASSERT_TRUE(Edits.add({8, 4, "x"}));
  auto After = Edits.apply("0123456789");
  EXPECT_FALSE(bool(After));
  llvm::consumeError(After.takeError());
  EXPECT_FALSE(Edits.add({std::size_t(1) << 40, 1, "x"}));
}

} // namespace
