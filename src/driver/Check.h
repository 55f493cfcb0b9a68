//===- Check.h - From a plan to a report -----------------------*- C++ -*-===//
//
// The whole of `cppwarden check` but for reading options and writing output:
// compile every unit in workers, link, suppress, filter. Called by the command
// line.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_CHECK_H
#define CPPWARDEN_DRIVER_CHECK_H

#include "driver/Project.h"
#include "report/Report.h"
#include "report/SourceProvider.h"
#include <chrono>

namespace cppwarden::driver {

/// What the units brought to the link; a body in a header counts in each unit
/// that brings it.
struct GraphSize {
  std::size_t Functions = 0, Nodes = 0, Edges = 0;
};

/// Where the time went, for --verbose.
struct CheckTimes {
  std::chrono::milliseconds Compile{0}, Link{0}, Total{0};
  std::size_t FromCache = 0; ///< units
  std::uint64_t PeakWorkerBytes = 0;
  std::string SlowestUnit;
  std::chrono::milliseconds SlowestTime{0};
  GraphSize Graph;
};

struct CheckResult {
  report::Report Report; ///< normalised; Run is the caller's to fill
  CheckTimes Times;
  bool Interrupted = false; ///< Report is empty then
  /// Every unit of the program was analysed in full: what is not found is not
  /// there.
  bool SawWholeProgram = false;
  std::size_t UnitsDone = 0;
};

/// Sources must read below Project.Plan.ProjectRoot. Today decides which
/// suppressions are expired. NamedFiles: as in ProjectRequest::Files.
llvm::Expected<CheckResult> check(const Project &Project,
                                  const RunContext &Context,
                                  report::SourceProvider &Sources,
                                  const ProjectRequest &Request,
                                  std::chrono::year_month_day Today);

/// The second half of check(): Units are what became of the jobs of Project.
CheckResult linkUnits(const Project &Project, std::vector<CompiledUnit> Units,
                      const rules::RuleSet &Rules,
                      report::SourceProvider &Sources,
                      const ProjectRequest &Request,
                      std::chrono::year_month_day Today);

/// The units of which the report cannot know everything, and their number.
report::Coverage coverage(const frontend::Plan &Plan,
                          const std::vector<CompiledUnit> &Units);

} // namespace cppwarden::driver

#endif
