//===- Diagnostics.h - Findings as editors show them -----------*- C++ -*-===//
//
// A finding is shown where it is. One whose flow only passes an open file is
// shown there as well, since that is where somebody looks. Units that could not
// be analysed say so at their top.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_LSP_DIAGNOSTICS_H
#define CPPWARDEN_LSP_DIAGNOSTICS_H

#include "report/Report.h"
#include "report/SourceProvider.h"
#include "llvm/Support/LSP/Protocol.h"
#include <map>
#include <set>

namespace cppwarden::lsp {

/// A fix of a finding as an editor can make it.
struct ShownFix {
  std::string Title;
  bool IsSafe = false;
  std::set<std::string> Paths;      ///< of the files it changes, absolute
  llvm::json::Value Edit = nullptr; ///< a WorkspaceEdit
};

/// Something shown in a file.
struct ShownDiagnostic {
  llvm::lsp::Range Range;
  /// Index in Report.Findings; none for one about a unit.
  std::optional<std::size_t> Finding;
  bool IsElsewhere = false; ///< the finding's own place is in another file
  std::vector<ShownFix> Fixes;
  llvm::json::Value Json = nullptr;
};

/// By absolute path.
using ShownByFile = std::map<std::string, std::vector<ShownDiagnostic>>;

struct DiagnosticOptions {
  /// Absolute paths of the files in editors, with the URIs they go by there.
  std::map<std::string, std::string> Open;
  bool WithRelatedInformation = false;
};

/// What touches an open file. Report is normalised; every file of Options.Open
/// gets an entry.
ShownByFile toDiagnostics(const report::Report &Report,
                          report::SourceProvider &Sources,
                          const DiagnosticOptions &Options);

} // namespace cppwarden::lsp

#endif
