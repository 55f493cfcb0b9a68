#include "cli/FixRun.h"
#include "cli/OutputWriter.h"
#include "driver/Fixes.h"
#include "report/Counted.h"
#include "report/Redaction.h"
#include "report/UnifiedDiff.h"
#include "llvm/Support/raw_ostream.h"

namespace cppwarden::cli {
namespace {

void printRefused(const driver::FixPlan &Plan) {
  for (const std::string &Why : Plan.Refused)
    llvm::errs() << "cppwarden: " << Why << '\n';
}

/// What is left, and how to get at it.
void printLeft(const driver::FixPlan &Plan, llvm::StringRef Option) {
  if (Plan.Overlapping)
    llvm::errs() << "cppwarden: " << Plan.Overlapping
                 << (Plan.Overlapping == 1 ? " more fix overlaps"
                                           : " more fixes overlap")
                 << " these; run " << Option << " again\n";
  if (Plan.Unsafe)
    llvm::errs() << "cppwarden: " << report::counted(Plan.Unsafe, "finding")
                 << (Plan.Unsafe == 1 ? " has a fix" : " have fixes")
                 << " that something else must follow; " << Option
                 << " --unsafe-fixes takes them too\n";
}

std::string place(const SourceRange &Range) {
  return Range.File + ":" + std::to_string(Range.Line) + ":" +
         std::to_string(Range.Column);
}

} // namespace

bool makeFixes(const CommandLine &Line, const report::Report &Report,
               std::size_t &Fixed) {
  driver::FixPlan Plan = driver::planFixes(Report, Line.UnsafeFixes);
  printRefused(Plan);
  bool Written = true;
  if (llvm::Error Failed = driver::writeFixes(Plan)) {
    Written = false;
    fail(std::move(Failed));
  }
  Fixed = Plan.Fixed.size();
  if (Line.Quiet)
    return Written;
  if (Written)
    for (std::size_t Index : Plan.Fixed) {
      const Finding &F = Report.Findings[Index].Value;
      const Fix &Made = F.Fixes.front();
      llvm::errs() << "cppwarden: fixed " << place(Made.Edits.front().Range)
                   << ": " << Made.Description << " [" << F.RuleId << "]\n";
      if (!Made.Caution.empty())
        llvm::errs() << "cppwarden:   to do: " << Made.Caution << '\n';
    }
  printLeft(Plan, "--fix");
  return Written;
}

void printRemaining(const report::Report &Remaining, std::size_t Fixed) {
  std::size_t Left = Remaining.counts().active();
  llvm::errs() << "cppwarden: fixed " << report::counted(Fixed, "finding")
               << ", " << Left << (Left == 1 ? " remains\n" : " remain\n");
}

bool showFixes(const CommandLine &Line, const report::Report &Report,
               report::SourceProvider &Sources, bool &Written) {
  driver::FixPlan Plan = driver::planFixes(Report, Line.UnsafeFixes);
  printRefused(Plan);
  report::Redactor Redact(Report, Sources);
  for (const driver::FileFix &File : Plan.Files) {
    report::SourceText Text(File.Before);
    std::vector<report::DiffEdit> Edits;
    for (const frontend::ByteEdit &Edit : File.Edits)
      Edits.push_back({Edit.Offset, Edit.Length, Edit.Text});
    report::UnifiedDiff Diff = report::unifiedDiff(
        File.File, File.Before, Edits, [&](std::size_t Number) {
          auto At = std::uint32_t(Number);
          return !Redact.hiddenIn(File.File, At, Text.line(At)).empty();
        });
    llvm::outs() << Diff.Text;
    if (Diff.HiddenHunks)
      llvm::errs() << "cppwarden: " << File.File << ": "
                   << report::counted(Diff.HiddenHunks, "change")
                   << " beside a secret not shown; --fix makes "
                   << (Diff.HiddenHunks == 1 ? "it" : "them") << '\n';
  }
  Written = flushStandardOutput();
  if (!Line.Quiet) {
    llvm::errs() << "cppwarden: --fix would mend "
                 << report::counted(Plan.Fixed.size(), "finding") << " in "
                 << report::counted(Plan.Files.size(), "file") << '\n';
    printLeft(Plan, "--diff");
  }
  return Plan.changesAnything();
}

} // namespace cppwarden::cli
