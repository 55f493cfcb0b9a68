//===- ResidualPaths.h - What a backward search still wants ----*- C++ -*-===//
//
// A search that asks for node n with residual path π looks for what arrives in
// n.π. Reading n = m.p it goes on in m with p·π; over a store n.p = m it goes
// on in m with what is left of π behind p. Paths are numbered, equal paths have
// equal numbers, and both operations are remembered.
//
// Paths have MaxPathDepth elements at most, so there are finitely many, and the
// search of list->next->next->… ends. A search that would need a longer one is
// given up there: "some part of it" would meet every part of large objects, and
// the field's program-wide node goes on with a short path.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_LINK_RESIDUALPATHS_H
#define CPPWARDEN_ANALYSIS_LINK_RESIDUALPATHS_H

#include "analysis/FlowGraph.h"
#include "llvm/ADT/DenseMap.h"
#include <array>
#include <map>
#include <optional>

namespace cppwarden::analysis {

using ResidualPath = std::uint32_t;

class ResidualPaths {
public:
  static constexpr ResidualPath Empty = 0;

  explicit ResidualPaths(const FlowGraph &Graph);

  /// p·π; nothing if that is too long.
  std::optional<ResidualPath> prepend(PathId Path, ResidualPath Residual);

  struct Rest {
    ResidualPath Path;
    /// All of a container is wanted, and what is stored is one element.
    bool WholeObject;
  };
  /// What is left of π behind a store to p; nothing if p is not on the way. Who
  /// consumes all of a record does not consume each of its fields.
  std::optional<Rest> strip(ResidualPath Residual, PathId Path);

  /// π where the search forgets which object it is in, at a field's or a global
  /// variable's node. `settings.get(key)` of some object and `settings.put(key,
  /// …)` of some object are about the same entry by chance only: an element
  /// read by a given key is looked for among those that were stored in other
  /// ways.
  ResidualPath ofAnyObject(ResidualPath Residual);

  /// How many fields are on the path.
  unsigned fields(ResidualPath Residual) const;
  bool hasElement(ResidualPath Residual) const;
  unsigned length(ResidualPath Residual) const { return Paths[Residual].Count; }

  /// Is n.π text when n is text or a document: π is empty, or an element or
  /// key of n?
  bool staysInText(ResidualPath Residual) const;

private:
  struct Elements {
    std::array<std::uint64_t, MaxPathDepth> Items{};
    std::uint8_t Count = 0;
    auto operator<=>(const Elements &) const = default;
  };
  ResidualPath intern(const Elements &Path);
  std::optional<Rest> computeStrip(const Elements &Wanted,
                                   const Elements &Stored);

  std::vector<Elements> Paths;
  std::vector<ResidualPath> OfEdge; ///< PathId of the graph → number here
  std::map<Elements, ResidualPath> Numbers;
  llvm::DenseMap<std::uint64_t, std::optional<ResidualPath>> Prepended;
  llvm::DenseMap<std::uint64_t, std::optional<Rest>> Stripped;
};

} // namespace cppwarden::analysis

#endif
