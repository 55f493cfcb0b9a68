//===- Redaction.cpp -------------------------------------------*- C++ -*-===//
//
// What is hidden where:
//  - in the texts of a finding, and on the source lines its range and its steps
//    touch: each of its secrets, however short;
//  - in everything else: secrets of at least eight bytes of any finding. A
//    shorter one ("root") would blot out ordinary words of other findings;
//  - a secret of fewer than four bytes counts only as a whole word;
//  - a secret over several lines is hidden line by line;
//  - a secret is also searched in the spelling of a string literal, with \n, \"
//    and their kin. Where the source spells it otherwise ("\x41…", "ab" "cd",
//    an array of characters or numbers), the literals inside the origin's range
//    are hidden as tokens.
//
//===----------------------------------------------------------------------===//
#include "report/Redaction.h"
#include "report/SourceTokens.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>
#include <cstring>
#include <set>

namespace cppwarden::report {

static constexpr std::size_t LongSecret = 8;
static constexpr std::size_t WordSecret = 4;
/// Lines of one range that are searched; longer ones are not literals.
static constexpr std::uint32_t MaxLines = 500;

unsigned shownCharacters(llvm::StringRef Secret) {
  std::uint32_t Count = characterCount(Secret);
  return Count < 8 ? 0 : Count < 12 ? 2 : 3;
}

static llvm::StringRef firstCharacters(llvm::StringRef Text, unsigned Count) {
  std::size_t Bytes = 0;
  while (Count-- > 0 && Bytes < Text.size())
    Bytes += decodeFirst(Text.drop_front(Bytes)).Bytes;
  return Text.take_front(Bytes);
}

std::string redactedForm(llvm::StringRef Secret) {
  std::uint32_t Count = characterCount(Secret);
  unsigned Shown = shownCharacters(Secret);
  if (Shown == 0)
    return std::string(Count, '*');
  return firstCharacters(Secret, Shown).str() + "…(" + std::to_string(Count) +
         " characters)";
}

std::string maskedForm(llvm::StringRef Secret) {
  std::uint32_t Count = characterCount(Secret);
  unsigned Shown = shownCharacters(Secret);
  if (Shown == 0)
    return std::string(Count, '*');
  return firstCharacters(Secret, Shown).str() + "…" +
         std::string(Count - Shown - 1, '*');
}

/// The spellings under which a secret is searched.
static std::vector<std::string> spellings(llvm::StringRef Secret) {
  std::vector<std::string> Result;
  auto Add = [&](llvm::StringRef Text) {
    if (Text.empty())
      return;
    Result.push_back(Text.str());
    std::string Escaped;
    for (char C : Text) {
      switch (C) {
      case '\n':
        Escaped += "\\n";
        break;
      case '\r':
        Escaped += "\\r";
        break;
      case '\t':
        Escaped += "\\t";
        break;
      case '"':
      case '\\':
        Escaped += '\\';
        [[fallthrough]];
      default:
        Escaped += C;
      }
    }
    if (Escaped != Text)
      Result.push_back(std::move(Escaped));
  };
  Add(Secret);
  if (Secret.contains('\n')) {
    llvm::SmallVector<llvm::StringRef> Lines;
    Secret.split(Lines, '\n');
    for (llvm::StringRef Line : Lines)
      if (Line.trim().size() >= WordSecret)
        Add(Line.trim());
  }
  return Result;
}

static bool isWordByte(char C) { return llvm::isAlnum(C) || C == '_'; }

static void findSecret(llvm::StringRef Text, llvm::StringRef Secret,
                       std::vector<ByteSpan> &Spans) {
  for (std::size_t At = Text.find(Secret); At != llvm::StringRef::npos;
       At = Text.find(Secret, At + 1)) {
    std::size_t End = At + Secret.size();
    if (Secret.size() < WordSecret &&
        ((At > 0 && isWordByte(Text[At - 1])) ||
         (End < Text.size() && isWordByte(Text[End]))))
      continue;
    Spans.push_back({At, End});
  }
}

static void makeDisjoint(std::vector<ByteSpan> &Spans) {
  std::sort(Spans.begin(), Spans.end());
  std::size_t Kept = 0;
  for (const ByteSpan &Span : Spans) {
    if (Span.Begin >= Span.End)
      continue;
    if (Kept > 0 && Span.Begin < Spans[Kept - 1].End)
      Spans[Kept - 1].End = std::max(Spans[Kept - 1].End, Span.End);
    else
      Spans[Kept++] = Span;
  }
  Spans.resize(Kept);
}

static std::string replaceSpans(llvm::StringRef Text,
                                const std::vector<ByteSpan> &Spans,
                                std::string (*Form)(llvm::StringRef)) {
  std::string Result;
  std::size_t Done = 0;
  for (const ByteSpan &Span : Spans) {
    Result += Text.slice(Done, Span.Begin);
    Result += Form(Text.slice(Span.Begin, Span.End));
    Done = Span.End;
  }
  Result += Text.substr(Done);
  return Result;
}

static std::uint64_t firstBytes(const char *Data) {
  std::uint64_t Key;
  static_assert(sizeof(Key) == LongSecret);
  std::memcpy(&Key, Data, sizeof(Key));
  return Key;
}

Redactor::Redactor(const Report &Report, SourceProvider &Sources)
    : Sources(Sources) {
  std::set<std::string> Known;
  for (const ReportedFinding &F : Report.Findings) {
    if (F.Value.Secrets.empty())
      continue;
    for (const std::string &Secret : F.Value.Secrets)
      for (std::string &Spelling : spellings(Secret))
        if (Spelling.size() >= LongSecret && Known.insert(Spelling).second)
          Long[firstBytes(Spelling.data())].push_back(std::move(Spelling));
    addPlaces(F.Value);
  }
}

void Redactor::addPlaces(const Finding &Finding) {
  std::vector<std::string> Spellings;
  for (const std::string &Secret : Finding.Secrets)
    for (std::string &Spelling : spellings(Secret))
      Spellings.push_back(std::move(Spelling));
  if (Spellings.empty())
    return;
  auto AddLines = [&](const SourceRange &Range) {
    std::uint32_t Last =
        std::min(std::max(Range.EndLine, Range.Line), Range.Line + MaxLines);
    for (std::uint32_t Line = Range.Line; Line <= Last; ++Line) {
      std::vector<std::string> &There = AtLine[{Range.File, Line}];
      There.insert(There.end(), Spellings.begin(), Spellings.end());
    }
  };
  AddLines(Finding.Range);
  for (const FlowStep &Step : Finding.Flow)
    AddLines(Step.Range);

  // The literal stands at the origin of the flow, if there is one.
  const SourceRange &Origin =
      Finding.Flow.empty() ? Finding.Range : Finding.Flow.front().Range;
  const SourceText *Text = Sources.find(Origin.File);
  if (!Text)
    return;
  std::uint32_t Last =
      std::min(std::max(Origin.EndLine, Origin.Line), Origin.Line + MaxLines);
  std::vector<ByteSpan> Found;
  for (std::uint32_t Line = Origin.Line; Line <= Last; ++Line)
    for (const std::string &Spelling : Spellings)
      findSecret(Text->line(Line), Spelling, Found);
  if (Found.empty())
    hideLiterals(Origin, *Text);
}

void Redactor::hideLiterals(const SourceRange &Range, const SourceText &Text) {
  std::size_t Begin = Text.offset(Range.Line, Range.Column);
  std::size_t End = Text.offset(std::min(Range.EndLine, Range.Line + MaxLines),
                                Range.EndColumn);
  // A range that is only a place stands for the rest of its line.
  if (Range.EndLine < Range.Line || End <= Begin + 1)
    End = Text.offset(Range.Line, UINT32_MAX);
  auto Hide = [&](std::size_t From, std::size_t To) {
    for (std::uint32_t Line = Text.lineAt(From); Line <= Text.lineAt(To);
         ++Line) {
      std::size_t Start = Text.offset(Line, 1);
      std::size_t Size = Text.line(Line).size();
      Literals[{Range.File, Line}].push_back(
          {From > Start ? From - Start : 0,
           To > Start ? std::min(To - Start, Size) : 0});
    }
  };
  std::vector<SourceToken> Numbers;
  bool HasText = false;
  SourceTokens Tokens(Text.contents(), Begin);
  while (std::optional<SourceToken> Token = Tokens.next()) {
    if (Token->Begin >= End)
      break;
    if (Token->Kind == TokenKind::Number)
      Numbers.push_back(*Token);
    if (Token->Kind != TokenKind::String && Token->Kind != TokenKind::Character)
      continue;
    HasText = true;
    Hide(Token->ContentBegin, Token->ContentEnd);
  }
  if (!HasText)
    for (const SourceToken &Number : Numbers)
      Hide(Number.Begin, Number.End);
}

void Redactor::findEverywhere(llvm::StringRef Text,
                              std::vector<ByteSpan> &Spans) const {
  if (Long.empty() || Text.size() < LongSecret)
    return;
  for (std::size_t At = 0; At + LongSecret <= Text.size(); ++At) {
    auto It = Long.find(firstBytes(Text.data() + At));
    if (It == Long.end())
      continue;
    for (const std::string &Secret : It->second)
      if (Text.substr(At).starts_with(Secret))
        Spans.push_back({At, At + Secret.size()});
  }
}

std::string Redactor::text(const Finding &About, llvm::StringRef Text) const {
  std::vector<ByteSpan> Spans;
  for (const std::string &Secret : About.Secrets)
    for (const std::string &Spelling : spellings(Secret))
      findSecret(Text, Spelling, Spans);
  findEverywhere(Text, Spans);
  makeDisjoint(Spans);
  return replaceSpans(Text, Spans, redactedForm);
}

std::string Redactor::text(llvm::StringRef Text) const {
  std::vector<ByteSpan> Spans;
  findEverywhere(Text, Spans);
  makeDisjoint(Spans);
  return replaceSpans(Text, Spans, redactedForm);
}

std::vector<ByteSpan> Redactor::hiddenIn(llvm::StringRef File,
                                         std::uint32_t Line,
                                         llvm::StringRef LineText) const {
  std::vector<ByteSpan> Spans;
  findEverywhere(LineText, Spans);
  Place Here{File.str(), Line};
  if (auto It = AtLine.find(Here); It != AtLine.end())
    for (const std::string &Spelling : It->second)
      findSecret(LineText, Spelling, Spans);
  if (auto It = Literals.find(Here); It != Literals.end())
    for (const ByteSpan &Span : It->second)
      Spans.push_back({std::min(Span.Begin, LineText.size()),
                       std::min(Span.End, LineText.size())});
  makeDisjoint(Spans);
  return Spans;
}

std::string Redactor::line(llvm::StringRef File, std::uint32_t Line) const {
  const SourceText *Text = Sources.find(File);
  if (!Text)
    return {};
  llvm::StringRef LineText = Text->line(Line);
  return replaceSpans(LineText, hiddenIn(File, Line, LineText), maskedForm);
}

} // namespace cppwarden::report
