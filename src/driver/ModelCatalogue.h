//===- ModelCatalogue.h - The models in force, by library ------*- C++ -*-===//
//
// `cppwarden models list` and `models verify`, and the part of `config verify`
// that reads models.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_MODELCATALOGUE_H
#define CPPWARDEN_DRIVER_MODELCATALOGUE_H

#include "driver/ExitCode.h"
#include "driver/Project.h"
#include "llvm/Support/raw_ostream.h"
#include <string>
#include <vector>

namespace cppwarden::driver {

struct ModelledLibrary {
  std::string Name;
  unsigned Functions = 0; ///< names, overloads counted once
  unsigned Types = 0;
  std::vector<std::string> Packages; ///< Debian packages with its headers
};

/// Sorted by name. Fails on a model that is wrong, with its file:line.
llvm::Expected<std::vector<ModelledLibrary>> listModels(const Settings &Config);

/// Compiles the headers that the models of Libraries (all, when empty) name,
/// and writes what does not match, one line a library or problem. ExitFindings
/// when a model is wrong; ExitIncomplete when a library that was named cannot
/// be verified, or none could.
llvm::Expected<ExitCode> verifyModels(const Settings &Config,
                                      llvm::ArrayRef<std::string> Libraries,
                                      llvm::raw_ostream &Out);

} // namespace cppwarden::driver

#endif
