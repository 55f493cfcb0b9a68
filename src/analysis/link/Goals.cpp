//===- Goals.cpp ----------------------------------------------------------===//
#include "analysis/link/Goals.h"
#include "analysis/Model.h"
#include "llvm/ADT/STLExtras.h"

namespace cppwarden::analysis {

static bool accepts(const FlowQuery &Query, LiteralKind Kind) {
  return Query.Literals && (Query.Literals->Kinds.empty() ||
                            llvm::is_contained(Query.Literals->Kinds, Kind));
}

static std::uint8_t forbiddenFlags(const FlowQuery &Query,
                                   bool IntegerLiterals) {
  std::uint8_t Flags = 0;
  if (Query.Requires == Travel::Whole)
    Flags |= PF_Changed;
  if (!Query.ThroughDerived)
    Flags |= PF_Derived;
  if (!Query.ThroughNumbers)
    Flags |=
        IntegerLiterals ? PF_Indexed | PF_Computed : PF_Indexed | PF_Number;
  return Flags;
}

Goals::Goals(llvm::ArrayRef<FlowQuery> Queries, const FlowGraph &Graph)
    : Queries(Queries), Graph(Graph) {
  for (std::size_t I = 0; I != Queries.size(); ++I) {
    const FlowQuery &Query = Queries[I];
    if (Query.Sinks.empty())
      continue;
    auto add = [&](bool IntegerLiterals) {
      All.push_back({I, IntegerLiterals, Query.Requires == Travel::Embedded,
                     forbiddenFlags(Query, IntegerLiterals)});
    };
    if (!Query.Sources.empty() || Query.Open ||
        accepts(Query, LiteralKind::String) ||
        accepts(Query, LiteralKind::Bytes))
      add(false);
    if (accepts(Query, LiteralKind::Integer))
      add(true);
  }
  for (GoalSet &Set : OfLiteral)
    Set = GoalSet(All.size());
  OfOpen = NeedEmbedding = BoundByNames = GoalSet(All.size());
  for (std::size_t Id = 0; Id != All.size(); ++Id) {
    const FlowQuery &Query = query(Id);
    for (LiteralKind Kind :
         {LiteralKind::String, LiteralKind::Integer, LiteralKind::Bytes})
      if (accepts(Query, Kind) &&
          All[Id].IntegerLiterals == (Kind == LiteralKind::Integer))
        OfLiteral[static_cast<std::size_t>(Kind)].insert(Id);
    if (Query.Open && !All[Id].IntegerLiterals)
      OfOpen.insert(Id);
    if (All[Id].NeedsEmbedding)
      NeedEmbedding.insert(Id);
    if (Query.NamedWithin)
      BoundByNames.insert(Id);
    for (const std::vector<std::string> &Group : Query.JointSanitisers)
      Joints.push_back({Id, static_cast<std::uint32_t>(Group.size())});
  }
}

bool Goals::covers(const std::vector<std::string> &Kinds, StringId Kind) const {
  return llvm::any_of(Kinds, [&](const std::string &Ancestor) {
    return ModelSet::isKindWithin(Graph.Strings[Kind], Ancestor);
  });
}

const GoalSet &Goals::ofSink(StringId Kind) {
  auto [It, New] = Sinks.try_emplace(Kind, GoalSet(All.size()));
  if (New)
    for (std::size_t Id = 0; Id != All.size(); ++Id)
      if (covers(query(Id).Sinks, Kind))
        It->second.insert(Id);
  return It->second;
}

const GoalSet &Goals::ofSource(StringId Kind) {
  auto [It, New] = Sources.try_emplace(Kind, GoalSet(All.size()));
  if (New)
    for (std::size_t Id = 0; Id != All.size(); ++Id)
      if (!All[Id].IntegerLiterals && covers(query(Id).Sources, Kind) &&
          !covers(query(Id).ExceptSources, Kind))
        It->second.insert(Id);
  return It->second;
}

GoalSet Goals::endedBy(StringId Sanitiser) const {
  GoalSet Ended(All.size());
  for (std::size_t Id = 0; Id != All.size(); ++Id)
    if (covers(query(Id).Sanitisers, Sanitiser))
      Ended.insert(Id);
  return Ended;
}

std::vector<Goals::JointPart> Goals::jointPartsOf(StringId Sanitiser) const {
  std::vector<JointPart> Result;
  std::uint32_t Number = 0;
  for (std::size_t Id = 0; Id != All.size(); ++Id)
    for (const std::vector<std::string> &Group : query(Id).JointSanitisers) {
      for (std::uint32_t Part = 0; Part != Group.size(); ++Part)
        if (covers({Group[Part]}, Sanitiser))
          Result.push_back({Number, Part});
      ++Number;
    }
  return Result;
}

GoalSet Goals::forbidding(std::uint8_t Flags) const {
  GoalSet Ended(All.size());
  for (std::size_t Id = 0; Id != All.size(); ++Id)
    if (All[Id].Forbidden & Flags)
      Ended.insert(Id);
  return Ended;
}

bool Goals::isUse(std::size_t Query, StringId Kind) const {
  return covers(Queries[Query].Uses, Kind);
}

} // namespace cppwarden::analysis
