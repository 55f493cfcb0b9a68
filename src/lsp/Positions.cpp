#include "lsp/Positions.h"
#include <algorithm>

namespace cppwarden::lsp {
namespace {

llvm::lsp::Position toPosition(std::uint32_t Line, std::uint32_t ByteColumn,
                               const report::SourceText *Text) {
  if (Line == 0)
    return {0, 0};
  ByteColumn = std::max(ByteColumn, 1u);
  std::uint32_t Column =
      Text ? Text->utf16Column(Line, ByteColumn) : ByteColumn;
  return {int(Line - 1), int(Column - 1)};
}

} // namespace

std::size_t offsetOf(const report::SourceText &Text,
                     const llvm::lsp::Position &Place) {
  if (Place.line < 0)
    return 0;
  auto Line = std::uint32_t(Place.line) + 1;
  if (Line > Text.lineCount())
    return Text.contents().size();
  llvm::StringRef Rest = Text.line(Line);
  std::size_t Offset = Text.offset(Line, 1);
  int Units = 0;
  while (!Rest.empty()) {
    report::DecodedCharacter Next = report::decodeFirst(Rest);
    Units += Next.Value > 0xffff ? 2 : 1;
    if (Units > Place.character)
      break;
    Offset += Next.Bytes;
    Rest = Rest.drop_front(Next.Bytes);
  }
  return Offset;
}

llvm::lsp::Range toRange(const SourceRange &Range,
                         const report::SourceText *Text) {
  llvm::lsp::Position Begin = toPosition(Range.Line, Range.Column, Text);
  llvm::lsp::Position End = toPosition(Range.EndLine, Range.EndColumn, Text);
  return {Begin, std::max(Begin, End)};
}

std::string
applyChange(std::string Text,
            const llvm::lsp::TextDocumentContentChangeEvent &Change) {
  if (!Change.range)
    return Change.text;
  report::SourceText Lines(Text);
  std::size_t Begin = offsetOf(Lines, Change.range->start);
  std::size_t End = std::max(Begin, offsetOf(Lines, Change.range->end));
  return Text.replace(Begin, End - Begin, Change.text);
}

bool touch(const llvm::lsp::Range &A, const llvm::lsp::Range &B) {
  return A.start <= B.end && B.start <= A.end;
}

} // namespace cppwarden::lsp
