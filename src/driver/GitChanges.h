//===- GitChanges.h - What changed, by git ---------------------*- C++ -*-===//
//
// For `check --since`, `--merge-base` and `--staged`. Git runs as a program:
// worktrees, submodules, renames and ignored files are as git sees them.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_GITCHANGES_H
#define CPPWARDEN_DRIVER_GITCHANGES_H

#include "driver/DiffReader.h"
#include <map>
#include <set>

namespace cppwarden::driver {

struct ChangeRequest {
  enum class Against {
    Revision,  ///< what the files on disk have that Revision has not
    MergeBase, ///< the same, against where the branch left Revision
    Staged     ///< what the next commit will have that HEAD has not
  };
  Against What = Against::Revision;
  std::string Revision;
};

struct Changes {
  /// By name as in findings: the lines that changed, sorted. A file that is
  /// new to git counts whole.
  std::map<std::string, std::vector<LineRange>> Lines;
  /// Files that are gone, and folders of which git cannot tell more.
  std::set<std::string> Deleted, WholeFolders;
  std::vector<std::string> Warnings; ///< one line each

  bool hasLine(llvm::StringRef File, std::uint32_t First,
               std::uint32_t Last) const;
  bool hasFile(llvm::StringRef File) const;
  std::size_t files() const { return Lines.size() + Deleted.size(); }
};

/// Root and WorkingDirectory are absolute. Fails with one line when git is not
/// there, Root is in no work tree, or the revision is unknown.
llvm::Expected<Changes> changesByGit(const ChangeRequest &Request,
                                     llvm::StringRef Root,
                                     llvm::StringRef WorkingDirectory);

} // namespace cppwarden::driver

#endif
