//===- UnitFileSystem.h - The files a unit sees ----------------*- C++ -*-===//
//
// The disk, plus Clang's builtin headers at a fixed place that exists in no
// real file system. Each unit gets its own (it has a working folder); contents
// are shared by all units of the process. Called by parseUnit().
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_FRONTEND_UNITFILESYSTEM_H
#define CPPWARDEN_FRONTEND_UNITFILESYSTEM_H

#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace cppwarden::frontend {

/// Clang's resource folder; its headers are in `include` below.
constexpr llvm::StringLiteral VirtualResourceFolder = "/.cppwarden-builtin";

/// A system header is read once per process: its bytes are kept as long as
/// size, time and identity of the file stay the same, which is asked for each
/// unit. A file changed within the last seconds is not kept, since a second
/// change could carry the same time.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> createUnitFileSystem();

} // namespace cppwarden::frontend

#endif
