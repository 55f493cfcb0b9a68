//===- Regions.cpp - The program cut at its ports -------------------------===//
//
// Domain. A state of a region is (node, residual path, passage). The search
// starts at the region's port and goes backward over edges. It ends, with an
// exit, at a parameter, a program-wide node, a source, a literal, and at the
// out-port of every callee whose result or written argument it meets.
//
// Calls and returns. A region never walks into another body. Over a call it
// jumps, from the result to those arguments that the callee's summary names:
// the region that starts at the callee's Return or ParamOut with the same
// residual path, whose exits at parameters are the summary. So what one caller
// passes never comes out at another. The callee's other exits (sources,
// globals, literals) are reached by the exit into the summary itself, from
// which a search may not continue at parameters. A parameter's own region has
// the arguments of all callers as exits: it is where a search ascends that has
// not descended.
//
// Order. One queue serves a region and all summaries it waits for, smallest
// cost first, where a summary starts at cost 0 when it is first asked for. This
// is Knuth's generalisation of Dijkstra's algorithm to grammars: a jump costs
// more than the summary and the state before it, hence each state is taken from
// the queue with its least cost, recursion included. A state is dropped when
// the same node and path were reached with a passage that allows whatever this
// one allows.
//
// Termination. Residual paths are bounded (ResidualPaths.h), passages are
// finite, and a state is visited once, so self-loops, recursion and recursive
// data end. RegionStates bounds the rest.
//
// Literature. Reps, Horwitz, Sagiv: Precise interprocedural dataflow analysis
// via graph reachability, POPL 1995. Knuth: A generalization of Dijkstra's
// algorithm, IPL 6(1), 1977.
//
//===----------------------------------------------------------------------===//
#include "analysis/link/Regions.h"
#include "analysis/link/Exploration.h"
#include "llvm/ADT/STLExtras.h"

namespace cppwarden::analysis {

Regions::Regions(const LinkedGraph &Program, const Goals &Of,
                 const SolveLimits &Limits, SolveStatistics &Statistics)
    : Ways(Program.Graph, Of), Paths(Program.Graph), Program(Program),
      Graph(Program.Graph), Limits(Limits), Statistics(Statistics) {}

RegionId Regions::at(NodeId Start, ResidualPath Path) {
  auto It = Numbers.find({Start, Path});
  if (It != Numbers.end())
    return It->second;
  if (unsigned Length = Paths.length(Path);
      Length > 1 ? ++PathsOf[Start] > pathsPerPort()
                 : Length == 1 && strain() >= 4) {
    ++Statistics.DroppedPaths;
    return None;
  }
  auto Id = static_cast<RegionId>(All.size());
  Numbers[{Start, Path}] = Id;
  All.push_back({Start, Path});
  return Id;
}

std::size_t Regions::strain() const {
  return 2 * Statistics.States /
         (Limits.StatesPerNode * Graph.Nodes.size() + Limits.SpareStates);
}

std::size_t Regions::pathsPerPort() const {
  std::size_t Strain = strain();
  return Strain < 2   ? Limits.PathsPerPort
         : Strain < 3 ? Limits.PathsPerPort / 16
                      : 0;
}

void Regions::setExits(RegionId Id, llvm::ArrayRef<RegionExit> Found) {
  All[Id].FirstExit = static_cast<std::uint32_t>(Exits.size());
  All[Id].ExitCount = static_cast<std::uint32_t>(Found.size());
  All[Id].Explored = true;
  Exits.insert(Exits.end(), Found.begin(), Found.end());
  ++Statistics.Regions;
}

void Regions::exploreCallers(RegionId Id) {
  const Node &Param = startNode(Id);
  std::vector<RegionExit> Found;
  for (CallId Site : Program.callersOf(Param.Function))
    for (NodeId Argument : Program.portsOfCall(Site))
      if (Graph.Nodes[Argument].Kind == NodeKind::Argument &&
          Program.joins(Graph.Nodes[Argument], Param))
        if (RegionId Passed = at(Argument, All[Id].Path); Passed != None)
          Found.push_back({Passed, Passages::Nothing, CrossingCost});
  setExits(Id, Found);
}

void Regions::explore(llvm::ArrayRef<RegionId> From) {
  Exploration Search(*this);
  std::vector<RegionId> Work(From.rbegin(), From.rend());
  while (!Work.empty()) {
    RegionId Id = Work.back();
    Work.pop_back();
    if (All[Id].Followed)
      continue;
    All[Id].Followed = true;
    switch (startNode(Id).Kind) {
    case NodeKind::Source:
    case NodeKind::Literal:
      break;
    case NodeKind::Param:
      exploreCallers(Id);
      break;
    default:
      if (!All[Id].Explored)
        Search.explore(Id);
    }
    for (const RegionExit &Exit : llvm::reverse(exits(Id)))
      if (!All[Exit.Target].Followed && isPassable(Id, Exit))
        Work.push_back(Exit.Target);
  }
}

std::vector<PathStep> Regions::trace(RegionId Id, const RegionExit &Exit,
                                     StepLink Link) {
  constexpr StepLink Entering{EdgeKind::Copy, true, false};
  constexpr StepLink Leaving{EdgeKind::Copy, false, true};
  std::vector<PathStep> Steps;

  // What is still to be written, next last: steps, and stretches through a
  // region that are yet to be traced. A stack, since calls nest deeply.
  struct Pending {
    PathStep Step;
    bool IsStretch = false;
    RegionId Region = 0;
    RegionExit Exit;
  };
  std::vector<Pending> Work;
  Work.push_back({{start(Id), Link}, true, Id, Exit});
  while (!Work.empty()) {
    Pending Next = Work.back();
    Work.pop_back();
    if (!Next.IsStretch) {
      Steps.push_back(Next.Step);
      continue;
    }
    std::vector<Pending> Stretch;
    Stretch.push_back({Next.Step, false, 0, {}});
    if (startNode(Next.Region).Kind == NodeKind::Param) {
      Stretch.push_back({{start(Next.Exit.Target), Entering}, false, 0, {}});
    } else {
      Exploration Search(*this);
      auto Items = Search.findExit(Next.Region, Next.Exit);
      for (const Exploration::Item &Item :
           llvm::drop_begin(Items, !Items.empty())) {
        if (Item.Skip == None) {
          Stretch.push_back(
              {{Item.Node, {Item.Kind, false, false}}, false, 0, {}});
          continue;
        }
        const Exploration::SkippedCall &Call = Search.skip(Item);
        Stretch.push_back(
            {{start(Call.Summary), Leaving}, true, Call.Summary, Call.Through});
        Stretch.push_back({{Item.Node, Entering}, false, 0, {}});
      }
      NodeId Last = Items.empty() ? None : Items.back().Node;
      NodeKind Target = startNode(Next.Exit.Target).Kind;
      if (Last != start(Next.Exit.Target))
        Stretch.push_back(
            {{start(Next.Exit.Target),
              Target == NodeKind::Return || Target == NodeKind::ParamOut
                  ? Leaving
                  : StepLink{}},
             false,
             0,
             {}});
    }
    Work.insert(Work.end(), Stretch.rbegin(), Stretch.rend());
  }
  return Steps;
}

} // namespace cppwarden::analysis
