//===- Paths.h - Paths as findings and reports name them -------*- C++ -*-===//
//
// Used by the driver and the reports. All functions are about names; only
// findUpward looks at the disk.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_SUPPORT_PATHS_H
#define CPPWARDEN_SUPPORT_PATHS_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace cppwarden {

/// Path made absolute from Base, without `.`, `..` and doubled slashes.
std::string absolutePath(llvm::StringRef Path, llvm::StringRef Base);
/// Absolute as seen from Root: relative with '/' when below it ("." for Root
/// itself), unchanged otherwise. Both absolute and normalised.
std::string relativeTo(llvm::StringRef Absolute, llvm::StringRef Root);
/// Is Path Folder itself or below it?
bool isBelow(llvm::StringRef Path, llvm::StringRef Folder);
/// The nearest Folder/Name upward from Start. Stops after a folder that holds
/// `.git` (the top of a work tree). Only regular files and folders count.
std::optional<std::string> findUpward(llvm::StringRef Start,
                                      llvm::StringRef Name);

} // namespace cppwarden

#endif
