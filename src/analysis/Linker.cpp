//===- Linker.cpp - TU objects to one program -----------------------------===//
//
// Order. Objects are taken by main file, then by content, so that ids, and with
// them every choice between equals, depend on the program only.
//
// Bodies. A function of a header arrives from each unit that includes it. Two
// bodies are the same one if key and place are; the first is kept. Bodies with
// one key at different places (the `main`s and `usage`s of the programs of one
// database) are all kept under qualified keys. A call prefers the body that its
// own unit brought, else may enter each of them; nothing calls a `main`.
//
// Namespace scope. Initialisers in headers arrive from each unit as well. Their
// nodes are merged when everything about them is equal, which keeps the graph
// of a program with many constants small.
//
// Calls. Three kinds of joints: by key (with overriders for virtual calls), by
// the function values that reach an indirect call (FunctionValues.cpp), and
// none. A modelled call is left alone, since the model is its body. A call with
// neither gets the default propagation: text that goes in comes out of the
// result and of what the callee may write. That an argument may also keep what
// it held is the extractor's business: it joins both after the call.
//
//===----------------------------------------------------------------------===//
#include "analysis/Linker.h"
#include "analysis/link/FunctionValues.h"
#include "analysis/link/Merger.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include <tuple>

namespace cppwarden::analysis {

class Linker {
public:
  LinkedGraph run(llvm::MutableArrayRef<TuObject> Objects) {
    merge(Objects);
    Result.indexPorts();
    joinDirectCalls();
    indexJoints();
    propagateUnknownCalls(/*Indirect=*/false);
    Result.orderEdges();
    joinIndirectCalls();
    std::size_t Ordered = Result.Graph.Edges.size();
    propagateUnknownCalls(/*Indirect=*/true);
    if (Result.Graph.Edges.size() != Ordered)
      Result.orderEdges();
    return std::move(Result);
  }

private:
  void merge(llvm::MutableArrayRef<TuObject> Objects) {
    std::vector<std::pair<std::string, TuObject *>> Order;
    for (TuObject &Object : Objects)
      Order.emplace_back(std::string(), &Object);
    llvm::StringMap<unsigned> Uses;
    for (TuObject &Object : Objects)
      ++Uses[Object.MainFile];
    for (auto &[Content, Object] : Order)
      if (Uses[Object->MainFile] > 1)
        Content = serialise(*Object);
    llvm::sort(Order, [](const auto &A, const auto &B) {
      return std::tie(A.second->MainFile, A.first) <
             std::tie(B.second->MainFile, B.first);
    });
    std::vector<TuObject *> Sorted;
    for (auto &Entry : Order)
      Sorted.push_back(Entry.second);
    Bodies = mergeFragments(Sorted, Result.Graph);
    Result.Statistics.DuplicateBodies = Bodies.Duplicates;
  }

  void addOverriders(StringId Key, std::vector<FunctionId> &Into) const {
    auto It = Bodies.Overriders.find(Key);
    if (It != Bodies.Overriders.end())
      llvm::append_range(Into, It->second);
  }

  void join(CallId Site, std::vector<FunctionId> &Found) {
    llvm::sort(Found);
    Found.erase(llvm::unique(Found), Found.end());
    for (FunctionId Body : Found)
      Joints.emplace_back(Site, Body);
    Found.clear();
  }

  void joinDirectCalls() {
    std::vector<FunctionId> Found;
    for (CallId Id = 0; Id != Result.Graph.Calls.size(); ++Id) {
      const Call &Site = Result.Graph.Calls[Id];
      if (Site.Flags & (CF_Modelled | CF_Indirect) || !Site.Target)
        continue;
      Bodies.find(Site.Target, Bodies.UnitOfCall[Id], Found);
      if (Site.Flags & CF_Virtual)
        addOverriders(Site.Target, Found);
      join(Id, Found);
    }
  }

  /// Functions may be handed to functions that are found on the way, so this is
  /// repeated while it finds something new.
  void joinIndirectCalls() {
    constexpr unsigned MostRounds = 3;
    const std::vector<std::pair<CallId, FunctionId>> Direct = Joints;
    std::vector<std::pair<CallId, FunctionId>> Last;
    for (unsigned Round = 0; Round != MostRounds; ++Round) {
      FunctionValues Values = resolveFunctionValues(Result);
      Joints.clear();
      std::vector<FunctionId> Found;
      Result.Statistics.ResolvedIndirect = 0;
      Result.Statistics.CutFunctionSets = Values.CutSets;
      for (const auto &[Site, References] : Values.OfCalls) {
        if (Result.Graph.Calls[Site].Flags & CF_Modelled)
          continue;
        for (NodeId Reference : References) {
          StringId Key = Result.Graph.Nodes[Reference].Ref;
          Bodies.find(Key, Bodies.UnitOfCall[Site], Found);
          addOverriders(Key, Found);
        }
        Result.Statistics.ResolvedIndirect += !Found.empty();
        join(Site, Found);
      }
      if (Joints == Last) {
        Joints = Direct;
        llvm::append_range(Joints, Last);
        return;
      }
      Last = Joints;
      Joints = Direct;
      llvm::append_range(Joints, Last);
      indexJoints();
    }
  }

  void indexJoints() {
    Result.Targets.assign(Result.Graph.Calls.size(), [&](NumberRows::Sink Add) {
      for (auto [Site, Body] : Joints)
        Add(Site, Body);
    });
    Result.Callers.assign(Result.Graph.Functions.size(),
                          [&](NumberRows::Sink Add) {
                            for (auto [Site, Body] : Joints)
                              Add(Body, Site);
                          });
  }

  void propagateUnknownCalls(bool Indirect) {
    FlowGraph &Graph = Result.Graph;
    for (CallId Id = 0; Id != Graph.Calls.size(); ++Id) {
      std::uint16_t Flags = Graph.Calls[Id].Flags;
      if (Flags & CF_Modelled || bool(Flags & CF_Indirect) != Indirect ||
          !Result.targetsOf(Id).empty())
        continue;
      ++Result.Statistics.UnknownCalls;
      propagateUnknownCall(Id);
    }
  }

  /// An unknown function of a library may read a whole object to make its
  /// result (a document's dump, a joined list). That a function of the program
  /// whose body is missing mixes the fields of its objects is not assumed: one
  /// such call would connect everything.
  static bool mayPass(const Node &In, const Node &Out, bool IsLibrary) {
    switch (In.Class) {
    case ValueClass::Text:
    case ValueClass::Bytes:
    case ValueClass::Unknown:
      break;
    case ValueClass::Object:
    case ValueClass::Pointer:
      return IsLibrary && Out.Kind == NodeKind::Result;
    default:
      return false;
    }
    return Out.Kind == NodeKind::Result || Out.Class == ValueClass::Text ||
           Out.Class == ValueClass::Bytes || IsLibrary;
  }

  void propagateUnknownCall(CallId Id) {
    FlowGraph &Graph = Result.Graph;
    llvm::ArrayRef<NodeId> Ports = Result.portsOfCall(Id);
    for (NodeId To : Ports) {
      const Node &Out = Graph.Nodes[To];
      bool Written = false;
      if (Out.Kind == NodeKind::Result)
        Written = !carriesNoText(Out.Class);
      else if (Out.Kind == NodeKind::ArgumentOut)
        Written = llvm::any_of(Ports, [&](NodeId Port) {
          const Node &In = Graph.Nodes[Port];
          return In.Kind == NodeKind::Argument && In.Index == Out.Index &&
                 In.Flags & NF_Writable;
        });
      if (!Written)
        continue;
      for (NodeId From : Ports) {
        const Node &In = Graph.Nodes[From];
        if (In.Kind != NodeKind::Argument ||
            !mayPass(In, Out, Graph.Calls[Id].Flags & CF_Library) ||
            (Out.Kind == NodeKind::ArgumentOut && In.Index == Out.Index))
          continue;
        Graph.Edges.push_back({From, To, EdgeKind::Derive, 0, 0});
      }
    }
  }

  LinkedGraph Result;
  MergedBodies Bodies;
  std::vector<std::pair<CallId, FunctionId>> Joints;
};

LinkedGraph link(llvm::MutableArrayRef<TuObject> Objects) {
  return Linker().run(Objects);
}

} // namespace cppwarden::analysis
