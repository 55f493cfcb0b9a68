//===- CacheEntry.h - The bytes of one cached result -----------*- C++ -*-===//
//
// A TU object together with what it depends on. Workers encode traces, the
// result cache writes and reads entries. Entries may come from elsewhere: the
// reader believes nothing.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_CACHEENTRY_H
#define CPPWARDEN_DRIVER_CACHEENTRY_H

#include "frontend/UnitTrace.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>
#include <string>

namespace cppwarden::driver {

/// The facts of a trace, one group a folder. Paths below Root become relative
/// to it, so that a copied cache serves another checkout.
std::string encodeTrace(const frontend::UnitTrace &Trace, llvm::StringRef Root);

/// Hands out the groups of an encoded trace until one is refused. False then,
/// and for bytes that are no trace.
bool forEachGroup(llvm::StringRef Trace,
                  llvm::function_ref<bool(llvm::StringRef)> Holds);
/// The facts of a group, with absolute paths; none for bytes that are no group.
std::optional<frontend::UnitTrace> decodeGroup(llvm::StringRef Group,
                                               llvm::StringRef Root);

struct CacheEntry {
  /// Not empty: the object holds this root's name and is of use only there.
  llvm::StringRef BoundRoot;
  llvm::StringRef Trace, Object;
};
std::string encodeEntry(const CacheEntry &Entry);
/// Views into Bytes; none when they are damaged or of another version.
std::optional<CacheEntry> decodeEntry(llvm::StringRef Bytes);

} // namespace cppwarden::driver

#endif
