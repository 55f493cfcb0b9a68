//===- SolverCallsTest.cpp - Calls and returns matched, reports hoisted
//----===//
#include "SolveProgram.h"
#include <gtest/gtest.h>

using namespace cppwarden::analysis;
using namespace cppwarden::analysis::test;

namespace {

TEST(SolverCalls, ArgumentReachesASinkInAnotherUnit) {
  // b.cpp: void run(const std::string &c) { system(c.c_str()); }
  // a.cpp: std::cin >> s; run("ls " + s);
  UnitBuilder A("a.cpp"), B("b.cpp");
  auto Run = B.function("run", 1);
  Run.sinkOf(Run.param(0), "sink");
  auto Main = A.function("main", 0, FF_Main);
  NodeId Command = Main.value();
  A.embed(Main.text("ls "), Command);
  A.embed(Main.source("untrusted.stdin"), Command);
  auto Call = Main.call("run", {Command});
  FlowQuery Asked = query();
  Asked.Requires = Travel::Embedded;
  Solved S = solveAll({B.Object, A.Object}, {Asked});
  ASSERT_EQ(S.origins(), Names{"untrusted.stdin"});
  const FlowAnswer &Answer = S.Answers[0];
  EXPECT_TRUE(Answer.Embedded);
  // source, "ls " + s, argument, parameter, sink; reported at the argument.
  ASSERT_EQ(Answer.Steps.size(), 5u);
  EXPECT_EQ(Answer.ReportStep, 2u);
  EXPECT_EQ(S.node(Answer.Steps[2].Node).Kind, NodeKind::Argument);
  EXPECT_EQ(Answer.Steps[1].Via, EdgeKind::Embed);
  EXPECT_TRUE(Answer.Steps[3].EntersCall);
  EXPECT_FALSE(Answer.Steps[4].EntersCall);
  (void)Call;
}

TEST(SolverCalls, ResultOfOneCallerIsNotArgumentOfAnother) {
  UnitBuilder A("a.cpp");
  auto Identity = A.function("identity", 1);
  A.copy(Identity.param(0), Identity.result());
  auto Bad = A.function("bad", 0);
  Bad.call("identity", {Bad.source("untrusted.bad")}).result();
  auto Good = A.function("good", 0);
  NodeId V = Good.call("identity", {Good.text("constant")}).result();
  Good.sinkOf(V, "sink");
  auto Both = A.function("both", 0);
  NodeId W = Both.call("identity", {Both.source("untrusted.both")}).result();
  Both.sinkOf(W, "sink");
  Solved S = solveOne(A, query());
  ASSERT_EQ(S.origins(), Names{"untrusted.both"});
  const FlowAnswer &Answer = S.Answers[0];
  // source, argument, >param, return, <result, sink
  ASSERT_EQ(Answer.Steps.size(), 6u);
  EXPECT_TRUE(Answer.Steps[2].EntersCall);
  EXPECT_EQ(S.node(Answer.Steps[2].Node).Kind, NodeKind::Param);
  EXPECT_TRUE(Answer.Steps[4].LeavesCall);
  EXPECT_EQ(S.node(Answer.Steps[4].Node).Kind, NodeKind::Result);
  EXPECT_EQ(Answer.ReportStep, 5u);
}

TEST(SolverCalls, NestedCallsStayMatched) {
  UnitBuilder A("a.cpp");
  auto Inner = A.function("inner", 1);
  A.copy(Inner.param(0), Inner.result());
  auto Outer = A.function("outer", 1);
  A.copy(Outer.call("inner", {Outer.param(0)}).result(), Outer.result());
  auto Other = A.function("other", 0);
  Other.call("inner", {Other.source("untrusted.inner")});
  Other.call("outer", {Other.source("untrusted.outer")});
  auto Clean = A.function("clean", 0);
  Clean.sinkOf(Clean.call("outer", {Clean.text("x")}).result(), "sink");
  auto Dirty = A.function("dirty", 0);
  Dirty.sinkOf(Dirty.call("outer", {Dirty.source("untrusted.dirty")}).result(),
               "sink");
  Solved S = solveOne(A, query());
  ASSERT_EQ(S.origins(), Names{"untrusted.dirty"});
  unsigned Depth = 0, Deepest = 0;
  for (const AnswerStep &Step : S.Answers[0].Steps) {
    Depth += Step.EntersCall;
    Deepest = std::max(Deepest, Depth);
    ASSERT_GE(Depth, unsigned(Step.LeavesCall));
    Depth -= Step.LeavesCall;
  }
  EXPECT_EQ(Depth, 0u);
  EXPECT_EQ(Deepest, 2u);
}

TEST(SolverCalls, SourceInsideACalleeReachesEveryCaller) {
  UnitBuilder A("a.cpp");
  auto Read = A.function("readLine", 0);
  A.copy(Read.source("untrusted"), Read.result());
  auto Wrap = A.function("wrap", 0);
  A.copy(Wrap.call("readLine", {}).result(), Wrap.result());
  for (std::string Name : {"f", "g"}) {
    auto F = A.function(Name, 0);
    F.sinkOf(F.call("wrap", {}).result(), "sink");
  }
  Solved S = solveOne(A, query());
  ASSERT_EQ(S.Answers.size(), 2u);
  EXPECT_EQ(S.Answers[0].Steps.size(), 6u);
  EXPECT_EQ(S.Answers[0].ReportStep, 5u);
}

TEST(SolverCalls, OutParameters) {
  UnitBuilder A("a.cpp");
  // bool fill(std::string &to) { to = <source>; }
  // void append(std::string &to, std::string from) { to += from; }
  auto Fill = A.function("fill", 1);
  A.copy(Fill.source("untrusted.fill"), Fill.paramOut(0));
  auto Append = A.function("append", 2);
  A.copy(Append.param(0), Append.paramOut(0));
  A.embed(Append.param(1), Append.paramOut(0));
  auto F = A.function("f", 0);
  F.sinkOf(F.call("fill", {F.text("")}).argumentOut(0), "sink");
  auto G = A.function("g", 0);
  G.sinkOf(
      G.call("append", {G.text(""), G.source("untrusted.g")}).argumentOut(0),
      "sink");
  auto H = A.function("h", 0);
  H.sinkOf(H.call("append", {H.text(""), H.text("x")}).argumentOut(0), "sink");
  EXPECT_EQ(solveOne(A, query()).origins(),
            (Names{"untrusted.fill", "untrusted.g"}));
}

TEST(SolverCalls, PathsCrossCalls) {
  UnitBuilder A("a.cpp");
  // name(p) returns p.name; setName(this, s) writes this->name.
  auto Name = A.function("name", 1);
  A.read(Name.param(0, ValueClass::Object), Name.result(), {"name"});
  auto SetName = A.function("setName", 1);
  A.store(SetName.param(0), SetName.paramOut(-1, ValueClass::Object), {"name"});
  auto F = A.function("f", 0);
  auto Set = F.call("setName", {F.source("untrusted.name")});
  NodeId Object = Set.argumentOut(-1, ValueClass::Object);
  A.store(F.source("untrusted.age"), Object, {"age"});
  F.sinkOf(F.call("name", {Object}).result(), "sink");
  NodeId Colour = F.value();
  A.read(Object, Colour, {"colour"});
  F.sinkOf(Colour, "sink");
  EXPECT_EQ(solveOne(A, query()).origins(), Names{"untrusted.name"});
}

TEST(SolverCalls, SanitiserInsideACallee) {
  UnitBuilder A("a.cpp");
  auto Escape = A.function("escape", 1);
  A.edge(Escape.param(0), Escape.result(), EdgeKind::Derive, {}, {"escape"});
  auto Maybe = A.function("maybeEscape", 1);
  A.edge(Maybe.param(0), Maybe.result(), EdgeKind::Derive, {}, {"escape"});
  A.copy(Maybe.param(0), Maybe.result());
  auto F = A.function("f", 0);
  F.sinkOf(F.call("escape", {F.source("untrusted.escaped")}).result(), "sink");
  F.sinkOf(F.call("maybeEscape", {F.source("untrusted.maybe")}).result(),
           "sink");
  FlowQuery Asked = query();
  Asked.Sanitisers = {"escape"};
  EXPECT_EQ(solveOne(A, Asked).origins(), Names{"untrusted.maybe"});
}

TEST(SolverCalls, RecursionEnds) {
  UnitBuilder A("a.cpp");
  // string f(string s) { return c ? s : f(s + "x"); }
  auto F = A.function("f", 1);
  A.copy(F.param(0), F.result());
  NodeId Longer = F.value();
  A.embed(F.param(0), Longer);
  A.copy(F.call("f", {Longer}).result(), F.result());
  auto Main = A.function("main", 0, FF_Main);
  Main.sinkOf(Main.call("f", {Main.source("untrusted")}).result(), "sink");
  FlowQuery Embedded = query();
  Embedded.Requires = Travel::Embedded;
  Solved S = solveAll({A.Object}, {query(), Embedded});
  ASSERT_EQ(S.Answers.size(), 2u);
  EXPECT_EQ(S.Answers[0].Steps.size(), 6u);
  EXPECT_GT(S.Answers[1].Steps.size(), 6u);
  EXPECT_TRUE(S.Answers[1].Embedded);
  EXPECT_TRUE(S.Statistics.complete());
}

TEST(SolverCalls, MutualRecursionWithPathsEnds) {
  UnitBuilder A("a.cpp");
  // Node *even(Node *n) { return odd(n->next); } and back; the base case only
  // in odd.
  auto Even = A.function("even", 1);
  auto Odd = A.function("odd", 1);
  for (auto [Self, Other] :
       {std::pair(&Even, "odd"), std::pair(&Odd, "even")}) {
    NodeId Next = Self->value(ValueClass::Pointer);
    A.read(Self->param(0, ValueClass::Pointer), Next, {"next"});
    A.copy(Self->call(Other, {Next}).result(ValueClass::Pointer),
           Self->result(ValueClass::Pointer));
  }
  A.copy(Odd.param(0), Odd.result());
  auto Main = A.function("main", 0, FF_Main);
  NodeId List = Main.value(ValueClass::Pointer);
  A.store(Main.source("untrusted"), List, {"next", "next", "next"});
  NodeId Found = Main.call("even", {List}).result(ValueClass::Pointer);
  Main.sinkOf(Found, "sink");
  Solved S = solveOne(A, query());
  EXPECT_EQ(S.Answers.size(), 1u);
  EXPECT_TRUE(S.Statistics.complete());
}

TEST(SolverCalls, RecursiveOutParameterEnds) {
  UnitBuilder A("a.cpp");
  // void walk(string &out, string in) { out += in; walk(out, in + "/"); }
  auto Walk = A.function("walk", 2);
  NodeId Grown = Walk.value(), Deeper = Walk.value();
  A.copy(Walk.param(0), Grown);
  A.embed(Walk.param(1), Grown);
  A.embed(Walk.param(1), Deeper);
  auto Inner = Walk.call("walk", {Grown, Deeper});
  A.copy(Inner.argumentOut(0), Walk.paramOut(0));
  A.copy(Grown, Walk.paramOut(0));
  auto Main = A.function("main", 0, FF_Main);
  auto Call = Main.call("walk", {Main.text(""), Main.source("untrusted")});
  Main.sinkOf(Call.argumentOut(0), "sink");
  Solved S = solveOne(A, query());
  EXPECT_EQ(S.Answers.size(), 1u);
  EXPECT_TRUE(S.Statistics.complete());
}

TEST(SolverCalls, EndlessRecursionHasNoFlow) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 1);
  A.copy(F.call("f", {F.param(0)}).result(), F.result());
  auto Main = A.function("main", 0, FF_Main);
  Main.sinkOf(Main.call("f", {Main.source("untrusted")}).result(), "sink");
  EXPECT_TRUE(solveOne(A, query()).Answers.empty());
}

TEST(SolverCalls, VirtualOverridersAreEntered) {
  UnitBuilder A("a.cpp");
  auto Safe = A.function("Base::get", 0, FF_Virtual);
  A.copy(Safe.text("safe"), Safe.result());
  auto Unsafe = A.function("Derived::get", 0, FF_Virtual, {"Base::get"});
  A.copy(Unsafe.source("untrusted"), Unsafe.result());
  auto F = A.function("f", 0);
  F.sinkOf(F.call("Base::get", {}, CF_Virtual).result(), "sink");
  F.sinkOf(F.call("Base::get", {}).result(), "sink");
  EXPECT_EQ(solveOne(A, query()).Answers.size(), 1u);
}

TEST(SolverCalls, CallbackThroughACallee) {
  UnitBuilder A("a.cpp");
  // forEach(f) { f(<source>); }  forEach([](s) { sink(s); })
  auto ForEach = A.function("forEach", 1);
  ForEach.callValue(ForEach.param(0, ValueClass::Function),
                    {ForEach.source("untrusted")});
  auto Lambda = A.function("lambda", 1, FF_None);
  Lambda.sinkOf(Lambda.param(0), "sink");
  auto Main = A.function("main", 0, FF_Main);
  Main.call("forEach", {Main.functionRef("lambda")});
  Solved S = solveOne(A, query());
  ASSERT_EQ(S.origins(), Names{"untrusted"});
  EXPECT_EQ(S.Answers[0].ReportStep, 1u) << "hoisted to the call of f";
}

TEST(SolverCalls, DefaultPropagationIsADerivation) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  F.sinkOf(F.call("unknown", {F.source("untrusted")}).result(), "sink");
  EXPECT_EQ(solveOne(A, query()).Answers.size(), 1u);
  FlowQuery Asked = query();
  Asked.ThroughDerived = false;
  EXPECT_EQ(solveOne(A, Asked).Answers.size(), 0u);
}

TEST(SolverCalls, ModelledCallIsNotEntered) {
  UnitBuilder A("a.cpp");
  auto Body = A.function("quote", 1);
  A.copy(Body.param(0), Body.result());
  auto F = A.function("f", 0);
  F.sinkOf(F.call("quote", {F.source("untrusted")}, CF_Modelled).result(),
           "sink");
  EXPECT_TRUE(solveOne(A, query()).Answers.empty());
}

TEST(SolverCalls, ArityMismatchAndVariadicTail) {
  UnitBuilder A("a.cpp");
  // log(fmt, ...): the tail is the Param behind the last.
  auto Log = A.function("log", 1);
  Log.param(0);
  Log.sinkOf(Log.param(1), "sink");
  // Declared with one parameter, called with two (C).
  auto Old = A.function("old", 1);
  Old.param(0);
  auto F = A.function("f", 0);
  F.call("log", {F.text("%s %s"), F.text("x"), F.source("untrusted.tail")});
  F.call("log", {F.source("untrusted.format")});
  F.call("old", {F.text("x"), F.source("untrusted.extra")});
  F.call("log", {});
  EXPECT_EQ(solveOne(A, query()).origins(), Names{"untrusted.tail"});
}

TEST(SolverCalls, OpenParameters) {
  UnitBuilder A("a.cpp");
  auto Nobody = A.function("nobodyCalls", 1);
  Nobody.sinkOf(Nobody.param(0), "sink");
  auto Called = A.function("called", 1);
  Called.sinkOf(Called.param(0), "sink");
  auto F = A.function("f", 0);
  F.call("called", {F.text("constant")});
  auto Entry = A.function("entry", 1);
  Entry.sinkOf(Entry.param(0, ValueClass::Text, NF_Entry), "sink");
  auto Number = A.function("number", 1);
  Number.sinkOf(Number.param(0, ValueClass::Number), "sink");
  auto Method = A.function("method", 1);
  Method.sinkOf(Method.param(-1), "sink");
  auto Request = A.function("request", 1);
  A.copy(Request.source("other.http"), Request.param(0));
  Request.sinkOf(Request.param(0), "sink");
  auto Named = A.function("named", 1);
  A.copy(Named.source("secret.password", NF_Named), Named.param(0));
  Named.sinkOf(Named.param(0), "sink");
  FlowQuery Asked = query();
  Asked.Open = true;
  Solved S = solveOne(A, Asked);
  ASSERT_EQ(S.origins(), (Names{"open", "open"}));
  EXPECT_EQ(S.node(S.Answers[0].Origin).Kind, NodeKind::Param);
  EXPECT_EQ(
      S.text(
          S.Program.Graph.Functions[S.node(S.Answers[0].Origin).Function].Name),
      "nobodyCalls");
  EXPECT_EQ(
      S.text(
          S.Program.Graph.Functions[S.node(S.Answers[1].Origin).Function].Name),
      "named");
  EXPECT_TRUE(solveOne(A, query()).Answers.empty());
}

TEST(SolverCalls, OpenBehindAWrapper) {
  UnitBuilder A("a.cpp");
  auto Exec = A.function("exec", 1);
  Exec.sinkOf(Exec.param(0), "sink");
  auto Find = A.function("find", 1);
  NodeId Query = Find.value();
  A.embed(Find.param(0), Query);
  Find.call("exec", {Query});
  FlowQuery Asked = query();
  Asked.Open = true;
  Asked.Requires = Travel::Embedded;
  Solved S = solveOne(A, Asked);
  ASSERT_EQ(S.origins(), Names{"open"});
  EXPECT_EQ(S.node(S.Answers[0].Steps[S.Answers[0].ReportStep].Node).Kind,
            NodeKind::Argument);
}

TEST(SolverCalls, EachCallerOfAWrapperIsReported) {
  UnitBuilder A("a.cpp");
  auto Run = A.function("run", 1);
  Run.sinkOf(Run.param(0), "sink");
  auto Outer = A.function("outer", 1);
  Outer.call("run", {Outer.param(0)});
  Names Expected;
  for (unsigned I = 0; I != 3; ++I) {
    auto F = A.function("f" + std::to_string(I), 0);
    NodeId Source = F.source("untrusted");
    auto Call = F.call(I == 1 ? "run" : "outer", {Source});
    const Location &Where =
        A.Object.Graph
            .Locations[A.Object.Graph.Nodes[Call.argument(0)].Location];
    Expected.push_back("a.cpp:" + std::to_string(Where.Line));
  }
  auto Clean = A.function("clean", 0);
  Clean.call("outer", {Clean.text("x")});
  Solved S = solveOne(A, query());
  EXPECT_EQ(S.reports(), Expected);
}

TEST(SolverCalls, TwoCallsOfAWrapperInOneFunctionAreTwoReports) {
  UnitBuilder A("a.cpp");
  auto Run = A.function("run", 1);
  Run.sinkOf(Run.param(0), "sink");
  auto F = A.function("f", 0);
  NodeId Source = F.source("untrusted");
  for (unsigned I = 0; I != 2; ++I) {
    NodeId Text = F.value();
    A.embed(Source, Text);
    F.call("run", {Text});
  }
  EXPECT_EQ(solveOne(A, query()).Answers.size(), 2u);
}

TEST(SolverCalls, WhatAFunctionBuildsIsReportedThere) {
  UnitBuilder A("a.cpp");
  // void list(string dir) { string c = "ls " + dir; system(c); }
  auto List = A.function("list", 1);
  NodeId Command = List.value();
  A.embed(List.param(0), Command);
  List.sinkOf(Command, "sink");
  auto Main = A.function("main", 0, FF_Main);
  Main.call("list", {Main.source("untrusted.one")});
  Main.call("list", {Main.source("untrusted.two")});
  Solved S = solveOne(A, query());
  ASSERT_EQ(S.Answers.size(), 1u)
      << "several origins of one sink are one answer";
  EXPECT_EQ(S.Answers[0].Steps[S.Answers[0].ReportStep].Node,
            S.Answers[0].Sink);
}

TEST(SolverCalls, PassingThroughACalleeStillHoists) {
  UnitBuilder A("a.cpp");
  auto Identity = A.function("identity", 1);
  A.copy(Identity.param(0), Identity.result());
  auto Run = A.function("run", 1);
  Run.sinkOf(Run.call("identity", {Run.param(0)}).result(), "sink");
  auto F = A.function("f", 0);
  F.call("run", {F.source("untrusted")});
  Solved S = solveOne(A, query());
  ASSERT_EQ(S.Answers.size(), 1u);
  const FlowAnswer &Answer = S.Answers[0];
  const Node &Report = S.node(Answer.Steps[Answer.ReportStep].Node);
  EXPECT_EQ(Report.Kind, NodeKind::Argument);
  EXPECT_EQ(S.text(S.Program.Graph.Functions[Report.Function].Name), "f");
}

TEST(SolverCalls, HoistingOutOfARecursiveWrapper) {
  UnitBuilder A("a.cpp");
  auto Walk = A.function("walk", 1);
  Walk.sinkOf(Walk.param(0), "sink");
  Walk.call("walk", {Walk.param(0)});
  auto F = A.function("f", 0);
  F.call("walk", {F.source("untrusted")});
  Solved S = solveOne(A, query());
  ASSERT_EQ(S.Answers.size(), 1u);
  EXPECT_EQ(
      S.text(
          S.Program.Graph.Functions[S.node(S.Answers[0].Origin).Function].Name),
      "f");
}

TEST(SolverCalls, InstancesOfATemplateAreOneAnswer) {
  UnitBuilder A("a.cpp");
  Location Where;
  Where.File = A.string("t.h");
  Where.Line = 5;
  for (std::string Key : {"f<int>", "f<char>"}) {
    auto F = A.function(Key, 0, FF_Inline);
    NodeId Sink = F.sinkOf(F.source("untrusted"), "sink");
    A.Object.Graph.Nodes[Sink].Location = A.place(Where);
  }
  EXPECT_EQ(solveOne(A, query()).Answers.size(), 1u);
}

TEST(SolverCalls, AGlobalForgetsTheCaller) {
  UnitBuilder A("a.cpp");
  // get() { return g; }  g is set by set(s), which anyone may call.
  auto Get = A.function("get", 0);
  A.copy(A.global("g"), Get.result());
  auto Set = A.function("set", 1);
  A.copy(Set.param(0), A.global("g"));
  auto F = A.function("f", 0);
  F.sinkOf(F.call("get", {}).result(), "sink");
  auto Other = A.function("other", 0);
  Other.call("set", {Other.source("untrusted")});
  Solved S = solveOne(A, query());
  ASSERT_EQ(S.origins(), Names{"untrusted"});
  EXPECT_EQ(S.Answers[0].Steps[S.Answers[0].ReportStep].Node,
            S.Answers[0].Sink);
}

TEST(SolverCalls, VeryDeepNestingNeedsNoStack) {
  UnitBuilder A("a.cpp");
  constexpr unsigned Deep = 3000;
  for (unsigned I = 0; I != Deep; ++I) {
    auto F = A.function("f" + std::to_string(I), 1);
    if (I + 1 == Deep)
      A.copy(F.param(0), F.result());
    else
      A.copy(F.call("f" + std::to_string(I + 1), {F.param(0)}).result(),
             F.result());
  }
  auto Main = A.function("main", 0, FF_Main);
  Main.sinkOf(Main.call("f0", {Main.source("untrusted")}).result(), "sink");
  Solved S = solveOne(A, query());
  ASSERT_EQ(S.Answers.size(), 1u);
  EXPECT_EQ(S.Answers[0].Steps.size(), 2u + 4u * Deep);
}

TEST(SolverCalls, SearchBudgetIsCounted) {
  UnitBuilder A("a.cpp");
  auto Run = A.function("run", 1);
  Run.sinkOf(Run.param(0), "sink");
  for (unsigned I = 0; I != 20; ++I) {
    auto F = A.function("f" + std::to_string(I), 0);
    F.call("run", {F.source("untrusted")});
  }
  SolveLimits Limits;
  Limits.ReportPoints = 5;
  Solved S = solveOne(A, query(), Limits);
  EXPECT_LT(S.Answers.size(), 20u);
  EXPECT_EQ(S.Statistics.CutSearches, 1u);
  EXPECT_EQ(solveOne(A, query()).Answers.size(), 20u);
}

TEST(SolverCalls, AnswersDoNotDependOnTheOrderOfTheObjects) {
  auto unit = [](std::string Name) {
    UnitBuilder Unit(Name + ".cpp");
    auto F = Unit.function("f-" + Name, 1);
    NodeId Text = F.value();
    Unit.embed(F.param(0), Text);
    Unit.copy(Unit.global("g"), Text);
    F.sinkOf(Text, "sink");
    Unit.copy(F.source("untrusted." + Name), Unit.global("g"));
    for (std::string Other : {"a", "b", "c"})
      F.call("f-" + Other, {F.source("untrusted.arg-" + Name)});
    return std::move(Unit.Object);
  };
  auto describe = [](const Solved &S) {
    std::string Text;
    for (const FlowAnswer &Answer : S.Answers)
      Text += S.origin(Answer) + ": " + S.path(Answer) + " @" +
              std::to_string(Answer.ReportStep) + "\n";
    return Text;
  };
  std::string Expected =
      describe(solveAll({unit("a"), unit("b"), unit("c")}, {query()}));
  EXPECT_FALSE(Expected.empty());
  Names Order{"a", "b", "c"};
  do
    EXPECT_EQ(describe(solveAll(
                  {unit(Order[0]), unit(Order[1]), unit(Order[2])}, {query()})),
              Expected);
  while (std::next_permutation(Order.begin(), Order.end()));
}

} // namespace
