//===- GithubReporter.cpp - Workflow annotations ---------------*- C++ -*-===//
//
// `::error file=…,line=…::message` on standard output of a GitHub Actions step
// becomes a mark beside the line in the pull request. The runner keeps ten
// annotations a level and step and drops the rest in silence, so the gravest
// come first and a line says how many are missing. That line is plain text and
// holds nothing of the findings: text of strangers at the start of a line could
// be a workflow command.
//
//===----------------------------------------------------------------------===//
#include "report/Redaction.h"
#include "report/Reporters.h"
#include <algorithm>
#include <fmt/format.h>

namespace cppwarden::report {

/// Of each level, in one step.
static constexpr unsigned MaxAnnotations = 10;
/// Beyond it a message fills the page of the pull request.
static constexpr std::size_t MaxSteps = 10;

static std::string escaped(llvm::StringRef Text, llvm::StringRef Special) {
  std::string Result;
  for (char C : wellFormedUtf8(Text)) {
    if (Special.contains(C))
      Result += fmt::format("%{:02X}", static_cast<unsigned char>(C));
    else if (C == '\0')
      Result += "\xEF\xBF\xBD";
    else
      Result += C;
  }
  return Result;
}

static std::string property(llvm::StringRef Text) {
  return escaped(Text, "%\r\n:,");
}

static std::string message(llvm::StringRef Text) {
  return escaped(Text, "%\r\n");
}

static const char *command(Severity Level) {
  return Level == Severity::Note ? "notice" : severityName(Level);
}

static std::string position(const SourceRange &Range, SourceProvider &Sources) {
  std::string Text = "file=" + property(Range.File);
  if (Range.Line == 0)
    return Text;
  std::uint32_t EndLine = std::max(Range.EndLine, Range.Line);
  Text += fmt::format(",line={},endLine={}", Range.Line, EndLine);
  // Columns are taken for annotations of one line only.
  if (EndLine != Range.Line || Range.Column == 0)
    return Text;
  std::uint32_t Begin = Range.Column, End = Range.EndColumn;
  if (const SourceText *Source = Sources.find(Range.File);
      Source && Range.Line <= Source->lineCount()) {
    Begin = Source->utf16Column(Range.Line, Begin);
    End = Source->utf16Column(Range.Line, End);
  }
  return Text +
         fmt::format(",col={},endColumn={}", Begin, std::max(End, Begin + 1));
}

static std::string findingText(const Finding &F, const Redactor &Redact) {
  std::string Text = Redact.text(F, F.Message);
  for (std::size_t I = 0; I < F.Flow.size(); ++I) {
    if (F.Flow.size() > MaxSteps && I == MaxSteps / 2) {
      std::size_t Left = F.Flow.size() - MaxSteps;
      Text += fmt::format("\n… {} more steps", Left);
      I += Left;
    }
    const FlowStep &Step = F.Flow[I];
    Text += fmt::format("\n{}. {}:{}: {}", I + 1, Step.Range.File,
                        Step.Range.Line, Redact.text(F, Step.Message));
  }
  if (!F.Hint.empty())
    Text += "\nHint: " + Redact.text(F, F.Hint);
  return Text;
}

/// The one annotation about units that are not covered; empty when all are.
static std::string coverageAnnotation(const Coverage &Units,
                                      const Redactor &Redact) {
  if (Units.isFull())
    return {};
  std::string Text = "No unit was analysed.";
  if (Units.Units > 0)
    Text = fmt::format("{} of {} units were analysed in full.",
                       Units.complete(), Units.Units);
  std::size_t Named = std::min(Units.Problems.size(), MaxSteps);
  for (const UnitProblem &P : llvm::ArrayRef(Units.Problems).take_front(Named))
    Text += fmt::format("\n{}: {}", P.File, Redact.text(problemText(P)));
  if (Units.Problems.size() > Named)
    Text += fmt::format("\n… and {} more", Units.Problems.size() - Named);
  return fmt::format("::warning title=cppwarden%3A incomplete::{}\n",
                     message(Text));
}

void writeGithub(const Report &Report, SourceProvider &Sources,
                 const WriteOptions &, llvm::raw_ostream &Out) {
  Redactor Redact(Report, Sources);
  std::string Incomplete = coverageAnnotation(Report.Units, Redact);
  for (Severity Level : {Severity::Error, Severity::Warning, Severity::Note}) {
    unsigned Room = MaxAnnotations, Left = 0;
    if (Level == Severity::Warning && !Incomplete.empty()) {
      Out << Incomplete;
      --Room;
    }
    for (const ReportedFinding &Reported : Report.Findings) {
      const Finding &F = Reported.Value;
      if (!Reported.isActive() || F.Level != Level)
        continue;
      if (Room == 0) {
        ++Left;
        continue;
      }
      --Room;
      const RuleDescriptor *Rule = Report.rule(F.RuleId);
      std::string Title =
          Rule ? fmt::format("{} [{}]", Rule->Title, F.RuleId) : F.RuleId;
      Out << fmt::format("::{} {},title={}::{}\n", command(Level),
                         position(F.Range, Sources), property(Title),
                         message(findingText(F, Redact)));
    }
    if (Left > 0)
      Out << fmt::format(
          "cppwarden: {} more {}{} not annotated: GitHub shows {} of a level\n",
          Left, severityName(Level), Left == 1 ? " is" : "s are",
          MaxAnnotations);
  }
}

} // namespace cppwarden::report
