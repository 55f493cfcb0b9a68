//===- InputFile.h - Files that other inputs name --------------*- C++ -*-===//
//
// A response file in a compile command, `extends` and `models` of a
// configuration: who wrote the one chose the other. A device or a pipe there
// would be read for ever, so only regular files are.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_SUPPORT_INPUTFILE_H
#define CPPWARDEN_SUPPORT_INPUTFILE_H

#include "llvm/ADT/Twine.h"
#include "llvm/Support/ErrorOr.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>

namespace cppwarden {

/// The bytes of a regular file, with a NUL behind the end.
llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>
readInputFile(const llvm::Twine &Path);

} // namespace cppwarden

#endif
