//===- FlowBuilder.h - TU objects by hand, for the linker's tests
//----------===//
//
// A test writes a unit as a few functions with named values:
//
//   UnitBuilder Unit("a.cpp");
//   auto Run = Unit.function("run", 1);
//   Unit.copy(Run.param(0), Run.sink("command.shell"));
//   auto Main = Unit.function("main", 0, FF_Main);
//   auto Call = Main.call("run", {Main.source("untrusted.stdin")});
//
// Each node gets its own line, so that no two are at one place.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_TESTS_ANALYSIS_FLOWBUILDER_H
#define CPPWARDEN_TESTS_ANALYSIS_FLOWBUILDER_H

#include "analysis/TuObject.h"
#include "llvm/ADT/STLExtras.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cppwarden::analysis::test {

/// Elements of a path: "name" a field, "[]" any element, "[key]" any key.
using PathSpelling = std::vector<std::string>;

class UnitBuilder {
public:
  explicit UnitBuilder(std::string File) { Object.MainFile = std::move(File); }

  TuObject Object;

  StringId string(const std::string &Text) {
    auto &Strings = Object.Graph.Strings;
    auto It = llvm::find(Strings, Text);
    if (It == Strings.end()) {
      Strings.push_back(Text);
      return static_cast<StringId>(Strings.size() - 1);
    }
    return static_cast<StringId>(It - Strings.begin());
  }
  LocationId place(std::optional<Location> At = {}) {
    Location Where;
    if (At) {
      Where = *At;
    } else {
      Where.File = string(Object.MainFile);
      Where.Line = Where.EndLine = ++Line;
      Where.Column = 1;
      Where.EndColumn = 9;
    }
    Object.Graph.Locations.push_back(Where);
    return static_cast<LocationId>(Object.Graph.Locations.size() - 1);
  }
  NodeId node(NodeKind Kind, FunctionId In, std::uint32_t Ref = 0,
              int Index = 0, ValueClass Class = ValueClass::Text,
              unsigned Flags = NF_None, const std::string &Label = "") {
    Node Port;
    Port.Kind = Kind;
    Port.Class = Class;
    Port.Flags = static_cast<std::uint16_t>(Flags);
    Port.Index = Index;
    Port.Ref = Ref;
    Port.Function = In;
    Port.Location = place();
    Port.Label = string(Label);
    Object.Graph.Nodes.push_back(Port);
    return static_cast<NodeId>(Object.Graph.Nodes.size() - 1);
  }
  void edge(NodeId From, NodeId To, EdgeKind Kind,
            const PathSpelling &Path = {},
            const std::vector<std::string> &Sanitisers = {}) {
    Object.Graph.Edges.push_back(
        {From, To, Kind, path(Path), sanitisers(Sanitisers)});
  }
  void copy(NodeId From, NodeId To) { edge(From, To, EdgeKind::Copy); }
  void embed(NodeId From, NodeId To) { edge(From, To, EdgeKind::Embed); }
  void derive(NodeId From, NodeId To) { edge(From, To, EdgeKind::Derive); }
  void index(NodeId From, NodeId To) { edge(From, To, EdgeKind::Index); }
  void read(NodeId From, NodeId To, const PathSpelling &Path) {
    edge(From, To, EdgeKind::Read, Path);
  }
  void store(NodeId From, NodeId To, const PathSpelling &Path) {
    edge(From, To, EdgeKind::Store, Path);
  }

  NodeId global(const std::string &Key, NodeKind Kind = NodeKind::Global) {
    auto [It, New] = Shared.try_emplace({Kind, Key}, 0);
    if (New)
      It->second = node(Kind, None, string(Key));
    return It->second;
  }
  NodeId field(const std::string &Key) { return global(Key, NodeKind::Field); }

  struct FunctionScope;
  struct CallScope {
    UnitBuilder *Unit;
    FunctionId In;
    CallId Id;
    NodeId result(ValueClass Class = ValueClass::Text) {
      return port(NodeKind::Result, 0, Class, NF_None);
    }
    NodeId argument(int Index, ValueClass Class = ValueClass::Text,
                    unsigned Flags = NF_None) {
      return port(NodeKind::Argument, Index, Class, Flags);
    }
    NodeId argumentOut(int Index, ValueClass Class = ValueClass::Text) {
      return port(NodeKind::ArgumentOut, Index, Class, NF_None);
    }
    NodeId callee() {
      return port(NodeKind::Callee, 0, ValueClass::Function, NF_None);
    }

  private:
    NodeId port(NodeKind Kind, int Index, ValueClass Class, unsigned Flags) {
      for (NodeId Port : Unit->Object.Graph.Calls[Id].Ports) {
        const Node &Known = Unit->Object.Graph.Nodes[Port];
        if (Known.Kind == Kind && Known.Index == Index)
          return Port;
      }
      NodeId Port = Unit->node(Kind, In, Id, Index, Class, Flags);
      Unit->Object.Graph.Calls[Id].Ports.push_back(Port);
      return Port;
    }
  };

  struct FunctionScope {
    UnitBuilder *Unit;
    FunctionId Id;

    NodeId value(ValueClass Class = ValueClass::Text) {
      return Unit->node(NodeKind::Value, Id, 0, 0, Class);
    }
    NodeId param(int Index, ValueClass Class = ValueClass::Text,
                 unsigned Flags = NF_None) {
      return port(NodeKind::Param, Index, Class, Flags);
    }
    NodeId paramOut(int Index, ValueClass Class = ValueClass::Text) {
      return port(NodeKind::ParamOut, Index, Class, NF_None);
    }
    NodeId result(ValueClass Class = ValueClass::Text) {
      return port(NodeKind::Return, 0, Class, NF_None);
    }
    NodeId source(const std::string &Kind, unsigned Flags = NF_None,
                  ValueClass Class = ValueClass::Text) {
      return Unit->node(NodeKind::Source, Id, Unit->string(Kind), 0, Class,
                        Flags);
    }
    NodeId sink(const std::string &Kind, ValueClass Class = ValueClass::Text) {
      return Unit->node(NodeKind::Sink, Id, Unit->string(Kind), 0, Class);
    }
    /// A sink with the value that it consumes.
    NodeId sinkOf(NodeId Value, const std::string &Kind,
                  ValueClass Class = ValueClass::Text) {
      NodeId Sink = sink(Kind, Class);
      Unit->copy(Value, Sink);
      return Sink;
    }
    NodeId use(const std::string &Kind) {
      return Unit->node(NodeKind::Use, Id, Unit->string(Kind));
    }
    NodeId text(const std::string &Characters) {
      return Unit->literal(Id,
                           {LiteralKind::String, Unit->string(Characters), 0},
                           ValueClass::Text);
    }
    NodeId integer(std::int64_t Value) {
      return Unit->literal(Id, {LiteralKind::Integer, 0, Value},
                           ValueClass::Number);
    }
    NodeId functionRef(const std::string &Key) {
      return Unit->node(NodeKind::FunctionRef, Id, Unit->string(Key), 0,
                        ValueClass::Function);
    }
    CallScope call(const std::string &Key, const std::vector<NodeId> &Arguments,
                   unsigned Flags = CF_None) {
      Call Site;
      Site.Target = Unit->string(Key);
      Site.Name = Site.Target;
      Site.Flags = static_cast<std::uint16_t>(Flags);
      Site.Caller = Id;
      Site.Location = Unit->place();
      Unit->Object.Graph.Calls.push_back(Site);
      CallScope Made{Unit, Id,
                     static_cast<CallId>(Unit->Object.Graph.Calls.size() - 1)};
      for (std::size_t I = 0; I != Arguments.size(); ++I)
        Unit->copy(Arguments[I], Made.argument(static_cast<int>(I)));
      return Made;
    }
    CallScope callValue(NodeId Function, const std::vector<NodeId> &Arguments) {
      CallScope Made = call("", Arguments, CF_Indirect);
      Unit->copy(Function, Made.callee());
      return Made;
    }

  private:
    NodeId port(NodeKind Kind, int Index, ValueClass Class, unsigned Flags) {
      for (NodeId Port = 0; Port != Unit->Object.Graph.Nodes.size(); ++Port) {
        const Node &Known = Unit->Object.Graph.Nodes[Port];
        if (Known.Kind == Kind && Known.Index == Index && Known.Function == Id)
          return Port;
      }
      return Unit->node(Kind, Id, 0, Index, Class, Flags);
    }
  };

  FunctionScope function(const std::string &Key, unsigned Params,
                         unsigned Flags = FF_External,
                         const std::vector<std::string> &Overrides = {},
                         std::optional<Location> At = {}) {
    Function Body;
    Body.Key = string(Key);
    Body.Name = Body.Key;
    Body.Flags = static_cast<std::uint16_t>(Flags);
    Body.ParamCount = Params;
    Body.Location = place(At);
    for (const std::string &Method : Overrides)
      Body.Overrides.push_back(string(Method));
    Object.Graph.Functions.push_back(Body);
    return {this, static_cast<FunctionId>(Object.Graph.Functions.size() - 1)};
  }
  NodeId literal(FunctionId In, const Literal &Value, ValueClass Class) {
    Object.Graph.Literals.push_back(Value);
    return node(NodeKind::Literal, In,
                static_cast<std::uint32_t>(Object.Graph.Literals.size() - 1), 0,
                Class);
  }

private:
  PathId path(const PathSpelling &Spelling) {
    std::vector<PathElement> Path;
    for (const std::string &Element : Spelling)
      if (Element == "[]")
        Path.push_back({PathElementKind::Element, 0});
      else if (Element == "[key]")
        Path.push_back({PathElementKind::Key, 0});
      else
        Path.push_back({PathElementKind::Field, string(Element)});
    return intern(Object.Graph.Paths, Path);
  }
  SanitiserSetId sanitisers(const std::vector<std::string> &Kinds) {
    std::vector<StringId> Set;
    for (const std::string &Kind : Kinds)
      Set.push_back(string(Kind));
    return intern(Object.Graph.SanitiserSets, Set);
  }
  template <typename T>
  static std::uint32_t intern(std::vector<T> &Table, const T &Item) {
    auto It = llvm::find(Table, Item);
    if (It == Table.end())
      It = Table.insert(Table.end(), Item);
    return static_cast<std::uint32_t>(It - Table.begin());
  }

  std::map<std::pair<NodeKind, std::string>, NodeId> Shared;
  std::uint32_t Line = 0;
};

} // namespace cppwarden::analysis::test

#endif
