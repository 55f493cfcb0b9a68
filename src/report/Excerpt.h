//===- Excerpt.h - A line of source as a terminal shows it -----*- C++ -*-===//
//
// Used by the text writer, and its cells by the html writer. Source is
// arbitrary bytes: tabs are expanded, what a terminal would interpret (escape
// sequences, bidirectional controls) is shown as U+FFFD, wide characters take
// two cells, and a long line is cut around the marked part.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_EXCERPT_H
#define CPPWARDEN_REPORT_EXCERPT_H

#include "report/Redaction.h"
#include "llvm/ADT/ArrayRef.h"

namespace cppwarden::report {

/// A character as it is shown.
struct SourceCell {
  std::string Glyph; ///< spaces for a tab
  unsigned Width;    ///< columns of a terminal
  std::size_t Byte;  ///< offset in the line
};

/// The whole line. Hidden is masked, keeping every cell in its place.
std::vector<SourceCell> sourceCells(llvm::StringRef Line,
                                    llvm::ArrayRef<ByteSpan> Hidden);

struct Excerpt {
  std::string Text;
  unsigned MarkBegin = 0; ///< cells before the mark
  unsigned MarkWidth = 1; ///< cells, at least 1
};

/// Mark is the range of bytes to underline; Hidden is masked, keeping every
/// cell in its place.
Excerpt makeExcerpt(llvm::StringRef Line, ByteSpan Mark,
                    llvm::ArrayRef<ByteSpan> Hidden, unsigned Width);

/// Text for one line of a terminal: well-formed, nothing a terminal would
/// interpret, line ends and tabs as spaces.
std::string printable(llvm::StringRef Text);

} // namespace cppwarden::report

#endif
