//===- TextReporter.cpp - Findings for a reader ----------------*- C++ -*-===//
//
//   src/orders.cpp:42:17: error: text from … is embedded in … [sql-injection]
//      42 |   sqlite3_exec(db, query.c_str(), …);
//         |                    ^~~~~~~~~~~~~
//     flow:
//       1. src/http.cpp:12:13: the request parameter "id" is read
//            12 |   auto id = req.get_param_value("id");
//               |             ^~~~~~~~~~~~~~~~~~~~~~~~~
//       2. …
//     hint: bind the value with sqlite3_bind_text
//
// Every place is path:line:column at the start of what a terminal or an editor
// turns into a link. A line that was just shown is not shown again.
//
//===----------------------------------------------------------------------===//
#include "report/Counted.h"
#include "report/Excerpt.h"
#include "report/Redaction.h"
#include "report/Reporters.h"
#include <algorithm>
#include <fmt/format.h>

namespace cppwarden::report {

namespace {

enum class Style { Place, Error, Warning, Note, Message, Mark, Faint, Rule };

class TextWriter {
public:
  TextWriter(const Report &Report, SourceProvider &Sources,
             const WriteOptions &Options, llvm::raw_ostream &Out)
      : Whole(Report), Sources(Sources), Options(Options), Out(Out),
        Redact(Report, Sources) {}

  void write();

private:
  void finding(const ReportedFinding &Reported);
  void flow(const Finding &Finding);
  void excerpt(const SourceRange &Range, unsigned Indent, unsigned Gutter,
               Style MarkStyle);
  void problems();
  void gone();
  void summary();
  std::string styled(Style As, llvm::StringRef Text) const;
  std::string place(const SourceRange &Range) const;
  std::string wrapped(llvm::StringRef Text, unsigned Indent) const;

  const Report &Whole;
  SourceProvider &Sources;
  const WriteOptions &Options;
  llvm::raw_ostream &Out;
  Redactor Redact;
  /// The line last shown, for not showing it twice in a row.
  std::pair<std::string, std::uint32_t> Shown;
};

} // namespace

std::string TextWriter::styled(Style As, llvm::StringRef Text) const {
  if (!Options.Colour)
    return Text.str();
  const char *Code = "";
  switch (As) {
  case Style::Place:
  case Style::Message:
    Code = "1";
    break;
  case Style::Error:
    Code = "1;31";
    break;
  case Style::Warning:
    Code = "1;35";
    break;
  case Style::Note:
    Code = "1;36";
    break;
  case Style::Mark:
    Code = "1;32";
    break;
  case Style::Faint:
    Code = "2";
    break;
  case Style::Rule:
    Code = "33";
    break;
  }
  return fmt::format("\033[{}m{}\033[0m", Code, Text.str());
}

static Style styleOf(Severity Level) {
  return Level == Severity::Error     ? Style::Error
         : Level == Severity::Warning ? Style::Warning
                                      : Style::Note;
}

std::string TextWriter::place(const SourceRange &Range) const {
  std::string Text = printable(Range.File);
  if (Range.Line > 0)
    Text += fmt::format(":{}", Range.Line);
  if (Range.Line > 0 && Range.Column > 0)
    Text += fmt::format(":{}", Range.Column);
  return Text;
}

static unsigned digits(std::uint32_t Number) {
  return static_cast<unsigned>(std::to_string(Number).size());
}

void TextWriter::excerpt(const SourceRange &Range, unsigned Indent,
                         unsigned Gutter, Style MarkStyle) {
  const SourceText *Text = Sources.find(Range.File);
  if (!Text || Range.Line == 0 || Range.Line > Text->lineCount())
    return;
  llvm::StringRef Line = Text->line(Range.Line);
  if (Line.trim().empty())
    return;
  ByteSpan Mark;
  Mark.Begin = Range.Column > 0 ? Range.Column - 1 : 0;
  // The first line of a longer range is marked to its end.
  Mark.End = Range.EndLine > Range.Line ? Line.rtrim().size()
             : Range.EndColumn > 0      ? Range.EndColumn - 1
                                        : Mark.Begin;
  Shown = {Range.File, Range.Line};
  unsigned Used = Indent + Gutter + 3;
  Excerpt Cut =
      makeExcerpt(Line, Mark, Redact.hiddenIn(Range.File, Range.Line, Line),
                  Options.Width > Used ? Options.Width - Used : 0);
  std::string Margin(Indent, ' ');
  Out << Margin
      << styled(Style::Faint, fmt::format("{:>{}} |", Range.Line, Gutter))
      << ' ' << Cut.Text << '\n';
  Out << Margin << styled(Style::Faint, fmt::format("{:>{}} |", "", Gutter))
      << ' ' << std::string(Cut.MarkBegin, ' ')
      << styled(MarkStyle, "^" + std::string(Cut.MarkWidth - 1, '~')) << '\n';
}

std::string TextWriter::wrapped(llvm::StringRef Text, unsigned Indent) const {
  std::string Result;
  unsigned Room = Options.Width > Indent + 20 ? Options.Width - Indent : 20;
  unsigned Column = 0;
  llvm::SmallVector<llvm::StringRef> Words;
  Text.split(Words, ' ', -1, /*KeepEmpty=*/false);
  for (llvm::StringRef Word : Words) {
    unsigned Length = characterCount(Word);
    if (Column > 0 && Column + 1 + Length > Room) {
      Result += "\n" + std::string(Indent, ' ');
      Column = 0;
    } else if (Column > 0) {
      Result += ' ';
      ++Column;
    }
    Result += Word;
    Column += Length;
  }
  return Result;
}

void TextWriter::flow(const Finding &Finding) {
  // A path too long to read is shown by its two ends.
  constexpr std::size_t MaxSteps = 20, KeptAtEachEnd = 8;
  std::size_t Count = Finding.Flow.size();
  std::uint32_t LastLine = 0;
  for (const FlowStep &Step : Finding.Flow)
    LastLine = std::max(LastLine, Step.Range.Line);
  unsigned NumberWidth = digits(static_cast<std::uint32_t>(Count));
  Out << "  " << styled(Style::Message, "flow:") << '\n';
  for (std::size_t I = 0; I < Count; ++I) {
    if (Count > MaxSteps && I == KeptAtEachEnd) {
      std::size_t Left = Count - 2 * KeptAtEachEnd;
      Out << styled(Style::Faint,
                    fmt::format("    … {} steps left out; the sarif and jsonl "
                                "formats have them",
                                Left))
          << '\n';
      I += Left;
      Shown = {};
    }
    const FlowStep &Step = Finding.Flow[I];
    Out << fmt::format("    {:>{}}. ", I + 1, NumberWidth) << place(Step.Range)
        << ": " << printable(Redact.text(Finding, Step.Message)) << '\n';
    // The finding's own line stands at the top.
    if (Step.Range != Finding.Range &&
        Shown != std::pair(Step.Range.File, Step.Range.Line))
      excerpt(Step.Range, 6 + NumberWidth, digits(LastLine), Style::Mark);
  }
}

void TextWriter::finding(const ReportedFinding &Reported) {
  const Finding &F = Reported.Value;
  Out << styled(Style::Place, place(F.Range) + ":") << ' '
      << styled(styleOf(F.Level), std::string(severityName(F.Level)) + ":")
      << ' ' << styled(Style::Message, printable(Redact.text(F, F.Message)))
      << ' ' << styled(Style::Rule, "[" + F.RuleId + "]") << '\n';
  Shown = {};
  excerpt(F.Range, 2, std::max(4u, digits(F.Range.Line)), Style::Mark);
  if (!F.Flow.empty())
    flow(F);
  if (!F.Hint.empty())
    Out << "  " << styled(Style::Message, "hint:") << ' '
        << wrapped(printable(Redact.text(F, F.Hint)), 8) << '\n';
  if (!F.Fixes.empty() && Reported.isActive()) {
    const Fix &First = F.Fixes.front();
    bool IsSafe = First.Safety == FixSafety::Safe;
    Out << "  " << styled(Style::Message, "fix available")
        << (IsSafe ? " (--fix): " : " (--fix --unsafe-fixes): ")
        << printable(Redact.text(F, First.Description)) << '\n';
  }
  if (Reported.Suppression) {
    const AppliedSuppression &S = *Reported.Suppression;
    Out << "  " << styled(Style::Message, "suppressed") << " at "
        << place(S.Comment);
    if (!S.Justification.empty())
      Out << ": " << printable(Redact.text(F, S.Justification));
    Out << '\n';
  }
  Out << '\n';
}

void TextWriter::problems() {
  constexpr std::size_t MaxProblems = 10;
  const std::vector<UnitProblem> &Problems = Whole.Units.Problems;
  if (Problems.empty())
    return;
  for (std::size_t I = 0; I < std::min(Problems.size(), MaxProblems); ++I) {
    const UnitProblem &P = Problems[I];
    bool Failed = P.State == UnitState::Failed;
    Out << styled(Style::Place, printable(P.File) + ":") << ' '
        << styled(Failed ? Style::Error : Style::Warning,
                  Failed ? "not analysed:" : "incomplete:")
        << ' ' << printable(Redact.text(P.Reason)) << '\n';
    if (P.FirstError.empty())
      continue;
    Out << "  first error: ";
    if (P.FirstErrorAt.Line > 0)
      Out << place(P.FirstErrorAt) << ": ";
    Out << printable(Redact.text(P.FirstError)) << '\n';
  }
  if (Problems.size() > MaxProblems)
    Out << styled(Style::Faint,
                  fmt::format("… and {} more units; `cppwarden doctor` lists "
                              "all of them",
                              Problems.size() - MaxProblems))
        << '\n';
  Out << '\n';
}

/// Entries of the baseline that no longer occur.
void TextWriter::gone() {
  constexpr std::size_t MaxEntries = 10;
  if (!Whole.Baseline || Whole.Baseline->Gone.empty())
    return;
  const std::vector<BaselineEntry> &Gone = Whole.Baseline->Gone;
  Out << styled(Style::Message, "no longer found, though in the baseline:")
      << '\n';
  for (std::size_t I = 0; I < std::min(Gone.size(), MaxEntries); ++I) {
    Out << "  " << printable(Gone[I].File) << ": [" << printable(Gone[I].Rule)
        << ']';
    if (!Gone[I].Function.empty())
      Out << " in " << printable(Gone[I].Function);
    Out << '\n';
  }
  if (Gone.size() > MaxEntries)
    Out << styled(Style::Faint,
                  fmt::format("  … and {} more", Gone.size() - MaxEntries))
        << '\n';
  Out << "  `cppwarden baseline prune` removes "
      << (Gone.size() == 1 ? "it" : "them") << "\n\n";
}

void TextWriter::summary() {
  SeverityCounts Counts = Whole.counts();
  std::vector<std::string> Parts;
  auto Add = [&](unsigned Count, llvm::StringRef Thing, Style As) {
    if (Count > 0)
      Parts.push_back(styled(As, counted(Count, Thing)));
  };
  Add(Counts.Errors, "error", Style::Error);
  Add(Counts.Warnings, "warning", Style::Warning);
  Add(Counts.Notes, "note", Style::Note);
  Out << (Parts.empty() ? styled(Style::Message, "no findings")
                        : fmt::format("{}", fmt::join(Parts, ", ")));
  std::vector<std::string> Silent;
  if (Counts.Suppressed > 0)
    Silent.push_back(fmt::format("{} suppressed", Counts.Suppressed));
  if (Counts.Known > 0)
    Silent.push_back(fmt::format("{} in the baseline", Counts.Known));
  if (!Silent.empty())
    Out << fmt::format(" ({})", fmt::join(Silent, ", "));

  const Coverage &Units = Whole.Units;
  if (Units.NothingToDo) {
    Out << "; the change touches no unit\n";
    return;
  }
  if (Units.Units == 0) {
    Out << ", but " << styled(Style::Error, "nothing was analysed") << '\n';
    return;
  }
  std::string Total = counted(Units.Units, "unit");
  if (Units.isFull()) {
    Out << "; "
        << (Units.Units == 1
                ? "the one unit was analysed in full"
                : fmt::format("all {} were analysed in full", Total));
  } else {
    Out << fmt::format("; {} of {} analysed in full", Units.complete(), Total);
    if (Units.incomplete() > 0)
      Out << ", "
          << styled(Style::Warning,
                    fmt::format("{} incomplete", Units.incomplete()));
    if (Units.failed() > 0)
      Out << ", "
          << styled(Style::Error, fmt::format("{} failed", Units.failed()));
  }
  if (Whole.Run.Elapsed)
    Out << fmt::format(" in {:.1f} s",
                       static_cast<double>(Whole.Run.Elapsed->count()) / 1000);
  Out << '\n';
}

void TextWriter::write() {
  for (const ReportedFinding &F : Whole.Findings)
    if (F.isActive() || (Options.ShowSuppressed && F.Suppression))
      finding(F);
  problems();
  gone();
  summary();
}

void writeText(const Report &Report, SourceProvider &Sources,
               const WriteOptions &Options, llvm::raw_ostream &Out) {
  TextWriter(Report, Sources, Options, Out).write();
}

} // namespace cppwarden::report
