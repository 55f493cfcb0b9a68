//===- UnifiedDiff.h - Edits as a diff that tools can apply ----*- C++ -*-===//
//
// For `--diff`. The edits are known, so nothing has to be compared: the lines
// they touch become hunks, as `git apply` and `patch -p1` read them.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_UNIFIEDDIFF_H
#define CPPWARDEN_REPORT_UNIFIEDDIFF_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace cppwarden::report {

/// Length bytes from Offset become Text.
struct DiffEdit {
  std::size_t Offset = 0, Length = 0;
  llvm::StringRef Text;
};

struct UnifiedDiff {
  std::string Text; ///< empty when no hunk could be shown
  /// Hunks left out since a line that they need must not be shown.
  std::size_t HiddenHunks = 0;
};

/// Edits are sorted and disjoint; File is relative with '/'. IsHidden tells of
/// a line (from 1) of Before that it must not be shown: context is cut there,
/// and a hunk that changes it or could not be applied without it is left out.
UnifiedDiff unifiedDiff(llvm::StringRef File, llvm::StringRef Before,
                        llvm::ArrayRef<DiffEdit> Edits,
                        llvm::function_ref<bool(std::size_t Line)> IsHidden);

} // namespace cppwarden::report

#endif
