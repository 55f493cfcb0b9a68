//===- FindingMerge.h - One finding for one fault --------------*- C++ -*-===//
//
// Several origins reach one sink, several units read one header, a weak and a
// strong rule see the same call. Called at the end of RuleSet::link().
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_RULES_FINDINGMERGE_H
#define CPPWARDEN_RULES_FINDINGMERGE_H

#include "cppwarden/Finding.h"
#include <map>
#include <string>
#include <vector>

namespace cppwarden::rules {

struct Candidate {
  Finding What;
  /// Where the sink stands; differs from What.Range when the finding is
  /// reported at its origin or at the call of a wrapper.
  SourceRange SinkPlace;
};

/// Keeps, for each rule and place, the finding with the highest severity, then
/// the shortest flow; drops findings of a rule where one that supersedes it
/// (Supersedes: stronger rule → weaker ones) reports at an overlapping place or
/// at the same sink. Sorted by place, then rule.
std::vector<Finding> mergeFindings(
    std::vector<Candidate> Candidates,
    const std::map<std::string, std::vector<std::string>> &Supersedes);

} // namespace cppwarden::rules

#endif
