//===- KeptPreamble.h - The includes of a unit that is edited --*- C++ -*-===//
//
// Reading the headers is most of a unit's cost, and while somebody types in a
// function they stay the same. They are kept as a precompiled header in memory,
// with what the observers of a unit noted while they were read. Called by
// parseUnit() for the language server.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_FRONTEND_KEPTPREAMBLE_H
#define CPPWARDEN_FRONTEND_KEPTPREAMBLE_H

#include "frontend/UnitFileSystem.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/PrecompiledPreamble.h"
#include <memory>
#include <set>

namespace cppwarden::frontend {

class KeptPreamble {
public:
  /// Makes Compiler start behind the includes; Files gets what it needs for
  /// that. To be called before anything is made of the invocation.
  void use(clang::CompilerInstance &Compiler,
           llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> &Files) const;
  /// What a parse that began behind the includes did not see.
  void addTo(UnitResult &Result) const;

private:
  friend std::shared_ptr<const KeptPreamble>
  keptPreamble(const UnitJob &, const clang::CompilerInvocation &,
               llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>,
               TraceRecorder &);

  using FileSystem = llvm::vfs::FileSystem;
  void noteProject(const UnitJob &Job, FileSystem &Files);
  bool isProjectSame(FileSystem &Files) const;

  std::string Key, MainFile;
  std::optional<clang::PrecompiledPreamble> Compiled;
  std::vector<analysis::UnitDiagnostic> Errors;
  std::set<analysis::CommentFact> Comments;
  std::set<std::string> ProjectFiles, SystemFiles;
  UnitTrace Trace;
  UnitTrace Project; ///< of files below the root, as an editor has them
};

/// The preamble of the unit as it is now: one of an earlier call if that is
/// still right, else made now. Null when the unit has none or it cannot be
/// made. Recorder gets what making it asked the file system. The process keeps
/// those of the units seen last. Not for several threads.
std::shared_ptr<const KeptPreamble>
keptPreamble(const UnitJob &Job, const clang::CompilerInvocation &Invocation,
             llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files,
             TraceRecorder &Recorder);

} // namespace cppwarden::frontend

#endif
