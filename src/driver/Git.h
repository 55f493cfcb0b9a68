//===- Git.h - Git as a program --------------------------------*- C++ -*-===//
//
// Called by GitChanges and by the listing of suppressions. No shell is
// involved: arguments arrive as they are.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_GIT_H
#define CPPWARDEN_DRIVER_GIT_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace cppwarden::driver {

class Git {
public:
  /// Commands run in Folder, or where cppwarden runs when it is empty.
  explicit Git(llvm::StringRef Folder) : Folder(Folder.str()) {}
  /// One that does not inherit which repository a hook is about.
  static Git inOtherRepository(llvm::StringRef Folder);

  /// What git prints. An error is git's own last line.
  llvm::Expected<std::string> run(const std::vector<std::string> &Words) const;

private:
  std::string Folder;
  bool KeepsRepository = true;
};

} // namespace cppwarden::driver

#endif
