//===- Exploration.cpp ----------------------------------------------------===//
#include "analysis/link/Exploration.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>
#include <tuple>

namespace cppwarden::analysis {

bool Exploration::Ticket::operator<(const Ticket &Other) const {
  return std::tie(CostAndRank, Along, Where, Item) >
         std::tie(Other.CostAndRank, Other.Along, Other.Where, Other.Item);
}

void Exploration::explore(RegionId Root) {
  activate(Root);
  run();
  for (ActiveRegion &Done : Actives)
    In.setExits(Done.Id, Done.Exits);
  In.Statistics.States += Items.size();
  Items.clear();
  Skips.clear();
  Actives.clear();
  ActiveOf.clear();
  States.clear();
  AnyState.clear();
}

std::vector<Exploration::Item> Exploration::findExit(RegionId Root,
                                                     const RegionExit &Exit) {
  Wanted = &Exit;
  activate(Root);
  run();
  std::vector<Item> Way;
  for (std::uint32_t Id = FoundItem; Id != None; Id = Items[Id].Previous)
    Way.push_back(Items[Id]);
  std::reverse(Way.begin(), Way.end());
  return Way;
}

std::uint32_t Exploration::activate(RegionId Id) {
  auto [It, New] =
      ActiveOf.try_emplace(Id, static_cast<std::uint32_t>(Actives.size()));
  if (!New)
    return It->second;
  std::uint32_t Active = It->second;
  Actives.push_back({Id, 0, false, {}, {}, {}});
  push({Active, In.All[Id].Start, In.All[Id].Path, Passages::Nothing, 0, None,
        EdgeKind::Copy, None});
  return Active;
}

bool Exploration::push(Item Next) {
  Next.Along |= flagsAt(Next.Node);
  if (In.Ways.endsAll(Next.Along))
    return false;
  ActiveRegion &Region = Actives[Next.Active];
  if (Region.States == In.Limits.RegionStates) {
    Region.Cut = true;
    return false;
  }
  Next.State = stateOf({Next.Active, Next.Node, Next.Path}, Next.Along);
  State &At = States[Next.State];
  // Nothing that is queued is cheaper than what was visited: a state that is
  // covered already, or waits at the same price, would be dropped when its turn
  // comes. A call with many targets and ways makes such states by the million.
  if (At.Cost <= Next.Cost || isCovered(Next.State))
    return false;
  At.Cost = Next.Cost;
  auto Id = static_cast<std::uint32_t>(Items.size());
  Queue.push({std::uint64_t(Next.Cost) << 32 | In.Ways.rank(Next.Along),
              std::uint64_t(Next.Node) << 32 | Next.Path, Next.Along, Id});
  Items.push_back(Next);
  return true;
}

std::uint32_t Exploration::stateOf(const Place &At, Passage Along) {
  auto Id = static_cast<std::uint32_t>(States.size());
  auto [It, New] = AnyState.try_emplace(At, Id);
  if (New) {
    States.push_back({Along, None, false, Id});
    return Id;
  }
  std::uint32_t Known = It->second;
  do {
    if (States[Known].Along == Along)
      return Known;
    Known = States[Known].Next;
  } while (Known != It->second);
  States.push_back({Along, None, false, States[Known].Next});
  return States[Known].Next = Id;
}

bool Exploration::isCovered(std::uint32_t Id) {
  std::uint32_t Other = Id;
  do {
    if (States[Other].Visited &&
        In.Ways.covers(States[Other].Along, States[Id].Along))
      return true;
    Other = States[Other].Next;
  } while (Other != Id);
  return false;
}

bool Exploration::visitFirst(std::uint32_t Id) {
  if (isCovered(Id))
    return false;
  return States[Id].Visited = true;
}

void Exploration::run() {
  while (!Queue.empty() && FoundItem == None) {
    std::uint32_t Id = Queue.top().Item;
    Queue.pop();
    const Item &Next = Items[Id];
    ActiveRegion &Region = Actives[Next.Active];
    if (Region.States == In.Limits.RegionStates) {
      Region.Cut = true;
      continue;
    }
    if (!visitFirst(Next.State))
      continue;
    ++Region.States;
    visit(Id);
  }
  if (!Wanted)
    for (const ActiveRegion &Region : Actives)
      In.Statistics.CutRegions += Region.Cut;
}

void Exploration::visit(std::uint32_t Id) {
  const Item Here = Items[Id];
  const Node &Port = Graph.Nodes[Here.Node];
  RegionId Region = Actives[Here.Active].Id;
  switch (Port.Kind) {
  case NodeKind::Global:
  case NodeKind::Field:
  case NodeKind::Capture:
    if (Here.Previous != None) {
      addExit(Id, In.at(Here.Node, In.Paths.ofAnyObject(Here.Path)), Here.Cost);
      return;
    }
    break;
  case NodeKind::Source:
    addExit(Id, In.at(Here.Node, ResidualPaths::Empty), Here.Cost);
    break;
  case NodeKind::Literal:
    if (In.Paths.staysInText(Here.Path))
      addExit(Id, In.at(Here.Node, ResidualPaths::Empty), Here.Cost);
    break;
  case NodeKind::Param: {
    if (!admits(Here.Active, Port, Here.Path))
      break;
    RegionId Target = In.at(Here.Node, Here.Path);
    addExit(Id, Target, Here.Cost);
    if (Target == None || !In.isSummary(Region) ||
        Port.Function != In.startNode(Region).Function)
      break;
    // A caller may start to wait while the others go on.
    RegionExit Through{Target, Here.Along, Here.Cost};
    for (std::size_t I = 0; I != Actives[Here.Active].Callers.size(); ++I) {
      Waiting Caller = Actives[Here.Active].Callers[I];
      skipCall(Caller.Item, Caller.Site, Region, Through);
    }
    break;
  }
  case NodeKind::Result:
  case NodeKind::ArgumentOut:
    crossCalls(Id);
    break;
  default:
    break;
  }
  followEdges(Id);
}

/// Where a function is handed the whole state of a machine, each part it leaves
/// there may come from every other part. A way for each pair of them costs the
/// square of their number at each call, and says nothing.
bool Exploration::admits(std::uint32_t Active, const Node &Param,
                         ResidualPath Path) {
  const Node &Start = In.startNode(Actives[Active].Id);
  if (Start.Kind != NodeKind::ParamOut || Start.Function != Param.Function ||
      Start.Index != Param.Index)
    return true;
  auto &Parts = Actives[Active].PartsOfObject;
  if (llvm::is_contained(Parts, Path))
    return true;
  if (Parts.size() == In.Limits.PartsOfObject) {
    ++In.Statistics.DroppedPaths;
    return false;
  }
  Parts.push_back(Path);
  return true;
}

void Exploration::followEdges(std::uint32_t Id) {
  const Item Here = Items[Id];
  for (const Edge &Way : In.Program.edgesInto(Here.Node)) {
    ResidualPath Path = Here.Path;
    std::uint8_t Flags = 0;
    std::uint32_t Cost = StepCost;
    switch (Way.Kind) {
    case EdgeKind::Copy:
      break;
    case EdgeKind::Read:
      if (auto Longer = In.Paths.prepend(Way.Path, Path))
        Path = *Longer;
      else
        continue;
      break;
    case EdgeKind::Store: {
      auto Rest = In.Paths.strip(Path, Way.Path);
      if (!Rest)
        continue;
      Path = Rest->Path;
      // A vector of bytes is no more than its elements.
      if (Rest->WholeObject &&
          Graph.Nodes[Here.Node].Class != ValueClass::Bytes &&
          Graph.Nodes[Here.Node].Class != ValueClass::Text)
        Flags = PF_Derived;
      break;
    }
    case EdgeKind::Embed:
      if (!In.Paths.staysInText(Path))
        continue;
      Path = ResidualPaths::Empty;
      Flags = PF_Embedded;
      break;
    case EdgeKind::Derive:
      // What was parsed from a text has fields, but seldom objects with fields;
      // what a library makes from an object has not that object in each of
      // them.
      if (!In.Paths.staysInText(Path) &&
          (In.Paths.fields(Path) > 1 ||
           Graph.Nodes[Way.From].Class == ValueClass::Object ||
           carriesNoText(Graph.Nodes[Way.From].Class)))
        continue;
      Path = ResidualPaths::Empty;
      Flags = PF_Derived;
      break;
    case EdgeKind::Index:
      // The number of an object says which one it is, nothing that is in it.
      if (!In.Paths.staysInText(Path) ||
          Graph.Nodes[Here.Node].Class == ValueClass::Object ||
          Graph.Nodes[Here.Node].Class == ValueClass::Pointer)
        continue;
      Path = ResidualPaths::Empty;
      Flags = PF_Indexed;
      break;
    }
    // A number has no fields.
    if (!In.Paths.staysInText(Path) &&
        carriesNoText(Graph.Nodes[Way.From].Class))
      continue;
    if (Flags) {
      Cost = Flags == PF_Embedded ? StepCost : DeriveCost;
      if (Way.Kind != EdgeKind::Store &&
          (flagsAt(Way.From) | flagsAt(Here.Node)))
        Flags |= PF_Computed;
    }
    push({Here.Active, Way.From, Path,
          In.Ways.join(Here.Along, In.Ways.of(Way.Sanitisers, Flags)),
          Here.Cost + Cost, Id, Way.Kind, None});
  }
}

void Exploration::crossCalls(std::uint32_t Id) {
  const Node &Port = Graph.Nodes[Items[Id].Node];
  CallId Site = Port.Ref;
  for (FunctionId Body : In.Program.targetsOf(Site))
    for (NodeId Out : In.Program.portsOfFunction(Body))
      if (In.Program.answers(Graph.Nodes[Out], Port))
        enterSummary(Id, Site, In.at(Out, Items[Id].Path));
}

void Exploration::enterSummary(std::uint32_t Id, CallId Site,
                               RegionId Summary) {
  if (Summary == None)
    return;
  const Item Here = Items[Id];
  if (visitFirst(stateOf({Here.Active, In.start(Summary), In.All[Summary].Path},
                         Here.Along)))
    addExit(Id, Summary, Here.Cost + CrossingCost);
  auto skipAll = [&](llvm::ArrayRef<RegionExit> Exits) {
    for (const RegionExit &Through : Exits)
      if (In.startNode(Through.Target).Kind == NodeKind::Param)
        skipCall(Id, Site, Summary, Through);
  };
  if (In.All[Summary].Explored) {
    skipAll(In.exits(Summary));
    return;
  }
  std::uint32_t Callee = activate(Summary);
  Actives[Callee].Callers.push_back({Id, Site});
  skipAll(Actives[Callee].Exits);
}

void Exploration::skipCall(std::uint32_t Id, CallId Site, RegionId Summary,
                           const RegionExit &Through) {
  const Node &Param = In.startNode(Through.Target);
  if (Param.Function != In.startNode(Summary).Function)
    return;
  const Item Here = Items[Id];
  for (NodeId Argument : In.Program.portsOfCall(Site)) {
    const Node &Passed = Graph.Nodes[Argument];
    if (Passed.Kind != NodeKind::Argument || !In.Program.joins(Passed, Param))
      continue;
    if (push({Here.Active, Argument, In.All[Through.Target].Path,
              In.Ways.join(Here.Along, Through.Along),
              Here.Cost + Through.Cost + 2 * CrossingCost, Id, EdgeKind::Copy,
              static_cast<std::uint32_t>(Skips.size())}))
      Skips.push_back({Summary, Through});
  }
}

void Exploration::addExit(std::uint32_t Id, RegionId Target,
                          std::uint32_t Cost) {
  if (Target == None)
    return;
  RegionExit Exit{Target, Items[Id].Along, Cost};
  Actives[Items[Id].Active].Exits.push_back(Exit);
  if (Wanted && Exit == *Wanted && FoundItem == None)
    FoundItem = Id;
}

} // namespace cppwarden::analysis
