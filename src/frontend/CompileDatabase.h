//===- CompileDatabase.h - compile_commands.json to jobs -------*- C++ -*-===//
//
// Called by the driver's plan and by `doctor`. Finds the database, merges
// duplicate entries, translates or drops foreign flags, expands response files,
// and says what it did.
//
// A file is linted once for each language and target it is compiled for,
// however many entries it has. Entries of one file that differ in anything else
// (a static and a shared library, -DUNIT_TEST, -fPIC, paths) are merged: the
// one with the fewest arguments stays, ties going to the first in lexicographic
// order, since what tests and shared libraries do to a command is to add flags.
// Preprocessor definitions therefore do not make a second unit of a file.
//
// UnitJob::Arguments are for Clang's driver, without the compiler and the file.
// Dropped silently: output, dependency, warning, debug and linker flags.
// Headers built as precompiled headers count as NotCxx.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_FRONTEND_COMPILEDATABASE_H
#define CPPWARDEN_FRONTEND_COMPILEDATABASE_H

#include "frontend/Unit.h"
#include <map>
#include <set>

namespace cppwarden::frontend {

/// What became of the flags and entries, for `doctor`.
struct PlanReport {
  std::string DatabasePath; ///< empty: flags were given or guessed
  unsigned Entries = 0;     ///< in the database
  unsigned Duplicates = 0;  ///< merged into another entry
  std::map<std::string, unsigned> DroppedFlags;    ///< flag → entries
  std::map<std::string, unsigned> TranslatedFlags; ///< "old → new" → entries
  std::vector<std::string>
      Guessed; ///< files whose flags were guessed, and from what
  std::vector<std::string>
      Missing; ///< files named in the database that do not exist
  std::vector<std::string> NotCxx;   ///< entries of other languages (assembler,
                                     ///< Fortran, CUDA device code …)
  std::vector<std::string> Warnings; ///< broken entries, one line each
  std::set<std::string> ResponseFiles; ///< read for the flags, absolute
};

struct PlanRequest {
  std::string BuildPath; ///< -p; empty: search upward, then build*/
  std::vector<std::string>
      Files; ///< restrict to these files, folders or globs; empty: all
  std::vector<std::string> FixedFlags; ///< after `--`; empty: none
  bool HasFixedFlags = false;
  /// FixedFlags are a UnitJob's Arguments and taken as they are, or `@FILE`
  /// alone, which holds them in GCC's quoting. Files need not exist.
  bool FlagsAreAdapted = false;
  std::string FlagsDirectory; ///< where FixedFlags are meant; empty: the
                              ///< working directory
  std::vector<std::string> ExtraArguments; ///< --extra-arg
  std::string WorkingDirectory;            ///< absolute
  std::string ProjectRoot; ///< absolute; empty: derived (git top, else common
                           ///< folder of the sources)
};

struct Plan {
  std::vector<UnitJob> Jobs; ///< sorted by file, then by flags
  std::string ProjectRoot;
  PlanReport Report;
  /// As Jobs, for the files in Report.Missing.
  std::vector<UnitJob> MissingJobs = {};
};

llvm::Expected<Plan> planUnits(const PlanRequest &Request);

} // namespace cppwarden::frontend

#endif
