//===- DependencyRule.h - What a file was made from ------------*- C++ -*-===//
//
// The dependency files that make and Ninja read, as compilers write them with
// -MD. For the objects of `analyze` and the build file of `ninja`.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_DEPENDENCYRULE_H
#define CPPWARDEN_DRIVER_DEPENDENCYRULE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace cppwarden::driver {

/// A rule without commands: Target depends on Names.
std::string dependencyRule(llvm::StringRef Target,
                           llvm::ArrayRef<std::string> Names);

} // namespace cppwarden::driver

#endif
