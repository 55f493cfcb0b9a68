//===- SarifReporter.cpp - SARIF 2.1.0 -------------------------*- C++ -*-===//
//
// One run. The file is the same on every machine: URIs are relative to SRCROOT,
// whose own URI is left to the consumer (GitHub, GitLab and editors resolve it
// against the checkout), no time, no absolute path, no command line unless
// asked for.
//
// Choices that GitHub's code scanning forces and the standard allows: regions
// of one line (it shows no others), `security-severity` as a string, tags
// `external/cwe/cwe-089` of at least three digits, `primaryLocationLineHash`
// equal to the upload action's own (LineHashes.h). Columns are UTF-16 code
// units, SARIF's default, converted from Clang's bytes with the source text;
// where that is gone, bytes are the best there is.
//
// SarifProfile::GitHub leaves out what code scanning does not take: it opens an
// alert for a suppressed or known result as for any other, shows 5,000 results
// of a run, 1,000 places of a flow and 10 tags of a rule, reads the source from
// the repository instead of snippets, and rejects files of more than 10 MB
// compressed. The gravest results are kept, and a notification counts the rest.
//
//===----------------------------------------------------------------------===//
#include "report/Fingerprints.h"
#include "report/Json.h"
#include "report/LineHashes.h"
#include "report/Reporters.h"
#include "report/SarifTool.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Compression.h"
#include <algorithm>
#include <fmt/format.h>

namespace cppwarden::report {

std::string fileUri(llvm::StringRef File) {
  std::string Uri = File.starts_with("/") ? "file://" : "";
  for (char C : File) {
    // RFC 3986 path characters, less the colon: a relative reference must not
    // look as if it began with a scheme.
    if (llvm::isAlnum(C) || llvm::StringRef("/-._~!$&'()*+,;=@").contains(C))
      Uri += C;
    else
      Uri += fmt::format("%{:02X}", static_cast<unsigned char>(C));
  }
  return Uri;
}

namespace {

/// What is kept; the most that there is, unless a profile says less.
struct SarifLimits {
  std::size_t Results = SIZE_MAX, Steps = SIZE_MAX, Tags = SIZE_MAX;
  bool WithSilenced = true, WithSnippets = true;
};

class SarifWriter {
public:
  SarifWriter(const Report &Report, SourceProvider &Sources,
              const SarifLimits &Limits)
      : Whole(Report), Sources(Sources), Limits(Limits),
        Redact(Report, Sources), Tool(Report), Kept(chooseResults()) {}
  Json log();

private:
  std::vector<bool> chooseResults();
  Json run();
  Json driver();
  Json invocation();
  Json notification(const UnitProblem &Problem);
  Json results();
  Json result(const ReportedFinding &Reported, const std::string &Content);
  Json physicalLocation(const SourceRange &Range, bool WithSnippet);
  Json region(const SourceRange &Range);
  Json fixes(const Finding &F);
  Json threadFlow(const Finding &Finding);
  std::optional<std::string> lineHash(const SourceRange &Range);

  const Report &Whole;
  SourceProvider &Sources;
  SarifLimits Limits;
  Redactor Redact;
  SarifTool Tool;
  std::size_t LeftOut = 0;
  std::vector<bool> Kept; ///< for each finding
  std::map<std::string, std::vector<std::string>> LineHashes;
};

} // namespace

/// The gravest findings, the first in the report's order among equals.
std::vector<bool> SarifWriter::chooseResults() {
  std::vector<bool> Chosen(Whole.Findings.size(), false);
  std::size_t Room = Limits.Results;
  for (Severity Level : {Severity::Error, Severity::Warning, Severity::Note}) {
    for (std::size_t I = 0; I < Whole.Findings.size(); ++I) {
      const ReportedFinding &F = Whole.Findings[I];
      if (F.Value.Level != Level || !(F.isActive() || Limits.WithSilenced))
        continue;
      Chosen[I] = Room > 0;
      if (Room > 0)
        --Room;
      else
        ++LeftOut;
    }
  }
  return Chosen;
}

Json SarifWriter::region(const SourceRange &Range) {
  Json Region;
  Region["startLine"] = Range.Line;
  const SourceText *Text = Sources.find(Range.File);
  if (Text && Range.Line > Text->lineCount())
    Text = nullptr;
  std::uint32_t Begin = std::max(1u, Range.Column);
  std::uint32_t End = std::max(Range.EndColumn, Begin);
  if (Range.EndLine != Range.Line) // clipped to the first line
    End = Text ? static_cast<std::uint32_t>(Text->line(Range.Line).size()) + 1
               : Begin + 1;
  if (Text) {
    std::uint32_t FirstByte = Begin;
    Begin = Text->utf16Column(Range.Line, FirstByte);
    End = std::max(Text->utf16Column(Range.Line, std::max(End, FirstByte)),
                   Begin);
  }
  // An empty region is an insertion point: nothing that could be shown.
  End = std::max(End, Begin + 1);
  Region["startColumn"] = Begin;
  Region["endLine"] = Range.Line;
  Region["endColumn"] = End;
  return Region;
}

static Json artifactLocation(const std::string &File) {
  Json Artifact;
  Artifact["uri"] = fileUri(File);
  if (!llvm::StringRef(File).starts_with("/"))
    Artifact["uriBaseId"] = "SRCROOT";
  return Artifact;
}

Json SarifWriter::physicalLocation(const SourceRange &Range, bool WithSnippet) {
  Json Location;
  Location["artifactLocation"] = artifactLocation(Range.File);
  if (Range.Line == 0)
    return Location;
  Location["region"] = region(Range);
  if (!WithSnippet || !Limits.WithSnippets)
    return Location;
  std::string Line = Redact.line(Range.File, Range.Line);
  if (!Line.empty()) {
    Location["region"]["snippet"] = sarifMessage([&] {
      // The part of the masked line; masking keeps the number of characters,
      // not of bytes, so it is cut by characters.
      const SourceText *Text = Sources.find(Range.File);
      llvm::StringRef Whole = Text->line(Range.Line);
      std::size_t From = std::max(1u, Range.Column) - 1;
      std::size_t To = Range.EndLine != Range.Line || Range.EndColumn == 0
                           ? Whole.size()
                           : Range.EndColumn - 1;
      std::uint32_t Skip = characterCount(Whole.take_front(From));
      std::uint32_t Keep =
          characterCount(Whole.slice(From, std::max(From, To)));
      llvm::StringRef Rest = Line;
      for (; Skip > 0 && !Rest.empty(); --Skip)
        Rest = Rest.drop_front(decodeFirst(Rest).Bytes);
      llvm::StringRef Tail = Rest;
      for (; Keep > 0 && !Tail.empty(); --Keep)
        Tail = Tail.drop_front(decodeFirst(Tail).Bytes);
      return Rest.drop_back(Tail.size());
    }());
    Json Context;
    Context["startLine"] = Range.Line;
    Context["endLine"] = Range.Line;
    Context["snippet"] = sarifMessage(Line);
    Location["contextRegion"] = std::move(Context);
  }
  return Location;
}

static Json stepKinds(FlowStepKind Kind) {
  switch (Kind) {
  case FlowStepKind::Origin:
    return Json::array({"taint"});
  case FlowStepKind::Propagation:
    return Json::array({"value"});
  case FlowStepKind::Call:
    return Json::array({"call", "function"});
  case FlowStepKind::Return:
    return Json::array({"return", "function"});
  case FlowStepKind::Sink:
    return Json::array({"danger"});
  }
  return Json::array();
}

Json SarifWriter::threadFlow(const Finding &Finding) {
  // A flow may start inside a callee and return from it: levels count from the
  // outermost function it visits.
  int Level = 0, Lowest = 0;
  for (const FlowStep &Step : Finding.Flow) {
    if (Step.Kind == FlowStepKind::Call)
      ++Level;
    if (Step.Kind == FlowStepKind::Return)
      Lowest = std::min(Lowest, --Level);
  }
  Level = -Lowest;
  Json Locations = Json::array();
  std::size_t Head = Finding.Flow.size(), Tail = Head;
  if (Finding.Flow.size() > Limits.Steps) { // keep the two ends
    Head = Limits.Steps / 2;
    Tail = Finding.Flow.size() - (Limits.Steps - Head);
  }
  for (const FlowStep &Step : Finding.Flow) {
    auto Index = static_cast<std::size_t>(&Step - Finding.Flow.data());
    // A return is shown at the caller's side, a call at the caller's too.
    if (Step.Kind == FlowStepKind::Return)
      --Level;
    bool IsEnd =
        Step.Kind == FlowStepKind::Origin || Step.Kind == FlowStepKind::Sink;
    if (Index < Head || Index >= Tail) {
      Json Location;
      Location["location"]["physicalLocation"] =
          physicalLocation(Step.Range, /*WithSnippet=*/false);
      Location["location"]["message"] =
          sarifMessage(Redact.text(Finding, Step.Message));
      Location["kinds"] = stepKinds(Step.Kind);
      Location["nestingLevel"] = Level;
      Location["executionOrder"] = Index + 1;
      Location["importance"] = IsEnd ? "essential" : "important";
      Locations.push_back(std::move(Location));
    }
    if (Step.Kind == FlowStepKind::Call)
      ++Level;
  }
  Json ThreadFlow;
  ThreadFlow["locations"] = std::move(Locations);
  return ThreadFlow;
}

std::optional<std::string> SarifWriter::lineHash(const SourceRange &Range) {
  auto It = LineHashes.find(Range.File);
  if (It == LineHashes.end()) {
    const SourceText *Text = Sources.find(Range.File);
    It = LineHashes
             .emplace(Range.File, Text ? githubLineHashes(Text->contents())
                                       : std::vector<std::string>())
             .first;
  }
  if (Range.Line == 0 || Range.Line > It->second.size())
    return std::nullopt;
  return It->second[Range.Line - 1];
}

Json SarifWriter::result(const ReportedFinding &Reported,
                         const std::string &Content) {
  const Finding &F = Reported.Value;
  Json Result;
  Result["ruleId"] = F.RuleId;
  if (const RuleDescriptor *Rule = Whole.rule(F.RuleId))
    Result["ruleIndex"] = Rule - Whole.Rules.data();
  Result["level"] = severityName(F.Level);
  std::string Text = asSentence(Redact.text(F, F.Message));
  std::string Hint = asSentence(Redact.text(F, F.Hint));
  Result["message"] = sarifMessage(Hint.empty() ? Text : Text + " " + Hint);
  if (!Hint.empty())
    Result["message"]["markdown"] = Text + "\n\n**How to mend:** " + Hint;
  Json Location;
  Location["physicalLocation"] = physicalLocation(F.Range, true);
  if (!F.EnclosingFunction.empty()) {
    Json Logical;
    Logical["fullyQualifiedName"] = F.EnclosingFunction;
    Logical["kind"] = "function";
    Location["logicalLocations"] = Json::array({std::move(Logical)});
  }
  Result["locations"] = Json::array({std::move(Location)});
  if (!F.Flow.empty() && F.Flow.front().Range != F.Range) {
    const FlowStep &Origin = F.Flow.front();
    Json Related;
    Related["id"] = 1;
    Related["physicalLocation"] = physicalLocation(Origin.Range, false);
    Related["message"] = sarifMessage(Redact.text(F, Origin.Message));
    Result["relatedLocations"] = Json::array({std::move(Related)});
  }
  if (!F.Flow.empty()) {
    Json CodeFlow;
    CodeFlow["threadFlows"] = Json::array({threadFlow(F)});
    Result["codeFlows"] = Json::array({std::move(CodeFlow)});
  }
  Json Fingerprints;
  if (std::optional<std::string> Hash = lineHash(F.Range))
    Fingerprints["primaryLocationLineHash"] = *Hash;
  Fingerprints["cppwarden/v1"] = Content;
  Result["partialFingerprints"] = std::move(Fingerprints);
  if (Whole.Baseline)
    Result["baselineState"] = Reported.InBaseline ? "unchanged" : "new";
  // An empty array says: suppressions were looked for, there is none.
  Json Suppressions = Json::array();
  if (Reported.Suppression) {
    Json Suppression;
    Suppression["kind"] = "inSource";
    Suppression["status"] = "accepted";
    if (!Reported.Suppression->Justification.empty())
      Suppression["justification"] =
          Redact.text(F, Reported.Suppression->Justification);
    Suppression["location"]["physicalLocation"] =
        physicalLocation(Reported.Suppression->Comment, false);
    Suppressions.push_back(std::move(Suppression));
  }
  Result["suppressions"] = std::move(Suppressions);
  Json Fixes = fixes(F);
  if (!Fixes.empty())
    Result["fixes"] = std::move(Fixes);
  return Result;
}

/// What the file holds is exchanged as it is: a region of the whole edit, not
/// one that was clipped for showing. A fix that would write a secret, or whose
/// file is not as it was read, is left out.
Json SarifWriter::fixes(const Finding &F) {
  Json Fixes = Json::array();
  for (const Fix &Way : F.Fixes) {
    std::map<std::string, Json> Replacements; // by file
    bool CanBeWritten = true;
    for (const TextEdit &Edit : Way.Edits) {
      const SourceRange &At = Edit.Range;
      const SourceText *Text = Sources.find(At.File);
      CanBeWritten &= Text && At.EndLine <= Text->lineCount() &&
                      Redact.text(F, Edit.Replacement) == Edit.Replacement;
      if (!CanBeWritten)
        break;
      Json Region;
      Region["startLine"] = At.Line;
      Region["startColumn"] = Text->utf16Column(At.Line, At.Column);
      Region["endLine"] = At.EndLine;
      Region["endColumn"] = Text->utf16Column(At.EndLine, At.EndColumn);
      Json Replacement;
      Replacement["deletedRegion"] = std::move(Region);
      Replacement["insertedContent"]["text"] = Edit.Replacement;
      Replacements.try_emplace(At.File, Json::array())
          .first->second.push_back(std::move(Replacement));
    }
    if (!CanBeWritten)
      continue;
    std::string Text = asSentence(Redact.text(F, Way.Description));
    if (!Way.Caution.empty())
      Text += " " + asSentence(Redact.text(F, Way.Caution));
    Json Entry;
    Entry["description"] = sarifMessage(Text);
    Entry["artifactChanges"] = Json::array();
    for (auto &[File, Of] : Replacements) {
      Json Change;
      Change["artifactLocation"] = artifactLocation(File);
      Change["replacements"] = std::move(Of);
      Entry["artifactChanges"].push_back(std::move(Change));
    }
    Entry["properties"]["safe"] = Way.Safety == FixSafety::Safe;
    Fixes.push_back(std::move(Entry));
  }
  return Fixes;
}

Json SarifWriter::results() {
  std::vector<std::string> Contents =
      contentFingerprints(Whole, Sources, Redact);
  Json Results = Json::array();
  for (std::size_t I = 0; I < Whole.Findings.size(); ++I)
    if (Kept[I])
      Results.push_back(result(Whole.Findings[I], Contents[I]));
  return Results;
}

Json SarifWriter::notification(const UnitProblem &Problem) {
  bool Failed = Problem.State == UnitState::Failed;
  Json Result;
  Result["descriptor"] = SarifTool::notification(
      Failed ? SarifTool::UnitFailed : SarifTool::UnitIncomplete);
  Result["level"] = Failed ? "error" : "warning";
  std::string Text = Problem.File + ": " + problemText(Problem);
  Result["message"] = sarifMessage(asSentence(Redact.text(Text)));
  SourceRange Where = Problem.FirstErrorAt;
  if (Where.Line == 0)
    Where.File = Problem.File;
  Json Location;
  Location["physicalLocation"] = physicalLocation(Where, false);
  Result["locations"] = Json::array({std::move(Location)});
  return Result;
}

Json SarifWriter::invocation() {
  const Coverage &Units = Whole.Units;
  Json Result;
  Result["executionSuccessful"] = !Units.isIdle() && Units.failed() == 0;
  if (!Whole.Run.CommandLine.empty()) {
    std::string Line;
    Json Arguments = Json::array();
    for (const std::string &Argument : Whole.Run.CommandLine) {
      std::string Text = Redact.text(Argument);
      Line += (Line.empty() ? "" : " ") + Text;
      if (&Argument != &Whole.Run.CommandLine.front())
        Arguments.push_back(std::move(Text));
    }
    Result["commandLine"] = std::move(Line);
    Result["arguments"] = std::move(Arguments);
  }
  if (Whole.Run.ExitCode)
    Result["exitCode"] = *Whole.Run.ExitCode;
  Json Notes = Json::array();
  for (const UnitProblem &Problem : Units.Problems)
    Notes.push_back(notification(Problem));
  if (Units.isIdle()) {
    Json Nothing;
    Nothing["descriptor"] = SarifTool::notification(SarifTool::NothingAnalysed);
    Nothing["level"] = "error";
    Nothing["message"] = sarifMessage("There was no unit to analyse.");
    Notes.push_back(std::move(Nothing));
  }
  if (LeftOut > 0) {
    Json Left;
    Left["descriptor"] = SarifTool::notification(SarifTool::ResultsLeftOut);
    Left["level"] = "warning";
    Left["message"] = sarifMessage(
        fmt::format("{} of {} results are left out, the least grave ones.",
                    LeftOut, LeftOut + Limits.Results));
    Notes.push_back(std::move(Left));
  }
  Result["toolExecutionNotifications"] = std::move(Notes);
  Json Counted;
  Counted["total"] = Units.Units;
  Counted["complete"] = Units.complete();
  Counted["incomplete"] = Units.incomplete();
  Counted["failed"] = Units.failed();
  Result["properties"]["units"] = std::move(Counted);
  if (Whole.Run.Elapsed)
    Result["properties"]["elapsedMilliseconds"] = Whole.Run.Elapsed->count();
  return Result;
}

/// "https://user:token@host/…" must not end in a report, nor "?token=…".
static std::string withoutCredentials(llvm::StringRef Uri) {
  auto [Scheme, Rest] = Uri.split("://");
  if (Rest.empty())
    return {};
  std::size_t At = Rest.take_until([](char C) { return C == '/'; }).rfind('@');
  if (At != llvm::StringRef::npos)
    Rest = Rest.drop_front(At + 1);
  return (Scheme + "://" +
          Rest.take_until([](char C) { return C == '?' || C == '#'; }))
      .str();
}

Json SarifWriter::driver() {
  Json Driver = Tool.driver();
  for (Json &Rule : Driver["rules"]) {
    Json &Tags = Rule["properties"]["tags"];
    if (Tags.size() > Limits.Tags)
      Tags.erase(Tags.begin() + static_cast<std::ptrdiff_t>(Limits.Tags),
                 Tags.end());
  }
  return Driver;
}

Json SarifWriter::run() {
  Json Run;
  Run["tool"]["driver"] = driver();
  if (Json Taxonomies = Tool.taxonomies(); !Taxonomies.empty())
    Run["taxonomies"] = std::move(Taxonomies);
  Run["invocations"] = Json::array({invocation()});
  std::string Remote = withoutCredentials(Whole.VersionControl.Uri);
  if (!Remote.empty()) {
    Json Provenance;
    Provenance["repositoryUri"] = std::move(Remote);
    if (!Whole.VersionControl.Revision.empty())
      Provenance["revisionId"] = Whole.VersionControl.Revision;
    if (!Whole.VersionControl.Branch.empty())
      Provenance["branch"] = Whole.VersionControl.Branch;
    if (Whole.VersionControl.IsAtRoot)
      Provenance["mappedTo"]["uriBaseId"] = "SRCROOT";
    Run["versionControlProvenance"] = Json::array({std::move(Provenance)});
  }
  Run["originalUriBaseIds"]["SRCROOT"]["description"] =
      sarifMessage("The root folder of the project's sources.");
  Run["columnKind"] = "utf16CodeUnits";
  Run["results"] = results();
  return Run;
}

Json SarifWriter::log() {
  Json Log;
  Log["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  Log["version"] = "2.1.0";
  Log["runs"] = Json::array({run()});
  return Log;
}

static std::string sarifText(const Report &Report, SourceProvider &Sources,
                             const SarifLimits &Limits) {
  return dumpJson(SarifWriter(Report, Sources, Limits).log(), 2) + '\n';
}

/// Does GitHub take the file? It counts the bytes after gzip.
static bool fitsUpload(llvm::StringRef Text) {
  constexpr std::size_t MaxCompressed = 10'000'000;
  if (Text.size() <= MaxCompressed || !llvm::compression::zlib::isAvailable())
    return true;
  llvm::SmallVector<std::uint8_t> Packed;
  llvm::compression::zlib::compress(llvm::arrayRefFromStringRef(Text), Packed);
  return Packed.size() <= MaxCompressed;
}

void writeSarif(const Report &Report, SourceProvider &Sources,
                const WriteOptions &Options, llvm::raw_ostream &Out) {
  SarifLimits Limits;
  if (Options.Sarif == SarifProfile::Full) {
    Out << sarifText(Report, Sources, Limits);
    return;
  }
  Limits = {5000, 1000, 10, false, false};
  std::string Text = sarifText(Report, Sources, Limits);
  // Long flows go before findings do.
  while (!fitsUpload(Text) && Limits.Results > 1) {
    if (Limits.Steps > 10)
      Limits.Steps /= 10;
    else
      Limits.Results /= 2;
    Text = sarifText(Report, Sources, Limits);
  }
  Out << Text;
}

} // namespace cppwarden::report
