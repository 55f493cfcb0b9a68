//===- Resources.h - Files embedded in the binary --------------*- C++ -*-===//
//
// rules/**, style and script of the html format, and Clang's builtin headers
// are packed (zstd) into the binary by CMake, so that one copied file is a
// complete installation.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_SUPPORT_RESOURCES_H
#define CPPWARDEN_SUPPORT_RESOURCES_H

#include "llvm/ADT/StringRef.h"
#include <vector>

namespace cppwarden {

struct Resource {
  llvm::StringRef Name; ///< "rules/kinds.yaml", "builtin/stddef.h"
  llvm::StringRef
      Contents; ///< lives as long as the process; NUL-terminated behind the end
};

/// All embedded files of one archive ("rules", "html" or "builtin"), sorted by
/// name. Unpacked on first use; thread-safe.
const std::vector<Resource> &resources(llvm::StringRef Archive);
/// One file by its full name; an empty Name when there is none.
Resource resource(llvm::StringRef Archive, llvm::StringRef Name);

} // namespace cppwarden

#endif
