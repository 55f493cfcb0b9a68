#include "report/Excerpt.h"
#include "llvm/Support/Unicode.h"
#include <algorithm>

namespace cppwarden::report {

static constexpr const char *Unprintable = "\xEF\xBF\xBD"; // U+FFFD
static constexpr unsigned TabStop = 4;

/// Glyph and width of a character that is not a tab.
static SourceCell cellOf(llvm::StringRef Bytes, DecodedCharacter C,
                         std::size_t At) {
  int Value = static_cast<int>(C.Value);
  bool Safe = C.Value != 0xFFFD && llvm::sys::unicode::isPrintable(Value) &&
              !llvm::sys::unicode::isFormatting(Value);
  if (!Safe)
    return {Unprintable, 1, At};
  int Width = llvm::sys::unicode::columnWidthUTF8(Bytes);
  return {Bytes.str(), Width < 0 ? 1u : static_cast<unsigned>(Width), At};
}

static std::vector<SourceCell> cellsOf(llvm::StringRef Line) {
  std::vector<SourceCell> Cells;
  unsigned Column = 0;
  for (std::size_t At = 0; At < Line.size();) {
    DecodedCharacter C = decodeFirst(Line.drop_front(At));
    if (C.Value == '\t') {
      unsigned Width = TabStop - Column % TabStop;
      Cells.push_back({std::string(Width, ' '), Width, At});
    } else if (C.Value == 0xFEFF && At == 0) {
      Cells.push_back({"", 0, At}); // a byte order mark
    } else {
      Cells.push_back(cellOf(Line.substr(At, C.Bytes), C, At));
    }
    Column += Cells.back().Width;
    At += C.Bytes;
  }
  return Cells;
}

static void maskCells(std::vector<SourceCell> &Cells, llvm::StringRef Line,
                      llvm::ArrayRef<ByteSpan> Hidden) {
  for (const ByteSpan &Span : Hidden) {
    unsigned Shown = shownCharacters(Line.slice(Span.Begin, Span.End));
    unsigned Index = 0;
    for (SourceCell &C : Cells) {
      if (C.Byte < Span.Begin || C.Byte >= Span.End)
        continue;
      if (Index >= Shown || Shown == 0)
        C.Glyph = std::string(C.Width, '*');
      if (Index == Shown && Shown > 0 && C.Width > 0)
        C.Glyph = "…" + std::string(C.Width - 1, '*');
      ++Index;
    }
  }
}

std::vector<SourceCell> sourceCells(llvm::StringRef Line,
                                    llvm::ArrayRef<ByteSpan> Hidden) {
  std::vector<SourceCell> Cells = cellsOf(Line);
  maskCells(Cells, Line, Hidden);
  return Cells;
}

Excerpt makeExcerpt(llvm::StringRef Line, ByteSpan Mark,
                    llvm::ArrayRef<ByteSpan> Hidden, unsigned Width) {
  Width = std::max(Width, 24u);
  Line = Line.rtrim();
  std::vector<SourceCell> Cells = sourceCells(Line, Hidden);

  unsigned Total = 0, MarkBegin = 0, MarkEnd = 0;
  for (const SourceCell &C : Cells) {
    if (C.Byte < Mark.Begin)
      MarkBegin = Total + C.Width;
    Total += C.Width;
    if (C.Byte < Mark.End)
      MarkEnd = Total;
  }
  if (Mark.Begin >= Line.size())
    MarkBegin = Total;
  MarkEnd = std::max(MarkEnd, MarkBegin + 1);

  unsigned First = 0, Last = Total; // cells to show
  if (Total > Width) {
    // Show the whole mark and something behind it if that fits; else a third
    // of the room goes to what stands before the mark.
    unsigned Wanted = std::min(MarkEnd + 8, MarkBegin + Width / 2);
    if (Wanted > Width)
      First = std::min(MarkBegin - std::min(MarkBegin, Width / 3),
                       Total - std::min(Total, Width));
    Last = std::min(Total, First + Width);
  }
  Excerpt Result;
  unsigned Column = 0, Written = 0;
  // "…" takes the first and the last cell where something is cut.
  unsigned From = First > 0 ? First + 1 : 0;
  unsigned To = Last < Total ? Last - 1 : Last;
  if (First > 0) {
    Result.Text += "…";
    Written = 1;
  }
  for (const SourceCell &C : Cells) {
    unsigned End = Column + C.Width;
    if (Column >= From && End <= To) {
      Result.Text += C.Glyph;
      Written += C.Width;
    } else if (Column < From && End > From) {
      // A wide character or tab lies across the cut.
      Result.Text += std::string(End - From, ' ');
      Written += End - From;
    }
    Column = End;
  }
  if (Last < Total) {
    Result.Text += std::string(To - First - Written, ' ');
    Result.Text += "…";
  }
  Result.MarkBegin = MarkBegin - std::min(MarkBegin, First);
  unsigned ShownEnd = std::min(MarkEnd, std::max(Last, MarkBegin + 1));
  Result.MarkWidth = std::max(1u, ShownEnd - MarkBegin);
  return Result;
}

std::string printable(llvm::StringRef Text) {
  std::string Result;
  while (!Text.empty()) {
    DecodedCharacter C = decodeFirst(Text);
    if (C.Value == '\n' || C.Value == '\t' || C.Value == '\r')
      Result += ' ';
    else
      Result += cellOf(Text.take_front(C.Bytes), C, 0).Glyph;
    Text = Text.drop_front(C.Bytes);
  }
  return Result;
}

} // namespace cppwarden::report
