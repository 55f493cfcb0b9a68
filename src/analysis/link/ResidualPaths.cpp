//===- ResidualPaths.cpp --------------------------------------------------===//
#include "analysis/link/ResidualPaths.h"
#include "llvm/ADT/STLExtras.h"

namespace cppwarden::analysis {

static constexpr std::uint64_t tag(PathElementKind Kind) {
  return static_cast<std::uint64_t>(Kind) + 1;
}
static std::uint64_t pack(const PathElement &Element) {
  StringId Name = Element.Kind == PathElementKind::Field ? Element.Name : 0;
  return tag(Element.Kind) << 32 | Name;
}
static constexpr std::uint64_t FieldTag = tag(PathElementKind::Field);
static constexpr std::uint64_t Element = tag(PathElementKind::Element) << 32;
static constexpr std::uint64_t Keyed = tag(PathElementKind::Keyed) << 32;
/// Only in residual paths: an element that was not stored under a given key.
static constexpr std::uint64_t NotKeyed = Keyed + (std::uint64_t(1) << 32);

/// Is what is wanted there among what was stored there?
static bool meets(std::uint64_t Wanted, std::uint64_t Stored) {
  if (Wanted == Stored)
    return true;
  switch (Wanted) {
  case Element:
    return Stored == Keyed;
  case Keyed:
  case NotKeyed:
    return Stored == Element;
  default:
    return false;
  }
}

static std::uint64_t pairKey(std::uint32_t High, std::uint32_t Low) {
  return std::uint64_t(High) << 32 | Low;
}

ResidualPaths::ResidualPaths(const FlowGraph &Graph) {
  intern(Elements{});
  OfEdge.reserve(Graph.Paths.size());
  for (const std::vector<PathElement> &Path : Graph.Paths) {
    Elements Own;
    for (const PathElement &Element : Path)
      if (Own.Count != MaxPathDepth) // a hostile object's; GraphBuilder cuts
        Own.Items[Own.Count++] = pack(Element);
    OfEdge.push_back(intern(Own));
  }
}

ResidualPath ResidualPaths::intern(const Elements &Path) {
  auto [It, New] =
      Numbers.try_emplace(Path, static_cast<ResidualPath>(Paths.size()));
  if (New)
    Paths.push_back(Path);
  return It->second;
}

std::optional<ResidualPath> ResidualPaths::prepend(PathId Path,
                                                   ResidualPath Residual) {
  ResidualPath Front = OfEdge[Path];
  if (Front == Empty)
    return Residual;
  if (Residual == Empty)
    return Front;
  auto [It, New] = Prepended.try_emplace(pairKey(Front, Residual));
  if (!New)
    return It->second;
  Elements Joined = Paths[Front];
  const Elements &Back = Paths[Residual];
  if (Joined.Count + unsigned(Back.Count) > MaxPathDepth)
    return std::nullopt;
  for (unsigned I = 0; I != Back.Count; ++I)
    Joined.Items[Joined.Count++] = Back.Items[I];
  return It->second = intern(Joined);
}

std::optional<ResidualPaths::Rest> ResidualPaths::strip(ResidualPath Residual,
                                                        PathId Path) {
  ResidualPath Stored = OfEdge[Path];
  if (Stored == Empty)
    return Rest{Residual, false};
  auto [It, New] = Stripped.try_emplace(pairKey(Residual, Stored));
  if (New)
    It->second = computeStrip(Paths[Residual], Paths[Stored]);
  return It->second;
}

std::optional<ResidualPaths::Rest>
ResidualPaths::computeStrip(const Elements &Wanted, const Elements &Stored) {
  unsigned Common = std::min(Wanted.Count, Stored.Count);
  for (unsigned I = 0; I != Common; ++I)
    if (!meets(Wanted.Items[I], Stored.Items[I]))
      return std::nullopt;
  if (Wanted.Count < Stored.Count) {
    for (unsigned I = Common; I != Stored.Count; ++I)
      if (Stored.Items[I] >> 32 == FieldTag)
        return std::nullopt;
    return Rest{Empty, true};
  }
  Elements Left;
  for (unsigned I = Common; I != Wanted.Count; ++I)
    Left.Items[Left.Count++] = Wanted.Items[I];
  return Rest{intern(Left), false};
}

ResidualPath ResidualPaths::ofAnyObject(ResidualPath Residual) {
  if (!llvm::is_contained(Paths[Residual].Items, Keyed))
    return Residual;
  Elements Path = Paths[Residual];
  llvm::replace(Path.Items, Keyed, NotKeyed);
  return intern(Path);
}

unsigned ResidualPaths::fields(ResidualPath Residual) const {
  return llvm::count_if(Paths[Residual].Items, [](std::uint64_t Item) {
    return Item >> 32 == FieldTag;
  });
}

bool ResidualPaths::hasElement(ResidualPath Residual) const {
  return llvm::any_of(Paths[Residual].Items, [](std::uint64_t Item) {
    return Item == Element || Item == Keyed || Item == NotKeyed;
  });
}

bool ResidualPaths::staysInText(ResidualPath Residual) const {
  if (Residual == Empty)
    return true;
  return Paths[Residual].Items[0] >> 32 != FieldTag;
}

} // namespace cppwarden::analysis
