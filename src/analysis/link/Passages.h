//===- Passages.h - What a value went through ------------------*- C++ -*-===//
//
// A passage sums up a stretch of a path: its flags and the sanitisers that
// matter to some query. It fits into one number, so that the search compares
// and joins passages by the million. Sets of sanitisers are numbered; kinds
// that end the same goals count as one, which keeps the sets few.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_LINK_PASSAGES_H
#define CPPWARDEN_ANALYSIS_LINK_PASSAGES_H

#include "analysis/link/Goals.h"
#include <map>

namespace cppwarden::analysis {

/// Low bits: PassageFlags; the rest: number of the sanitiser set.
using Passage = std::uint32_t;

class Passages {
public:
  static constexpr Passage Nothing = 0;

  Passages(const FlowGraph &Graph, const Goals &Of);

  static constexpr std::uint8_t flags(Passage Of) {
    return Of & ((1u << PassageFlagCount) - 1);
  }
  /// Passing an edge with these sanitisers and this effect.
  Passage of(SanitiserSetId Sanitisers, std::uint8_t Flags) const {
    return OfGraphSet[Sanitisers] << PassageFlagCount | Flags;
  }
  Passage join(Passage A, Passage B);
  /// Whatever goal is possible after B is possible after A.
  bool covers(Passage A, Passage B);
  /// Orders passages so that one that covers another comes first.
  std::uint32_t rank(Passage Of) const;

  /// Removes from Alive the goals that the passage ends.
  void endGoals(Passage Of, GoalSet &Alive) const {
    Alive -= EndedByFlags[flags(Of)];
    if (std::uint32_t Set = Of >> PassageFlagCount)
      Alive -= EndedBySet[Set];
  }
  bool endsAll(Passage Of) const {
    GoalSet Alive = AllGoals;
    endGoals(Of, Alive);
    return Alive.empty();
  }

private:
  using Classes = std::vector<std::uint16_t>;
  std::uint32_t intern(const Classes &Set);
  std::uint32_t unite(std::uint32_t A, std::uint32_t B);

  GoalSet AllGoals;
  std::vector<GoalSet> EndedByFlags; ///< by combination of flags
  /// What the kinds of one class do, alone and with others.
  struct Effect {
    GoalSet Ended;
    std::vector<Goals::JointPart> Parts;
    bool operator==(const Effect &) const = default;
  };
  std::vector<Effect> OfClass; ///< by class of sanitiser kinds
  std::vector<Goals::Joint> Joints;
  std::vector<Classes> Sets{{}};
  std::vector<GoalSet> EndedBySet;
  std::map<Classes, std::uint32_t> Numbers{{{}, 0}};
  std::vector<std::uint32_t> OfGraphSet;
  llvm::DenseMap<std::uint64_t, std::uint32_t> United;
};

} // namespace cppwarden::analysis

#endif
