//===- GraphBuilder.cpp ---------------------------------------------------===//
#include "analysis/extract/GraphBuilder.h"
#include <algorithm>

namespace cppwarden::analysis {

GraphBuilder::GraphBuilder(FlowGraph &Graph) : Graph(Graph) {
  Strings[""] = 0;
  Paths[{}] = 0;
  SanitiserSets[{}] = 0;
  Locations[Location{}] = 0;
  // Node 0 is "nothing": expressions without a value worth following.
  if (Graph.Nodes.empty())
    Graph.Nodes.push_back(Node{});
}

StringId GraphBuilder::string(llvm::StringRef Text) {
  auto [It, New] = Strings.try_emplace(Text, Graph.Strings.size());
  if (New)
    Graph.Strings.push_back(Text.str());
  return It->second;
}

PathId GraphBuilder::path(llvm::ArrayRef<PathElement> Elements) {
  std::vector<PathElement> Key(
      Elements.begin(),
      Elements.begin() + std::min<std::size_t>(Elements.size(), MaxPathDepth));
  auto [It, New] = Paths.try_emplace(Key, Graph.Paths.size());
  if (New)
    Graph.Paths.push_back(std::move(Key));
  return It->second;
}

SanitiserSetId GraphBuilder::sanitisers(llvm::ArrayRef<std::string> Kinds) {
  std::vector<StringId> Key;
  for (const std::string &Kind : Kinds)
    if (!Kind.empty())
      Key.push_back(string(Kind));
  std::sort(Key.begin(), Key.end());
  Key.erase(std::unique(Key.begin(), Key.end()), Key.end());
  auto [It, New] = SanitiserSets.try_emplace(Key, Graph.SanitiserSets.size());
  if (New)
    Graph.SanitiserSets.push_back(std::move(Key));
  return It->second;
}

LocationId GraphBuilder::location(const Location &Where) {
  auto [It, New] = Locations.try_emplace(Where, Graph.Locations.size());
  if (New)
    Graph.Locations.push_back(Where);
  return It->second;
}

std::uint32_t GraphBuilder::literal(const Literal &Value) {
  auto [It, New] = Literals.try_emplace(Value, Graph.Literals.size());
  if (New)
    Graph.Literals.push_back(Value);
  return It->second;
}

NodeId GraphBuilder::node(const Node &Prototype) {
  Graph.Nodes.push_back(Prototype);
  return Graph.Nodes.size() - 1;
}

NodeId GraphBuilder::shared(NodeKind Kind, llvm::StringRef Key,
                            ValueClass Class, llvm::StringRef Label,
                            LocationId Where) {
  StringId Name = string(Key);
  auto [It, New] = Shared.try_emplace({Kind, Name}, 0);
  if (New) {
    Node N;
    N.Kind = Kind;
    N.Class = Class;
    N.Ref = Name;
    N.Location = Where;
    N.Label = string(Label);
    It->second = node(N);
  }
  return It->second;
}

void GraphBuilder::edge(NodeId From, NodeId To, EdgeKind Kind, PathId Path,
                        SanitiserSetId Sanitisers) {
  if (!From || !To || From == To)
    return;
  if (!Edges
           .insert({(std::uint64_t(From) << 32) | To,
                    (std::uint64_t(Kind) << 56) | (std::uint64_t(Path) << 28) |
                        Sanitisers})
           .second)
    return;
  Graph.Edges.push_back({From, To, Kind, Path, Sanitisers});
}

CallId GraphBuilder::call(const Call &Prototype) {
  Graph.Calls.push_back(Prototype);
  return Graph.Calls.size() - 1;
}

FunctionId GraphBuilder::function(const Function &Prototype) {
  Graph.Functions.push_back(Prototype);
  return Graph.Functions.size() - 1;
}

static bool isOrigin(NodeKind Kind) {
  switch (Kind) {
  case NodeKind::Param:
  case NodeKind::ArgumentOut:
  case NodeKind::Result:
  case NodeKind::FunctionRef:
  case NodeKind::Global:
  case NodeKind::Field:
  case NodeKind::Capture:
  case NodeKind::Source:
  case NodeKind::Literal:
  case NodeKind::Use:
    return true;
  default:
    return false;
  }
}

static bool isTarget(NodeKind Kind) {
  switch (Kind) {
  case NodeKind::ParamOut:
  case NodeKind::Return:
  case NodeKind::Argument:
  case NodeKind::Callee:
  case NodeKind::Global:
  case NodeKind::Field:
  case NodeKind::Capture:
  case NodeKind::Sink:
  case NodeKind::Use:
    return true;
  default:
    return false;
  }
}

void GraphBuilder::prune() {
  const std::size_t N = Graph.Nodes.size();
  std::vector<unsigned> OutStart(N + 1), InStart(N + 1);
  for (const Edge &E : Graph.Edges) {
    ++OutStart[E.From + 1];
    ++InStart[E.To + 1];
  }
  for (std::size_t I = 0; I < N; ++I) {
    OutStart[I + 1] += OutStart[I];
    InStart[I + 1] += InStart[I];
  }
  std::vector<NodeId> Out(Graph.Edges.size()), In(Graph.Edges.size());
  {
    auto OutNext = OutStart, InNext = InStart;
    for (const Edge &E : Graph.Edges) {
      Out[OutNext[E.From]++] = E.To;
      In[InNext[E.To]++] = E.From;
    }
  }
  auto Mark = [&](auto Seed, const std::vector<unsigned> &Start,
                  const std::vector<NodeId> &Next) {
    std::vector<bool> Seen(N);
    std::vector<NodeId> Work;
    for (NodeId I = 1; I < N; ++I)
      if (Seed(Graph.Nodes[I])) {
        Seen[I] = true;
        Work.push_back(I);
      }
    while (!Work.empty()) {
      NodeId I = Work.back();
      Work.pop_back();
      for (unsigned E = Start[I]; E < Start[I + 1]; ++E)
        if (!Seen[Next[E]]) {
          Seen[Next[E]] = true;
          Work.push_back(Next[E]);
        }
    }
    return Seen;
  };
  // The argument of a call that a body may answer is kept without an origin:
  // it tells a filled parameter from an open one.
  auto IsJoinable = [&](const Node &Each) {
    return Each.Kind == NodeKind::Argument &&
           !(Graph.Calls[Each.Ref].Flags & (CF_Library | CF_Modelled));
  };
  std::vector<bool> Fed = Mark(
      [&](const Node &Each) { return isOrigin(Each.Kind) || IsJoinable(Each); },
      OutStart, Out);
  std::vector<bool> Useful =
      Mark([](const Node &Each) { return isTarget(Each.Kind); }, InStart, In);

  std::vector<NodeId> Renumbered(N, 0);
  std::vector<Node> Kept;
  Kept.reserve(N / 2);
  Kept.push_back(Graph.Nodes[0]);
  for (NodeId I = 1; I < N; ++I) {
    const Node &Each = Graph.Nodes[I];
    bool Shared = Each.Kind == NodeKind::Global ||
                  Each.Kind == NodeKind::Field ||
                  Each.Kind == NodeKind::Capture;
    bool Keep = Fed[I] && Useful[I];
    // A port that is written but never read here, or read but never written
    // here, still meets the rest of the program; one without edges does not.
    if (Keep && Shared)
      Keep = OutStart[I] != OutStart[I + 1] || InStart[I] != InStart[I + 1];
    if (!Keep)
      continue;
    Renumbered[I] = Kept.size();
    Kept.push_back(Each);
  }
  std::vector<Edge> Edges;
  Edges.reserve(Graph.Edges.size() / 2);
  for (Edge E : Graph.Edges) {
    E.From = Renumbered[E.From];
    E.To = Renumbered[E.To];
    if (E.From && E.To)
      Edges.push_back(E);
  }
  std::vector<Call> Calls;
  std::vector<CallId> CallRenumbered(Graph.Calls.size(), None);
  for (CallId C = 0; C < Graph.Calls.size(); ++C) {
    Call Each = std::move(Graph.Calls[C]);
    std::vector<NodeId> Ports;
    for (NodeId P : Each.Ports)
      if (Renumbered[P])
        Ports.push_back(Renumbered[P]);
    if (Ports.empty())
      continue;
    Each.Ports = std::move(Ports);
    CallRenumbered[C] = Calls.size();
    Calls.push_back(std::move(Each));
  }
  for (Node &Each : Kept)
    if (Each.Kind == NodeKind::Argument || Each.Kind == NodeKind::ArgumentOut ||
        Each.Kind == NodeKind::Result || Each.Kind == NodeKind::Callee)
      Each.Ref = CallRenumbered[Each.Ref];
  Graph.Nodes = std::move(Kept);
  Graph.Edges = std::move(Edges);
  Graph.Calls = std::move(Calls);
}

} // namespace cppwarden::analysis
