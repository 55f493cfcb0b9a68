//===- Exploration.h - Laying one region open ------------------*- C++ -*-===//
//
// The shortest-path search inside regions; private to Regions.cpp, which
// explains it.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_LINK_EXPLORATION_H
#define CPPWARDEN_ANALYSIS_LINK_EXPLORATION_H

#include "analysis/link/Regions.h"
#include "llvm/ADT/DenseMap.h"
#include <queue>

namespace cppwarden::analysis {

/// Price of a step: fewer steps are better, fewer computations much better.
inline constexpr std::uint32_t StepCost = 4;
inline constexpr std::uint32_t DeriveCost = 12;
inline constexpr std::uint32_t CrossingCost = 4;

class Exploration {
public:
  explicit Exploration(Regions &In) : In(In), Graph(In.Graph) {}

  /// Explores Root and the summaries it needs, and stores their exits.
  void explore(RegionId Root);

  /// A step inside a region: over an edge, or over a whole call.
  struct Item {
    std::uint32_t Active;
    NodeId Node;
    ResidualPath Path;
    Passage Along;
    std::uint32_t Cost;
    std::uint32_t Previous; ///< item nearer the sink; None at the start
    EdgeKind Kind;
    std::uint32_t Skip;      ///< index into skips(), or None
    std::uint32_t State = 0; ///< index into States; given by push()
  };
  /// A call stepped over: from its result to one of its arguments.
  struct SkippedCall {
    RegionId Summary;
    RegionExit Through; ///< the summary's exit at a Param
  };
  /// Explores Root, whose summaries are known, until it finds Exit; the items
  /// from its start to Exit, empty if it is not found.
  std::vector<Item> findExit(RegionId Root, const RegionExit &Exit);
  const SkippedCall &skip(const Item &Of) const { return Skips[Of.Skip]; }

private:
  struct Waiting { ///< a call in a region, for the parameters of its callee
    std::uint32_t Item;
    CallId Site;
  };
  struct ActiveRegion {
    RegionId Id;
    std::size_t States = 0;
    bool Cut = false;
    std::vector<RegionExit> Exits;
    std::vector<Waiting> Callers;
    /// Of a summary of what is left in an object: of it, what that comes from.
    llvm::SmallVector<ResidualPath, 4> PartsOfObject;
  };
  /// An item's place in the queue: by cost, then so that a passage that covers
  /// another comes first, then by numbers, to be the same in each run.
  struct Ticket {
    std::uint64_t CostAndRank, Where;
    Passage Along;
    std::uint32_t Item;
    bool operator<(const Ticket &Other) const; ///< for a queue of the smallest
  };
  /// A place in a region: a node and what is wanted of it.
  struct Place {
    std::uint32_t Active;
    NodeId Node;
    ResidualPath Path;
  };
  struct PlaceInfo {
    static Place getEmptyKey() { return {None, None, None}; }
    static Place getTombstoneKey() { return {None, None, None - 1}; }
    static unsigned getHashValue(const Place &Of) {
      return static_cast<unsigned>(llvm::densemap::detail::mix(
          llvm::densemap::detail::mix(Of.Active) ^
          (std::uint64_t(Of.Node) << 32 | Of.Path)));
    }
    static bool isEqual(const Place &A, const Place &B) {
      return A.Active == B.Active && A.Node == B.Node && A.Path == B.Path;
    }
  };
  /// A place and a passage that some item came to it with.
  struct State {
    Passage Along;
    std::uint32_t Cost; ///< the least at which it waits or was visited
    bool Visited;
    std::uint32_t Next; ///< of the same place, in a ring
  };

  std::uint32_t activate(RegionId Id);
  /// Queues the step; false if it leads nowhere new.
  bool push(Item Next);
  void run();
  void visit(std::uint32_t Id);
  void followEdges(std::uint32_t Id);
  void crossCalls(std::uint32_t Id);
  void enterSummary(std::uint32_t Id, CallId Site, RegionId Summary);
  void skipCall(std::uint32_t Id, CallId Site, RegionId Summary,
                const RegionExit &Through);
  bool admits(std::uint32_t Active, const Node &Param, ResidualPath Path);
  void addExit(std::uint32_t Id, RegionId Target, std::uint32_t Cost);
  std::uint32_t stateOf(const Place &At, Passage Along);
  /// Was its place visited with a passage that allows all that its own does?
  bool isCovered(std::uint32_t State);
  /// Visits a state; false if there is nothing new in it.
  bool visitFirst(std::uint32_t State);
  std::uint8_t flagsAt(NodeId Node) const {
    return carriesNoText(Graph.Nodes[Node].Class) ? PF_Number : 0;
  }

  Regions &In;
  const FlowGraph &Graph;
  std::vector<Item> Items;
  std::vector<SkippedCall> Skips;
  std::priority_queue<Ticket> Queue;
  std::vector<ActiveRegion> Actives;
  llvm::DenseMap<RegionId, std::uint32_t> ActiveOf;

  std::vector<State> States;
  llvm::DenseMap<Place, std::uint32_t, PlaceInfo> AnyState; ///< of its ring

  const RegionExit *Wanted = nullptr;
  std::uint32_t FoundItem = None;
};

} // namespace cppwarden::analysis

#endif
