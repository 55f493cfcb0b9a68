//===- Regions.h - The program cut at its ports ----------------*- C++ -*-===//
//
// The solver's lower floor. A region is what a backward search sees that starts
// at one port with one residual path and stays in one function body; its exits
// are the ports, sources and literals it ends at. Explored once, it serves
// every sink, query and caller. Regions.cpp explains how.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_LINK_REGIONS_H
#define CPPWARDEN_ANALYSIS_LINK_REGIONS_H

#include "analysis/LinkedGraph.h"
#include "analysis/Solver.h"
#include "analysis/link/Passages.h"
#include "analysis/link/ResidualPaths.h"
#include <optional>

namespace cppwarden::analysis {

using RegionId = std::uint32_t;

/// A way out of a region, to the start of another.
struct RegionExit {
  RegionId Target = 0;
  Passage Along = Passages::Nothing;
  std::uint32_t Cost = 0;
  bool operator==(const RegionExit &) const = default;
};

/// How a step of a path is linked to the one nearer the sink.
struct StepLink {
  EdgeKind Kind = EdgeKind::Copy;
  bool EntersCall = false; ///< from this argument into a callee's parameter
  bool LeavesCall = false; ///< from this out-port to the caller
};
struct PathStep {
  NodeId Node = 0;
  StepLink Link;
};

class Regions {
public:
  Regions(const LinkedGraph &Program, const Goals &Of,
          const SolveLimits &Limits, SolveStatistics &Statistics);

  /// The region that starts there; None when the port has too many.
  RegionId at(NodeId Start, ResidualPath Path);
  /// Explores the regions and all that can be reached from them.
  void explore(llvm::ArrayRef<RegionId> From);

  std::size_t size() const { return All.size(); }
  NodeId start(RegionId Id) const { return All[Id].Start; }
  const Node &startNode(RegionId Id) const {
    return Graph.Nodes[All[Id].Start];
  }
  llvm::ArrayRef<RegionExit> exits(RegionId Id) const {
    return llvm::ArrayRef(Exits).slice(All[Id].FirstExit, All[Id].ExitCount);
  }
  /// Starts at an out-port of a callee: its parameters lead back to the call
  /// that was entered, never to another caller.
  bool isSummary(RegionId Id) const {
    NodeKind Kind = startNode(Id).Kind;
    return Kind == NodeKind::Return || Kind == NodeKind::ParamOut;
  }
  /// Some element of a container in some object of a class, or in a global: a
  /// header of a request is no header of the answer. Too loose where only a
  /// name says what is looked for.
  bool isElementOfAnyObject(RegionId Id) const {
    NodeKind Kind = startNode(Id).Kind;
    return (Kind == NodeKind::Field || Kind == NodeKind::Global) &&
           Paths.hasElement(All[Id].Path);
  }
  /// May a search that is in From go on with Exit?
  bool isPassable(RegionId From, const RegionExit &Exit) const {
    return !isSummary(From) || startNode(Exit.Target).Kind != NodeKind::Param;
  }

  /// The path from a region's start to one of its exits, sink side first, the
  /// exit's node included. Link tells how the start is linked to what is
  /// before.
  std::vector<PathStep> trace(RegionId Id, const RegionExit &Exit,
                              StepLink Link);

  Passages Ways;
  ResidualPaths Paths;

private:
  friend class Exploration;
  struct Region {
    NodeId Start;
    ResidualPath Path;
    std::uint32_t FirstExit = 0;
    std::uint32_t ExitCount = 0;
    bool Explored = false;
    bool Followed = false;
  };
  /// States so far, in halves of what the program may take.
  std::size_t strain() const;
  std::size_t pathsPerPort() const;
  void exploreCallers(RegionId Id);
  void setExits(RegionId Id, llvm::ArrayRef<RegionExit> Found);

  const LinkedGraph &Program;
  const FlowGraph &Graph;
  const SolveLimits &Limits;
  SolveStatistics &Statistics;
  std::vector<Region> All;
  std::vector<RegionExit> Exits;
  llvm::DenseMap<std::pair<NodeId, ResidualPath>, RegionId> Numbers;
  llvm::DenseMap<NodeId, std::uint32_t> PathsOf;
};

} // namespace cppwarden::analysis

#endif
