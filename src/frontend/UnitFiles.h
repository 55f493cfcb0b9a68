//===- UnitFiles.h - Which file a place is in, and whose -------*- C++ -*-===//
//
// What ParsedUnit answers about source locations, kept for each file of the
// unit. Private to parseUnit() and its observers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_FRONTEND_UNITFILES_H
#define CPPWARDEN_FRONTEND_UNITFILES_H

#include "frontend/Unit.h"

#include "clang/Basic/SourceLocation.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringSet.h"

namespace cppwarden::frontend {

struct ParsedUnit::FileCache {
  struct File {
    std::string Path;       ///< relative to the root, or absolute
    bool BelowRoot = false; ///< or the unit's main file
    bool Builtin = false;   ///< one of Clang's own headers, or no file at all
    bool BodiesSkipped = false;    ///< named in UnitJob::SkippedHeaderBodies
    std::optional<bool> Generated; ///< its head says so; unset: not looked at
  };

  FileCache(const UnitJob &Job, clang::SourceManager &SM,
            const clang::LangOptions &Lang);

  const File &of(clang::FileID Id);
  /// In the project at this place; a `#pragma GCC system_header` may end it.
  bool isInProject(clang::SourceLocation Place);
  bool isBodySkipped(clang::SourceLocation Place);
  SourceRange range(clang::SourceLocation Begin, clang::SourceLocation End);
  std::optional<TextEdit> editable(clang::SourceLocation Begin,
                                   clang::SourceLocation End);

  clang::SourceManager &SM;

private:
  std::string shownPath(clang::FileEntryRef Entry, bool &BelowRoot) const;
  /// The place in a file that stands for Place; see ParsedUnit::range.
  clang::SourceLocation inFile(clang::SourceLocation Place, bool WantEnd,
                               bool &Exclusive);

  bool isGenerated(clang::FileID Id);
  /// The one token in a file that Place is the expansion of, when that is a
  /// constant of a library; Place itself, when it is no expansion; else
  /// nothing.
  clang::SourceLocation constantToken(clang::SourceLocation Place);

  const UnitJob &Job;
  const clang::LangOptions &Lang;
  std::string RealRoot;
  llvm::StringSet<> SkippedHeaders;
  llvm::DenseMap<clang::FileID, File> Files;
};

} // namespace cppwarden::frontend

#endif
