#include "report/SourceTokens.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>

namespace cppwarden::report {

static bool isWordCharacter(char C) {
  return llvm::isAlnum(C) || C == '_' || C == '$' ||
         static_cast<unsigned char>(C) >= 0x80;
}

static bool isEncodingPrefix(llvm::StringRef Word) {
  return Word == "L" || Word == "u" || Word == "U" || Word == "u8";
}

std::optional<SourceToken> SourceTokens::next() {
  while (At < Text.size() &&
         (llvm::isSpace(Text[At]) ||
          (Text[At] == '\\' && (peek(1) == '\n' || peek(1) == '\r'))))
    ++At;
  if (At >= Text.size())
    return std::nullopt;
  char C = Text[At];
  if (C == '/' && (peek(1) == '/' || peek(1) == '*'))
    return comment();
  if (C == '"' || C == '\'')
    return quoted(At, C);
  if (llvm::isDigit(C) || (C == '.' && llvm::isDigit(peek(1))))
    return number();
  if (isWordCharacter(C))
    return word();
  SourceToken Token{TokenKind::Punctuation, At, At + 1, 0, 0};
  ++At;
  return Token;
}

SourceToken SourceTokens::comment() {
  SourceToken Token{TokenKind::Comment, At, Text.size(), 0, 0};
  if (peek(1) == '*') {
    if (std::size_t Close = Text.find("*/", At + 2);
        Close != llvm::StringRef::npos)
      Token.End = Close + 2;
  } else {
    for (std::size_t I = At; I < Text.size(); ++I) {
      if (Text[I] != '\n' && Text[I] != '\r')
        continue;
      bool Continued = Text[I - 1] == '\\';
      if (Text[I] == '\r' && I + 1 < Text.size() && Text[I + 1] == '\n' &&
          Continued)
        ++I;
      if (!Continued) {
        Token.End = I;
        break;
      }
    }
  }
  At = Token.End;
  return Token;
}

SourceToken SourceTokens::word() {
  std::size_t Begin = At;
  while (At < Text.size() && isWordCharacter(Text[At]))
    ++At;
  llvm::StringRef Word = Text.slice(Begin, At);
  if (peek() == '"' || peek() == '\'') {
    if (isEncodingPrefix(Word))
      return quoted(Begin, peek());
    if (peek() == '"' && Word.ends_with("R") &&
        (Word == "R" || isEncodingPrefix(Word.drop_back())))
      return rawString(Begin);
  }
  return {TokenKind::Word, Begin, At, 0, 0};
}

SourceToken SourceTokens::number() {
  std::size_t Begin = At;
  while (At < Text.size()) {
    char C = Text[At], Before = At > Begin ? llvm::toLower(Text[At - 1]) : '\0';
    bool Sign =
        (C == '+' || C == '-') && (Before == 'e' || Before == 'p') &&
        !(Before == 'e' && Text.slice(Begin, At).starts_with_insensitive("0x"));
    bool Separator = C == '\'' && isWordCharacter(peek(1));
    if (!isWordCharacter(C) && C != '.' && !Sign && !Separator)
      break;
    ++At;
  }
  return {TokenKind::Number, Begin, At, 0, 0};
}

SourceToken SourceTokens::quoted(std::size_t Begin, char Quote) {
  std::size_t ContentBegin = ++At;
  while (At < Text.size() && Text[At] != Quote) {
    if (Text[At] == '\n' || Text[At] == '\r')
      break;
    // An escape; a continued line counts as one.
    if (Text[At] == '\\')
      At += peek(1) == '\r' && peek(2) == '\n' ? 2 : 1;
    ++At;
  }
  At = std::min(At, Text.size());
  std::size_t ContentEnd = At;
  if (peek() == Quote)
    ++At;
  return {Quote == '"' ? TokenKind::String : TokenKind::Character, Begin, At,
          ContentBegin, ContentEnd};
}

SourceToken SourceTokens::rawString(std::size_t Begin) {
  std::size_t Open = Text.find('(', At);
  // The standard allows 16 characters of delimiter.
  if (Open == llvm::StringRef::npos || Open - At > 17)
    return quoted(Begin, '"');
  std::string Closing = ")" + Text.slice(At + 1, Open).str() + "\"";
  std::size_t Close = Text.find(Closing, Open + 1);
  std::size_t ContentEnd = std::min(Close, Text.size());
  At = Close == llvm::StringRef::npos ? Text.size() : Close + Closing.size();
  return {TokenKind::String, Begin, At, Open + 1, ContentEnd};
}

} // namespace cppwarden::report
