//===- NinjaCommand.h - `cppwarden ninja` ----------------------*- C++ -*-===//
#ifndef CPPWARDEN_CLI_NINJACOMMAND_H
#define CPPWARDEN_CLI_NINJACOMMAND_H

#include "cli/CommandLine.h"

namespace cppwarden::cli {

/// Writes the build file that does what `check` with the same options does.
/// Executable is the running cppwarden, absolute. The exit status.
int runNinja(const CommandLine &Line, const char *Executable);

} // namespace cppwarden::cli

#endif
