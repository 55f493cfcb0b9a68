//===- PurposeFinder.cpp - What a value is computed for -------------------===//
//
// Domain. A site is one computation as one function sees it: what goes in, what
// comes out. The call of a digest is a site, and so is each call of a function
// that hands its parameter to a digest and returns what it got.
//
// Evidence of a site is names: of the function and its class; of what goes in,
// traced back within the body; of what the result becomes, followed forward
// within the body and one call deep: variables, fields, keys, what it is given
// to. PurposeLexicon judges them; the first purpose of the file that is told
// wins, so that a password in an ETag is still a password.
//
// Callers. Where the body says nothing, its callers do, each a site of its own:
// harm at one of them is harm; harmless it is only when every one of them says
// so. A body that says it is harmless is believed, unless a caller gives it a
// secret.
//
// Limits. Names are weak evidence: what is not told stays open, and the rule's
// own severity holds. Fields and globals are named, not followed. A context
// that is filled in one function and finished in another is judged by the names
// around it alone. MaxNodes a site, MaxDepth callers deep, MaxSites in all.
//
//===----------------------------------------------------------------------===//
#include "rules/PurposeFinder.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace cppwarden::analysis;
using llvm::StringRef;

namespace cppwarden::rules {

namespace {
constexpr std::size_t MaxNodes = 256;
constexpr unsigned MaxDepth = 4, MaxSites = 64;
/// A longer text is no key.
constexpr std::size_t MaxKey = 48;
} // namespace

struct PurposeFinder::Site {
  FunctionId Function = None;
  llvm::SmallVector<NodeId, 4> Inputs, Outputs;
  StringId Called = 0; ///< what computes
};

/// What one site tells.
struct PurposeFinder::Search {
  std::vector<PurposeEvidence> Found;
  bool Returns = false;
  llvm::SmallVector<std::int32_t, 2> FromParams, ToParams;

  void add(PurposeEvidence::Side On, StringRef Name, StringRef Kind = "") {
    if (!Name.empty() || !Kind.empty())
      Found.push_back({On, Name.str(), Kind.str()});
  }
};

void PurposeFinder::index() {
  if (IsIndexed)
    return;
  IsIndexed = true;
  EdgesFrom.assign(Graph.Nodes.size(), [&](NumberRows::Sink Add) {
    for (std::uint32_t I = 0; I != Graph.Edges.size(); ++I)
      Add(Graph.Edges[I].From, I);
  });
  for (const auto &Set : Graph.SanitiserSets)
    Computes.push_back(llvm::any_of(
        Set, [&](StringId Kind) { return text(Kind) == Words.through(); }));
  // Initialisers of globals stand in no function, and know no others.
  Computing.assign(Graph.Functions.size(), [&](NumberRows::Sink Add) {
    for (std::uint32_t I = 0; I != Graph.Edges.size(); ++I) {
      const Edge &E = Graph.Edges[I];
      if (FunctionId In = Graph.Nodes[E.To].Function;
          In != None && E.Kind == EdgeKind::Derive && Computes[E.Sanitisers])
        Add(In, I);
    }
  });
  Sinks.assign(Graph.Functions.size(), [&](NumberRows::Sink Add) {
    for (NodeId Id = 0; Id != Graph.Nodes.size(); ++Id)
      if (const Node &At = Graph.Nodes[Id];
          At.Kind == NodeKind::Sink && At.Function != None)
        Add(At.Function, Id);
  });
}

/// The site of a library's function: a digest in one call, told by its name, or
/// the pieces of one that the same body feeds and finishes.
PurposeFinder::Site PurposeFinder::siteOf(NodeId Sink) const {
  const Node &At = Graph.Nodes[Sink];
  Site Result;
  Result.Function = At.Function;
  Result.Called = At.Label;
  auto IsFeed = [&](const Node &N) {
    return llvm::is_contained(Words.inputs(), text(N.Ref));
  };
  for (bool OneCall : {true, false}) {
    auto IsMine = [&](const Node &N) {
      return !OneCall || N.Label == At.Label;
    };
    for (NodeId Id : Sinks[At.Function])
      if (IsFeed(Graph.Nodes[Id]) && IsMine(Graph.Nodes[Id]))
        for (const Edge &E : Program.edgesInto(Id))
          Result.Inputs.push_back(E.From);
    for (std::uint32_t Edge : Computing[At.Function])
      if (NodeId To = Graph.Edges[Edge].To; IsMine(Graph.Nodes[To]))
        Result.Outputs.push_back(To);
    if (!Result.Inputs.empty() || !Result.Outputs.empty())
      break;
  }
  return Result;
}

/// The call as its caller sees it; of its ports, those that count.
PurposeFinder::Site
PurposeFinder::siteOfCall(CallId Call,
                          llvm::function_ref<bool(const Node &)> Takes) const {
  Site Result;
  Result.Function = Graph.Calls[Call].Caller;
  for (NodeId Port : Program.portsOfCall(Call)) {
    NodeKind Kind = Graph.Nodes[Port].Kind;
    if (!Takes(Graph.Nodes[Port]))
      continue;
    if (Kind == NodeKind::Argument)
      Result.Inputs.push_back(Port);
    else if (Kind == NodeKind::ArgumentOut || Kind == NodeKind::Result)
      Result.Outputs.push_back(Port);
  }
  return Result;
}

StringRef PurposeFinder::lastName(const Site &At) const {
  if (At.Function == None)
    return "";
  StringRef Name = text(Graph.Functions[At.Function].Name);
  std::size_t Colon = Name.rfind("::");
  return Colon == StringRef::npos ? Name : Name.drop_front(Colon + 2);
}

/// Short texts that come to From as they are: the key of a header, a setting.
void PurposeFinder::noteLiterals(NodeId From, Search &In) const {
  llvm::SmallVector<NodeId, 8> Queue{From};
  for (std::size_t I = 0; I != Queue.size() && I != 8; ++I) {
    const Node &At = Graph.Nodes[Queue[I]];
    if (At.Kind == NodeKind::Literal) {
      const Literal &Value = Graph.Literals[At.Ref];
      if (Value.Kind == LiteralKind::String &&
          text(Value.Text).size() <= MaxKey)
        In.add(PurposeEvidence::Side::Output, text(Value.Text));
      continue;
    }
    for (const Edge &E : Program.edgesInto(Queue[I]))
      if (E.Kind == EdgeKind::Copy && Queue.size() < 8)
        Queue.push_back(E.From);
  }
}

/// The arguments beside one: `set_header("ETag", tag)`.
void PurposeFinder::noteKeys(const Node &Beside, Search &In) const {
  if (Beside.Kind == NodeKind::Argument) {
    for (NodeId Port : Program.portsOfCall(Beside.Ref)) {
      const Node &At = Graph.Nodes[Port];
      if (At.Kind == NodeKind::Argument && At.Index >= 0 &&
          At.Index + 1 == Beside.Index)
        noteLiterals(Port, In);
    }
    return;
  }
  const Location &Where = Graph.Locations[Beside.Location];
  for (NodeId Id : Sinks[Beside.Function]) {
    const Node &At = Graph.Nodes[Id];
    const Location &There = Graph.Locations[At.Location];
    if (&At != &Beside && At.Label == Beside.Label && At.Ref == Beside.Ref &&
        There.File == Where.File && There.Line == Where.Line &&
        There.Column < Where.Column)
      noteLiterals(Id, In);
  }
}

/// Forward from the results.
void PurposeFinder::follow(const Site &At, Search &In) const {
  using Side = PurposeEvidence::Side;
  struct Step {
    NodeId Node;
    bool InObject; ///< part of an object whose other parts are other values
    bool IsDeeper; ///< in a function that the result is given to
  };
  llvm::SmallVector<Step, 32> Queue;
  llvm::DenseSet<NodeId> Seen;
  auto Push = [&](NodeId Id, bool InObject, bool IsDeeper) {
    if (Queue.size() < MaxNodes && Seen.insert(Id).second)
      Queue.push_back({Id, InObject, IsDeeper});
  };
  for (NodeId Id : At.Outputs)
    Push(Id, false, false);
  for (std::size_t I = 0; I != Queue.size(); ++I) {
    const Step Here = Queue[I];
    const Node &N = Graph.Nodes[Here.Node];
    if (carriesNoText(N.Class) && N.Kind != NodeKind::Sink)
      continue;
    switch (N.Kind) {
    case NodeKind::Return:
      In.Returns |= !Here.IsDeeper;
      continue;
    case NodeKind::ParamOut:
      if (!Here.IsDeeper)
        In.ToParams.push_back(N.Index);
      continue;
    case NodeKind::Field:
    case NodeKind::Global:
      In.add(Side::Output, text(N.Label));
      continue;
    case NodeKind::Sink:
      if (Here.InObject)
        continue;
      // What a function returns is told by its name, below.
      if (N.Flags & NF_Named && text(N.Label) == lastName(At))
        continue;
      In.add(Side::Output, text(N.Label), text(N.Ref));
      noteKeys(N, In);
      continue;
    case NodeKind::Argument: {
      const Call &C = Graph.Calls[N.Ref];
      if (!Here.InObject) {
        In.add(Side::Output, text(C.Name));
        noteKeys(N, In);
      }
      for (FunctionId Target : Program.targetsOf(N.Ref))
        for (NodeId Port : Program.portsOfFunction(Target))
          if (Graph.Nodes[Port].Kind == NodeKind::Param &&
              Program.joins(N, Graph.Nodes[Port]) && !Here.IsDeeper)
            Push(Port, Here.InObject, true);
      for (NodeId Port : Program.portsOfCall(N.Ref))
        if (NodeKind Kind = Graph.Nodes[Port].Kind;
            Kind == NodeKind::Result ||
            (Kind == NodeKind::ArgumentOut && !Here.InObject &&
             Graph.Nodes[Port].Index >= 0))
          Push(Port, Here.InObject, Here.IsDeeper);
      continue;
    }
    default:
      if (!Here.InObject && N.Label != At.Called)
        In.add(Side::Output, text(N.Label));
      break;
    }
    for (std::uint32_t Index : EdgesFrom[Here.Node]) {
      const Edge &E = Graph.Edges[Index];
      if (E.Kind == EdgeKind::Index)
        continue;
      bool InObject = Here.InObject;
      if (E.Kind == EdgeKind::Store) {
        for (const PathElement &Each : Graph.Paths[E.Path])
          if (!InObject && Each.Kind == PathElementKind::Field)
            In.add(Side::Output, text(Each.Name));
        InObject = true;
      } else if (E.Kind == EdgeKind::Read) {
        if (InObject)
          continue;
      }
      Push(E.To, InObject, Here.IsDeeper);
    }
  }
}

/// Back from what goes in.
void PurposeFinder::trace(const Site &At, Search &In) const {
  using Side = PurposeEvidence::Side;
  llvm::SmallVector<NodeId, 32> Queue;
  llvm::DenseSet<NodeId> Seen;
  auto Push = [&](NodeId Id) {
    if (Queue.size() < MaxNodes && Seen.insert(Id).second)
      Queue.push_back(Id);
  };
  for (NodeId Id : At.Inputs)
    Push(Id);
  for (std::size_t I = 0; I != Queue.size(); ++I) {
    const Node &N = Graph.Nodes[Queue[I]];
    switch (N.Kind) {
    case NodeKind::Source:
      In.add(Side::Input, text(N.Label), text(N.Ref));
      continue;
    case NodeKind::Literal: {
      const Literal &Value = Graph.Literals[N.Ref];
      if (Value.Kind == LiteralKind::String)
        In.add(Side::Text, text(Value.Text));
      continue;
    }
    case NodeKind::Param:
      if (N.Function == At.Function) {
        In.add(Side::Input, text(N.Label));
        In.FromParams.push_back(N.Index);
      }
      break; // a name may make it a secret
    case NodeKind::Field:
      In.add(Side::Input, text(N.Label));
      continue;
    case NodeKind::Result:
      In.add(Side::Input, text(Graph.Calls[N.Ref].Name));
      for (NodeId Port : Program.portsOfCall(N.Ref))
        if (Graph.Nodes[Port].Kind == NodeKind::Argument)
          Push(Port);
      break;
    case NodeKind::Argument:
      break;
    default:
      In.add(Side::Input, text(N.Label));
      break;
    }
    for (const Edge &E : Program.edgesInto(Queue[I]))
      if (E.Kind != EdgeKind::Index && !Computes[E.Sanitisers] &&
          !carriesNoText(Graph.Nodes[E.From].Class))
        Push(E.From);
  }
}

Purpose PurposeFinder::judge(const Site &At, llvm::ArrayRef<NodeId> Way,
                             unsigned Depth, unsigned &Budget) const {
  using Side = PurposeEvidence::Side;
  Search In;
  StringRef Function;
  if (At.Function != None) {
    Function = text(Graph.Functions[At.Function].Name);
    In.add(Side::Around, Function);
  }
  if (Depth == 0)
    In.add(Side::Around, text(At.Called));
  for (NodeId Id : Way)
    if (Graph.Nodes[Id].Kind != NodeKind::Literal)
      In.add(Side::Around, text(Graph.Nodes[Id].Label));
  trace(At, In);
  follow(At, In);
  if (In.Returns)
    In.add(Side::Output, lastName(At));

  PurposeLexicon::Match Told = Words.judge(In.Found);
  Purpose Here;
  if (Told.Told) {
    Here.Is = Told.Told->Is;
    StringRef Says = Told.Told->Says;
    auto [Before, After] = Says.split("{name}");
    Here.Phrase = Before.str();
    if (Before.size() != Says.size())
      Here.Phrase += "`" + Told.By->Name + "`" + After.str();
    if (Here.Is == Verdict::Harm || Told.Told->IsFinal)
      return Here;
  }
  if (At.Function == None || Depth == MaxDepth)
    return Here;

  bool All = true;
  Purpose First;
  for (CallId Call : Program.callersOf(At.Function)) {
    if (!Budget) {
      All = false;
      break;
    }
    --Budget;
    const Site Above = siteOfCall(Call, [&](const Node &Port) {
      return Port.Kind == NodeKind::Argument
                 ? llvm::is_contained(In.FromParams, Port.Index)
             : Port.Kind == NodeKind::Result
                 ? In.Returns
                 : llvm::is_contained(In.ToParams, Port.Index);
    });
    if (Above.Inputs.empty() && Above.Outputs.empty()) {
      All = false;
      continue;
    }
    Purpose Their = judge(Above, {}, Depth + 1, Budget);
    if (Their.Is == Verdict::Harm)
      return Their;
    All &= Their.Is == Verdict::Harmless;
    if (First.Is == Verdict::Open)
      First = std::move(Their);
  }
  if (Told.Told)
    return Here;
  return All ? First : Purpose();
}

Purpose PurposeFinder::purposeOf(NodeId Sink, NodeId Report,
                                 llvm::ArrayRef<NodeId> Way) {
  index();
  const Node &Reported = Graph.Nodes[Report];
  bool IsWrapped = Reported.Kind == NodeKind::Argument;
  unsigned Budget = MaxSites;
  auto All = [](const Node &) { return true; };
  return judge(IsWrapped ? siteOfCall(Reported.Ref, All) : siteOf(Sink), Way, 0,
               Budget);
}

} // namespace cppwarden::rules
