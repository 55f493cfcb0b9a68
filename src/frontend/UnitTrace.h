//===- UnitTrace.h - What a parse asked the file system --------*- C++ -*-===//
//
// Every question Clang put to the file system while it read a unit, with the
// answer: the files it read, those it looked for in vain, folders it found. As
// long as the answers stay the same, so does the unit: a header that appears
// earlier in the include path turns an Absent into something else. Recorded by
// parseUnit(), kept by the driver's result cache.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_FRONTEND_UNITTRACE_H
#define CPPWARDEN_FRONTEND_UNITTRACE_H

#include "llvm/ADT/StringRef.h"
#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace cppwarden::frontend {

/// The first half of BLAKE3.
using FileDigest = std::array<std::uint8_t, 16>;

enum class FileAnswer : std::uint8_t {
  Absent,   ///< it is not there, or cannot be reached
  Folder,   ///< a folder
  Present,  ///< something else that was not read
  Contents, ///< a file, with its digest
  Listing   ///< a folder that was listed, with the digest of the names
};

struct FileFact {
  std::string Path; ///< absolute, as it was asked for
  FileAnswer Answer = FileAnswer::Absent;
  FileDigest Digest{}; ///< of Contents and Listing
  auto operator<=>(const FileFact &) const = default;
};

using UnitTrace = std::vector<FileFact>; ///< sorted, one a path

FileDigest digestOf(llvm::StringRef Bytes);
/// Of the names in a folder, in any order of the disk.
FileDigest digestOfListing(llvm::StringRef Folder);

} // namespace cppwarden::frontend

#endif
