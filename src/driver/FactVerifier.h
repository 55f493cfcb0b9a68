//===- FactVerifier.h - Does the disk still answer the same? ---*- C++ -*-===//
//
// The units of a program ask mostly the same questions. Each file is looked at
// once a run, and a group of facts that many entries share is judged once. For
// several threads.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_FACTVERIFIER_H
#define CPPWARDEN_DRIVER_FACTVERIFIER_H

#include "frontend/UnitTrace.h"
#include "llvm/ADT/StringMap.h"
#include <mutex>
#include <optional>

namespace cppwarden::driver {

class FactVerifier {
public:
  explicit FactVerifier(llvm::StringRef Root) : Root(Root.str()) {}

  /// Do all facts of an encoded trace hold?
  bool holds(llvm::StringRef Trace);

private:
  bool groupHolds(llvm::StringRef Group);
  bool factHolds(const frontend::FileFact &Fact);
  frontend::FileAnswer look(const std::string &Path);
  std::optional<frontend::FileDigest> read(const std::string &Path);

  std::string Root;
  std::mutex Guard;
  llvm::StringMap<bool> Groups;
  llvm::StringMap<frontend::FileAnswer> Looked; ///< Absent, Folder or Present
  llvm::StringMap<std::optional<frontend::FileDigest>> Read;
};

} // namespace cppwarden::driver

#endif
