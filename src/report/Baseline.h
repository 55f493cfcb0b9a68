//===- Baseline.h - Findings that are no news ------------------*- C++ -*-===//
//
// A team that adopts cppwarden on old code records what is there and looks at
// what comes new. The driver compares a normalised report with the baseline
// before the formats write it; `cppwarden baseline` makes and trims the file.
// docs/baseline.md is the user's reference.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_BASELINE_H
#define CPPWARDEN_REPORT_BASELINE_H

#include "report/Report.h"
#include "report/SourceProvider.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"

namespace cppwarden::report {

struct Baseline {
  std::vector<BaselineEntry> Entries; ///< in any order; equal ones may repeat
};

/// Name of the file at the project root.
constexpr llvm::StringLiteral DefaultBaselineFile = ".cppwarden-baseline.json";

/// Reads what writeBaseline() wrote, also after a merge that put two versions
/// together line by line. An error is one line that begins with the buffer's
/// name.
llvm::Expected<Baseline> readBaseline(llvm::MemoryBufferRef Buffer);

/// One line an entry, sorted; equal baselines give equal bytes.
std::string writeBaseline(const Baseline &Value);

/// The findings of a normalised report that are not suppressed.
Baseline makeBaseline(const Report &Report, SourceProvider &Sources);

/// An entry answers for one finding: first one of its own file, then one
/// elsewhere, which is how a renamed file and moved code stay known. All sorted
/// by file.
struct BaselineMatch {
  /// As the findings are now: the file may have another name.
  std::vector<BaselineEntry> Matched;
  std::vector<BaselineEntry> New;       ///< findings without an entry
  std::vector<BaselineEntry> Unmatched; ///< entries without a finding
};

/// Sets InBaseline of the findings that Old has; Report must be normalised.
BaselineMatch applyBaseline(const Baseline &Old, Report &Report,
                            SourceProvider &Sources);

} // namespace cppwarden::report

#endif
