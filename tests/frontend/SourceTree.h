//===- SourceTree.h - A folder of files for one test -----------*- C++ -*-===//
#ifndef CPPWARDEN_TESTS_FRONTEND_SOURCETREE_H
#define CPPWARDEN_TESTS_FRONTEND_SOURCETREE_H

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace cppwarden::test {

/// Lives in a new folder of its own, removed in the end.
class SourceTree {
public:
  SourceTree() {
    llvm::SmallString<128> Made, Real;
    if (llvm::sys::fs::createUniqueDirectory("cppwarden-test", Made) ||
        llvm::sys::fs::real_path(Made, Real))
      llvm::report_fatal_error("no temporary folder");
    Root = Real.str().str();
  }
  SourceTree(const SourceTree &) = delete;
  ~SourceTree() { llvm::sys::fs::remove_directories(Root); }

  std::string path(llvm::StringRef Relative) const {
    return Relative.empty() ? Root : Root + "/" + Relative.str();
  }

  std::string write(llvm::StringRef Relative, llvm::StringRef Text) {
    std::string Path = path(Relative);
    llvm::sys::fs::create_directories(llvm::sys::path::parent_path(Path));
    std::error_code Failed;
    llvm::raw_fd_ostream Out(Path, Failed);
    Out << Text;
    return Path;
  }

  void makeFolder(llvm::StringRef Relative) {
    llvm::sys::fs::create_directories(path(Relative));
  }

private:
  std::string Root;
};

} // namespace cppwarden::test

#endif
