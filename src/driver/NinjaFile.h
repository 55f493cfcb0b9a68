//===- NinjaFile.h - A check as a build for Ninja --------------*- C++ -*-===//
//
// `cppwarden ninja` turns a plan into a build file: one `analyze` a unit, one
// `link`. Every executor that reads Ninja files so runs a check, on one machine
// or on many. The units, flags and settings are those of `check` because they
// come from the same plan; the edges take them as they are.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_NINJAFILE_H
#define CPPWARDEN_DRIVER_NINJAFILE_H

#include "frontend/CompileDatabase.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace cppwarden::driver {

struct NinjaFile {
  std::string Path;       ///< absolute; the build runs in its folder
  std::string Objects;    ///< folder, absolute
  std::string Executable; ///< cppwarden, absolute
  std::string Launcher;   ///< shell text before each `analyze`; empty: none
  /// Words behind `analyze` and `link`, the same for all units.
  std::vector<std::string> AnalyzeOptions, LinkOptions;
  /// What every object depends on besides its unit, and what only the report
  /// does: configuration, models, baseline. Absolute.
  std::vector<std::string> UnitInputs, LinkInputs;
  std::vector<std::string> Reports; ///< files that `link` writes, absolute
  /// The call that writes this file, made in RegenerateFolder (absolute), and
  /// what makes it necessary (absolute).
  std::vector<std::string> Regenerate;
  std::string RegenerateFolder;
  std::vector<std::string> RegenerateInputs;
};

/// Writes File.Path with what belongs to it, below File.Objects. Fails for
/// names with a line end, which Ninja cannot express.
llvm::Error writeNinjaFile(const NinjaFile &File, const frontend::Plan &Plan);

} // namespace cppwarden::driver

#endif
