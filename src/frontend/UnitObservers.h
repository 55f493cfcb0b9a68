//===- UnitObservers.h - What is noted while a unit is read ----*- C++ -*-===//
//
// Errors, comments and files, of a whole unit or of its preamble. Private to
// parseUnit() and KeptPreambles.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_FRONTEND_UNITOBSERVERS_H
#define CPPWARDEN_FRONTEND_UNITOBSERVERS_H

#include "frontend/UnitFiles.h"
#include "support/Paths.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/DiagnosticLex.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include <optional>
#include <set>

namespace cppwarden::frontend {

/// Keeps the first errors and counts the rest.
class ErrorCollector final : public clang::DiagnosticConsumer {
public:
  ErrorCollector(const UnitJob &Job, std::vector<analysis::UnitDiagnostic> &Out)
      : Job(Job), Out(Out) {}

  /// Set while sources are read; diagnostics before and after have no place.
  std::optional<ParsedUnit::FileCache> *Files = nullptr;

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override {
    if (Level < clang::DiagnosticsEngine::Error)
      return;
    ++Count;
    if (Out.size() == Kept)
      return;
    analysis::UnitDiagnostic New;
    llvm::SmallString<256> Message;
    Info.FormatDiagnostic(Message);
    New.Message = Message.str().str();
    New.Fatal = Level == clang::DiagnosticsEngine::Fatal ||
                Info.getID() == clang::diag::err_pp_file_not_found;
    if (Files && *Files && Info.getLocation().isValid())
      New.Range = (*Files)->range(Info.getLocation(), Info.getLocation());
    else
      New.Range.File = relativeTo(Job.File, Job.ProjectRoot);
    Out.push_back(std::move(New));
  }

  void addRest() {
    if (Count <= Kept)
      return;
    analysis::UnitDiagnostic Rest;
    Rest.Range.File = relativeTo(Job.File, Job.ProjectRoot);
    Rest.Message = "and " + std::to_string(Count - Kept) + " more errors";
    Out.push_back(std::move(Rest));
  }

private:
  static constexpr std::size_t Kept = 20;
  const UnitJob &Job;
  std::vector<analysis::UnitDiagnostic> &Out;
  std::size_t Count = 0;
};

/// Comments that may be suppressions.
class SuppressionComments final : public clang::CommentHandler {
public:
  SuppressionComments(ParsedUnit::FileCache &Files,
                      std::set<analysis::CommentFact> &Out)
      : Files(Files), Out(Out) {}

  bool HandleComment(clang::Preprocessor &,
                     clang::SourceRange Comment) override {
    clang::SourceManager &SM = Files.SM;
    auto [Id, Begin] = SM.getDecomposedLoc(Comment.getBegin());
    unsigned End = SM.getFileOffset(Comment.getEnd());
    llvm::StringRef Buffer = SM.getBufferData(Id);
    if (End > Buffer.size() || End < Begin)
      return false;
    llvm::StringRef Text = Buffer.slice(Begin, End);
    if (!Text.contains("cppwarden-") && !Text.contains("NOLINT"))
      return false;
    if (!Files.isInProject(Comment.getBegin()))
      return false;
    analysis::CommentFact New;
    New.File = Files.of(Id).Path;
    New.Line = SM.getLineNumber(Id, Begin);
    New.Column = SM.getColumnNumber(Id, Begin);
    New.EndLine = SM.getLineNumber(Id, End);
    New.Text = Text.str();
    llvm::StringRef Before = Buffer.take_front(Begin);
    Before = Before.substr(Before.find_last_of("\r\n") + 1);
    New.OwnLine = Before.trim(" \t\f\v").empty();
    Out.insert(std::move(New));
    return false;
  }

private:
  ParsedUnit::FileCache &Files;
  std::set<analysis::CommentFact> &Out;
};

/// The files that make up the unit.
class FileCollector final : public clang::PPCallbacks {
public:
  FileCollector(ParsedUnit::FileCache &Files, std::set<std::string> &Project,
                std::set<std::string> &System)
      : Files(Files), Project(Project), System(System) {}

  void LexedFileChanged(clang::FileID Id, LexedFileChangeReason Reason,
                        clang::SrcMgr::CharacteristicKind Kind, clang::FileID,
                        clang::SourceLocation) override {
    if (Reason != LexedFileChangeReason::EnterFile)
      return;
    const ParsedUnit::FileCache::File &File = Files.of(Id);
    if (!File.Builtin)
      (File.BelowRoot && !clang::SrcMgr::isSystem(Kind) ? Project : System)
          .insert(File.Path);
  }

  void EmbedDirective(clang::SourceLocation, llvm::StringRef, bool,
                      clang::OptionalFileEntryRef File,
                      const clang::LexEmbedParametersResult &) override {
    if (File)
      System.insert(absolutePath(File->getName(), ""));
  }

private:
  ParsedUnit::FileCache &Files;
  std::set<std::string> &Project, &System;
};

} // namespace cppwarden::frontend

#endif
