//===- HtmlSource.cpp ------------------------------------------*- C++ -*-===//
//
// Steps that follow one another downward in one file share a block of source;
// a step in another file, further up, or far below begins a new one, so that a
// reader goes from top to bottom through the flow. A block shows the lines of
// its markers and two around each; what lies between is left out.
//
// A line is cut into runs of characters that share their marks and their
// colour. Masking happens character by character before that, so that no mark
// can split a secret's mask.
//
//===----------------------------------------------------------------------===//
#include "report/HtmlSource.h"
#include "report/Excerpt.h"
#include "report/HtmlText.h"
#include "report/SourceTokens.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace cppwarden::report {

static constexpr std::uint32_t LinesAround = 2;
/// Steps further apart stand in blocks of their own.
static constexpr std::uint32_t LinesBetween = 30;
/// Lines of one range that are shown.
static constexpr std::uint32_t MaxRangeLines = 12;
/// Characters of one line that are shown (a minified file has one line).
static constexpr std::size_t MaxCells = 600, CellsBeforeMark = 120;
static constexpr std::size_t MaxSteps = 60, KeptAtEachEnd = 25;
/// Larger files are shown without colours.
static constexpr std::size_t MaxColoured = 2 << 20;

static const char *stepClass(FlowStepKind Kind) {
  switch (Kind) {
  case FlowStepKind::Origin:
    return "origin";
  case FlowStepKind::Sink:
    return "sink";
  case FlowStepKind::Call:
  case FlowStepKind::Return:
  case FlowStepKind::Propagation:
    return "way";
  }
  return "way";
}

static const char *stepWord(FlowStepKind Kind) {
  switch (Kind) {
  case FlowStepKind::Origin:
    return "origin";
  case FlowStepKind::Propagation:
    return "step";
  case FlowStepKind::Call:
    return "call";
  case FlowStepKind::Return:
    return "return";
  case FlowStepKind::Sink:
    return "sink";
  }
  return "step";
}

static bool isKeyword(llvm::StringRef Word) {
  static const llvm::StringSet<> Words = {
      "alignas",       "alignof",     "auto",
      "bool",          "break",       "case",
      "catch",         "char",        "class",
      "co_await",      "co_return",   "co_yield",
      "concept",       "const",       "consteval",
      "constexpr",     "constinit",   "const_cast",
      "continue",      "decltype",    "default",
      "delete",        "do",          "double",
      "dynamic_cast",  "else",        "enum",
      "explicit",      "extern",      "false",
      "float",         "for",         "friend",
      "goto",          "if",          "inline",
      "int",           "long",        "mutable",
      "namespace",     "new",         "noexcept",
      "nullptr",       "operator",    "private",
      "protected",     "public",      "reinterpret_cast",
      "requires",      "return",      "short",
      "signed",        "sizeof",      "static",
      "static_assert", "static_cast", "struct",
      "switch",        "template",    "this",
      "thread_local",  "throw",       "true",
      "try",           "typedef",     "typename",
      "union",         "unsigned",    "using",
      "virtual",       "void",        "volatile",
      "wchar_t",       "while"};
  return Words.contains(Word);
}

const std::vector<HtmlSource::Highlight> &
HtmlSource::highlights(const std::string &File, const SourceText &Text) {
  auto [It, IsNew] = Coloured.try_emplace(File);
  if (!IsNew || Text.contents().size() > MaxColoured)
    return It->second;
  SourceTokens Tokens(Text.contents(), 0);
  while (std::optional<SourceToken> Token = Tokens.next()) {
    const char *Class = nullptr;
    switch (Token->Kind) {
    case TokenKind::Comment:
      Class = "c";
      break;
    case TokenKind::String:
    case TokenKind::Character:
      Class = "s";
      break;
    case TokenKind::Number:
      Class = "n";
      break;
    case TokenKind::Word:
      if (isKeyword(Text.contents().slice(Token->Begin, Token->End)))
        Class = "k";
      break;
    case TokenKind::Punctuation:
      break;
    }
    if (Class)
      It->second.push_back({Token->Begin, Token->End, Class});
  }
  return It->second;
}

/// The bytes of a line that a range covers; empty when it does not touch it.
static ByteSpan coveredBytes(const SourceRange &Range, std::uint32_t Line,
                             std::size_t LineSize) {
  std::uint32_t Last = std::max(Range.Line, Range.EndLine);
  if (Line < Range.Line || Line > Last || LineSize == 0)
    return {};
  std::size_t Begin =
      Line == Range.Line && Range.Column > 0 ? Range.Column - 1 : 0;
  std::size_t End =
      Line == Last && Range.EndColumn > 0 ? Range.EndColumn - 1 : LineSize;
  // A mere place, or one behind the end of a file that has changed since.
  Begin = std::min(Begin, LineSize - 1);
  return {Begin, std::min(std::max(End, Begin + 1), LineSize)};
}

void HtmlSource::line(llvm::ArrayRef<Marker> Markers, const SourceText &Text,
                      std::uint32_t Number, std::string &Html) {
  const std::string &File = Markers.front().Range.File;
  llvm::StringRef Line = Text.line(Number).rtrim();
  std::vector<SourceCell> Cells =
      sourceCells(Line, Redact.hiddenIn(File, Number, Line));
  std::size_t Base = Text.offset(Number, 1);
  const std::vector<Highlight> &Colours = highlights(File, Text);
  auto Colour = std::lower_bound(
      Colours.begin(), Colours.end(), Base,
      [](const Highlight &H, std::size_t At) { return H.End <= At; });

  std::vector<ByteSpan> Spans;
  std::size_t FirstMark = Line.size();
  for (const Marker &M : Markers) {
    Spans.push_back(coveredBytes(M.Range, Number, Line.size()));
    if (Spans.back().Begin < Spans.back().End)
      FirstMark = std::min(FirstMark, Spans.back().Begin);
  }
  bool IsMarked = FirstMark < Line.size();
  std::size_t From = 0, To = Cells.size();
  if (Cells.size() > MaxCells) {
    std::size_t Mark = 0;
    while (IsMarked && Mark < Cells.size() && Cells[Mark].Byte < FirstMark)
      ++Mark;
    From = std::min(Mark - std::min(Mark, CellsBeforeMark),
                    Cells.size() - MaxCells);
    To = From + MaxCells;
  }

  Html += fmt::format("<div class=\"row{}\"><i>{}</i><span>",
                      IsMarked ? " at" : "", Number);
  if (From > 0)
    Html += "…";
  const char *OpenColour = nullptr;
  std::vector<std::size_t> OpenMarks;
  std::set<std::size_t> Numbered;
  auto Close = [&] {
    if (OpenColour)
      Html += "</span>";
    if (!OpenMarks.empty())
      Html += "</mark>";
  };
  for (std::size_t I = From; I < To; ++I) {
    const SourceCell &Cell = Cells[I];
    while (Colour != Colours.end() && Colour->End <= Base + Cell.Byte)
      ++Colour;
    const char *Class =
        Colour != Colours.end() && Colour->Begin <= Base + Cell.Byte
            ? Colour->Class
            : nullptr;
    std::vector<std::size_t> Marks;
    for (std::size_t M = 0; M < Spans.size(); ++M)
      if (Spans[M].Begin <= Cell.Byte && Cell.Byte < Spans[M].End)
        Marks.push_back(M);
    if (Class != OpenColour || Marks != OpenMarks) {
      Close();
      if (!Marks.empty()) {
        // Of nested marks the inner one colours its text.
        std::size_t Inner = *std::min_element(
            Marks.begin(), Marks.end(), [&](std::size_t A, std::size_t B) {
              return Spans[A].End - Spans[A].Begin <
                     Spans[B].End - Spans[B].Begin;
            });
        std::string Steps;
        for (std::size_t M : Marks)
          if (Markers[M].Number > 0 && Markers[M].Range.Line == Number &&
              Numbered.insert(M).second)
            Steps += fmt::format("{}{}", Steps.empty() ? "" : " ",
                                 Markers[M].Number);
        Html += fmt::format("<mark class=\"{}\"", Markers[Inner].Kind);
        Html += Steps.empty() ? ">" : fmt::format(" data-step=\"{}\">", Steps);
      }
      if (Class)
        Html += fmt::format("<span class=\"{}\">", Class);
      OpenColour = Class;
      OpenMarks = std::move(Marks);
    }
    Html += htmlEscaped(Cell.Glyph);
  }
  Close();
  if (To < Cells.size())
    Html += "…";
  Html += "</span></div>\n";
}

static std::string stepHtml(std::size_t Number, const char *Class,
                            FlowStepKind Kind, const std::string &Message) {
  return fmt::format("<div class=\"step {}\"><b>{}</b><em>{}</em>{}</div>\n",
                     Class, Number, stepWord(Kind), htmlMessage(Message));
}

void HtmlSource::block(llvm::ArrayRef<Marker> Markers, std::string &Html) {
  const SourceRange &First = Markers.front().Range;
  std::string Place = htmlLine(First.File);
  if (First.Line > 0)
    Place += fmt::format(":{}", First.Line);
  Html += fmt::format("<p class=\"where path\">{}</p>\n", Place);
  const SourceText *Text = Sources.find(First.File);
  bool HasSource = Text && First.Line > 0 && First.Line <= Text->lineCount();

  std::set<std::uint32_t> Lines;
  for (const Marker &M : Markers) {
    if (!HasSource)
      break;
    std::uint32_t End =
        std::clamp(M.Range.EndLine, M.Range.Line, M.Range.Line + MaxRangeLines);
    std::uint32_t Begin =
        M.Range.Line > LinesAround ? M.Range.Line - LinesAround : 1;
    for (std::uint32_t L = Begin;
         L <= std::min(End + LinesAround, Text->lineCount()); ++L)
      Lines.insert(L);
  }
  auto Words = [&](const Marker &M) {
    if (M.Number > 0)
      Html += M.Words;
  };
  if (!HasSource) {
    for (const Marker &M : Markers)
      Words(M);
    return;
  }
  Html += "<div class=\"code\">\n";
  std::uint32_t Before = 0;
  for (std::uint32_t L : Lines) {
    if (Before > 0 && L != Before + 1)
      Html += "<div class=\"gap\">⋯</div>\n";
    Before = L;
    line(Markers, *Text, L, Html);
    for (const Marker &M : Markers)
      if (M.Range.Line == L)
        Words(M);
  }
  // Steps on lines that the file no longer has.
  for (const Marker &M : Markers)
    if (M.Range.Line > Text->lineCount())
      Words(M);
  Html += "</div>\n";
}

std::string HtmlSource::draw(const Finding &Finding) {
  std::string Html;
  bool FlowShowsPlace =
      std::any_of(Finding.Flow.begin(), Finding.Flow.end(),
                  [&](const FlowStep &S) { return S.Range == Finding.Range; });
  if (!FlowShowsPlace) {
    Marker Place{Finding.Range, 0, "sink"};
    block(Place, Html);
  }
  if (Finding.Flow.empty())
    return Html;

  Html += "<div class=\"flow\">\n";
  std::size_t Count = Finding.Flow.size();
  std::vector<Marker> Together;
  auto Flush = [&] {
    if (!Together.empty())
      block(Together, Html);
    Together.clear();
  };
  for (std::size_t I = 0; I < Count; ++I) {
    if (Count > MaxSteps && I == KeptAtEachEnd) {
      Flush();
      std::size_t Left = Count - 2 * KeptAtEachEnd;
      Html += fmt::format("<p class=\"quiet\">… {} steps are left out; the "
                          "sarif and jsonl formats have them</p>\n",
                          Left);
      I += Left;
    }
    const FlowStep &Step = Finding.Flow[I];
    if (!Together.empty()) {
      const SourceRange &Last = Together.back().Range;
      if (Last.File != Step.Range.File || Step.Range.Line < Last.Line ||
          Step.Range.Line - Last.Line > LinesBetween)
        Flush();
    }
    const char *Class = stepClass(Step.Kind);
    Together.push_back({Step.Range, I + 1, Class,
                        stepHtml(I + 1, Class, Step.Kind,
                                 Redact.text(Finding, Step.Message))});
  }
  Flush();
  Html += "</div>\n";
  return Html;
}

std::string HtmlSource::drawEdit(const TextEdit &Edit) {
  const SourceRange &At = Edit.Range;
  const SourceText *Text = Sources.find(At.File);
  if (!Text || At.Line == 0 || At.EndLine > Text->lineCount())
    return "";
  for (std::uint32_t Line = At.Line; Line <= At.EndLine; ++Line)
    if (!Redact.hiddenIn(At.File, Line, Text->line(Line)).empty())
      return "";
  llvm::StringRef Whole = Text->contents();
  std::size_t Begin = Text->offset(At.Line, At.Column);
  if (Whole.substr(Begin, Edit.Replaced.size()) != Edit.Replaced)
    return "";
  std::size_t First = Text->offset(At.Line, 1);
  llvm::StringRef LastLine = Text->line(At.EndLine);
  std::size_t End = Text->offset(At.EndLine, 1) + LastLine.size();
  llvm::StringRef Before = Whole.slice(First, End).rtrim();
  std::string After = Whole.slice(First, Begin).str() + Edit.Replacement +
                      Whole.slice(Begin + Edit.Replaced.size(), End).str();
  // Nobody reads a change in a line of a thousand characters.
  if (Before.size() > MaxCells || After.size() > MaxCells)
    return "";
  auto Lines = [](llvm::StringRef Mark, llvm::StringRef Of) {
    std::string Result, Shown;
    for (llvm::StringRef Line : llvm::split(Of, '\n')) {
      Result += (Result.empty() ? "" : "\n") + Mark.str() + " ";
      for (char C : Line.rtrim())
        C == '\t' ? Shown += "    " : Shown += C;
      Result += htmlLine(Shown);
      Shown.clear();
    }
    return Result;
  };
  return "<pre><code><del>" + Lines("-", Before) + "</del>\n<ins>" +
         Lines("+", llvm::StringRef(After).rtrim()) + "</ins></code></pre>\n";
}

} // namespace cppwarden::report
