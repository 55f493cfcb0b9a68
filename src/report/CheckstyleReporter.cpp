//===- CheckstyleReporter.cpp - Checkstyle's XML ---------------*- C++ -*-===//
//
// What Jenkins, reviewdog and many editors read. One <file> for each file with
// findings, in the order of the report; then one for each unit that was not
// analysed in full, since a reader of this format alone would take it for
// clean.
//
//===----------------------------------------------------------------------===//
#include "report/Redaction.h"
#include "report/Reporters.h"
#include "report/SarifTool.h"
#include "report/Xml.h"
#include <fmt/format.h>

namespace cppwarden::report {

static const char *checkstyleSeverity(Severity Level) {
  return Level == Severity::Note ? "info" : severityName(Level);
}

/// Line 0 is Checkstyle's own way to speak of a whole file.
static std::string errorElement(std::uint32_t Line, std::uint32_t Column,
                                const char *Severity, llvm::StringRef Message,
                                llvm::StringRef Source) {
  std::string Place = fmt::format("line=\"{}\"", Line);
  if (Line > 0 && Column > 0)
    Place += fmt::format(" column=\"{}\"", Column);
  return fmt::format("    <error {} severity=\"{}\" message=\"{}\" "
                     "source=\"cppwarden.{}\"/>\n",
                     Place, Severity, xmlEscaped(Message), xmlEscaped(Source));
}

void writeCheckstyle(const Report &Report, SourceProvider &Sources,
                     const WriteOptions &, llvm::raw_ostream &Out) {
  Redactor Redact(Report, Sources);
  Out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<checkstyle version=\"10.0\">\n";
  const std::string *Open = nullptr;
  auto EnterFile = [&](const std::string &File) {
    if (Open && *Open == File)
      return;
    if (Open)
      Out << "  </file>\n";
    Out << "  <file name=\"" << xmlEscaped(File) << "\">\n";
    Open = &File;
  };
  for (const ReportedFinding &Reported : Report.Findings) {
    if (!Reported.isActive())
      continue;
    const Finding &F = Reported.Value;
    EnterFile(F.Range.File);
    std::string Message = asSentence(Redact.text(F, F.Message));
    if (!F.Hint.empty())
      Message += " " + asSentence(Redact.text(F, F.Hint));
    Out << errorElement(F.Range.Line, F.Range.Column,
                        checkstyleSeverity(F.Level), Message, F.RuleId);
  }
  for (const UnitProblem &P : Report.Units.Problems) {
    bool Failed = P.State == UnitState::Failed;
    EnterFile(P.File);
    bool Here = P.FirstErrorAt.File == P.File;
    Out << errorElement(
        Here ? P.FirstErrorAt.Line : 0, Here ? P.FirstErrorAt.Column : 0,
        Failed ? "error" : "warning",
        fmt::format("{}: {}", Failed ? "not analysed" : "analysed in part",
                    Redact.text(problemText(P))),
        Failed ? "unit-failed" : "unit-incomplete");
  }
  if (Open)
    Out << "  </file>\n";
  Out << "</checkstyle>\n";
}

} // namespace cppwarden::report
