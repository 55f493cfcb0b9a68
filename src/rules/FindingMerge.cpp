//===- FindingMerge.cpp - One finding for one fault -----------------------===//
#include "rules/FindingMerge.h"
#include <algorithm>
#include <tuple>

namespace cppwarden::rules {

namespace {

/// Order of the result, and within equal rule and place the best first.
bool precedes(const Candidate &A, const Candidate &B) {
  const Finding &L = A.What, &R = B.What;
  if (auto Order = std::tie(L.Range, L.RuleId) <=> std::tie(R.Range, R.RuleId);
      Order != 0)
    return Order < 0;
  if (L.Level != R.Level)
    return L.Level > R.Level;
  if (L.Flow.size() != R.Flow.size())
    return L.Flow.size() < R.Flow.size();
  return std::tie(L, A.SinkPlace) < std::tie(R, B.SinkPlace);
}

bool overlap(const SourceRange &A, const SourceRange &B) {
  if (A.File != B.File)
    return false;
  auto Begin = [](const SourceRange &R) { return std::pair(R.Line, R.Column); };
  auto End = [](const SourceRange &R) {
    return std::pair(R.EndLine, R.EndColumn);
  };
  return Begin(A) == Begin(B) || (Begin(A) < End(B) && Begin(B) < End(A));
}

using FileIndex = std::map<std::string, std::vector<const Candidate *>>;

/// Candidates by rule, then by each file they have to do with.
std::map<std::string, FileIndex>
indexByRule(const std::vector<Candidate> &All) {
  std::map<std::string, FileIndex> Result;
  for (const Candidate &C : All) {
    Result[C.What.RuleId][C.What.Range.File].push_back(&C);
    if (C.SinkPlace.File != C.What.Range.File)
      Result[C.What.RuleId][C.SinkPlace.File].push_back(&C);
  }
  return Result;
}

bool covers(const Candidate &Strong, const Candidate &Weak) {
  return overlap(Strong.What.Range, Weak.What.Range) ||
         (Strong.SinkPlace.Line && Strong.SinkPlace == Weak.SinkPlace);
}

} // namespace

std::vector<Finding> mergeFindings(
    std::vector<Candidate> All,
    const std::map<std::string, std::vector<std::string>> &Supersedes) {
  std::sort(All.begin(), All.end(), precedes);
  auto IsSameFault = [](const Candidate &A, const Candidate &B) {
    return A.What.RuleId == B.What.RuleId && A.What.Range == B.What.Range;
  };
  // Superseding looks at every candidate, also at those that a better one of
  // the same place hides: the hidden one's sink may be the shared one.
  std::map<std::string, FileIndex> ByRule = indexByRule(All);
  std::map<std::string, std::vector<std::string>> Stronger;
  for (const auto &[Strong, Weaker] : Supersedes)
    for (const std::string &Weak : Weaker)
      Stronger[Weak].push_back(Strong);
  auto IsSuperseded = [&](const Candidate &Weak) {
    auto Rules = Stronger.find(Weak.What.RuleId);
    if (Rules == Stronger.end())
      return false;
    for (const std::string &Rule : Rules->second) {
      auto Index = ByRule.find(Rule);
      if (Index == ByRule.end())
        continue;
      for (const std::string *File :
           {&Weak.What.Range.File, &Weak.SinkPlace.File}) {
        auto Found = Index->second.find(*File);
        if (Found != Index->second.end() &&
            std::any_of(
                Found->second.begin(), Found->second.end(),
                [&](const Candidate *Strong) { return covers(*Strong, Weak); }))
          return true;
      }
    }
    return false;
  };
  std::vector<Finding> Result;
  for (std::size_t I = 0; I != All.size(); ++I) {
    if (I && IsSameFault(All[I - 1], All[I]))
      continue;
    if (!IsSuperseded(All[I]))
      Result.push_back(All[I].What);
  }
  return Result;
}

} // namespace cppwarden::rules
