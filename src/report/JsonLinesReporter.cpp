//===- JsonLinesReporter.cpp - One JSON object a line ----------*- C++ -*-===//
//
// For scripts. docs/formats.md documents every key; a key is never renamed, and
// new ones may come.
//
//===----------------------------------------------------------------------===//
#include "report/Fingerprints.h"
#include "report/Json.h"
#include "report/Reporters.h"

namespace cppwarden::report {

static void addRange(Json &Object, const SourceRange &Range) {
  Object["file"] = Range.File;
  Object["line"] = Range.Line;
  Object["column"] = Range.Column;
  Object["endLine"] = Range.EndLine;
  Object["endColumn"] = Range.EndColumn;
}

static const char *stepName(FlowStepKind Kind) {
  switch (Kind) {
  case FlowStepKind::Origin:
    return "origin";
  case FlowStepKind::Propagation:
    return "propagation";
  case FlowStepKind::Call:
    return "call";
  case FlowStepKind::Return:
    return "return";
  case FlowStepKind::Sink:
    return "sink";
  }
  return "propagation";
}

static Json fixesArray(const Finding &F, const Redactor &Redact) {
  Json Fixes = Json::array();
  for (const Fix &Way : F.Fixes) {
    Json Entry;
    Entry["description"] = Redact.text(F, Way.Description);
    Entry["caution"] = Redact.text(F, Way.Caution);
    Entry["safe"] = Way.Safety == FixSafety::Safe;
    Entry["edits"] = Json::array();
    for (const TextEdit &Edit : Way.Edits) {
      Json One;
      addRange(One, Edit.Range);
      One["replacement"] = Redact.text(F, Edit.Replacement);
      Entry["edits"].push_back(std::move(One));
    }
    Fixes.push_back(std::move(Entry));
  }
  return Fixes;
}

static Json findingObject(const ReportedFinding &Reported,
                          const RuleDescriptor *Rule,
                          const std::string &Fingerprint,
                          const Redactor &Redact, bool HasBaseline) {
  const Finding &F = Reported.Value;
  Json Object;
  Object["type"] = "finding";
  Object["rule"] = F.RuleId;
  Object["severity"] = severityName(F.Level);
  addRange(Object, F.Range);
  Object["function"] = F.EnclosingFunction;
  Object["message"] = Redact.text(F, F.Message);
  Object["hint"] = Redact.text(F, F.Hint);
  Object["cwe"] = Json::array();
  if (Rule)
    for (unsigned Cwe : Rule->Cwes)
      Object["cwe"].push_back(Cwe);
  Object["flow"] = Json::array();
  for (const FlowStep &Step : F.Flow) {
    Json Entry;
    Entry["kind"] = stepName(Step.Kind);
    addRange(Entry, Step.Range);
    Entry["message"] = Redact.text(F, Step.Message);
    Object["flow"].push_back(std::move(Entry));
  }
  if (!F.Fixes.empty())
    Object["fixes"] = fixesArray(F, Redact);
  Object["fingerprint"] = Fingerprint;
  Object["suppressed"] = Reported.Suppression.has_value();
  if (Reported.Suppression)
    Object["justification"] =
        Redact.text(F, Reported.Suppression->Justification);
  if (HasBaseline)
    Object["baselineState"] = Reported.InBaseline ? "unchanged" : "new";
  return Object;
}

static Json summaryObject(const Report &Report, const Redactor &Redact) {
  SeverityCounts Counts = Report.counts();
  Json Object;
  Object["type"] = "summary";
  Object["tool"] = "cppwarden";
  Object["version"] = Report.ToolVersion;
  Object["findings"]["error"] = Counts.Errors;
  Object["findings"]["warning"] = Counts.Warnings;
  Object["findings"]["note"] = Counts.Notes;
  Object["findings"]["suppressed"] = Counts.Suppressed;
  if (Report.Baseline) {
    Object["findings"]["baseline"] = Counts.Known;
    Object["gone"] = Json::array();
    for (const BaselineEntry &Entry : Report.Baseline->Gone) {
      Json Gone;
      Gone["fingerprint"] = Entry.Fingerprint;
      Gone["rule"] = Entry.Rule;
      Gone["file"] = Entry.File;
      Gone["function"] = Entry.Function;
      Object["gone"].push_back(std::move(Gone));
    }
  }
  Object["units"]["total"] = Report.Units.Units;
  Object["units"]["complete"] = Report.Units.complete();
  Object["units"]["incomplete"] = Report.Units.incomplete();
  Object["units"]["failed"] = Report.Units.failed();
  Object["problems"] = Json::array();
  for (const UnitProblem &P : Report.Units.Problems) {
    Json Entry;
    Entry["file"] = P.File;
    Entry["state"] = P.State == UnitState::Failed ? "failed" : "incomplete";
    Entry["reason"] = Redact.text(P.Reason);
    if (!P.FirstError.empty()) {
      Json First;
      if (P.FirstErrorAt.Line > 0)
        addRange(First, P.FirstErrorAt);
      First["message"] = Redact.text(P.FirstError);
      Entry["firstError"] = std::move(First);
    }
    Object["problems"].push_back(std::move(Entry));
  }
  if (Report.Run.ExitCode)
    Object["exitCode"] = *Report.Run.ExitCode;
  if (Report.Run.Elapsed)
    Object["elapsedMilliseconds"] = Report.Run.Elapsed->count();
  return Object;
}

void writeJsonLines(const Report &Report, SourceProvider &Sources,
                    const WriteOptions &, llvm::raw_ostream &Out) {
  Redactor Redact(Report, Sources);
  std::vector<std::string> Fingerprints =
      contentFingerprints(Report, Sources, Redact);
  for (std::size_t I = 0; I < Report.Findings.size(); ++I) {
    const ReportedFinding &F = Report.Findings[I];
    Out << dumpJson(findingObject(F, Report.rule(F.Value.RuleId),
                                  Fingerprints[I], Redact,
                                  Report.Baseline.has_value()))
        << '\n';
  }
  Out << dumpJson(summaryObject(Report, Redact)) << '\n';
}

} // namespace cppwarden::report
