//===- LinkedGraph.h - The whole program's flow graph ----------*- C++ -*-===//
//
// What link() makes of all TU objects and solve() searches. The rules layer
// reads nodes, locations and labels of it when it words an answer.
//
// Graph is one FlowGraph with program-wide ids. Its edges are ordered by To, so
// that a backward search reads the in-edges of a node in one stretch. Ports of
// calls and functions, targets and callers are kept in rows here: Call::Ports
// of the linked graph is empty.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_LINKEDGRAPH_H
#define CPPWARDEN_ANALYSIS_LINKEDGRAPH_H

#include "analysis/NodeKinds.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

namespace cppwarden::analysis {

/// A list of numbers for each of 0 … n-1, in two arrays.
class NumberRows {
public:
  llvm::ArrayRef<std::uint32_t> operator[](std::size_t Row) const {
    if (Row + 1 >= Begin.size())
      return {};
    return llvm::ArrayRef(Items).slice(Begin[Row], Begin[Row + 1] - Begin[Row]);
  }
  /// Fills the rows from pairs (row, item); within a row, the order of Fill's
  /// calls is kept. Fill is called twice with a sink for the pairs and must
  /// give it the same ones.
  using Sink = llvm::function_ref<void(std::uint32_t Row, std::uint32_t Item)>;
  void assign(std::size_t Rows, llvm::function_ref<void(Sink)> Fill);

private:
  std::vector<std::uint32_t> Begin;
  std::vector<std::uint32_t> Items;
};

/// What the linker met; for `-v`, benchmarks and tests.
struct LinkStatistics {
  std::size_t DuplicateBodies = 0;  ///< inline bodies that another unit has too
  std::size_t ResolvedIndirect = 0; ///< indirect calls with a known target
  std::size_t UnknownCalls =
      0; ///< neither body nor model: propagated by default
  std::size_t CutFunctionSets =
      0; ///< values with more functions than are followed
};

/// A Param with Index == ParamCount stands for `...`: every argument from
/// there.
inline bool isVariadicTail(const Function &Body, const Node &Param) {
  return Param.Index >= 0 &&
         static_cast<std::uint32_t>(Param.Index) == Body.ParamCount;
}

class LinkedGraph {
public:
  FlowGraph Graph;
  LinkStatistics Statistics;

  llvm::ArrayRef<Edge> edgesInto(NodeId Id) const {
    return llvm::ArrayRef(Graph.Edges)
        .slice(InBegin[Id], InBegin[Id + 1] - InBegin[Id]);
  }
  /// Argument, ArgumentOut, Result and Callee nodes of a call.
  llvm::ArrayRef<NodeId> portsOfCall(CallId Id) const { return CallPorts[Id]; }
  /// Param, ParamOut and Return nodes of a function.
  llvm::ArrayRef<NodeId> portsOfFunction(FunctionId Id) const {
    return FunctionPorts[Id];
  }
  /// Bodies that the call may enter; empty when it is modelled or unknown.
  llvm::ArrayRef<FunctionId> targetsOf(CallId Id) const { return Targets[Id]; }
  llvm::ArrayRef<CallId> callersOf(FunctionId Id) const { return Callers[Id]; }
  /// Is Argument (or ArgumentOut) of a call what Param (or ParamOut) of the
  /// callee stands for?
  bool joins(const Node &Argument, const Node &Param) const {
    return Argument.Index == Param.Index ||
           (Argument.Index > Param.Index &&
            isVariadicTail(Graph.Functions[Param.Function], Param));
  }

  /// Does the parameter take as many arguments as a caller likes: `...`, a
  /// va_list, a pack?
  bool isVariadic(const Node &Param) const {
    return (Param.Flags & NF_Pack) ||
           (Param.Function != None &&
            isVariadicTail(Graph.Functions[Param.Function], Param));
  }

  /// Does what the callee leaves at Out come back at Port of the call?
  bool answers(const Node &Out, const Node &Port) const {
    return Port.Kind == NodeKind::Result
               ? Out.Kind == NodeKind::Return
               : Out.Kind == NodeKind::ParamOut && joins(Port, Out);
  }

private:
  friend class Linker;
  void orderEdges();
  void indexPorts();

  std::vector<std::uint32_t> InBegin{0};
  NumberRows CallPorts, FunctionPorts, Targets, Callers;
};

} // namespace cppwarden::analysis

#endif
