//===- InitCommand.h - `cppwarden init` ------------------------*- C++ -*-===//
#ifndef CPPWARDEN_CLI_INITCOMMAND_H
#define CPPWARDEN_CLI_INITCOMMAND_H

#include "cli/CommandLine.h"

namespace cppwarden::cli {

/// Writes the configuration, and the files for CI and pre-commit that were
/// asked for. No file that exists is replaced without --force. The exit status.
int runInit(const CommandLine &Line);

} // namespace cppwarden::cli

#endif
