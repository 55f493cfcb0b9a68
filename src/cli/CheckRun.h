//===- CheckRun.h - A check, as several commands run it --------*- C++ -*-===//
//
// What `check`, `baseline` and their like do before they differ: open the
// project, say what the plan has to say, compile and link.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_CLI_CHECKRUN_H
#define CPPWARDEN_CLI_CHECKRUN_H

#include "cli/CommandLine.h"
#include "driver/Check.h"
#include <memory>
#include <variant>

namespace cppwarden::cli {

/// Says the error on standard error; the exit status.
int fail(llvm::Error Error);
int fail(const llvm::Twine &Message);

/// The project with its notes printed, or the exit status.
std::variant<driver::Project, int> openProject(const CommandLine &Line);

struct CheckRun {
  std::unique_ptr<report::SourceProvider> Sources;
  driver::CheckResult Result; ///< not interrupted
};
/// The result, or the exit status.
std::variant<CheckRun, int> checkProject(const driver::Project &Project,
                                         const CommandLine &Line,
                                         const driver::RunContext &Context);

} // namespace cppwarden::cli

#endif
