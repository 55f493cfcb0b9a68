//===- Unit.h - From a compile command to a parsed unit --------*- C++ -*-===//
//
// Called by the driver's worker for each job. Runs Clang over one unit with
// adjusted flags, the embedded builtin headers and skipped bodies, and hands
// the AST to a consumer while it is alive.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_FRONTEND_UNIT_H
#define CPPWARDEN_FRONTEND_UNIT_H

#include "frontend/UnitFacts.h"
#include "frontend/UnitTrace.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>
#include <vector>

namespace clang {
class ASTContext;
class CompilerInstance;
class FileEntry;
class Preprocessor;
class SourceLocation;
class SourceManager;
class Decl;
} // namespace clang

namespace cppwarden::frontend {

/// A text that an editor has for a file; Path is absolute, or empty for none.
struct FileBuffer {
  std::string Path, Text;
};

/// One unit to compile: plain data, sent to workers.
struct UnitJob {
  std::string Directory;              ///< absolute
  std::string File;                   ///< absolute
  std::vector<std::string> Arguments; ///< adjusted, without the compiler's name
  std::string ProjectRoot; ///< absolute; "project files" lie below it
  /// Project headers (relative to the root) whose bodies another unit owns.
  std::vector<std::string> SkippedHeaderBodies;
  /// Preprocess only: the result has files and errors, there is no AST.
  bool OnlyFiles = false;
  /// Stand for the files of these names: what an editor has not saved. They are
  /// part of no trace.
  std::vector<FileBuffer> Buffers = {};
  /// The unit will come again, edited: keep what its `#include`s gave.
  bool KeepPreamble = false;
};

/// The AST and its surroundings, valid during the callback only.
struct ParsedUnit {
  clang::CompilerInstance &Compiler;
  clang::ASTContext &Context;
  clang::Preprocessor &PP;
  const UnitJob &Job;

  /// Does Location lie (after expansion) in a file of the project, that is
  /// below the root and not in a system directory? Cached per file.
  bool isInProject(clang::SourceLocation Location) const;
  /// The file path relative to the project root of an expansion location.
  std::string relativePath(clang::SourceLocation Location) const;
  /// A range in expansion coordinates, columns in bytes, exclusive end. A macro
  /// argument keeps its spelling place.
  SourceRange range(clang::SourceLocation Begin,
                    clang::SourceLocation End) const;

  /// The text between two tokens and its place, if it may be edited: it stands
  /// in one file below the root, is no part of a macro's expansion or argument,
  /// and the file does not say that a program wrote it. The name of a constant
  /// that a library defines as a macro (NID_md5) counts as text.
  std::optional<TextEdit> editable(clang::SourceLocation Begin,
                                   clang::SourceLocation End) const;

  struct FileCache;
  FileCache &Files;
};

struct UnitResult {
  bool Parsed = false; ///< an AST was made and handed over
  std::vector<analysis::UnitDiagnostic> Errors;
  std::vector<analysis::CommentFact> Comments;
  std::vector<std::string> ProjectFiles, SystemFiles;
  UnitTrace Trace;
};

/// Parses Job and calls Consumer once with the AST. BeforeParse may register
/// preprocessor callbacks. Never throws; a missing file is an error in Errors.
UnitResult
parseUnit(const UnitJob &Job,
          llvm::function_ref<void(clang::CompilerInstance &)> BeforeParse,
          llvm::function_ref<void(ParsedUnit &)> Consumer);

} // namespace cppwarden::frontend

#endif
