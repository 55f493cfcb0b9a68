#include "lsp/Positions.h"
#include "lsp/CodeActions.h"
#include "lsp/MessageInput.h"
#include <gtest/gtest.h>

using namespace cppwarden;
using namespace cppwarden::lsp;
using llvm::lsp::Position;
using llvm::lsp::Range;

namespace {

// One byte, two bytes, three bytes, four bytes (two UTF-16 units).
const std::string Mixed = "a\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80z\n";

TEST(PositionsTest, Utf16ColumnsBecomeOffsets) {
  report::SourceText Text("x\n" + Mixed);
  EXPECT_EQ(offsetOf(Text, {1, 0}), 2u);
  EXPECT_EQ(offsetOf(Text, {1, 1}), 3u);
  EXPECT_EQ(offsetOf(Text, {1, 2}), 5u);
  EXPECT_EQ(offsetOf(Text, {1, 3}), 8u);
  EXPECT_EQ(offsetOf(Text, {1, 4}), 8u) << "inside a surrogate pair";
  EXPECT_EQ(offsetOf(Text, {1, 5}), 12u);
  EXPECT_EQ(offsetOf(Text, {1, 99}), 13u) << "the line's end";
  EXPECT_EQ(offsetOf(Text, {9, 0}), 14u) << "the text's end";
  EXPECT_EQ(offsetOf(Text, {-1, 0}), 0u);
}

TEST(PositionsTest, FindingsBecomeRanges) {
  report::SourceText Text(Mixed);
  Range Shown = toRange({"a.cpp", 1, 7, 1, 11}, &Text);
  EXPECT_EQ(Shown.start, Position(0, 3));
  EXPECT_EQ(Shown.end, Position(0, 5));
  EXPECT_EQ(toRange({"a.cpp", 4, 2, 3, 1}, nullptr).end, Position(3, 1));
  EXPECT_EQ(toRange({"a.cpp", 0, 0, 0, 0}, nullptr).start, Position(0, 0));
}

std::string changed(std::string Text, Range Where, std::string With) {
  llvm::lsp::TextDocumentContentChangeEvent Change;
  Change.range = Where;
  Change.text = std::move(With);
  return applyChange(std::move(Text), Change);
}

TEST(PositionsTest, ChangesAreApplied) {
  EXPECT_EQ(changed(Mixed, {{0, 3}, {0, 5}}, "!"), "a\xc3\xa4\xe2\x82\xac!z\n");
  EXPECT_EQ(changed("a\r\nb\r\n", {{0, 1}, {1, 0}}, ""), "ab\r\n");
  EXPECT_EQ(changed("a\n", {{1, 0}, {1, 0}}, "b"), "a\nb");
  EXPECT_EQ(changed("ab", {{0, 2}, {0, 1}}, "c"), "abc") << "backward";
  llvm::lsp::TextDocumentContentChangeEvent Whole;
  Whole.text = "new";
  EXPECT_EQ(applyChange("old", Whole), "new");
}

TEST(PositionsTest, RangesTouchAtTheirEnds) {
  EXPECT_TRUE(touch({{0, 1}, {0, 3}}, {{0, 3}, {0, 3}}));
  EXPECT_FALSE(touch({{0, 1}, {0, 3}}, {{0, 4}, {0, 4}}));
}

TEST(CodeActionsTest, TheSuppressionStandsAboveItsLine) {
  report::SourceText Text("void f() {\r\n\t  g();\r\n}\r\n");
  auto Edit = suppressionEdit("weak-hash", 2, Text);
  ASSERT_TRUE(Edit);
  EXPECT_EQ(Edit->range.start, Position(1, 0));
  EXPECT_EQ(Edit->range.end, Position(1, 0));
  EXPECT_TRUE(llvm::StringRef(Edit->newText)
                  .starts_with("\t  // cppwarden-ignore[weak-hash]: "));
  EXPECT_TRUE(llvm::StringRef(Edit->newText).ends_with("\r\n"));
}

TEST(CodeActionsTest, NoCommentIsPutIntoAMacroOfSeveralLines) {
  report::SourceText Text("#define G() \\\n  g()\nG();\n");
  EXPECT_FALSE(suppressionEdit("weak-hash", 2, Text));
  EXPECT_TRUE(suppressionEdit("weak-hash", 3, Text));
  EXPECT_FALSE(suppressionEdit("weak-hash", 9, Text));
}

TEST(MessageFramerTest, MessagesComeWholeHoweverTheBytesFall) {
  std::string Stream = "Content-Length: 2\r\n\r\n{}"
                       "Content-Type: x\r\ncontent-length:  4\r\n\r\n[12]";
  MessageFramer Framer;
  std::vector<std::string> Messages;
  for (char Byte : Stream) {
    Framer.feed(llvm::StringRef(&Byte, 1));
    while (auto Message = Framer.next())
      Messages.push_back(*Message);
  }
  EXPECT_EQ(Messages, (std::vector<std::string>{"{}", "[12]"}));
  EXPECT_FALSE(Framer.isBroken());
}

TEST(MessageFramerTest, WhatIsNoProtocolIsGivenUp) {
  for (std::string Stream :
       {std::string("Content-Length: x\r\n\r\n"),
        std::string("Content-Length: 99999999999\r\n\r\n"),
        std::string("\r\n\r\n"), std::string(10000, 'a')}) {
    MessageFramer Framer;
    Framer.feed(Stream);
    EXPECT_FALSE(Framer.next());
    EXPECT_TRUE(Framer.isBroken()) << Stream.substr(0, 40);
  }
}

} // namespace
