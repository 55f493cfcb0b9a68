#include "lsp/Diagnostics.h"
#include "lsp/Positions.h"
#include "report/Redaction.h"
#include "report/RuleDocumentation.h"
#include "support/Paths.h"

namespace cppwarden::lsp {
namespace {

using llvm::json::Array;
using llvm::json::Object;
using llvm::json::Value;
using llvm::lsp::DiagnosticSeverity;

DiagnosticSeverity severityOf(Severity Level) {
  switch (Level) {
  case Severity::Error:
    return DiagnosticSeverity::Error;
  case Severity::Warning:
    return DiagnosticSeverity::Warning;
  case Severity::Note:
    break;
  }
  return DiagnosticSeverity::Information;
}

class Builder {
public:
  Builder(const report::Report &Report, report::SourceProvider &Sources,
          const DiagnosticOptions &Options)
      : Report(Report), Sources(Sources), Options(Options),
        Redact(Report, Sources) {}

  ShownByFile build();

private:
  std::string pathOf(const SourceRange &Range) const {
    return absolutePath(Range.File, Report.ProjectRoot);
  }
  bool isOpen(const std::string &Path) const {
    return Options.Open.count(Path) != 0;
  }
  llvm::lsp::Range rangeOf(const SourceRange &Range) {
    return toRange(Range, Sources.find(Range.File));
  }
  std::string uriOf(const std::string &Path) const;
  Object related(const SourceRange &Range, std::string Message);
  Object diagnostic(const SourceRange &Range, DiagnosticSeverity Level,
                    llvm::StringRef Code, std::string Message);
  Array relatedTo(const Finding &Of, const SourceRange &ShownAt);
  std::vector<ShownFix> fixesOf(const Finding &Of);
  void addFinding(std::size_t Index);
  void addAt(std::size_t Index, const SourceRange &Range, bool IsElsewhere);
  void addProblem(const report::UnitProblem &Problem);

  const report::Report &Report;
  report::SourceProvider &Sources;
  const DiagnosticOptions &Options;
  report::Redactor Redact;
  ShownByFile Result;
};

std::string Builder::uriOf(const std::string &Path) const {
  auto It = Options.Open.find(Path);
  if (It != Options.Open.end())
    return It->second;
  auto Made = llvm::lsp::URIForFile::fromFile(Path);
  if (Made)
    return Made->uri().str();
  llvm::consumeError(Made.takeError());
  return "";
}

Object Builder::related(const SourceRange &Range, std::string Message) {
  return Object{{"location", Object{{"uri", uriOf(pathOf(Range))},
                                    {"range", rangeOf(Range)}}},
                {"message", std::move(Message)}};
}

Object Builder::diagnostic(const SourceRange &Range, DiagnosticSeverity Level,
                           llvm::StringRef Code, std::string Message) {
  return Object{{"range", rangeOf(Range)},
                {"severity", int(Level)},
                {"code", Code},
                {"source", "cppwarden"},
                {"message", report::wellFormedUtf8(Message)}};
}

/// The flow, and the finding's place when it is shown elsewhere.
Array Builder::relatedTo(const Finding &Of, const SourceRange &ShownAt) {
  Array Steps;
  for (const FlowStep &Step : Of.Flow)
    Steps.push_back(related(
        Step.Range, report::wellFormedUtf8(Redact.text(Of, Step.Message))));
  if (Of.Flow.empty() && ShownAt != Of.Range)
    Steps.push_back(related(Of.Range, "it is here"));
  return Steps;
}

/// Fixes whose files hold what they replace.
std::vector<ShownFix> Builder::fixesOf(const Finding &Of) {
  std::vector<ShownFix> Result;
  for (const Fix &Way : Of.Fixes) {
    ShownFix Shown;
    std::map<std::string, Array> ByUri;
    bool Fits = true;
    for (const TextEdit &Edit : Way.Edits) {
      const report::SourceText *Text = Sources.find(Edit.Range.File);
      Fits &=
          Text && Text->contents()
                      .substr(Text->offset(Edit.Range.Line, Edit.Range.Column))
                      .starts_with(Edit.Replaced);
      std::string Path = pathOf(Edit.Range);
      ByUri[uriOf(Path)].push_back(Object{{"range", rangeOf(Edit.Range)},
                                          {"newText", Edit.Replacement}});
      Shown.Paths.insert(std::move(Path));
    }
    if (!Fits)
      continue;
    Object Changes;
    for (auto &[Uri, Edits] : ByUri)
      Changes[Uri] = std::move(Edits);
    Shown.Edit = Object{{"changes", std::move(Changes)}};
    Shown.IsSafe = Way.Safety == FixSafety::Safe;
    Shown.Title = Redact.text(Of, Way.Description);
    if (!Way.Caution.empty())
      Shown.Title += " (unsafe: " + Redact.text(Of, Way.Caution) + ")";
    Shown.Title = report::wellFormedUtf8(Shown.Title);
    Result.push_back(std::move(Shown));
  }
  return Result;
}

void Builder::addAt(std::size_t Index, const SourceRange &Range,
                    bool IsElsewhere) {
  const Finding &Of = Report.Findings[Index].Value;
  std::string Message = Redact.text(Of, Of.Message);
  if (IsElsewhere)
    Message += " (in " + Of.Range.File + ":" + std::to_string(Of.Range.Line) +
               ", by way of this)";
  else if (!Of.Hint.empty())
    Message += "\n" + Redact.text(Of, Of.Hint);
  DiagnosticSeverity Level =
      IsElsewhere ? DiagnosticSeverity::Information : severityOf(Of.Level);
  Object Json = diagnostic(Range, Level, Of.RuleId, std::move(Message));
  if (const RuleDescriptor *Rule = Report.rule(Of.RuleId))
    if (std::string Url = report::documentationUrl(*Rule); !Url.empty())
      Json["codeDescription"] = Object{{"href", Url}};
  if (Options.WithRelatedInformation)
    if (Array Steps = relatedTo(Of, Range); !Steps.empty())
      Json["relatedInformation"] = std::move(Steps);
  Result[pathOf(Range)].push_back({rangeOf(Range), Index, IsElsewhere,
                                   fixesOf(Of), Value(std::move(Json))});
}

void Builder::addFinding(std::size_t Index) {
  const Finding &Of = Report.Findings[Index].Value;
  std::string Own = pathOf(Of.Range);
  bool TouchesOpen = isOpen(Own);
  std::set<std::string> Passed = {Own};
  for (const FlowStep &Step : Of.Flow) {
    std::string Path = pathOf(Step.Range);
    if (!isOpen(Path))
      continue;
    TouchesOpen = true;
    if (Passed.insert(Path).second)
      addAt(Index, Step.Range, /*IsElsewhere=*/true);
  }
  if (TouchesOpen)
    addAt(Index, Of.Range, /*IsElsewhere=*/false);
}

void Builder::addProblem(const report::UnitProblem &Problem) {
  std::string Path = absolutePath(Problem.File, Report.ProjectRoot);
  if (!isOpen(Path))
    return;
  bool HasFailed = Problem.State == report::UnitState::Failed;
  SourceRange Where{Problem.File, 1, 1, 1, 1};
  if (!HasFailed && Problem.FirstErrorAt.Line &&
      Problem.FirstErrorAt.File == Problem.File)
    Where = Problem.FirstErrorAt;
  std::string Message =
      HasFailed ? "cppwarden could not analyse this file: " + Problem.Reason
                : "cppwarden may miss findings in this file, which does not "
                  "compile here: " +
                      (Problem.FirstError.empty() ? Problem.Reason
                                                  : Problem.FirstError);
  Object Json = diagnostic(
      Where,
      HasFailed ? DiagnosticSeverity::Warning : DiagnosticSeverity::Information,
      HasFailed ? "unit-failed" : "unit-incomplete", Redact.text(Message));
  Result[Path].push_back(
      {rangeOf(Where), std::nullopt, false, {}, Value(std::move(Json))});
}

ShownByFile Builder::build() {
  for (const auto &[Path, Uri] : Options.Open)
    Result[Path];
  for (const report::UnitProblem &Problem : Report.Units.Problems)
    addProblem(Problem);
  for (std::size_t I = 0; I < Report.Findings.size(); ++I)
    if (Report.Findings[I].isActive())
      addFinding(I);
  return std::move(Result);
}

} // namespace

ShownByFile toDiagnostics(const report::Report &Report,
                          report::SourceProvider &Sources,
                          const DiagnosticOptions &Options) {
  return Builder(Report, Sources, Options).build();
}

} // namespace cppwarden::lsp
