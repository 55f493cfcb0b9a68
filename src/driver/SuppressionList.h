//===- SuppressionList.h - All suppressions of a program -------*- C++ -*-===//
//
// For `cppwarden suppressions`: what was silenced, why, until when, and how
// long ago by git.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_SUPPRESSIONLIST_H
#define CPPWARDEN_DRIVER_SUPPRESSIONLIST_H

#include "driver/Project.h"
#include "report/Report.h"
#include "report/SuppressionDirective.h"

namespace cppwarden::driver {

struct ListedSuppression {
  report::SuppressionDirective Directive;
  /// Day of the commit that wrote its line; none when git does not know.
  std::optional<std::chrono::year_month_day> Since;
};

struct SuppressionList {
  std::vector<ListedSuppression> Items; ///< by file and line
  report::Coverage Units;               ///< a unit that failed may hold more
};

/// Ends of ranges are left out, and NOLINT comments that do not name cppwarden.
llvm::Expected<SuppressionList> listSuppressions(const Project &Project,
                                                 const RunContext &Context);

/// Line → day, from the output of `git blame --porcelain`. Lines that are not
/// committed are left out.
std::map<std::uint32_t, std::chrono::year_month_day>
readBlame(llvm::StringRef Porcelain);

} // namespace cppwarden::driver

#endif
