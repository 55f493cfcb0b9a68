//===- FunctionValues.cpp - Which functions an indirect call calls --------===//
//
// Question. For each Callee node: which FunctionRef nodes reach it over copies,
// reads and stores, through calls, returns and program-wide nodes?
//
// Method. First the nodes that any function value can reach are marked, forward
// and without paths: in most programs a small part. Then, backward from the
// Callee nodes over states (node, residual path) and within the marked part,
// each state is laid open once for all calls. Last, the functions run forward
// over these states, as sets. Calls and returns are not matched: a callback
// that one caller gives to a common function may be called on behalf of
// another. That is what a call graph without contexts means, and keeps the work
// near linear.
//
// Limits. A value that more than LargestSet functions reach keeps the first; a
// program in which function values spread over more than MostStates states is
// not followed further. Both are counted.
//
//===----------------------------------------------------------------------===//
#include "analysis/link/FunctionValues.h"
#include "analysis/link/ResidualPaths.h"
#include "llvm/ADT/DenseSet.h"

namespace cppwarden::analysis {
namespace {

constexpr std::size_t LargestSet = 32;
constexpr std::size_t MostStates = 400'000;

class Resolver {
public:
  explicit Resolver(const LinkedGraph &Program)
      : Program(Program), Graph(Program.Graph), Paths(Graph) {}

  FunctionValues run() {
    markReached();
    std::vector<std::pair<CallId, StateId>> Callees;
    for (NodeId Id = 0; Id != Graph.Nodes.size(); ++Id)
      if (Graph.Nodes[Id].Kind == NodeKind::Callee && Marked[Id])
        Callees.emplace_back(Graph.Nodes[Id].Ref,
                             state(Id, ResidualPaths::Empty));
    for (StateId Id = 0; Id != States.size(); ++Id)
      visit(Id);
    runForward();

    FunctionValues Result;
    Result.CutSets = CutSets;
    llvm::sort(Callees);
    for (auto [Site, Id] : Callees) {
      std::vector<NodeId> Found(Reached[Id].begin(), Reached[Id].end());
      llvm::sort(Found);
      if (!Found.empty())
        Result.OfCalls.emplace_back(Site, std::move(Found));
    }
    return Result;
  }

private:
  using StateId = std::uint32_t;
  struct State {
    NodeId Node;
    ResidualPath Path;
  };

  static bool carriesFunctions(EdgeKind Kind) {
    return Kind == EdgeKind::Copy || Kind == EdgeKind::Read ||
           Kind == EdgeKind::Store;
  }

  void markReached() {
    Marked.assign(Graph.Nodes.size(), false);
    std::vector<NodeId> Work;
    auto mark = [&](NodeId Id) {
      if (!Marked[Id]) {
        Marked[Id] = true;
        Work.push_back(Id);
      }
    };
    for (NodeId Id = 0; Id != Graph.Nodes.size(); ++Id)
      if (Graph.Nodes[Id].Kind == NodeKind::FunctionRef)
        mark(Id);
    if (Work.empty())
      return;
    NumberRows Out;
    Out.assign(Graph.Nodes.size(), [&](NumberRows::Sink Add) {
      for (const Edge &Way : Graph.Edges)
        if (carriesFunctions(Way.Kind))
          Add(Way.From, Way.To);
    });
    while (!Work.empty()) {
      NodeId Id = Work.back();
      Work.pop_back();
      for (NodeId To : Out[Id])
        mark(To);
      const Node &Port = Graph.Nodes[Id];
      if (Port.Kind == NodeKind::Argument) {
        for (FunctionId Body : Program.targetsOf(Port.Ref))
          for (NodeId Param : Program.portsOfFunction(Body))
            if (Graph.Nodes[Param].Kind == NodeKind::Param &&
                Program.joins(Port, Graph.Nodes[Param]))
              mark(Param);
      } else if (Port.Kind == NodeKind::Return ||
                 Port.Kind == NodeKind::ParamOut) {
        for (CallId Site : Program.callersOf(Port.Function))
          for (NodeId Back : Program.portsOfCall(Site)) {
            NodeKind Kind = Graph.Nodes[Back].Kind;
            if ((Kind == NodeKind::Result || Kind == NodeKind::ArgumentOut) &&
                Program.answers(Port, Graph.Nodes[Back]))
              mark(Back);
          }
      }
    }
  }

  StateId state(NodeId Node, ResidualPath Path) {
    auto [It, New] = Numbers.try_emplace({Node, Path}, States.size());
    if (New)
      States.push_back({Node, Path});
    return It->second;
  }

  void comesFrom(StateId To, NodeId Node, ResidualPath Path) {
    if (!Marked[Node])
      return;
    if (States.size() >= MostStates && !Numbers.contains({Node, Path})) {
      ++CutSets;
      return;
    }
    Ways.emplace_back(state(Node, Path), To);
  }

  void visit(StateId Id) {
    auto [To, Path] = States[Id];
    for (const Edge &Way : Program.edgesInto(To))
      switch (Way.Kind) {
      case EdgeKind::Copy:
        comesFrom(Id, Way.From, Path);
        break;
      case EdgeKind::Read:
        if (auto Longer = Paths.prepend(Way.Path, Path))
          comesFrom(Id, Way.From, *Longer);
        break;
      case EdgeKind::Store:
        if (auto Rest = Paths.strip(Path, Way.Path); Rest && !Rest->WholeObject)
          comesFrom(Id, Way.From, Rest->Path);
        break;
      case EdgeKind::Embed:
      case EdgeKind::Derive:
      case EdgeKind::Index:
        break;
      }
    const Node &Port = Graph.Nodes[To];
    if (Port.Kind == NodeKind::Param) {
      for (CallId Site : Program.callersOf(Port.Function))
        for (NodeId Argument : Program.portsOfCall(Site))
          if (Graph.Nodes[Argument].Kind == NodeKind::Argument &&
              Program.joins(Graph.Nodes[Argument], Port))
            comesFrom(Id, Argument, Path);
    } else if (Port.Kind == NodeKind::Result ||
               Port.Kind == NodeKind::ArgumentOut) {
      for (FunctionId Body : Program.targetsOf(Port.Ref))
        for (NodeId Out : Program.portsOfFunction(Body))
          if (Program.answers(Graph.Nodes[Out], Port))
            comesFrom(Id, Out, Path);
    }
  }

  void runForward() {
    NumberRows Next;
    Next.assign(States.size(), [&](NumberRows::Sink Add) {
      for (auto [From, To] : Ways)
        Add(From, To);
    });
    Reached.resize(States.size());
    std::vector<std::pair<StateId, NodeId>> Work;
    auto arrive = [&](StateId Id, NodeId Reference) {
      if (Reached[Id].size() >= LargestSet && !Reached[Id].contains(Reference))
        ++CutSets;
      else if (Reached[Id].insert(Reference).second)
        Work.emplace_back(Id, Reference);
    };
    for (StateId Id = 0; Id != States.size(); ++Id)
      if (Graph.Nodes[States[Id].Node].Kind == NodeKind::FunctionRef &&
          States[Id].Path == ResidualPaths::Empty)
        arrive(Id, States[Id].Node);
    while (!Work.empty()) {
      auto [Id, Reference] = Work.back();
      Work.pop_back();
      for (StateId To : Next[Id])
        arrive(To, Reference);
    }
  }

  const LinkedGraph &Program;
  const FlowGraph &Graph;
  ResidualPaths Paths;
  std::vector<bool> Marked; ///< by node: some function value may be there
  std::vector<State> States;
  llvm::DenseMap<std::pair<NodeId, ResidualPath>, StateId> Numbers;
  std::vector<std::pair<StateId, StateId>> Ways; ///< (from, to)
  std::vector<llvm::SmallDenseSet<NodeId, 2>> Reached;
  std::size_t CutSets = 0;
};

} // namespace

FunctionValues resolveFunctionValues(const LinkedGraph &Program) {
  return Resolver(Program).run();
}

} // namespace cppwarden::analysis
