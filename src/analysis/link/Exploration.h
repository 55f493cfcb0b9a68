//===- Exploration.h - Laying one region open ------------------*- C++ -*-===//
//
// The shortest-path search inside regions; private to Regions.cpp, which
// explains it.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_LINK_EXPLORATION_H
#define CPPWARDEN_ANALYSIS_LINK_EXPLORATION_H

#include "analysis/link/Regions.h"
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
    std::uint32_t Skip; ///< index into skips(), or None
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
  };
  struct Ticket {
    std::uint32_t Cost, Rank;
    Passage Along;
    NodeId Node;
    ResidualPath Path;
    std::uint32_t Item;
    bool operator<(const Ticket &Other) const; ///< for a queue of the smallest
  };

  std::uint32_t activate(RegionId Id);
  void push(Item Next);
  void run();
  void visit(std::uint32_t Id);
  void followEdges(std::uint32_t Id);
  void crossCalls(std::uint32_t Id);
  void enterSummary(std::uint32_t Id, CallId Site, RegionId Summary);
  void skipCall(std::uint32_t Id, CallId Site, RegionId Summary,
                const RegionExit &Through);
  void addExit(std::uint32_t Id, RegionId Target, std::uint32_t Cost);
  bool isSuperfluous(const Item &Next);
  bool isNew(std::uint32_t Active, NodeId Node, ResidualPath Path,
             Passage Along);
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

  struct Seen {
    Passage Along;
    std::uint32_t Next;
  };
  std::vector<Seen> SeenPassages;
  llvm::DenseMap<std::pair<std::uint32_t, std::pair<NodeId, ResidualPath>>,
                 std::uint32_t>
      FirstSeen;

  /// The least price at which a state waits.
  llvm::DenseMap<std::pair<std::uint32_t,
                           std::pair<NodeId, std::pair<ResidualPath, Passage>>>,
                 std::uint32_t>
      Queued;

  const RegionExit *Wanted = nullptr;
  std::uint32_t FoundItem = None;
};

} // namespace cppwarden::analysis

#endif
