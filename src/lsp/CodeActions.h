//===- CodeActions.h - What can be done about a finding --------*- C++ -*-===//
#ifndef CPPWARDEN_LSP_CODEACTIONS_H
#define CPPWARDEN_LSP_CODEACTIONS_H

#include "lsp/Diagnostics.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace cppwarden::lsp {

/// Commands that the server executes.
constexpr llvm::StringLiteral ExplainCommand = "cppwarden.explain";
constexpr llvm::StringLiteral AddToBaselineCommand = "cppwarden.addToBaseline";

/// A file as its editor has it.
struct OpenFile {
  std::string Uri;
  const report::SourceText &Text;
};

/// Mending, suppressing, recording and explaining the finding that Shown shows
/// in File. IsCurrent tells whether what is shown of a file is of its text: a
/// fix that changes another one's would be misplaced.
llvm::json::Array
codeActions(const ShownDiagnostic &Shown, const Finding &Of,
            const OpenFile &File,
            llvm::function_ref<bool(const std::string &Path)> IsCurrent);

/// The edit that puts a suppression above a line; nothing where a comment
/// cannot stand, as in a macro of several lines.
std::optional<llvm::lsp::TextEdit>
suppressionEdit(llvm::StringRef RuleId, std::uint32_t Line,
                const report::SourceText &Text);

} // namespace cppwarden::lsp

#endif
