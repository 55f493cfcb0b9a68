//===- Reachability.h - Which goals a region can still meet ----*- C++ -*-===//
//
// Before a sink is searched, it is known which goals have an origin behind each
// region: a step either ends a goal or leaves it alone (Goals.h), so this is a
// plain fixpoint over the regions, backward along their exits. An embedding
// that a goal asks for is the one thing that must happen, so two sets are kept:
// of the goals met from here at all, and of those met with an embedding behind
// here. A search that follows these sets never walks where nothing is to be
// found.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_LINK_REACHABILITY_H
#define CPPWARDEN_ANALYSIS_LINK_REACHABILITY_H

#include "analysis/link/Regions.h"

namespace cppwarden::analysis {

class Reachability {
public:
  Reachability(const LinkedGraph &Program, const Regions &All, Goals &Of);

  /// Goals for which the region's start is an origin: a source, a literal, or a
  /// parameter that nobody fills.
  GoalSet originOf(RegionId Id) const;
  /// Goals that a value which arrived at the region with this passage may
  /// still meet.
  GoalSet behind(RegionId Id, Passage Along) const;
  /// Is it a parameter's region, and does nothing in the program fill it?
  bool isOpen(RegionId Id) const;

private:
  GoalSet row(const std::vector<GoalSet::Word> &Of, RegionId Id) const;
  bool add(std::vector<GoalSet::Word> &Of, RegionId Id, const GoalSet &More);
  void solve();

  const LinkedGraph &Program;
  const Regions &All;
  Goals &Of;
  std::size_t Width;
  std::vector<GoalSet::Word> Met;      ///< the embedding has happened before
  std::vector<GoalSet::Word> MetAfter; ///< it still has to happen
};

} // namespace cppwarden::analysis

#endif
