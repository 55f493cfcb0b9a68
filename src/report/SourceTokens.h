//===- SourceTokens.h - Tokens of C++ text without a compiler --*- C++ -*-===//
//
// Three callers need to know what is a comment, a literal or code: redaction
// (which bytes of a line are a literal), fingerprints (reformatting must not
// change them), suppressions (which line is the next line of code). They have
// text only, so this reads preprocessing tokens and nothing above them. Macros,
// conditional compilation and trigraphs are not seen.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_SOURCETOKENS_H
#define CPPWARDEN_REPORT_SOURCETOKENS_H

#include "llvm/ADT/StringRef.h"
#include <optional>

namespace cppwarden::report {

enum class TokenKind { Word, Number, String, Character, Comment, Punctuation };

struct SourceToken {
  TokenKind Kind = TokenKind::Punctuation;
  std::size_t Begin = 0, End = 0; ///< offsets in the text
  /// Of literals: what stands between the delimiters.
  std::size_t ContentBegin = 0, ContentEnd = 0;
};

class SourceTokens {
public:
  /// Begin must not lie within a comment or a literal.
  SourceTokens(llvm::StringRef Text, std::size_t Begin)
      : Text(Text), At(Begin) {}
  /// The next token, or none at the end. What is not closed ends with its line
  /// (raw strings and block comments: with the text).
  std::optional<SourceToken> next();

private:
  char peek(std::size_t Ahead = 0) const {
    return At + Ahead < Text.size() ? Text[At + Ahead] : '\0';
  }
  SourceToken comment();
  SourceToken word();
  SourceToken number();
  SourceToken quoted(std::size_t Begin, char Quote);
  SourceToken rawString(std::size_t Begin);

  llvm::StringRef Text;
  std::size_t At;
};

} // namespace cppwarden::report

#endif
