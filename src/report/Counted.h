//===- Counted.h - "1 error", "2 errors" -----------------------*- C++ -*-===//
//
// For what reports and commands say to people.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_COUNTED_H
#define CPPWARDEN_REPORT_COUNTED_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace cppwarden::report {

/// The number and the noun, which takes an s unless there is one.
inline std::string counted(std::size_t Count, llvm::StringRef Thing) {
  return std::to_string(Count) + " " + Thing.str() + (Count == 1 ? "" : "s");
}

} // namespace cppwarden::report

#endif
