//===- FixRun.h - `--fix` and `--diff` -------------------------*- C++ -*-===//
//
// What `check` and `link` do with the fixes of a finished report, before or
// instead of writing it.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_CLI_FIXRUN_H
#define CPPWARDEN_CLI_FIXRUN_H

#include "cli/CheckRun.h"

namespace cppwarden::cli {

/// Writes the fixes into the files and says on standard error what was fixed
/// and what was not. False: something could not be written. Fixed becomes the
/// number of findings that were mended.
bool makeFixes(const CommandLine &Line, const report::Report &Report,
               std::size_t &Fixed);

/// After the second check: "fixed 2 findings, 3 remain".
void printRemaining(const report::Report &Remaining, std::size_t Fixed);

/// Prints the fixes as a diff on standard output. True if there are any; false
/// in Written when that cannot be written.
bool showFixes(const CommandLine &Line, const report::Report &Report,
               report::SourceProvider &Sources, bool &Written);

} // namespace cppwarden::cli

#endif
