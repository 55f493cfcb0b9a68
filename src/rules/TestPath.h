//===- TestPath.h - Is a file plainly a test or an example? ----*- C++ -*-===//
#ifndef CPPWARDEN_RULES_TESTPATH_H
#define CPPWARDEN_RULES_TESTPATH_H

#include "llvm/ADT/StringRef.h"

namespace cppwarden::rules {

/// Judges a path relative to the project root by the words of its folders and
/// of its name: `tests/login.cpp`, `src/UserTest.cc`, `examples/client.cpp`.
bool isTestPath(llvm::StringRef RelativePath);

} // namespace cppwarden::rules

#endif
