//===- GitlabCodeQualityReporter.cpp - Code Quality reports ----*- C++ -*-===//
//
// The subset of Code Climate's issues that GitLab's merge request widget reads:
// one JSON array. GitLab compares fingerprints of two branches to say what is
// new and what is fixed.
//
//===----------------------------------------------------------------------===//
#include "report/Criticality.h"
#include "report/Fingerprints.h"
#include "report/Json.h"
#include "report/Reporters.h"
#include "report/SarifTool.h"

namespace cppwarden::report {

static const char *codeQualitySeverity(Criticality Step) {
  switch (Step) {
  case Criticality::Info:
    return "info";
  case Criticality::Low:
    return "minor";
  case Criticality::Medium:
    return "major";
  case Criticality::High:
    return "critical";
  case Criticality::Critical:
    return "blocker";
  }
  return "major";
}

void writeGitlabCodeQuality(const Report &Report, SourceProvider &Sources,
                            const WriteOptions &, llvm::raw_ostream &Out) {
  Redactor Redact(Report, Sources);
  std::vector<std::string> Fingerprints =
      contentFingerprints(Report, Sources, Redact);
  Json Issues = Json::array();
  for (std::size_t I = 0; I < Report.Findings.size(); ++I) {
    const ReportedFinding &Reported = Report.Findings[I];
    if (!Reported.isActive())
      continue;
    const Finding &F = Reported.Value;
    Json Issue;
    Issue["type"] = "issue";
    Issue["check_name"] = F.RuleId;
    // All that the widget shows.
    std::string Text = asSentence(Redact.text(F, F.Message));
    if (!F.Hint.empty())
      Text += " " + asSentence(Redact.text(F, F.Hint));
    Issue["description"] = std::move(Text);
    Issue["categories"] = Json::array({"Security"});
    Issue["severity"] =
        codeQualitySeverity(criticality(F, Report.rule(F.RuleId)));
    Issue["fingerprint"] = Fingerprints[I];
    Issue["location"]["path"] = F.Range.File;
    Issue["location"]["lines"]["begin"] = std::max(1u, F.Range.Line);
    Issue["location"]["lines"]["end"] =
        std::max({1u, F.Range.Line, F.Range.EndLine});
    Issues.push_back(std::move(Issue));
  }
  Out << dumpJson(Issues, 2) << '\n';
}

} // namespace cppwarden::report
