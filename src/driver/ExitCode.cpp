#include "driver/ExitCode.h"
#include "llvm/ADT/STLExtras.h"

namespace cppwarden::driver {
namespace {

bool reaches(Severity Level, FailOn Bar) {
  switch (Bar) {
  case FailOn::Note:
    return true;
  case FailOn::Warning:
    return Level != Severity::Note;
  case FailOn::Error:
    return Level == Severity::Error;
  case FailOn::Never:
    break;
  }
  return false;
}

} // namespace

ExitCode judge(const report::Report &Report, const GateOptions &Gate) {
  if (Gate.ExitZero)
    return ExitClean;
  if (llvm::any_of(Report.Findings, [&](const report::ReportedFinding &F) {
        return F.isActive() && reaches(F.Value.Level, Gate.FailAt);
      }))
    return ExitFindings;
  const report::Coverage &Units = Report.Units;
  if (Units.isIdle() || (Units.Units && Units.Units == Units.failed()))
    return ExitIncomplete;
  return Units.isFull() || Gate.AllowIncomplete ? ExitClean : ExitIncomplete;
}

} // namespace cppwarden::driver
