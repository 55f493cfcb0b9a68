//===- Goals.h - Queries, as the search sees them --------------*- C++ -*-===//
//
// A query becomes one or two goals: one for its sources, texts and open
// parameters, one for its integer literals, because numbers may carry the
// latter only. Apart from an embedding it may ask for, a goal is a list of what
// must not happen on the way; so a step either kills a goal or leaves it alone,
// and which goals a node can reach at all is a plain reachability question.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_LINK_GOALS_H
#define CPPWARDEN_ANALYSIS_LINK_GOALS_H

#include "analysis/FlowQuery.h"
#include "analysis/link/GoalSet.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringRef.h"

namespace cppwarden::analysis {

/// What happened to a value on its way.
enum PassageFlag : std::uint8_t {
  PF_Embedded = 1, ///< became part of a larger text
  PF_Derived = 2,  ///< was computed with, or consumed as part of an object
  PF_Indexed = 4,  ///< selected another value
  PF_Number = 8,   ///< was a number, boolean or enumerator
  PF_Computed = 16 ///< as a number, was computed with
};
inline constexpr unsigned PassageFlagCount = 5;
/// With none of these the value is the same at both ends.
inline constexpr std::uint8_t PF_Changed =
    PF_Embedded | PF_Derived | PF_Indexed;

struct Goal {
  std::size_t Query = 0;
  bool IntegerLiterals = false;
  bool NeedsEmbedding = false;
  std::uint8_t Forbidden = 0; ///< PassageFlags that end the flow
};

class Goals {
public:
  Goals(llvm::ArrayRef<FlowQuery> Queries, const FlowGraph &Graph);

  std::size_t size() const { return All.size(); }
  const Goal &operator[](std::size_t Id) const { return All[Id]; }
  const FlowQuery &query(std::size_t Id) const {
    return Queries[All[Id].Query];
  }

  /// Goals whose sinks cover the kind. Valid until the next call.
  const GoalSet &ofSink(StringId Kind);
  /// Goals whose sources cover the kind. Valid until the next call.
  const GoalSet &ofSource(StringId Kind);
  const GoalSet &ofLiteral(LiteralKind Kind) const {
    return OfLiteral[static_cast<std::size_t>(Kind)];
  }
  const GoalSet &ofOpen() const { return OfOpen; }
  const GoalSet &needingEmbedding() const { return NeedEmbedding; }
  /// Goals that trust a name near by only.
  const GoalSet &boundByNames() const { return BoundByNames; }
  /// Goals that a value which passed this sanitiser cannot reach.
  GoalSet endedBy(StringId Sanitiser) const;
  /// One member of one joint group of a goal.
  struct JointPart {
    std::uint32_t Group = 0; ///< program-wide number of the group
    std::uint32_t Part = 0;
    auto operator<=>(const JointPart &) const = default;
  };
  /// Groups of sanitisers that end a goal together.
  struct Joint {
    std::size_t Goal = 0;
    std::uint32_t Parts = 0;
  };
  const std::vector<Joint> &joints() const { return Joints; }
  /// The parts of groups that the kind is.
  std::vector<JointPart> jointPartsOf(StringId Sanitiser) const;
  GoalSet forbidding(std::uint8_t Flags) const;
  /// Do the query's Uses cover the kind?
  bool isUse(std::size_t Query, StringId Kind) const;

private:
  bool covers(const std::vector<std::string> &Kinds, StringId Kind) const;

  llvm::ArrayRef<FlowQuery> Queries;
  const FlowGraph &Graph;
  std::vector<Goal> All;
  GoalSet OfLiteral[3];
  std::vector<Joint> Joints; ///< by number
  GoalSet OfOpen, NeedEmbedding, BoundByNames;
  llvm::DenseMap<StringId, GoalSet> Sinks, Sources;
};

} // namespace cppwarden::analysis

#endif
