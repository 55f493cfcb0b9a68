//===- CsvReporter.cpp - For spreadsheets and scripts ----------*- C++ -*-===//
//
// RFC 4180: CRLF, quotes doubled, one header line. A spreadsheet runs a cell
// that begins with = + - @ (or with a tab or a line end before one) as a
// formula, and cells here hold file names and source text of strangers; such a
// cell gets an apostrophe in front, which spreadsheets take for "this is text".
//
//===----------------------------------------------------------------------===//
#include "report/Fingerprints.h"
#include "report/Reporters.h"
#include <fmt/format.h>

namespace cppwarden::report {

static bool beginsFormula(llvm::StringRef Text) {
  if (Text.empty())
    return false;
  switch (decodeFirst(Text).Value) {
  case '=':
  case '+':
  case '-':
  case '@':
  case '\t':
  case '\r':
  case '\n':
  // The same signs in full width, which some programs normalise.
  case 0xFF1D:
  case 0xFF0B:
  case 0xFF0D:
  case 0xFF20:
    return true;
  default:
    return false;
  }
}

static std::string cell(llvm::StringRef Text) {
  std::string Value = wellFormedUtf8(Text);
  // A NUL ends the cell in many readers.
  for (std::size_t At = 0; (At = Value.find('\0', At)) != std::string::npos;)
    Value.replace(At, 1, "\xEF\xBF\xBD");
  if (beginsFormula(Value))
    Value.insert(Value.begin(), '\'');
  if (Value.find_first_of(",\"\r\n") == std::string::npos)
    return Value;
  std::string Quoted = "\"";
  for (char C : Value) {
    Quoted += C;
    if (C == '"')
      Quoted += '"';
  }
  return Quoted + '"';
}

static void writeRow(llvm::ArrayRef<std::string> Cells,
                     llvm::raw_ostream &Out) {
  for (std::size_t I = 0; I < Cells.size(); ++I)
    Out << (I ? "," : "") << cell(Cells[I]);
  Out << "\r\n";
}

static const char *stateName(const ReportedFinding &F) {
  return F.Suppression ? "suppressed" : F.InBaseline ? "baseline" : "active";
}

void writeCsv(const Report &Report, SourceProvider &Sources,
              const WriteOptions &, llvm::raw_ostream &Out) {
  Redactor Redact(Report, Sources);
  std::vector<std::string> Fingerprints =
      contentFingerprints(Report, Sources, Redact);
  writeRow({"rule", "severity", "file", "line", "column", "end_line",
            "end_column", "function", "message", "hint", "cwe", "flow",
            "fingerprint", "state", "justification"},
           Out);
  for (std::size_t I = 0; I < Report.Findings.size(); ++I) {
    const ReportedFinding &Reported = Report.Findings[I];
    const Finding &F = Reported.Value;
    std::string Cwes, Flow;
    if (const RuleDescriptor *Rule = Report.rule(F.RuleId))
      for (unsigned Cwe : Rule->Cwes)
        Cwes += fmt::format("{}CWE-{}", Cwes.empty() ? "" : " ", Cwe);
    for (const FlowStep &Step : F.Flow)
      Flow += fmt::format("{}{}:{}:{}: {}", Flow.empty() ? "" : "\n",
                          Step.Range.File, Step.Range.Line, Step.Range.Column,
                          Redact.text(F, Step.Message));
    writeRow({F.RuleId, severityName(F.Level), F.Range.File,
              std::to_string(F.Range.Line), std::to_string(F.Range.Column),
              std::to_string(F.Range.EndLine),
              std::to_string(F.Range.EndColumn), F.EnclosingFunction,
              Redact.text(F, F.Message), Redact.text(F, F.Hint), Cwes, Flow,
              Fingerprints[I], stateName(Reported),
              Reported.Suppression
                  ? Redact.text(F, Reported.Suppression->Justification)
                  : std::string()},
             Out);
  }
}

} // namespace cppwarden::report
