//===- LinkedGraph.cpp ----------------------------------------------------===//
#include "analysis/LinkedGraph.h"
#include <algorithm>

namespace cppwarden::analysis {

void NumberRows::assign(std::size_t Rows, llvm::function_ref<void(Sink)> Fill) {
  Begin.assign(Rows + 1, 0);
  Fill([&](std::uint32_t Row, std::uint32_t) { ++Begin[Row + 1]; });
  for (std::size_t Row = 0; Row != Rows; ++Row)
    Begin[Row + 1] += Begin[Row];
  Items.resize(Begin[Rows]);
  std::vector<std::uint32_t> Next(Begin.begin(), Begin.end());
  Fill([&](std::uint32_t Row, std::uint32_t Item) {
    Items[Next[Row]++] = Item;
  });
}

/// Sorts the edges by To in place (cycle leader: each swap puts one edge into
/// its row for good), then each row by content without repetitions.
void LinkedGraph::orderEdges() {
  std::vector<Edge> &Edges = Graph.Edges;
  std::size_t Nodes = Graph.Nodes.size();
  InBegin.assign(Nodes + 1, 0);
  for (const Edge &Way : Edges)
    ++InBegin[Way.To + 1];
  for (std::size_t Id = 0; Id != Nodes; ++Id)
    InBegin[Id + 1] += InBegin[Id];

  std::vector<std::uint32_t> Next(InBegin.begin(), InBegin.end() - 1);
  for (std::size_t Row = 0; Row != Nodes; ++Row)
    while (Next[Row] != InBegin[Row + 1]) {
      Edge &Way = Edges[Next[Row]];
      if (Way.To == Row)
        ++Next[Row];
      else
        std::swap(Way, Edges[Next[Way.To]++]);
    }

  std::size_t Kept = 0;
  for (std::size_t Row = 0; Row != Nodes; ++Row) {
    auto First = Edges.begin() + InBegin[Row];
    auto Last = Edges.begin() + InBegin[Row + 1];
    std::sort(First, Last);
    Last = std::unique(First, Last);
    InBegin[Row] = static_cast<std::uint32_t>(Kept);
    for (; First != Last; ++First)
      Edges[Kept++] = *First;
  }
  InBegin[Nodes] = static_cast<std::uint32_t>(Kept);
  Edges.resize(Kept);
}

void LinkedGraph::indexPorts() {
  CallPorts.assign(Graph.Calls.size(), [&](NumberRows::Sink Add) {
    for (NodeId Id = 0; Id != Graph.Nodes.size(); ++Id)
      if (isCallPort(Graph.Nodes[Id].Kind))
        Add(Graph.Nodes[Id].Ref, Id);
  });
  FunctionPorts.assign(Graph.Functions.size(), [&](NumberRows::Sink Add) {
    for (NodeId Id = 0; Id != Graph.Nodes.size(); ++Id)
      if (isFunctionPort(Graph.Nodes[Id].Kind) &&
          Graph.Nodes[Id].Function != None)
        Add(Graph.Nodes[Id].Function, Id);
  });
}

} // namespace cppwarden::analysis
