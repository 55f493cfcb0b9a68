//===- Fixes.h - Making the fixes that findings carry ----------*- C++ -*-===//
//
// For `check --fix` and `--diff`. A plan is made first, from the report and the
// files as they are now; what it says can be shown or written. Between the two
// nothing is decided anew.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_FIXES_H
#define CPPWARDEN_DRIVER_FIXES_H

#include "frontend/SourceEdits.h"
#include "report/Report.h"
#include <string>
#include <vector>

namespace cppwarden::driver {

/// What is to become of one file.
struct FileFix {
  std::string File; ///< as in SourceRange
  std::string Path; ///< absolute, behind symbolic links
  std::string Before, After;
  std::vector<frontend::ByteEdit> Edits; ///< sorted, disjoint
};

struct FixPlan {
  std::vector<FileFix> Files; ///< sorted by name
  /// Indices in the report of the findings that the plan mends.
  std::vector<std::size_t> Fixed;
  /// One line each: why a fix is not made, though it was to be.
  std::vector<std::string> Refused;
  /// Fixes that are left for a next time since they overlap one that is made.
  std::size_t Overlapping = 0;
  /// Findings whose fix was not asked for, being unsafe.
  std::size_t Unsafe = 0;

  bool changesAnything() const { return !Files.empty(); }
};

/// Plans the first fix of each finding that is neither suppressed nor in the
/// baseline, in the report's order; of two that overlap, the first. All edits
/// of a fix are made, or none. A file is refused when it is not as it was read,
/// not below the root, or read-only.
FixPlan planFixes(const report::Report &Report, bool WithUnsafe);

/// Replaces each file of the plan as a whole, keeping its mode and owner. What
/// goes wrong with one is said at the end and does not stop the others.
llvm::Error writeFixes(const FixPlan &Plan);

} // namespace cppwarden::driver

#endif
