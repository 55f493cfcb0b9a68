//===- GitlabSastReporter.cpp - GitLab's security report -------*- C++ -*-===//
//
// Version 15.0 of the "sast" report: artifacts:reports:sast feeds the merge
// request widget and the vulnerability report with it. GitLab rejects the whole
// file over one value that its schema does not know, so only what all 15.x
// versions have is written, and texts keep to the schema's lengths.
//
// The schema wants the time of the scan: this is the one format that is not the
// same for each run, unless SOURCE_DATE_EPOCH says which time it is.
//
//===----------------------------------------------------------------------===//
#include "report/Criticality.h"
#include "report/CweTaxonomy.h"
#include "report/Fingerprints.h"
#include "report/Json.h"
#include "report/Reporters.h"
#include <fmt/format.h>

namespace cppwarden::report {

// Lengths in characters, from the schema.
static constexpr std::size_t MaxName = 255, MaxSolution = 7000,
                             MaxDescription = 1048576;

static const char *gitlabSeverity(Criticality Step) {
  switch (Step) {
  case Criticality::Info:
    return "Info";
  case Criticality::Low:
    return "Low";
  case Criticality::Medium:
    return "Medium";
  case Criticality::High:
    return "High";
  case Criticality::Critical:
    return "Critical";
  }
  return "Unknown";
}

static std::string shortened(llvm::StringRef Text, std::size_t Characters) {
  if (characterCount(Text) <= Characters)
    return Text.str();
  llvm::StringRef Rest = Text;
  for (std::size_t I = 1; I < Characters; ++I)
    Rest = Rest.drop_front(decodeFirst(Rest).Bytes);
  return Text.drop_back(Rest.size()).str() + "…";
}

/// A UUID of version 8 (RFC 9562: the bits are the vendor's) from 32
/// hexadecimal digits.
static std::string uuid(std::string Digits) {
  Digits[12] = '8';
  Digits[16] =
      "89ab"[(Digits[16] <= '9' ? Digits[16] - '0' : Digits[16] - 'a' + 10) &
             3];
  return fmt::format("{}-{}-{}-{}-{}", Digits.substr(0, 8), Digits.substr(8, 4),
                     Digits.substr(12, 4), Digits.substr(16, 4),
                     Digits.substr(20));
}

/// "2026-01-31T08:00:00", UTC.
static std::string timestamp(std::optional<std::chrono::sys_seconds> Time) {
  auto Seconds = Time.value_or(std::chrono::sys_seconds());
  auto Day = std::chrono::floor<std::chrono::days>(Seconds);
  std::chrono::year_month_day Date(Day);
  std::chrono::hh_mm_ss Clock(Seconds - Day);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", int(Date.year()),
                     unsigned(Date.month()), unsigned(Date.day()),
                     Clock.hours().count(), Clock.minutes().count(),
                     Clock.seconds().count());
}

static Json textCell(const std::string &Text) {
  return {{"type", "text"}, {"value", Text}};
}

/// The flow as a table of GitLab's vulnerability page.
static Json flowDetail(const Finding &F, const Redactor &Redact) {
  Json Rows = Json::array();
  for (std::size_t I = 0; I < F.Flow.size(); ++I) {
    const FlowStep &Step = F.Flow[I];
    Json Place;
    Place["type"] = "file-location";
    Place["file_name"] = Step.Range.File;
    Place["line_start"] = Step.Range.Line;
    Place["line_end"] = std::max(Step.Range.Line, Step.Range.EndLine);
    Rows.push_back(
        Json::array({textCell(std::to_string(I + 1)), std::move(Place),
                     textCell(Redact.text(F, Step.Message))}));
  }
  Json Flow;
  Flow["name"] = "Flow";
  Flow["description"] = "The way of the data, from origin to sink";
  Flow["type"] = "table";
  Flow["header"] = Json::array(
      {textCell("Step"), textCell("Place"), textCell("What happens")});
  Flow["rows"] = std::move(Rows);
  return Flow;
}

static Json identifiers(const Finding &F, const RuleDescriptor *Rule) {
  Json Result = Json::array();
  // The first one takes part in recognising the vulnerability.
  Json Own;
  Own["type"] = "cppwarden_rule";
  Own["name"] = "cppwarden: " + F.RuleId;
  Own["value"] = F.RuleId;
  Result.push_back(std::move(Own));
  if (!Rule)
    return Result;
  for (unsigned Cwe : Rule->Cwes) {
    Json Weakness;
    Weakness["type"] = "cwe";
    Weakness["name"] = fmt::format("CWE-{}", Cwe);
    Weakness["value"] = std::to_string(Cwe);
    Weakness["url"] = cweUrl(Cwe);
    Result.push_back(std::move(Weakness));
  }
  return Result;
}

static Json vulnerability(const Finding &F, const RuleDescriptor *Rule,
                          const std::string &Fingerprint,
                          const Redactor &Redact) {
  Json Result;
  Result["id"] = uuid(Fingerprint);
  std::string Message = Redact.text(F, F.Message);
  Result["name"] = shortened(Rule ? Rule->Title : F.RuleId, MaxName);
  std::string Description = Message;
  if (Rule && !Rule->Rationale.empty())
    Description += "\n\n" + Rule->Rationale;
  Result["description"] = shortened(Description, MaxDescription);
  Result["severity"] = gitlabSeverity(criticality(F, Rule));
  std::string Solution = Redact.text(F, F.Hint);
  if (Solution.empty() && Rule)
    Solution = Rule->Remedy;
  if (!Solution.empty())
    Result["solution"] = shortened(Solution, MaxSolution);
  Result["identifiers"] = identifiers(F, Rule);
  Json Links = Json::array();
  if (Rule)
    for (const std::string &Url : Rule->References)
      Links.push_back({{"url", Url}});
  if (!Links.empty())
    Result["links"] = std::move(Links);
  Json Location;
  Location["file"] = F.Range.File;
  Location["start_line"] = F.Range.Line;
  Location["end_line"] = std::max(F.Range.Line, F.Range.EndLine);
  if (!F.EnclosingFunction.empty())
    Location["method"] = F.EnclosingFunction;
  Result["location"] = std::move(Location);
  Json Item;
  Item["file"] = F.Range.File;
  Item["start_line"] = F.Range.Line;
  Item["end_line"] = std::max(F.Range.Line, F.Range.EndLine);
  Item["signatures"] =
      Json::array({{{"algorithm", "hash"}, {"value", Fingerprint}}});
  Result["tracking"]["type"] = "source";
  Result["tracking"]["items"] = Json::array({std::move(Item)});
  if (!F.Flow.empty())
    Result["details"]["flow"] = flowDetail(F, Redact);
  return Result;
}

static Json scan(const Report &Report, const Redactor &Redact) {
  Json Tool;
  Tool["id"] = "cppwarden";
  Tool["name"] = "cppwarden";
  Tool["version"] = Report.ToolVersion.empty() ? "0" : Report.ToolVersion;
  Tool["vendor"]["name"] = "cppwarden";
  Json Scan;
  Scan["type"] = "sast";
  Scan["analyzer"] = Tool;
  Scan["scanner"] = Tool;
  Scan["start_time"] = timestamp(Report.Run.Start);
  Scan["end_time"] = timestamp(Report.Run.End);
  const Coverage &Units = Report.Units;
  Scan["status"] =
      Units.Units > 0 && Units.failed() == 0 ? "success" : "failure";
  Json Messages = Json::array();
  if (Units.Units == 0)
    Messages.push_back(
        {{"level", "fatal"}, {"value", "There was no unit to analyse."}});
  for (const UnitProblem &P : Units.Problems)
    Messages.push_back(
        {{"level", P.State == UnitState::Failed ? "fatal" : "warn"},
         {"value", P.File + ": " + Redact.text(problemText(P))}});
  if (!Messages.empty())
    Scan["messages"] = std::move(Messages);
  return Scan;
}

void writeGitlabSast(const Report &Report, SourceProvider &Sources,
                     const WriteOptions &, llvm::raw_ostream &Out) {
  Redactor Redact(Report, Sources);
  std::vector<std::string> Fingerprints =
      contentFingerprints(Report, Sources, Redact);
  Json Root;
  Root["version"] = "15.0.7";
  Root["scan"] = scan(Report, Redact);
  Root["vulnerabilities"] = Json::array();
  for (std::size_t I = 0; I < Report.Findings.size(); ++I) {
    const ReportedFinding &Reported = Report.Findings[I];
    if (Reported.isActive())
      Root["vulnerabilities"].push_back(
          vulnerability(Reported.Value, Report.rule(Reported.Value.RuleId),
                        Fingerprints[I], Redact));
  }
  Out << dumpJson(Root, 2) << '\n';
}

} // namespace cppwarden::report
