//===- ProgramGenerator.cpp - A program of any size, as TU objects --------===//
//
// Units of 60 functions. A function calls mostly its own unit, often the units
// near it, sometimes a few popular ones (string tools, logger), so that some
// functions have thousands of callers. The mix:
//
//   45 %  pass a text through two to four calls, embed it on the way
//   15 %  getters and setters of a class's fields, shared program-wide
//   10 %  recursive functions, directly or through a neighbour, with paths
//    8 %  fill an out-parameter
//    6 %  virtual methods, three overriders each, called through the base
//    5 %  wrappers around a sink: the last link of many chains
//    4 %  sources: environment, files, requests
//    4 %  build a command or a query from a field or a parameter (sinks)
//    2 %  hand a function to one that calls it (one in fifty takes a callback)
//    1 %  configuration read and written through globals
//
// One in eight bodies is inline and arrives from a second unit as well.
//
//===----------------------------------------------------------------------===//
#include "ProgramGenerator.h"
#include <map>
#include <random>

namespace cppwarden::benchmarks {

using namespace analysis;

namespace {

constexpr std::size_t PopularFunctions = 64;

class UnitWriter {
public:
  UnitWriter(std::size_t Unit, std::size_t Functions, unsigned Seed)
      : Unit(Unit), Functions(Functions), Random(Seed * 7919u + Unit) {
    Object.MainFile = "src/unit" + std::to_string(Unit) + ".cpp";
    Object.ProjectFiles = {Object.MainFile};
    File = string(Object.MainFile);
  }

  TuObject write() {
    std::size_t First = Unit * FunctionsPerUnit;
    for (std::size_t I = 0; I != FunctionsPerUnit && First + I < Functions; ++I)
      function(First + I);
    // Headers bring bodies that a neighbour has too.
    for (std::size_t I = 0; Unit && I < FunctionsPerUnit; I += 8)
      function(First - FunctionsPerUnit + I);
    return std::move(Object);
  }

private:
  static std::string key(std::size_t Id) {
    return "c:@N@shop@S@Service" + std::to_string(Id / 20) + "@F@process" +
           std::to_string(Id) + "#&1$@N@std@S@string#";
  }
  StringId string(const std::string &Text) {
    auto [It, New] = Strings.try_emplace(
        Text, static_cast<StringId>(Object.Graph.Strings.size()));
    if (New)
      Object.Graph.Strings.push_back(Text);
    return It->second;
  }
  LocationId place(std::uint32_t At, StringId In) {
    Object.Graph.Locations.push_back({In, At, 5, At, 20});
    return static_cast<LocationId>(Object.Graph.Locations.size() - 1);
  }
  NodeId node(NodeKind Kind, std::uint32_t Ref = 0, int Index = 0,
              ValueClass Class = ValueClass::Text, unsigned Flags = 0) {
    Node Port;
    Port.Kind = Kind;
    Port.Class = Class;
    Port.Flags = static_cast<std::uint16_t>(Flags);
    Port.Index = Index;
    Port.Ref = Ref;
    Port.Function = Current;
    Port.Location = place(++Line, Where);
    Object.Graph.Nodes.push_back(Port);
    return static_cast<NodeId>(Object.Graph.Nodes.size() - 1);
  }
  NodeId value() { return node(NodeKind::Value); }
  NodeId shared(NodeKind Kind, const std::string &Key) {
    StringId Id = string(Key);
    auto [It, New] = Shared.try_emplace({Kind, Id}, 0);
    if (New)
      It->second = node(Kind, Id);
    return It->second;
  }
  NodeId text(const std::string &Characters) {
    Object.Graph.Literals.push_back(
        {LiteralKind::String, string(Characters), 0});
    return node(NodeKind::Literal,
                static_cast<std::uint32_t>(Object.Graph.Literals.size() - 1));
  }
  void edge(NodeId From, NodeId To, EdgeKind Kind = EdgeKind::Copy,
            const std::string &Field = "") {
    PathId Path = 0;
    if (!Field.empty()) {
      auto [It, New] = Paths.try_emplace(
          Field, static_cast<PathId>(Object.Graph.Paths.size()));
      if (New)
        Object.Graph.Paths.push_back({{PathElementKind::Field, string(Field)}});
      Path = It->second;
    }
    Object.Graph.Edges.push_back({From, To, Kind, Path, 0});
  }
  NodeId embedded(NodeId Value) {
    NodeId Text = value();
    edge(text("prefix "), Text, EdgeKind::Embed);
    edge(Value, Text, EdgeKind::Embed);
    return Text;
  }
  struct Site {
    CallId Id;
    NodeId Argument;
  };
  Site call(const std::string &Target, NodeId Value, unsigned Flags = 0) {
    Call Made;
    Made.Target = Target.empty() ? 0 : string(Target);
    Made.Name = string("shop::process");
    Made.Flags = static_cast<std::uint16_t>(Flags);
    Made.Caller = Current;
    Made.Location = place(++Line, Where);
    auto Id = static_cast<CallId>(Object.Graph.Calls.size());
    Object.Graph.Calls.push_back(Made);
    NodeId Argument =
        port(Id, NodeKind::Argument, 0, ValueClass::Text, NF_Writable);
    edge(Value, Argument);
    return {Id, Argument};
  }
  NodeId port(CallId Of, NodeKind Kind, int Index = 0,
              ValueClass Class = ValueClass::Text, unsigned Flags = 0) {
    NodeId Port = node(Kind, Of, Index, Class, Flags);
    Object.Graph.Calls[Of].Ports.push_back(Port);
    return Port;
  }
  std::size_t random(std::size_t Below) { return Random() % Below; }

  /// Mostly near, sometimes far away, sometimes one of the popular.
  std::size_t someFunction(std::size_t Self) {
    std::size_t Roll = random(100);
    if (Roll < 8)
      return random(std::min(PopularFunctions, Functions));
    if (Roll < 12)
      return random(Functions);
    std::size_t Reach = Roll < 70 ? FunctionsPerUnit : 20 * FunctionsPerUnit;
    return (Self + 1 + random(Reach)) % Functions;
  }

  void function(std::size_t Id) {
    // A body is the same whichever unit brings it.
    Random.seed(static_cast<unsigned>(Id * 2654435761u + 1));
    bool Inline = Id % FunctionsPerUnit % 8 == 0;
    Where = Inline ? string("include/unit" +
                            std::to_string(Id / FunctionsPerUnit) + ".h")
                   : File;
    Line = static_cast<std::uint32_t>(Id % FunctionsPerUnit * 40 + 1);
    std::string Class = "shop::Service" + std::to_string(Id / 20);

    Function Body;
    Body.Key = string(key(Id));
    Body.Name = string(Class + "::process" + std::to_string(Id));
    Body.Flags = FF_External | (Inline ? FF_Inline : 0);
    Body.ParamCount = 1;
    Body.Location = place(Line, Where);
    std::size_t Shape = random(100);
    bool Virtual = Shape < 6 && Id % 4;
    if (Virtual) {
      Body.Flags |= FF_Virtual;
      Body.Overrides.push_back(string(key(Id / 4 * 4)));
    }
    Current = static_cast<FunctionId>(Object.Graph.Functions.size());
    Object.Graph.Functions.push_back(Body);

    NodeId Param = node(NodeKind::Param);
    NodeId Result = node(NodeKind::Return);
    std::string Field = "f" + std::to_string(Id % 5);
    if (Id == callbackTaker(Id)) {
      Site Made = call("", text("event"), CF_Indirect);
      edge(Param, port(Made.Id, NodeKind::Callee, 0, ValueClass::Function));
      edge(port(Made.Id, NodeKind::Result), Result);
    } else if (Shape < 51) {
      passThrough(Id, Param, Result);
    } else if (Shape < 66) {
      NodeId Member = shared(NodeKind::Field, Class + "::" + Field);
      if (Id % 2)
        edge(Member, Result);
      else
        edge(Param, Member);
    } else if (Shape < 76) {
      NodeId Next = value();
      edge(Param, Next, EdgeKind::Read, Id % 3 ? "next" : Field);
      std::size_t Callee = Id % 2 ? Id : (Id + 1) % Functions;
      edge(port(call(key(Callee), Next).Id, NodeKind::Result), Result);
      edge(Param, Result);
    } else if (Shape < 84) {
      NodeId Out = node(NodeKind::ParamOut);
      edge(embedded(Param), Out);
      Site Made = call(key(someFunction(Id)), Param);
      edge(port(Made.Id, NodeKind::ArgumentOut), Out, EdgeKind::Store, Field);
      edge(Out, Result);
    } else if (Shape < 89) {
      edge(Param, node(NodeKind::Sink, string(sinkKind(Id))));
      edge(text("done"), Result);
    } else if (Shape < 93) {
      static const char *const Kinds[] = {
          "untrusted.environment", "untrusted.file", "untrusted.network.http",
          "secret.password"};
      edge(node(NodeKind::Source, string(Kinds[Id % 4])), Result);
    } else if (Shape < 97) {
      NodeId Member = shared(NodeKind::Field, Class + "::" + Field);
      NodeId Text = embedded(Id % 2 ? Param : Member);
      edge(Text, node(NodeKind::Sink, string(sinkKind(Id))));
      edge(Text, Result);
    } else if (Shape < 99) {
      NodeId Function =
          node(NodeKind::FunctionRef, string(key(someFunction(Id))), 0,
               ValueClass::Function);
      call(key(callbackTaker(someFunction(Id))), Function);
      edge(text("registered"), Result);
    } else {
      NodeId Global =
          shared(NodeKind::Global, "c:@config" + std::to_string(Id % 97));
      edge(Param, Global, EdgeKind::Store, Field);
      edge(Global, Result, EdgeKind::Read, Field);
    }
  }

  /// One function in fifty calls the function it is given.
  static std::size_t callbackTaker(std::size_t Near) {
    return Near / 50 * 50 + 7;
  }

  void passThrough(std::size_t Id, NodeId Param, NodeId Result) {
    NodeId Now = Param;
    for (std::size_t Calls = 1 + random(3); Calls; --Calls) {
      if (random(3) == 0)
        Now = embedded(Now);
      std::size_t Callee = someFunction(Id);
      unsigned Flags = Callee % 4 == 0 ? CF_Virtual : 0;
      // One call in ten leaves the program, to a library without a model.
      std::string Target = random(10)
                               ? key(Callee)
                               : "c:@F@library" + std::to_string(Callee % 50);
      NodeId Next = value();
      edge(port(call(Target, Now, Flags).Id, NodeKind::Result), Next);
      Now = Next;
    }
    edge(Now, Result);
    if (random(4) == 0)
      edge(text("default"), Result);
  }

  static std::string sinkKind(std::size_t Id) {
    static const char *const Kinds[] = {"sql",  "command.shell", "path",
                                        "html", "log",           "log.console"};
    return Kinds[Id % 6];
  }

  std::size_t Unit, Functions;
  std::minstd_rand Random;
  TuObject Object;
  StringId File = 0, Where = 0;
  std::uint32_t Line = 0;
  FunctionId Current = None;
  std::map<std::string, StringId> Strings{{"", 0}};
  std::map<std::string, PathId> Paths;
  std::map<std::pair<NodeKind, StringId>, NodeId> Shared;
};

} // namespace

TuObject generateUnit(std::size_t Unit, std::size_t Functions, unsigned Seed) {
  return UnitWriter(Unit, Functions, Seed).write();
}

std::vector<TuObject> generateProgram(std::size_t Functions, unsigned Seed) {
  std::vector<TuObject> Objects;
  std::size_t Units = (Functions + FunctionsPerUnit - 1) / FunctionsPerUnit;
  Objects.reserve(Units);
  for (std::size_t Unit = 0; Unit != Units; ++Unit)
    Objects.push_back(generateUnit(Unit, Functions, Seed));
  return Objects;
}

std::vector<FlowQuery> typicalQueries() {
  std::vector<FlowQuery> Queries;
  auto add =
      [&](std::vector<std::string> Sources, std::vector<std::string> Sinks,
          std::vector<std::string> Sanitisers, Travel Requires) -> FlowQuery & {
    FlowQuery &Query = Queries.emplace_back();
    Query.Id = "query" + std::to_string(Queries.size());
    Query.Sources = std::move(Sources);
    Query.Sinks = std::move(Sinks);
    Query.Sanitisers = std::move(Sanitisers);
    Query.Requires = Requires;
    return Query;
  };
  add({"untrusted"}, {"sql"}, {"escape.sql", "allowlist"}, Travel::Embedded);
  add({}, {"sql"}, {"escape.sql", "allowlist"}, Travel::Embedded).Open = true;
  add({"untrusted"}, {"command"}, {"escape.shell", "allowlist"}, Travel::Any);
  add({"untrusted"}, {"path"}, {"path-check", "allowlist"}, Travel::Any)
      .ExceptSources = {"untrusted.environment"};
  add({"untrusted.network"}, {"html"}, {"escape.html"}, Travel::Any);
  add({"secret"}, {"log"}, {"mask", "hash", "encrypt", "length"}, Travel::Any);
  FlowQuery &Credential = add({}, {"path"}, {}, Travel::Whole);
  Credential.Literals = LiteralCondition{
      {LiteralKind::String},
      [](const Literal &Value, const FlowGraph &Graph, const Node &,
         const Node &) { return Graph.Strings[Value.Text].size() > 100; }};
  return Queries;
}

} // namespace cppwarden::benchmarks
