#include "report/Report.h"
#include <algorithm>
#include <tuple>

namespace cppwarden::report {

static unsigned countState(const std::vector<UnitProblem> &Problems,
                           UnitState State) {
  return static_cast<unsigned>(
      std::count_if(Problems.begin(), Problems.end(),
                    [&](const UnitProblem &P) { return P.State == State; }));
}

unsigned Coverage::incomplete() const {
  return countState(Problems, UnitState::Incomplete);
}

unsigned Coverage::failed() const {
  return countState(Problems, UnitState::Failed);
}

void Report::normalise() {
  auto Less = [](const ReportedFinding &A, const ReportedFinding &B) {
    auto Key = [](const ReportedFinding &F) {
      return std::tie(F.Value.Range.File, F.Value.Range.Line,
                      F.Value.Range.Column, F.Value.RuleId, F.Value.Message);
    };
    if (auto Order = Key(A) <=> Key(B); Order != 0)
      return Order < 0;
    return A < B;
  };
  std::sort(Findings.begin(), Findings.end(), Less);
  // An active finding sorts before its suppressed twin and so survives it.
  Findings.erase(std::unique(Findings.begin(), Findings.end(),
                             [](const auto &A, const auto &B) {
                               return A.Value == B.Value;
                             }),
                 Findings.end());
  std::sort(Rules.begin(), Rules.end(),
            [](const auto &A, const auto &B) { return A.Id < B.Id; });
  Rules.erase(
      std::unique(Rules.begin(), Rules.end(),
                  [](const auto &A, const auto &B) { return A.Id == B.Id; }),
      Rules.end());
  std::sort(Units.Problems.begin(), Units.Problems.end());
}

SeverityCounts Report::counts() const {
  SeverityCounts Counts;
  for (const ReportedFinding &F : Findings) {
    if (F.Suppression)
      ++Counts.Suppressed;
    else if (F.InBaseline)
      ++Counts.Known;
    else if (F.Value.Level == Severity::Error)
      ++Counts.Errors;
    else if (F.Value.Level == Severity::Warning)
      ++Counts.Warnings;
    else
      ++Counts.Notes;
  }
  return Counts;
}

const RuleDescriptor *Report::rule(const std::string &Id) const {
  auto It = std::lower_bound(
      Rules.begin(), Rules.end(), Id,
      [](const RuleDescriptor &R, const std::string &Id) { return R.Id < Id; });
  return It != Rules.end() && It->Id == Id ? &*It : nullptr;
}

std::string problemText(const UnitProblem &Problem) {
  if (Problem.FirstError.empty())
    return Problem.Reason;
  std::string Text = Problem.Reason + "; first error: ";
  const SourceRange &At = Problem.FirstErrorAt;
  if (At.Line > 0)
    Text += At.File + ':' + std::to_string(At.Line) + ':' +
            std::to_string(At.Column) + ": ";
  return Text + Problem.FirstError;
}

const char *severityName(Severity Level) {
  switch (Level) {
  case Severity::Error:
    return "error";
  case Severity::Warning:
    return "warning";
  case Severity::Note:
    return "note";
  }
  return "note";
}

} // namespace cppwarden::report
