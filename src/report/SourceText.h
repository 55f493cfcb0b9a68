//===- SourceText.h - Lines and columns of one file ------------*- C++ -*-===//
//
// Findings give columns in bytes; SARIF wants UTF-16 code units, a terminal
// wants cells. Lines end as Clang counts them: at LF, CRLF or a lone CR.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_SOURCETEXT_H
#define CPPWARDEN_REPORT_SOURCETEXT_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <string>
#include <vector>

namespace cppwarden::report {

/// One character of a UTF-8 text. What is not UTF-8 decodes to U+FFFD, one for
/// each maximal ill-formed part, as browsers and Node do.
struct DecodedCharacter {
  char32_t Value;
  unsigned Bytes;
};
/// Text must not be empty.
DecodedCharacter decodeFirst(llvm::StringRef Text);
std::uint32_t utf16Length(llvm::StringRef Text);
std::uint32_t characterCount(llvm::StringRef Text);
/// Ill-formed parts replaced by U+FFFD.
std::string wellFormedUtf8(llvm::StringRef Text);

class SourceText {
public:
  explicit SourceText(std::string Contents);

  llvm::StringRef contents() const { return Contents; }
  /// A text that ends with a line end has no empty line behind it.
  std::uint32_t lineCount() const;
  /// The line (from 1) without its end; empty when there is no such line.
  llvm::StringRef line(std::uint32_t Number) const;
  /// Offset of a place; places outside the text are moved to its nearest one.
  std::size_t offset(std::uint32_t Line, std::uint32_t ByteColumn) const;
  /// Line (from 1) that holds the offset.
  std::uint32_t lineAt(std::size_t Offset) const;
  std::uint32_t utf16Column(std::uint32_t Line, std::uint32_t ByteColumn) const;

private:
  std::string Contents;
  std::vector<std::size_t> Starts; ///< of each line
};

} // namespace cppwarden::report

#endif
