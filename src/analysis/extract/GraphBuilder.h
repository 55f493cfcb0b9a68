//===- GraphBuilder.h - Interning writer of a flow graph -------*- C++ -*-===//
//
// The extractor's only way to write a FlowGraph: interns strings, paths,
// locations and sanitiser sets, drops duplicate edges, and prunes at the end
// what no question can reach. Ids come out in the order of the calls, so equal
// sources give equal graphs.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_EXTRACT_GRAPHBUILDER_H
#define CPPWARDEN_ANALYSIS_EXTRACT_GRAPHBUILDER_H

#include "analysis/FlowGraph.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"
#include <map>

namespace cppwarden::analysis {

class GraphBuilder {
public:
  explicit GraphBuilder(FlowGraph &Graph);

  StringId string(llvm::StringRef Text);
  llvm::StringRef text(StringId Id) const { return Graph.Strings[Id]; }
  /// Cuts at MaxPathDepth.
  PathId path(llvm::ArrayRef<PathElement> Elements);
  SanitiserSetId sanitisers(llvm::ArrayRef<std::string> Kinds);
  LocationId location(const Location &Where);
  std::uint32_t literal(const Literal &Value);

  NodeId node(const Node &Prototype);
  /// One Global, Field or Capture node per key.
  NodeId shared(NodeKind Kind, llvm::StringRef Key, ValueClass Class,
                llvm::StringRef Label, LocationId Where);
  /// No edge from or to node 0 ("nothing"), none from a node to itself, none
  /// twice.
  void edge(NodeId From, NodeId To, EdgeKind Kind = EdgeKind::Copy,
            PathId Path = 0, SanitiserSetId Sanitisers = 0);

  CallId call(const Call &Prototype);
  FunctionId function(const Function &Prototype);

  Node &at(NodeId Id) { return Graph.Nodes[Id]; }
  FlowGraph &graph() { return Graph; }

  /// Removes nodes that no origin feeds or that reach no port, sink or use, and
  /// calls left without ports; renumbers. Call once, at the end.
  void prune();

private:
  FlowGraph &Graph;
  llvm::StringMap<StringId> Strings;
  std::map<std::vector<PathElement>, PathId> Paths;
  std::map<std::vector<StringId>, SanitiserSetId> SanitiserSets;
  std::map<Location, LocationId> Locations;
  std::map<Literal, std::uint32_t> Literals;
  std::map<std::pair<NodeKind, StringId>, NodeId> Shared;
  llvm::DenseSet<std::pair<std::uint64_t, std::uint64_t>> Edges;
};

} // namespace cppwarden::analysis

#endif
