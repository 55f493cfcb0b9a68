//===- HeaderOwners.h - Who parses the bodies of a header ------*- C++ -*-===//
//
// Each body in a project header is parsed and analysed by one unit; the others
// skip it (DESIGN.md, "Header bodies"). This decides which, from the include
// graph alone, so that no result depends on scheduling. Called by the driver's
// plan once it knows what each unit reads, from an earlier run's TU objects.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_FRONTEND_HEADEROWNERS_H
#define CPPWARDEN_FRONTEND_HEADEROWNERS_H

#include "llvm/ADT/ArrayRef.h"
#include <string>
#include <vector>

namespace cppwarden::frontend {

/// What one unit reads of the project: UnitResult::ProjectFiles.
struct UnitIncludes {
  std::string MainFile; ///< relative to the root
  std::vector<std::string> ProjectFiles;
};

/// For each unit, in the order given, the headers whose bodies another owns:
/// UnitJob::SkippedHeaderBodies, sorted. A header belongs, among the units that
/// read it, to a C++ unit before a C one (which sees fewer bodies), then to one
/// of its own name (`net/socket.h`, `net/socket.cpp`), then to the first by
/// name. A file that is some unit's main file is skipped by none.
///
/// Bodies under `#if` may differ between units; only the owner's are analysed.
std::vector<std::vector<std::string>>
skippedHeaderBodies(llvm::ArrayRef<UnitIncludes> Units);

} // namespace cppwarden::frontend

#endif
