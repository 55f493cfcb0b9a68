//===- BaselineCommands.h - `cppwarden baseline` ---------------*- C++ -*-===//
#ifndef CPPWARDEN_CLI_BASELINECOMMANDS_H
#define CPPWARDEN_CLI_BASELINECOMMANDS_H

#include "cli/CommandLine.h"

namespace cppwarden::cli {

/// create, update and prune, by Line.What. The exit status.
int runBaselineChange(const CommandLine &Line,
                      const driver::RunContext &Context);
int runBaselineShow(const CommandLine &Line);

} // namespace cppwarden::cli

#endif
