//===- BaselineFile.h - Baselines on disk and in a check -------*- C++ -*-===//
//
// Called by the commands `check` and `baseline`, with the result of check().
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_BASELINEFILE_H
#define CPPWARDEN_DRIVER_BASELINEFILE_H

#include "driver/Check.h"
#include "report/Baseline.h"

namespace cppwarden::driver {

/// The file that the command line names (Given), else that of the
/// configuration, else the default one at Root. Absolute.
std::string baselineFile(const Settings &Config, llvm::StringRef Given,
                         llvm::StringRef Root,
                         llvm::StringRef WorkingDirectory);

llvm::Expected<report::Baseline> loadBaseline(llvm::StringRef File);
/// Replaces File at one stroke.
llvm::Error saveBaseline(llvm::StringRef File, const report::Baseline &Value);

/// Marks what Old has and fills Report.Baseline of Result.
report::BaselineMatch compareWithBaseline(const report::Baseline &Old,
                                          CheckResult &Result,
                                          report::SourceProvider &Sources);

struct BaselineChange {
  report::Baseline Value;
  std::size_t Added = 0, Removed = 0;
};
/// What `baseline update` (WithNew) and `baseline prune` make of Old. An entry
/// that was not found goes only when the run would have seen it.
BaselineChange revisedBaseline(const report::Baseline &Old, CheckResult &Result,
                               report::SourceProvider &Sources, bool WithNew);

} // namespace cppwarden::driver

#endif
