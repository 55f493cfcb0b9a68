//===- Passages.cpp -------------------------------------------------------===//
#include "analysis/link/Passages.h"
#include <algorithm>
#include <bit>
#include <set>

namespace cppwarden::analysis {

Passages::Passages(const FlowGraph &Graph, const Goals &Of)
    : AllGoals(Of.size()), Joints(Of.joints()) {
  for (std::size_t Id = 0; Id != Of.size(); ++Id)
    AllGoals.insert(Id);
  for (unsigned Flags = 0; Flags != 1u << PassageFlagCount; ++Flags)
    EndedByFlags.push_back(Of.forbidding(static_cast<std::uint8_t>(Flags)));
  EndedBySet.push_back(GoalSet(Of.size()));

  constexpr std::uint16_t Irrelevant = 0xffff;
  llvm::DenseMap<StringId, std::uint16_t> ClassOf;
  auto classOf = [&](StringId Kind) {
    auto [It, New] = ClassOf.try_emplace(Kind, Irrelevant);
    if (!New)
      return It->second;
    Effect Here{Of.endedBy(Kind), Of.jointPartsOf(Kind)};
    if (Here.Ended.empty() && Here.Parts.empty())
      return Irrelevant;
    auto Found = std::find(OfClass.begin(), OfClass.end(), Here);
    It->second = static_cast<std::uint16_t>(Found - OfClass.begin());
    if (Found == OfClass.end())
      OfClass.push_back(std::move(Here));
    return It->second;
  };
  for (const std::vector<StringId> &Kinds : Graph.SanitiserSets) {
    Classes Set;
    for (StringId Kind : Kinds)
      if (std::uint16_t Class = classOf(Kind); Class != Irrelevant)
        Set.push_back(Class);
    std::sort(Set.begin(), Set.end());
    Set.erase(std::unique(Set.begin(), Set.end()), Set.end());
    OfGraphSet.push_back(intern(Set));
  }
}

std::uint32_t Passages::intern(const Classes &Set) {
  auto [It, New] =
      Numbers.try_emplace(Set, static_cast<std::uint32_t>(Sets.size()));
  if (New) {
    Sets.push_back(Set);
    GoalSet Ended = EndedBySet[0];
    std::set<Goals::JointPart> Parts;
    for (std::uint16_t Class : Set) {
      Ended |= OfClass[Class].Ended;
      Parts.insert(OfClass[Class].Parts.begin(), OfClass[Class].Parts.end());
    }
    for (std::uint32_t Group = 0; Group != Joints.size(); ++Group) {
      auto Members = std::ranges::count_if(
          Parts, [&](const auto &Part) { return Part.Group == Group; });
      if (Members == Joints[Group].Parts)
        Ended.insert(Joints[Group].Goal);
    }
    EndedBySet.push_back(std::move(Ended));
  }
  return It->second;
}

std::uint32_t Passages::unite(std::uint32_t A, std::uint32_t B) {
  if (A == B || !B)
    return A;
  if (!A)
    return B;
  std::uint64_t Key = std::uint64_t(std::min(A, B)) << 32 | std::max(A, B);
  auto It = United.find(Key);
  if (It != United.end())
    return It->second;
  Classes Both;
  std::set_union(Sets[A].begin(), Sets[A].end(), Sets[B].begin(), Sets[B].end(),
                 std::back_inserter(Both));
  std::uint32_t Set = intern(Both);
  United[Key] = Set;
  return Set;
}

Passage Passages::join(Passage A, Passage B) {
  return unite(A >> PassageFlagCount, B >> PassageFlagCount)
             << PassageFlagCount |
         flags(A | B);
}

bool Passages::covers(Passage A, Passage B) {
  if (A == B)
    return true;
  if ((A ^ B) & PF_Embedded || flags(A) & ~flags(B))
    return false;
  std::uint32_t SetB = B >> PassageFlagCount;
  return unite(A >> PassageFlagCount, SetB) == SetB;
}

std::uint32_t Passages::rank(Passage Of) const {
  return static_cast<std::uint32_t>(std::popcount(flags(Of)) +
                                    Sets[Of >> PassageFlagCount].size());
}

} // namespace cppwarden::analysis
