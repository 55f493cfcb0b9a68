//===- Reachability.cpp ---------------------------------------------------===//
#include "analysis/link/Reachability.h"
#include "llvm/ADT/STLExtras.h"

namespace cppwarden::analysis {

Reachability::Reachability(const LinkedGraph &Program, const Regions &All,
                           Goals &Of)
    : Program(Program), All(All), Of(Of), Width(GoalSet(Of.size()).words()),
      Met(All.size() * Width), MetAfter(All.size() * Width) {
  solve();
}

GoalSet Reachability::row(const std::vector<GoalSet::Word> &From,
                          RegionId Id) const {
  return GoalSet(llvm::ArrayRef(From).slice(Id * Width, Width));
}

bool Reachability::add(std::vector<GoalSet::Word> &To, RegionId Id,
                       const GoalSet &More) {
  bool Changed = false;
  for (std::size_t I = 0; I != Width; ++I) {
    GoalSet::Word &Word = To[Id * Width + I];
    Changed |= (More.word(I) & ~Word) != 0;
    Word |= More.word(I);
  }
  return Changed;
}

bool Reachability::isOpen(RegionId Id) const {
  const Node &Port = All.startNode(Id);
  // What fills the template of a printf-like function is its callers' affair.
  if (Port.Kind != NodeKind::Param || Port.Index < 0 || Port.Flags & NF_Entry ||
      Program.isVariadic(Port) || carriesNoText(Port.Class) ||
      !Program.callersOf(Port.Function).empty())
    return false;
  // A typed source (an HTTP request) fills its parameter; a name does not.
  return llvm::none_of(Program.edgesInto(All.start(Id)), [&](const Edge &Way) {
    const Node &From = Program.Graph.Nodes[Way.From];
    return From.Kind == NodeKind::Source && !(From.Flags & NF_Named);
  });
}

GoalSet Reachability::originOf(RegionId Id) const {
  const Node &Port = All.startNode(Id);
  if (Port.Kind == NodeKind::Source)
    return Of.ofSource(Port.Ref);
  if (Port.Kind == NodeKind::Literal)
    return Of.ofLiteral(Program.Graph.Literals[Port.Ref].Kind);
  return isOpen(Id) ? Of.ofOpen() : GoalSet(Of.size());
}

GoalSet Reachability::behind(RegionId Id, Passage Along) const {
  GoalSet Goals =
      row(Passages::flags(Along) & PF_Embedded ? Met : MetAfter, Id);
  All.Ways.endGoals(Along, Goals);
  return Goals;
}

void Reachability::solve() {
  NumberRows Entrances; // region → numbers of the exits that lead to it
  std::vector<RegionId> Owner;
  std::vector<const RegionExit *> Exits;
  for (RegionId Id = 0; Id != All.size(); ++Id)
    for (const RegionExit &Exit : All.exits(Id))
      if (All.isPassable(Id, Exit)) {
        Owner.push_back(Id);
        Exits.push_back(&Exit);
      }
  Entrances.assign(All.size(), [&](NumberRows::Sink Add) {
    for (std::uint32_t I = 0; I != Exits.size(); ++I)
      Add(Exits[I]->Target, I);
  });

  std::vector<RegionId> Work;
  std::vector<bool> Waiting(All.size());
  auto wake = [&](RegionId Id) {
    if (!Waiting[Id]) {
      Waiting[Id] = true;
      Work.push_back(Id);
    }
  };
  for (RegionId Id = 0; Id != All.size(); ++Id) {
    GoalSet Origin = originOf(Id);
    bool Changed = add(Met, Id, Origin);
    Origin -= Of.needingEmbedding();
    Changed |= add(MetAfter, Id, Origin);
    if (Changed)
      wake(Id);
  }
  while (!Work.empty()) {
    RegionId Id = Work.back();
    Work.pop_back();
    Waiting[Id] = false;
    for (std::uint32_t Entrance : Entrances[Id]) {
      const RegionExit &Exit = *Exits[Entrance];
      GoalSet After = behind(Id, Exit.Along);
      GoalSet Before = row(Met, Id);
      All.Ways.endGoals(Exit.Along, Before);
      bool Changed = add(Met, Owner[Entrance], Before);
      Changed |= add(MetAfter, Owner[Entrance], After);
      if (Changed)
        wake(Owner[Entrance]);
    }
  }
}

} // namespace cppwarden::analysis
