//===- FileSelection.h - The files a user names ----------------*- C++ -*-===//
//
// `cppwarden check FILE… FOLDER… 'GLOB'…`: which units are meant. Called by
// planUnits().
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_FRONTEND_FILESELECTION_H
#define CPPWARDEN_FRONTEND_FILESELECTION_H

#include "support/Glob.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>
#include <vector>

namespace cppwarden::frontend {

class FileSelection {
public:
  /// Names relative to WorkingDirectory; none selects everything. Globs match
  /// paths relative to WorkingDirectory.
  static llvm::Expected<FileSelection> create(llvm::ArrayRef<std::string> Names,
                                              llvm::StringRef WorkingDirectory);

  /// For each of Files (absolute) whether it is selected.
  std::vector<bool> choose(llvm::ArrayRef<std::string> Files);
  /// After choose(): the names, as given, that selected nothing.
  std::vector<std::string> unmatched() const;

private:
  struct Item {
    std::string Given, Path, RealPath;
    std::optional<PathGlob> Glob;
    bool IsFolder = false, Matched = false;
  };
  bool matches(const Item &One, llvm::StringRef File) const;

  std::vector<Item> Items;
  std::string WorkingDirectory;
};

/// Without a database: the named files, and the C and C++ sources in the named
/// folders (hidden folders left out); sorted. A name that does not exist, that
/// is no C or C++ file, or a folder without sources is an error.
llvm::Expected<std::vector<std::string>>
sourcesOnDisk(llvm::ArrayRef<std::string> Names,
              llvm::StringRef WorkingDirectory);

} // namespace cppwarden::frontend

#endif
