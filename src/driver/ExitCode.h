//===- ExitCode.h - What a run says to a build or CI job -------*- C++ -*-===//
//
// docs/exit-codes.md is the user's reference.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_EXITCODE_H
#define CPPWARDEN_DRIVER_EXITCODE_H

#include "driver/Configuration.h"
#include "report/Report.h"

namespace cppwarden::driver {

enum ExitCode : int {
  ExitClean = 0,
  ExitFindings = 1, ///< active findings at or above --fail-on
  ExitUsage = 2,    ///< usage, configuration, internal error, unwritable output
  ExitIncomplete = 3, ///< a unit failed or did not parse; nothing was analysed
  ExitInterrupted = 130 ///< Ctrl-C, as shells say it
};

struct GateOptions {
  FailOn FailAt = FailOn::Warning;
  bool AllowIncomplete = false; ///< accepts incomplete units, not an empty run
  bool ExitZero = false;        ///< findings and incompleteness are no failure
};

/// Findings count before incompleteness: they are there whatever is missing.
ExitCode judge(const report::Report &Report, const GateOptions &Gate);

} // namespace cppwarden::driver

#endif
