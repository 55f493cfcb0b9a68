//===- LinkerTest.cpp - How fragments become one program ------------------===//
#include "analysis/Linker.h"
#include "SolveProgram.h"
#include "analysis/FlowDump.h"
#include <gtest/gtest.h>

using namespace cppwarden::analysis;
using namespace cppwarden::analysis::test;

namespace {

LinkedGraph linkAll(std::vector<TuObject> Objects) { return link(Objects); }

std::vector<std::string> targetNames(const LinkedGraph &Program,
                                     llvm::StringRef Callee) {
  std::vector<std::string> Names;
  for (CallId Id = 0; Id != Program.Graph.Calls.size(); ++Id)
    if (Program.Graph.Strings[Program.Graph.Calls[Id].Target] == Callee)
      for (FunctionId Body : Program.targetsOf(Id))
        Names.push_back(
            Program.Graph.Strings[Program.Graph.Functions[Body].Key]);
  llvm::sort(Names);
  return Names;
}

std::size_t count(const LinkedGraph &Program, NodeKind Kind) {
  return llvm::count_if(Program.Graph.Nodes,
                        [&](const Node &Port) { return Port.Kind == Kind; });
}

TEST(Linker, JoinsACallWithTheBodyOfAnotherUnit) {
  UnitBuilder A("a.cpp"), B("b.cpp");
  auto Main = A.function("main", 0, FF_Main);
  Main.call("run", {Main.text("x")});
  B.function("run", 1).param(0);
  LinkedGraph Program = linkAll({B.Object, A.Object});
  EXPECT_EQ(targetNames(Program, "run"), Names{"run"});
  FunctionId Run = Program.targetsOf(0)[0];
  ASSERT_EQ(Program.callersOf(Run).size(), 1u);
  EXPECT_EQ(Program.portsOfFunction(Run).size(), 1u);
  EXPECT_EQ(Program.Statistics.UnknownCalls, 0u);
}

TEST(Linker, TakesTheGraphAndLeavesTheRest) {
  UnitBuilder A("a.cpp");
  A.function("f", 0).use("k");
  std::vector<TuObject> Objects{A.Object};
  Objects[0].Facts.push_back({"k", "a", "b", {}});
  LinkedGraph Program = link(Objects);
  EXPECT_EQ(count(Program, NodeKind::Use), 1u);
  EXPECT_TRUE(Objects[0].Graph.Nodes.empty());
  EXPECT_EQ(Objects[0].Facts.size(), 1u);
  EXPECT_NO_FATAL_FAILURE(link(Objects)); // an emptied object is still valid
}

TEST(Linker, KeepsOneBodyOfAnInlineFunction) {
  auto unit = [](std::string File) {
    UnitBuilder Unit(File);
    Location Header;
    Header.File = Unit.string("util.h");
    Header.Line = 12;
    auto Quote = Unit.function("quote", 1, FF_Inline, {}, Header);
    Unit.embed(Quote.param(0), Quote.result());
    Quote.use("seen");
    Quote.call("strlen", {Quote.param(0)});
    auto Caller = Unit.function("caller-" + File, 0);
    Caller.call("quote", {Caller.text("x")});
    return std::move(Unit.Object);
  };
  LinkedGraph Program = linkAll({unit("a.cpp"), unit("b.cpp"), unit("c.cpp")});
  EXPECT_EQ(Program.Graph.Functions.size(), 4u);
  EXPECT_EQ(count(Program, NodeKind::Use), 1u);
  EXPECT_EQ(count(Program, NodeKind::Return), 1u);
  EXPECT_EQ(Program.Statistics.DuplicateBodies, 2u);
  EXPECT_EQ(targetNames(Program, "quote"), (Names{"quote", "quote", "quote"}));
  EXPECT_EQ(Program.Graph.Calls.size(), 4u);
}

TEST(Linker, KeepsDistinctBodiesOfOneKeyApart) {
  UnitBuilder A("a/main.cpp"), B("b/main.cpp"), C("c.cpp");
  for (UnitBuilder *Unit : {&A, &B}) {
    auto Main = Unit->function("main", 0, FF_Main);
    auto Usage = Unit->function("usage", 0);
    Usage.use("seen");
    Main.call("usage", {});
  }
  auto F = C.function("f", 0);
  F.call("usage", {});
  F.call("main", {});
  LinkedGraph Program = linkAll({A.Object, B.Object, C.Object});
  EXPECT_EQ(Program.Graph.Functions.size(), 5u);
  EXPECT_EQ(count(Program, NodeKind::Use), 2u);
  // Each main calls its own; from elsewhere either is meant.
  const FlowGraph &Graph = Program.Graph;
  for (CallId Id = 0; Id != Graph.Calls.size(); ++Id) {
    llvm::StringRef Callee = Graph.Strings[Graph.Calls[Id].Target];
    if (Callee == "main") {
      EXPECT_TRUE(Program.targetsOf(Id).empty());
      continue;
    }
    const Function &Caller = Graph.Functions[Graph.Calls[Id].Caller];
    auto File = [&](const Function &Body) {
      return Graph.Strings[Graph.Locations[Body.Location].File];
    };
    if (File(Caller) == "c.cpp") {
      EXPECT_EQ(Program.targetsOf(Id).size(), 2u);
      continue;
    }
    ASSERT_EQ(Program.targetsOf(Id).size(), 1u);
    EXPECT_EQ(File(Graph.Functions[Program.targetsOf(Id)[0]]), File(Caller));
  }
  std::set<StringId> Keys;
  for (const Function &Body : Graph.Functions)
    EXPECT_TRUE(Keys.insert(Body.Key).second) << Graph.Strings[Body.Key];
}

TEST(Linker, FindsTheTwinOfABodyInACrowd) {
  constexpr unsigned Programs = 30;
  std::vector<TuObject> Objects;
  // Two units of each program read its header, all headers define `usage`.
  for (unsigned I = 0; I != 2 * Programs; ++I) {
    std::string Name = std::to_string(I / 2);
    UnitBuilder Unit(Name + (I % 2 ? "/main.cpp" : "/other.cpp"));
    Location Header;
    Header.File = Unit.string(Name + "/usage.h");
    Header.Line = 3;
    Unit.function("usage", 0, FF_Inline, {}, Header);
    Unit.function("main", 0, FF_Main).call("usage", {});
    Objects.push_back(std::move(Unit.Object));
  }
  LinkedGraph Program = linkAll(std::move(Objects));
  EXPECT_EQ(Program.Statistics.DuplicateBodies, Programs);
  EXPECT_EQ(Program.Graph.Functions.size(), 3 * Programs);
  for (CallId Id = 0; Id != Program.Graph.Calls.size(); ++Id)
    EXPECT_EQ(Program.targetsOf(Id).size(), 1u) << "that of its own unit";
}

TEST(Linker, VirtualCallsReachOverriders) {
  UnitBuilder A("a.cpp");
  A.function("Base::f", 0, FF_Virtual);
  A.function("Left::f", 0, FF_Virtual, {"Base::f"});
  A.function("Right::f", 0, FF_Virtual, {"Left::f", "Base::f"});
  auto Main = A.function("main", 0, FF_Main);
  Main.call("Base::f", {}, CF_Virtual);
  Main.call("Left::f", {}, CF_Virtual);
  Main.call("Right::f", {}); // qualified call: not virtual
  LinkedGraph Program = linkAll({A.Object});
  EXPECT_EQ(targetNames(Program, "Base::f"),
            (Names{"Base::f", "Left::f", "Right::f"}));
  EXPECT_EQ(targetNames(Program, "Left::f"), (Names{"Left::f", "Right::f"}));
  EXPECT_EQ(targetNames(Program, "Right::f"), Names{"Right::f"});
}

TEST(Linker, PureInterfaceReachesImplementationsOnly) {
  UnitBuilder A("a.cpp");
  A.function("Impl::f", 0, FF_Virtual, {"Interface::f"});
  auto Main = A.function("main", 0, FF_Main);
  Main.call("Interface::f", {}, CF_Virtual);
  LinkedGraph Program = linkAll({A.Object});
  EXPECT_EQ(targetNames(Program, "Interface::f"), Names{"Impl::f"});
}

TEST(Linker, IndirectCallThroughFieldParameterAndReturn) {
  UnitBuilder A("a.cpp"), B("b.cpp");
  // a.cpp: install(handler) stores it in a field; current() returns it.
  auto Install = A.function("install", 1);
  A.store(Install.param(0, ValueClass::Function), A.field("Server::hooks"),
          {"onRequest"});
  auto Current = A.function("current", 0);
  A.read(A.field("Server::hooks"), Current.result(), {"onRequest"});
  // b.cpp: main installs `handle` and calls current()(…).
  auto Handle = B.function("handle", 1);
  Handle.param(0);
  B.function("other", 1);
  auto Main = B.function("main", 0, FF_Main);
  Main.call("install", {Main.functionRef("handle")});
  B.store(Main.functionRef("other"), B.field("Server::hooks"), {"onError"});
  NodeId Function = Main.call("current", {}).result(ValueClass::Function);
  Main.callValue(Function, {Main.text("x")});
  LinkedGraph Program = linkAll({A.Object, B.Object});
  EXPECT_EQ(targetNames(Program, ""), Names{"handle"});
  EXPECT_EQ(Program.Statistics.ResolvedIndirect, 1u);
}

TEST(Linker, FunctionHandedToAFunctionFoundOnTheWay) {
  UnitBuilder A("a.cpp");
  // apply(f) calls its parameter; main calls apply through a value itself.
  auto Apply = A.function("apply", 1);
  Apply.callValue(Apply.param(0, ValueClass::Function), {});
  A.function("leaf", 0);
  auto Main = A.function("main", 0, FF_Main);
  Main.callValue(Main.functionRef("apply"), {Main.functionRef("leaf")});
  LinkedGraph Program = linkAll({A.Object});
  EXPECT_EQ(targetNames(Program, ""), (Names{"apply", "leaf"}));
  EXPECT_EQ(Program.Statistics.ResolvedIndirect, 2u);
}

TEST(Linker, SharedNodesAreOneProgramWide) {
  UnitBuilder A("a.cpp"), B("b.cpp");
  for (UnitBuilder *Unit : {&A, &B}) {
    auto F = Unit->function("f-" + Unit->Object.MainFile, 0);
    Unit->copy(F.text("x"), Unit->global("g"));
    Unit->copy(F.text("x"), Unit->field("g"));
  }
  LinkedGraph Program = linkAll({A.Object, B.Object});
  EXPECT_EQ(count(Program, NodeKind::Global), 1u);
  EXPECT_EQ(count(Program, NodeKind::Field), 1u);
  for (NodeId Id = 0; Id != Program.Graph.Nodes.size(); ++Id)
    if (isProgramWide(Program.Graph.Nodes[Id].Kind))
      EXPECT_EQ(Program.edgesInto(Id).size(), 2u);
}

TEST(Linker, ConstantsOfHeadersAreMergedOthersNot) {
  auto unit = [](std::string File, std::string Value) {
    UnitBuilder Unit(File);
    Location Header;
    Header.File = Unit.string("config.h");
    Header.Line = 4;
    for (unsigned I = 0; I != 2; ++I) {
      NodeId Text = Unit.literal(
          None, {LiteralKind::String, Unit.string(Value), 0}, ValueClass::Text);
      Unit.Object.Graph.Nodes[Text].Location = Unit.place(Header);
      Unit.copy(Text, Unit.global("kHost"));
    }
    return std::move(Unit.Object);
  };
  LinkedGraph Same = linkAll({unit("a.cpp", "h"), unit("b.cpp", "h")});
  EXPECT_EQ(count(Same, NodeKind::Literal), 2u) << "two in each unit";
  LinkedGraph Different = linkAll({unit("a.cpp", "h"), unit("b.cpp", "i")});
  EXPECT_EQ(count(Different, NodeKind::Literal), 4u);
}

std::vector<std::string> deriveEdges(const LinkedGraph &Program) {
  std::vector<std::string> Edges;
  auto name = [&](NodeId Id) {
    const Node &Port = Program.Graph.Nodes[Id];
    return (Port.Kind == NodeKind::Result        ? "result"
            : Port.Kind == NodeKind::ArgumentOut ? "out"
                                                 : "in") +
           (Port.Kind == NodeKind::Result ? "" : std::to_string(Port.Index));
  };
  for (const Edge &Way : Program.Graph.Edges)
    if (Way.Kind == EdgeKind::Derive)
      Edges.push_back(name(Way.From) + ">" + name(Way.To));
  llvm::sort(Edges);
  return Edges;
}

TEST(Linker, DefaultPropagationOfAnUnknownCall) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  auto Call = F.call("unknown", {});
  Call.argument(-1, ValueClass::Object, NF_Writable);
  Call.argument(0, ValueClass::Text);
  Call.argument(1, ValueClass::Number);
  Call.argument(2, ValueClass::Bytes, NF_Writable);
  Call.argumentOut(-1);
  Call.argumentOut(0); // not writable
  Call.argumentOut(2);
  Call.result(ValueClass::Text);
  LinkedGraph Program = linkAll({A.Object});
  EXPECT_EQ(deriveEdges(Program), (Names{"in0>out-1", "in0>out2", "in0>result",
                                         "in2>out-1", "in2>result"}));
  EXPECT_EQ(Program.Statistics.UnknownCalls, 1u);
}

TEST(Linker, NoDefaultPropagationWhereItIsKnownBetter) {
  UnitBuilder A("a.cpp");
  auto Known = A.function("known", 1);
  Known.param(0);
  auto F = A.function("f", 0);
  F.call("known", {F.text("x")}).result();
  F.call("modelled", {F.text("x")}, CF_Modelled).result();
  F.call("length", {F.text("x")}).result(ValueClass::Number);
  F.callValue(F.functionRef("known"), {F.text("x")}).result();
  LinkedGraph Program = linkAll({A.Object});
  EXPECT_EQ(deriveEdges(Program), Names{});
}

TEST(Linker, AModelWinsOverABody) {
  UnitBuilder A("a.cpp");
  A.function("escape", 1).param(0);
  auto F = A.function("f", 0);
  F.call("escape", {F.text("x")}, CF_Modelled);
  LinkedGraph Program = linkAll({A.Object});
  EXPECT_TRUE(Program.targetsOf(0).empty());
}

TEST(Linker, UnresolvedIndirectCallPropagates) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 1);
  F.callValue(F.param(0, ValueClass::Function), {F.text("x")}).result();
  LinkedGraph Program = linkAll({A.Object});
  EXPECT_EQ(deriveEdges(Program), Names{"in0>result"});
}

TEST(Linker, EdgesAreOrderedAndDistinct) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId V = F.value(), W = F.value(), X = F.text("x");
  A.copy(X, W);
  A.copy(W, V);
  A.copy(X, V);
  A.copy(X, V);
  A.embed(X, V);
  LinkedGraph Program = linkAll({A.Object});
  EXPECT_EQ(Program.Graph.Edges.size(), 4u);
  EXPECT_EQ(Program.edgesInto(V).size(), 3u);
  for (NodeId Id = 0; Id != Program.Graph.Nodes.size(); ++Id)
    for (const Edge &Way : Program.edgesInto(Id))
      EXPECT_EQ(Way.To, Id);
}

TEST(Linker, TheOrderOfTheObjectsDoesNotMatter) {
  auto units = [] {
    std::vector<TuObject> Objects;
    for (std::string File : {"b.cpp", "a.cpp", "d.cpp", "c.cpp", "a.cpp"}) {
      UnitBuilder Unit(File);
      Location Header;
      Header.File = Unit.string("x.h");
      Header.Line = 3;
      auto Inline = Unit.function("inline", 1, FF_Inline, {}, Header);
      Inline.sinkOf(Inline.param(0), "sql");
      auto Own =
          Unit.function("own-" + File + std::to_string(Objects.size()), 0);
      Own.call("inline", {Own.text(File)});
      Unit.copy(Own.text("v"), Unit.global("g"));
      Objects.push_back(std::move(Unit.Object));
    }
    return Objects;
  };
  std::vector<TuObject> First = units();
  std::string Expected = dumpFlow(link(First).Graph, "");
  std::vector<std::size_t> Order{0, 1, 2, 3, 4};
  do {
    std::vector<TuObject> All = units(), Permuted;
    for (std::size_t I : Order)
      Permuted.push_back(std::move(All[I]));
    ASSERT_EQ(dumpFlow(link(Permuted).Graph, ""), Expected);
  } while (std::next_permutation(Order.begin(), Order.end()));
}

} // namespace
