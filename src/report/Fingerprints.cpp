//===- Fingerprints.cpp ----------------------------------------*- C++ -*-===//
//
// The first half of BLAKE3 over: rule, file, enclosing function, the tokens of
// the finding's range (of the statement from there on, where the range is a
// mere place), and the how-manyeth finding of this report it is for which all
// these are equal. White space and comments are no tokens. The message is left
// out, so that a better wording does not make every finding new; secrets are
// masked first, so that nobody can guess one and check the guess against a
// published fingerprint.
//
// Two findings with equal keys are numbered from the top of the file: when one
// of them goes, the numbers below it shift. That is the price of telling equal
// lines apart.
//
//===----------------------------------------------------------------------===//
#include "report/Fingerprints.h"
#include "report/SourceTokens.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include <algorithm>

namespace cppwarden::report {

/// The text of the lines Range touches, secrets masked byte by byte, so that
/// offsets stay.
static std::string maskedLines(const SourceText &Text, const SourceRange &Range,
                               std::uint32_t LastLine, const Redactor &Redact) {
  std::string Result;
  for (std::uint32_t Line = Range.Line; Line <= LastLine; ++Line) {
    std::string LineText = Text.line(Line).str();
    for (const ByteSpan &Span : Redact.hiddenIn(Range.File, Line, LineText))
      std::fill(LineText.begin() + static_cast<std::ptrdiff_t>(Span.Begin),
                LineText.begin() + static_cast<std::ptrdiff_t>(Span.End), '*');
    Result += LineText;
    Result += '\n';
  }
  return Result;
}

/// The tokens from a place to the end of its statement. Its lines would be
/// shorter to read, but a formatter may break them anywhere.
static std::string statementFrom(const SourceText &Text,
                                 const SourceRange &Range,
                                 const Redactor &Redact) {
  constexpr std::uint32_t MaxLines = 20;
  std::uint32_t LastLine =
      std::min<std::uint32_t>(Range.Line + MaxLines, Text.lineCount());
  std::string Lines = maskedLines(Text, Range, LastLine, Redact);
  SourceTokens Tokens(Lines, Text.offset(Range.Line, Range.Column) -
                                 Text.offset(Range.Line, 1));
  std::string Code;
  int Depth = 0;
  while (std::optional<SourceToken> Token = Tokens.next()) {
    if (Token->Kind == TokenKind::Comment)
      continue;
    llvm::StringRef Spelling =
        llvm::StringRef(Lines).slice(Token->Begin, Token->End);
    bool IsMark = Token->Kind == TokenKind::Punctuation;
    if (IsMark && (Spelling == "(" || Spelling == "["))
      ++Depth;
    if (IsMark && (Spelling == ")" || Spelling == "]") && --Depth < 0)
      break;
    if (IsMark && Depth == 0 &&
        (Spelling == ";" || Spelling == "{" || Spelling == "}" ||
         Spelling == ","))
      break;
    if (!Code.empty())
      Code += ' ';
    Code += Spelling;
  }
  return Code;
}

std::string normalisedCode(const Finding &Finding, SourceProvider &Sources,
                           const Redactor &Redact) {
  constexpr std::uint32_t MaxLines = 100;
  const SourceRange &Range = Finding.Range;
  const SourceText *Text = Sources.find(Range.File);
  if (!Text || Range.Line == 0 || Range.Line > Text->lineCount())
    return Redact.text(Finding, Finding.Message);
  std::uint32_t LastLine =
      std::clamp(Range.EndLine, Range.Line, Range.Line + MaxLines);
  std::string Lines = maskedLines(*Text, Range, LastLine, Redact);
  std::size_t LineStart = Text->offset(Range.Line, 1);
  std::size_t Begin = Text->offset(Range.Line, Range.Column) - LineStart;
  std::size_t End =
      Text->offset(LastLine,
                   Range.EndLine > LastLine ? UINT32_MAX : Range.EndColumn) -
      Text->offset(LastLine, 1);
  // Line ends may take two bytes in the file and take one in Lines.
  for (std::uint32_t Line = Range.Line; Line < LastLine; ++Line)
    End += Text->line(Line).size() + 1;
  if (End <= Begin + 1)
    return statementFrom(*Text, Range, Redact);
  std::string Code;
  SourceTokens Tokens(Lines, Begin);
  while (std::optional<SourceToken> Token = Tokens.next()) {
    if (Token->Begin >= End)
      break;
    if (Token->Kind == TokenKind::Comment)
      continue;
    if (!Code.empty())
      Code += ' ';
    Code += llvm::StringRef(Lines).slice(Token->Begin, Token->End);
  }
  return Code;
}

/// 32 hexadecimal digits of Parts; a NUL ends each: none of them can hold one
/// and be told apart.
static std::string digest(std::initializer_list<llvm::StringRef> Parts) {
  llvm::BLAKE3 Hasher;
  for (llvm::StringRef Part : Parts) {
    Hasher.update(Part);
    Hasher.update(llvm::StringRef("\0", 1));
  }
  return llvm::toHex(Hasher.final<16>(), /*LowerCase=*/true);
}

std::string movableFingerprint(const Finding &Finding, SourceProvider &Sources,
                               const Redactor &Redact) {
  return digest({Finding.RuleId, Finding.EnclosingFunction,
                 normalisedCode(Finding, Sources, Redact)});
}

std::vector<std::string> contentFingerprints(const Report &Report,
                                             SourceProvider &Sources,
                                             const Redactor &Redact) {
  std::map<std::string, unsigned> Seen;
  std::vector<std::string> Result;
  Result.reserve(Report.Findings.size());
  for (const ReportedFinding &F : Report.Findings) {
    std::string Key;
    // A NUL ends each part: none of them can hold one and be told apart.
    for (llvm::StringRef Part :
         {llvm::StringRef(F.Value.RuleId), llvm::StringRef(F.Value.Range.File),
          llvm::StringRef(F.Value.EnclosingFunction)}) {
      Key += Part;
      Key += '\0';
    }
    Key += normalisedCode(F.Value, Sources, Redact);
    Key += '\0';
    unsigned Occurrence = ++Seen[Key];
    Key += std::to_string(Occurrence);
    llvm::BLAKE3 Hasher;
    Hasher.update(Key);
    llvm::BLAKE3Result<16> Digest = Hasher.final<16>();
    Result.push_back(llvm::toHex(Digest, /*LowerCase=*/true));
  }
  return Result;
}

} // namespace cppwarden::report
