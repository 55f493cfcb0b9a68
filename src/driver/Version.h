//===- Version.h - Which cppwarden this is ---------------------*- C++ -*-===//
#ifndef CPPWARDEN_DRIVER_VERSION_H
#define CPPWARDEN_DRIVER_VERSION_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace cppwarden::driver {

/// "0.1.0", from the project's CMakeLists.txt.
llvm::StringRef version();
/// For people: "cppwarden 0.1.0 (Clang 22.1.0)".
std::string versionLine();

} // namespace cppwarden::driver

#endif
