//===- DatabaseReader.h - compile_commands.json as it stands ---*- C++ -*-===//
//
// Finds and reads the database; judges nothing about the commands. Called by
// planUnits(). The file may come from anywhere: it is read by events, without a
// tree and without recursion, and each entry is checked alone.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_FRONTEND_DATABASEREADER_H
#define CPPWARDEN_FRONTEND_DATABASEREADER_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace cppwarden::frontend {

struct DatabaseEntry {
  std::string Directory;          ///< absolute, normalised
  std::string File;               ///< absolute, normalised
  std::vector<std::string> Words; ///< the compiler and its arguments
};

struct Database {
  std::string Path; ///< absolute
  std::vector<DatabaseEntry> Entries;
  unsigned Total = 0; ///< entries in the file, broken ones included
  std::vector<std::string> Warnings; ///< one line for each broken entry
};

/// The database BuildPath names (file or folder), or the nearest one: upward
/// from WorkingDirectory to the top of its work tree, then in the build folders
/// (`build*`, `cmake-build-*`, `out*`, `_build`, and one level below) of those
/// same folders. An empty string when none is found and BuildPath is empty.
/// Others that would have been as good are added to Warnings.
llvm::Expected<std::string> findDatabase(llvm::StringRef BuildPath,
                                         llvm::StringRef WorkingDirectory,
                                         std::vector<std::string> &Warnings);

llvm::Expected<Database> readDatabase(llvm::StringRef Path);

/// The same from memory. Base resolves relative `directory` fields.
llvm::Expected<Database>
parseDatabase(llvm::StringRef Text, llvm::StringRef Path, llvm::StringRef Base);

} // namespace cppwarden::frontend

#endif
