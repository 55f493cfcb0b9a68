//===- ProjectRoot.h - Where a project begins ------------------*- C++ -*-===//
//
// Findings name files relative to the project root, and only files below it are
// analysed. Called by planUnits() when the user did not name the root.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_FRONTEND_PROJECTROOT_H
#define CPPWARDEN_FRONTEND_PROJECTROOT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace cppwarden::frontend {

/// The nearest folder around all Sources that holds `.git` or
/// `.cppwarden.yaml`; failing that the one around most of them (a submodule has
/// a `.git` of its own, and a build folder may lie elsewhere); failing that the
/// folder that Sources share. Sources below DatabaseFolder, which are
/// generated, count only when there are no others. Sources: absolute,
/// normalised, not empty.
std::string deriveProjectRoot(llvm::ArrayRef<std::string> Sources,
                              llvm::StringRef DatabaseFolder);

/// Does Folder hold one of those marks?
bool isMarkedRoot(llvm::StringRef Folder);

} // namespace cppwarden::frontend

#endif
