//===- UnitFileSystem.h - The files a unit sees ----------------*- C++ -*-===//
//
// The disk, plus Clang's builtin headers at a fixed place that exists in no
// real file system. Each unit gets its own (it has a working folder); contents
// are shared by all units of the process. Called by parseUnit().
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_FRONTEND_UNITFILESYSTEM_H
#define CPPWARDEN_FRONTEND_UNITFILESYSTEM_H

#include "frontend/Unit.h"
#include "frontend/UnitTrace.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <map>

namespace cppwarden::frontend {

/// Clang's resource folder; its headers are in `include` below.
constexpr llvm::StringLiteral VirtualResourceFolder = "/.cppwarden-builtin";

/// Answers by absolute path. A file that was looked at and then read counts as
/// read.
class TraceRecorder {
public:
  void record(llvm::StringRef Path, FileAnswer Answer,
              const FileDigest &Digest = {});
  UnitTrace take() const;

private:
  std::map<std::string, std::pair<FileAnswer, FileDigest>, std::less<>> Answers;
};

/// A system header is read once per process: its bytes are kept as long as
/// size, time and identity of the file stay the same, which is asked for each
/// unit. A file changed within the last seconds is not kept, since a second
/// change could carry the same time. Recorder, if any, must outlive it, as must
/// the Buffers, which hide the files of their names.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
createUnitFileSystem(TraceRecorder *Recorder = nullptr,
                     llvm::ArrayRef<FileBuffer> Buffers = {});

} // namespace cppwarden::frontend

#endif
