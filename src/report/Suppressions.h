//===- Suppressions.h - Findings silenced in the source --------*- C++ -*-===//
//
// Called by the driver after the link with all findings and all comments that
// may be suppressions; its result goes into Report::Findings. Suppressions
// that are wrong, expired or useless come back as findings of the rules in
// suppressionRules(). docs/suppressions.md is the user's reference.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_SUPPRESSIONS_H
#define CPPWARDEN_REPORT_SUPPRESSIONS_H

#include "report/Report.h"
#include "report/SourceProvider.h"
#include "llvm/ADT/ArrayRef.h"
#include <chrono>
#include <functional>
#include <set>

namespace cppwarden::report {

/// A comment of the source, with its delimiters.
struct SuppressionComment {
  std::string File;
  std::uint32_t Line = 0;
  std::uint32_t Column = 0;
  std::uint32_t EndLine = 0;
  std::string Text;
  bool OwnLine = false; ///< nothing but white space before it on its line
  auto operator<=>(const SuppressionComment &) const = default;
};

struct SuppressionOptions {
  /// Decides what is expired; an input, so that a run can be repeated.
  std::chrono::year_month_day Today;
  /// Every known rule, enabled or not, suppressionRules() among them; the
  /// Level of the latter is the level their findings get.
  std::vector<RuleDescriptor> KnownRules;
  /// Ids of the rules that ran. Rules of suppressionRules() report only when
  /// they are in it, and no unused suppression of other rules is reported.
  std::set<std::string, std::less<>> EnabledRules;
  /// A suppression without a reason is reported.
  bool RequireReason = false;
  /// `NOLINT` without a list silences every rule, as it does in clang-tidy.
  bool HonourBareNolint = true;
  /// Were all units that read File analysed completely? Unused suppressions
  /// are reported only there. Empty: no file was.
  std::function<bool(llvm::StringRef File)> IsFileComplete;
  /// Were all units of the program? Unused suppressions of flow and project
  /// rules are reported only then, since any unit may hold the missing part.
  bool IsProgramComplete = false;
};

/// Descriptors of suppression-unknown-rule, -malformed, -expired, -unused,
/// -missing-reason, -unbalanced; sorted by id.
const std::vector<RuleDescriptor> &suppressionRules();

/// Marks the suppressed findings and adds those about suppressions. Comments
/// may come in any order and more than once (headers).
std::vector<ReportedFinding>
applySuppressions(std::vector<Finding> Findings,
                  std::vector<SuppressionComment> Comments,
                  SourceProvider &Sources, const SuppressionOptions &Options);

} // namespace cppwarden::report

#endif
