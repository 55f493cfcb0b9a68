//===- DiffReader.h - Which lines a patch changes --------------*- C++ -*-===//
//
// Reads what `git diff` prints, with or without context, also where it shows
// submodules inline. File names and lines are arbitrary bytes. Called by
// GitChanges.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_DIFFREADER_H
#define CPPWARDEN_DRIVER_DIFFREADER_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace cppwarden::driver {

/// Lines [OldBegin, OldBegin + OldCount) became [NewBegin, NewBegin +
/// NewCount). A count may be 0: the lines would stand before Begin.
struct ChangedBlock {
  std::uint32_t OldBegin = 0, OldCount = 0, NewBegin = 0, NewCount = 0;
  auto operator<=>(const ChangedBlock &) const = default;
};

struct FileDiff {
  std::string Path; ///< of the new file; of the old one when it was deleted
  bool IsDeleted = false;
  std::vector<ChangedBlock> Blocks; ///< from top to bottom
};

struct Diff {
  std::vector<FileDiff> Files;
  /// Submodules whose changes git cannot show.
  std::vector<std::string> OpaqueSubmodules;
};

/// Patch must have the prefixes a/ and b/.
llvm::Expected<Diff> readDiff(llvm::StringRef Patch);

/// First and last line, from 1, inclusive.
struct LineRange {
  std::uint32_t First = 0, Last = 0;
  auto operator<=>(const LineRange &) const = default;
};
/// Lines of the new file that the blocks write. Where lines were only taken
/// away, the lines on both sides of the gap.
std::vector<LineRange> changedLines(const std::vector<ChangedBlock> &Blocks);
/// Where Lines of the old file of Blocks are in the new one.
std::vector<LineRange> mapLines(const std::vector<LineRange> &Lines,
                                const std::vector<ChangedBlock> &Blocks);

} // namespace cppwarden::driver

#endif
