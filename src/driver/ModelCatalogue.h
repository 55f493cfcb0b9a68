//===- ModelCatalogue.h - The models in force, by library ------*- C++ -*-===//
//
// `cppwarden models list` and the part of `config verify` that reads models.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_MODELCATALOGUE_H
#define CPPWARDEN_DRIVER_MODELCATALOGUE_H

#include "driver/Project.h"
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

} // namespace cppwarden::driver

#endif
