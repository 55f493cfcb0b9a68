#include "report/SourceText.h"
#include <algorithm>

namespace cppwarden::report {

static constexpr char32_t Replacement = 0xFFFD;

DecodedCharacter decodeFirst(llvm::StringRef Text) {
  auto Byte = [&](std::size_t I) {
    return static_cast<unsigned char>(Text[I]);
  };
  unsigned char Lead = Byte(0);
  if (Lead < 0x80)
    return {Lead, 1};
  unsigned Following = 0;
  // The first continuation byte has a narrower range where the encoding would
  // be overlong, a surrogate, or beyond U+10FFFF.
  unsigned char Low = 0x80, High = 0xBF;
  char32_t Value = 0;
  if (Lead >= 0xC2 && Lead <= 0xDF) {
    Following = 1;
    Value = Lead & 0x1F;
  } else if (Lead >= 0xE0 && Lead <= 0xEF) {
    Following = 2;
    Value = Lead & 0x0F;
    if (Lead == 0xE0)
      Low = 0xA0;
    if (Lead == 0xED)
      High = 0x9F;
  } else if (Lead >= 0xF0 && Lead <= 0xF4) {
    Following = 3;
    Value = Lead & 0x07;
    if (Lead == 0xF0)
      Low = 0x90;
    if (Lead == 0xF4)
      High = 0x8F;
  } else {
    return {Replacement, 1};
  }
  for (unsigned I = 1; I <= Following; ++I) {
    if (I >= Text.size() || Byte(I) < Low || Byte(I) > High)
      return {Replacement, I};
    Value = (Value << 6) | (Byte(I) & 0x3F);
    Low = 0x80;
    High = 0xBF;
  }
  return {Value, Following + 1};
}

std::uint32_t utf16Length(llvm::StringRef Text) {
  std::uint32_t Length = 0;
  while (!Text.empty()) {
    DecodedCharacter C = decodeFirst(Text);
    Length += C.Value > 0xFFFF ? 2 : 1;
    Text = Text.drop_front(C.Bytes);
  }
  return Length;
}

std::uint32_t characterCount(llvm::StringRef Text) {
  std::uint32_t Count = 0;
  for (; !Text.empty(); ++Count)
    Text = Text.drop_front(decodeFirst(Text).Bytes);
  return Count;
}

std::string wellFormedUtf8(llvm::StringRef Text) {
  std::string Result;
  Result.reserve(Text.size());
  while (!Text.empty()) {
    DecodedCharacter C = decodeFirst(Text);
    llvm::StringRef Bytes = Text.take_front(C.Bytes);
    if (C.Value == Replacement)
      Bytes = "\xEF\xBF\xBD";
    Result += Bytes;
    Text = Text.drop_front(C.Bytes);
  }
  return Result;
}

SourceText::SourceText(std::string Text) : Contents(std::move(Text)) {
  Starts.push_back(0);
  for (std::size_t I = 0, E = Contents.size(); I < E; ++I) {
    if (Contents[I] == '\r' && I + 1 < E && Contents[I + 1] == '\n')
      continue;
    if (Contents[I] == '\n' || Contents[I] == '\r')
      Starts.push_back(I + 1);
  }
}

std::uint32_t SourceText::lineCount() const {
  bool EndsInLineEnd = Starts.back() == Contents.size();
  return static_cast<std::uint32_t>(Starts.size() - (EndsInLineEnd ? 1 : 0));
}

llvm::StringRef SourceText::line(std::uint32_t Number) const {
  if (Number == 0 || Number > Starts.size())
    return {};
  std::size_t End = Number < Starts.size() ? Starts[Number] : Contents.size();
  return llvm::StringRef(Contents).slice(Starts[Number - 1], End).rtrim("\r\n");
}

std::size_t SourceText::offset(std::uint32_t Line,
                               std::uint32_t ByteColumn) const {
  if (Line == 0)
    return 0;
  if (Line > Starts.size())
    return Contents.size();
  std::size_t InLine = ByteColumn == 0 ? 0 : ByteColumn - 1;
  return Starts[Line - 1] + std::min<std::size_t>(InLine, line(Line).size());
}

std::uint32_t SourceText::lineAt(std::size_t Offset) const {
  auto It = std::upper_bound(Starts.begin(), Starts.end(), Offset);
  return static_cast<std::uint32_t>(It - Starts.begin());
}

std::uint32_t SourceText::utf16Column(std::uint32_t Line,
                                      std::uint32_t ByteColumn) const {
  std::size_t InLine = ByteColumn == 0 ? 0 : ByteColumn - 1;
  return utf16Length(line(Line).take_front(InLine)) + 1;
}

} // namespace cppwarden::report
