//===- JunitReporter.cpp - Findings as failed tests ------------*- C++ -*-===//
//
// For servers that show test results and nothing else. One <testsuite> for each
// file with findings, in the order of the report, each finding a test: failed
// from the severity on that fails the run, passed with a <system-out> below it,
// skipped when suppressed or in the baseline. A suite "coverage" comes last and
// holds one test at least, so that a clean run is a passed one and an
// incomplete run is not.
//
// The name of a test has the fingerprint and no line number: servers recognise
// a test by its name and call one that moved a new failure otherwise.
//
//===----------------------------------------------------------------------===//
#include "report/Fingerprints.h"
#include "report/Reporters.h"
#include "report/Xml.h"
#include <fmt/format.h>

namespace cppwarden::report {

namespace {

struct Suite {
  std::string Name;
  std::string Body;
  unsigned Tests = 0, Failures = 0, Errors = 0, Skipped = 0;

  void add(const std::string &Attributes, const std::string &Content) {
    ++Tests;
    Body += fmt::format("    <testcase {} time=\"0\"", Attributes);
    Body += Content.empty() ? "/>\n"
                            : fmt::format(">\n{}    </testcase>\n", Content);
  }
};

class JunitWriter {
public:
  JunitWriter(const Report &Report, SourceProvider &Sources,
              const WriteOptions &Options)
      : Whole(Report), Options(Options), Redact(Report, Sources),
        Fingerprints(contentFingerprints(Report, Sources, Redact)) {}
  void write(llvm::raw_ostream &Out);

private:
  void addFinding(Suite &To, const ReportedFinding &Reported,
                  const std::string &Fingerprint);
  Suite coverage();
  std::string story(const Finding &F);

  const Report &Whole;
  const WriteOptions &Options;
  Redactor Redact;
  std::vector<std::string> Fingerprints;
};

} // namespace

static std::string place(const SourceRange &Range) {
  return Range.Line == 0
             ? Range.File
             : fmt::format("{}:{}:{}", Range.File, Range.Line, Range.Column);
}

std::string JunitWriter::story(const Finding &F) {
  std::string Text =
      fmt::format("{}: {}: {} [{}]\n", place(F.Range), severityName(F.Level),
                  Redact.text(F, F.Message), F.RuleId);
  for (std::size_t I = 0; I < F.Flow.size(); ++I)
    Text += fmt::format("  {}. {}: {}\n", I + 1, place(F.Flow[I].Range),
                        Redact.text(F, F.Flow[I].Message));
  if (!F.Hint.empty())
    Text += fmt::format("hint: {}\n", Redact.text(F, F.Hint));
  return xmlContent(Text);
}

void JunitWriter::addFinding(Suite &To, const ReportedFinding &Reported,
                             const std::string &Fingerprint) {
  const Finding &F = Reported.Value;
  std::string Name = F.RuleId;
  if (!F.EnclosingFunction.empty())
    Name += " in " + F.EnclosingFunction;
  std::string Attributes = fmt::format(
      "name=\"{} ({})\" classname=\"{}\" file=\"{}\" line=\"{}\"",
      xmlEscaped(Name), Fingerprint.substr(0, 12), xmlEscaped(F.Range.File),
      xmlEscaped(F.Range.File), F.Range.Line);
  if (!Reported.isActive()) {
    ++To.Skipped;
    std::string Reason =
        Reported.Suppression ? "suppressed" : "in the baseline";
    if (Reported.Suppression && !Reported.Suppression->Justification.empty())
      Reason += ": " + Redact.text(F, Reported.Suppression->Justification);
    To.add(Attributes, fmt::format("      <skipped message=\"{}\"/>\n",
                                   xmlEscaped(Reason)));
    return;
  }
  if (!Options.FailFrom || F.Level < *Options.FailFrom) {
    To.add(Attributes,
           fmt::format("      <system-out>{}</system-out>\n", story(F)));
    return;
  }
  ++To.Failures;
  To.add(Attributes,
         fmt::format("      <failure type=\"{}\" message=\"{}\">{}</failure>\n",
                     severityName(F.Level),
                     xmlEscaped(Redact.text(F, F.Message)), story(F)));
}

Suite JunitWriter::coverage() {
  Suite Result;
  Result.Name = "coverage";
  auto Error = [&](llvm::StringRef Name, llvm::StringRef Type,
                   llvm::StringRef Text) {
    ++Result.Errors;
    Result.add(
        fmt::format("name=\"{}\" classname=\"coverage\"", xmlEscaped(Name)),
        fmt::format("      <error type=\"{}\" message=\"{}\"/>\n", Type.str(),
                    xmlEscaped(Text)));
  };
  if (Whole.Units.Units == 0)
    Error("units", "nothing-analysed", "there was no unit to analyse");
  for (const UnitProblem &P : Whole.Units.Problems)
    Error(P.File,
          P.State == UnitState::Failed ? "unit-failed" : "unit-incomplete",
          Redact.text(problemText(P)));
  if (Whole.Units.isFull())
    Result.add("name=\"units\" classname=\"coverage\"",
               fmt::format("      <system-out>all {} units were analysed in "
                           "full</system-out>\n",
                           Whole.Units.Units));
  return Result;
}

void JunitWriter::write(llvm::raw_ostream &Out) {
  std::vector<Suite> Suites;
  for (std::size_t I = 0; I < Whole.Findings.size(); ++I) {
    const std::string &File = Whole.Findings[I].Value.Range.File;
    if (Suites.empty() || Suites.back().Name != File) {
      Suites.emplace_back();
      Suites.back().Name = File;
    }
    addFinding(Suites.back(), Whole.Findings[I], Fingerprints[I]);
  }
  Suites.push_back(coverage());
  Suite Total;
  for (const Suite &S : Suites) {
    Total.Tests += S.Tests;
    Total.Failures += S.Failures;
    Total.Errors += S.Errors;
    Total.Skipped += S.Skipped;
  }
  auto Counts = [](const Suite &S) {
    return fmt::format("tests=\"{}\" failures=\"{}\" errors=\"{}\" "
                       "skipped=\"{}\" time=\"0\"",
                       S.Tests, S.Failures, S.Errors, S.Skipped);
  };
  Out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      << "<testsuites name=\"cppwarden\" " << Counts(Total) << ">\n";
  for (const Suite &S : Suites)
    Out << "  <testsuite name=\"" << xmlEscaped(S.Name) << "\" " << Counts(S)
        << ">\n"
        << S.Body << "  </testsuite>\n";
  Out << "</testsuites>\n";
}

void writeJunit(const Report &Report, SourceProvider &Sources,
                const WriteOptions &Options, llvm::raw_ostream &Out) {
  JunitWriter(Report, Sources, Options).write(Out);
}

} // namespace cppwarden::report
