//===- RuleCatalogue.h - Every rule, and sets of them by name --*- C++ -*-===//
//
// The descriptors of the rules layer and of the suppression checks in one list,
// for `rules`, `explain`, the reports, and everything in the configuration and
// on the command line that names rules. Reads no model.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_RULECATALOGUE_H
#define CPPWARDEN_DRIVER_RULECATALOGUE_H

#include "cppwarden/RuleDescriptor.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace cppwarden::driver {

class RuleCatalogue {
public:
  static llvm::Expected<RuleCatalogue> load();
  /// For tests, and for embedders with rules of their own.
  explicit RuleCatalogue(std::vector<RuleDescriptor> Rules);

  /// Sorted by id.
  const std::vector<RuleDescriptor> &rules() const { return Rules; }
  /// Null when there is none.
  const RuleDescriptor *find(llvm::StringRef Id) const;
  /// The ids, sorted, that a selector names: a rule's id, a group, `CWE-89`, a
  /// pack (`default`, `audit`; `all` is both), or a pattern over ids. One that
  /// names nothing is an error with the nearest spelling.
  llvm::Expected<std::vector<std::string>>
  expand(llvm::StringRef Selector) const;

private:
  std::vector<RuleDescriptor> Rules;
};

} // namespace cppwarden::driver

#endif
