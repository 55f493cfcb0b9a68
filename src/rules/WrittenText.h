//===- WrittenText.h - Literals and comments as they are written -*- C++
//-*-===//
//
// What the text hooks of structural rules see. A literal here is a maximal run
// of adjacent string tokens, decoded to UTF-8, wherever it stands: in code, in
// a macro's body, in a part that the preprocessor skips.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_RULES_WRITTENTEXT_H
#define CPPWARDEN_RULES_WRITTENTEXT_H

#include "cppwarden/Finding.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

namespace cppwarden::frontend {
struct ParsedUnit;
}

namespace cppwarden::rules {

class WrittenText {
public:
  enum class Kind : std::uint8_t { Literal, Comment };
  /// One token of a literal, or the whole comment.
  struct Piece {
    std::size_t Begin;       ///< of its part of Text
    std::size_t SourceBegin; ///< offset of that part in the file
    std::size_t SourceEnd;   ///< offset behind it
    bool Exact;              ///< the source spells the text byte for byte
  };

  Kind Is = Kind::Literal;
  llvm::StringRef Text;
  llvm::SmallVector<Piece, 4> Pieces;
  llvm::StringRef File;   ///< relative to the project root
  llvm::StringRef Source; ///< the file's contents

  /// Where Text[Begin, End) stands, cut at the end of its first line; whole
  /// tokens where escapes make columns uncertain.
  SourceRange range(std::size_t Begin, std::size_t End) const;
  /// The source line before the text, for rules that ask what it is given to.
  llvm::StringRef lineBefore() const;
  /// How the source spells Text[Begin, End): one string a token.
  std::vector<std::string> spellings(std::size_t Begin, std::size_t End) const;
};

/// Calls Handle for each literal and comment of the project files that the unit
/// read and whose bodies it owns, in file and source order.
void forEachWrittenText(frontend::ParsedUnit &Unit,
                        llvm::function_ref<void(const WrittenText &)> Handle);

} // namespace cppwarden::rules

#endif
