//===- SolverTest.cpp - What passes inside a body and through shared nodes
//-===//
//
// Calls and returns: SolverCallsTest.cpp.
//
//===----------------------------------------------------------------------===//
#include "SolveProgram.h"
#include <gtest/gtest.h>

using namespace cppwarden::analysis;
using namespace cppwarden::analysis::test;

namespace {

TEST(Solver, CopiesFromSourceToSink) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId Source = F.source("untrusted.stdin"), V = F.value();
  A.copy(Source, V);
  NodeId Sink = F.sinkOf(V, "sink.shell");
  Solved S = solveOne(A, query());
  ASSERT_EQ(S.origins(), Names{"untrusted.stdin"});
  const FlowAnswer &Answer = S.Answers[0];
  ASSERT_EQ(Answer.Steps.size(), 3u);
  EXPECT_EQ(Answer.Steps[0].Node, Answer.Origin);
  EXPECT_EQ(Answer.Steps[2].Node, Answer.Sink);
  EXPECT_EQ(Answer.ReportStep, 2u);
  EXPECT_FALSE(Answer.Steps[0].Via.has_value());
  EXPECT_EQ(Answer.Steps[1].Via, EdgeKind::Copy);
  EXPECT_FALSE(Answer.Embedded);
  EXPECT_EQ(S.node(Answer.Sink).Location, A.Object.Graph.Nodes[Sink].Location);
}

TEST(Solver, KindsCoverTheirChildrenOnly) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  F.sinkOf(F.source("untrustedness"), "sink");
  F.sinkOf(F.source("untrusted"), "sinking");
  F.sinkOf(F.source("untrusted.file.name"), "sink");
  EXPECT_EQ(solveOne(A, query()).origins(), Names{"untrusted.file.name"});
  FlowQuery Trusting = query();
  Trusting.ExceptSources = {"untrusted.file"};
  EXPECT_EQ(solveOne(A, Trusting).origins(), Names{});
}

TEST(Solver, TrustedSourceDoesNotHideAnUntrustedOne) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId Near = F.value();
  A.copy(F.source("untrusted.argv"), Near);
  NodeId Far = F.value();
  A.copy(F.source("untrusted.http"), Far);
  A.copy(Far, Near);
  F.sinkOf(Near, "sink");
  EXPECT_EQ(solveOne(A, query()).origins(), Names{"untrusted.argv"});
  FlowQuery Trusting = query();
  Trusting.ExceptSources = {"untrusted.argv"};
  EXPECT_EQ(solveOne(A, Trusting).origins(), Names{"untrusted.http"});
}

TEST(Solver, ReadsMatchStoresOfTheSamePath) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId Object = F.value(ValueClass::Object);
  A.store(F.source("untrusted.name"), Object, {"name"});
  A.store(F.source("untrusted.age"), Object, {"age"});
  A.store(F.source("untrusted.item"), Object, {"list", "[]"});
  A.store(F.source("untrusted.key"), Object, {"list", "[key]"});
  auto sinkOfRead = [&](const PathSpelling &Path) {
    NodeId V = F.value();
    A.read(Object, V, Path);
    F.sinkOf(V, "sink");
  };
  sinkOfRead({"name"});
  sinkOfRead({"list", "[]"});
  sinkOfRead({"list", "[key]"});
  sinkOfRead({"other"});
  sinkOfRead({"list", "name"});
  EXPECT_EQ(solveOne(A, query()).origins(),
            (Names{"untrusted.name", "untrusted.item", "untrusted.key"}));
}

TEST(Solver, AWholeStoredIsReadInItsParts) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId Inner = F.value(ValueClass::Object),
         Outer = F.value(ValueClass::Object);
  A.store(F.source("untrusted.a"), Inner, {"a"});
  A.store(F.source("untrusted.b"), Inner, {"b"});
  A.store(Inner, Outer, {"inner"});
  NodeId V = F.value();
  A.read(Outer, V, {"inner", "b"});
  F.sinkOf(V, "sink");
  EXPECT_EQ(solveOne(A, query()).origins(), Names{"untrusted.b"});
}

TEST(Solver, ConsumingAWholeContainerIsADerivation) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId Object = F.value(ValueClass::Object);
  A.store(F.source("untrusted"), Object, {"[]"});
  F.sinkOf(Object, "sink");
  EXPECT_EQ(solveOne(A, query()).Answers.size(), 1u);
  FlowQuery Whole = query();
  Whole.Requires = Travel::Whole;
  EXPECT_EQ(solveOne(A, Whole).Answers.size(), 0u);
  FlowQuery Underived = query();
  Underived.ThroughDerived = false;
  EXPECT_EQ(solveOne(A, Underived).Answers.size(), 0u);
}

TEST(Solver, ConsumingARecordDoesNotConsumeItsFields) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId Object = F.value(ValueClass::Object);
  A.store(F.source("untrusted"), Object, {"name"});
  A.store(F.source("untrusted"), Object, {"[]", "name"});
  F.sinkOf(Object, "sink");
  EXPECT_EQ(solveOne(A, query()).Answers.size(), 0u);
}

TEST(Solver, WhatAnObjectDerivesHasNotTheObjectInEachField) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId Object = F.source("untrusted"), Made = F.value(ValueClass::Object);
  NodeId From = F.value(ValueClass::Object);
  A.copy(Object, From);
  A.derive(From, Made);
  NodeId V = F.value();
  A.read(Made, V, {"name"});
  F.sinkOf(V, "sink");
  EXPECT_EQ(solveOne(A, query()).Answers.size(), 0u);
  F.sinkOf(Made, "sink");
  EXPECT_EQ(solveOne(A, query()).Answers.size(), 1u);
}

TEST(Solver, TheNumberOfAnObjectIsNotInIt) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId Chosen = F.value(ValueClass::Object), Letter = F.value();
  FlowQuery Numbers = query();
  Numbers.ThroughNumbers = true;
  A.index(F.source("untrusted"), Chosen);
  F.sinkOf(Chosen, "sink");
  EXPECT_EQ(solveOne(A, Numbers).Answers.size(), 0u);
  A.index(F.source("untrusted"), Letter);
  F.sinkOf(Letter, "sink");
  EXPECT_EQ(solveOne(A, Numbers).Answers.size(), 1u);
}

TEST(Solver, SearchesThatNeedLongerPathsAreGivenUp) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  // s = o.a.b.c.d, where o.a.b.c.d and o.a.b.x were written.
  NodeId O = F.value(ValueClass::Object), P = F.value(ValueClass::Object);
  A.store(F.source("untrusted.deep"), P, {"c", "d"});
  A.store(F.source("untrusted.other"), P, {"x"});
  A.store(P, O, {"a", "b"});
  NodeId Q = F.value(ValueClass::Object), V = F.value(), W = F.value();
  A.read(O, Q, {"a", "b"});
  A.read(Q, V, {"c", "d"});
  F.sinkOf(V, "sink");
  EXPECT_EQ(solveOne(A, query()).origins(), Names{});
  A.read(Q, W, {"x"});
  F.sinkOf(W, "sink");
  EXPECT_EQ(solveOne(A, query()).origins(), Names{"untrusted.other"});
}

TEST(Solver, ListsThatPointToThemselves) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  // for (p = list; p; p = p->next) use(p->value), and the list is built in a
  // loop as well.
  NodeId List = F.value(ValueClass::Pointer), P = F.value(ValueClass::Pointer);
  A.store(F.source("untrusted"), List, {"value"});
  A.store(List, List, {"next"});
  A.copy(List, P);
  A.read(P, P, {"next"});
  NodeId V = F.value();
  A.read(P, V, {"next", "next", "value"});
  F.sinkOf(V, "sink");
  NodeId Wrong = F.value();
  A.read(P, Wrong, {"colour"});
  F.sinkOf(Wrong, "sink");
  Solved S = solveOne(A, query());
  EXPECT_GE(S.Answers.size(), 1u);
  EXPECT_TRUE(S.Statistics.complete());
}

TEST(Solver, EmbeddingAndDerivationOfPaths) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId Text = F.value();
  A.embed(F.source("untrusted.embedded"), Text);
  auto sinkOfRead = [&](NodeId From, const PathSpelling &Path) {
    NodeId V = F.value();
    A.read(From, V, Path);
    F.sinkOf(V, "sink");
  };
  sinkOfRead(Text, {"[]"});    // a character of the text
  sinkOfRead(Text, {"field"}); // texts have no fields
  NodeId Document = F.value(ValueClass::Object);
  A.derive(F.source("untrusted.parsed"), Document);
  sinkOfRead(Document, {"field", "[]"});
  sinkOfRead(Document, {"part", "field"}); // that a library fills seldom
  Solved S = solveOne(A, query());
  EXPECT_EQ(S.origins(), (Names{"untrusted.embedded", "untrusted.parsed"}));
  EXPECT_TRUE(S.Answers[0].Embedded);
  EXPECT_FALSE(S.Answers[1].Embedded);
}

TEST(Solver, RequiredTravel) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId Copied = F.value(), Embedded = F.value(), Derived = F.value();
  A.copy(F.source("untrusted.copied"), Copied);
  A.embed(F.source("untrusted.embedded"), Embedded);
  A.derive(F.source("untrusted.derived"), Derived);
  for (NodeId V : {Copied, Embedded, Derived})
    F.sinkOf(V, "sink");
  FlowQuery Asked = query();
  EXPECT_EQ(solveOne(A, Asked).Answers.size(), 3u);
  Asked.Requires = Travel::Embedded;
  EXPECT_EQ(solveOne(A, Asked).origins(), Names{"untrusted.embedded"});
  Asked.Requires = Travel::Whole;
  EXPECT_EQ(solveOne(A, Asked).origins(), Names{"untrusted.copied"});
  Asked.Requires = Travel::Any;
  Asked.ThroughDerived = false;
  EXPECT_EQ(solveOne(A, Asked).origins(),
            (Names{"untrusted.copied", "untrusted.embedded"}));
}

TEST(Solver, AShorterCopyDoesNotHideTheEmbedding) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId Source = F.source("untrusted"), Long = F.value(), V = F.value();
  A.copy(Source, V);
  A.embed(Source, Long);
  A.copy(Long, V);
  F.sinkOf(V, "sink");
  FlowQuery Asked = query();
  Asked.Requires = Travel::Embedded;
  Solved S = solveOne(A, Asked);
  ASSERT_EQ(S.Answers.size(), 1u);
  EXPECT_EQ(S.Answers[0].Steps.size(), 4u);
}

TEST(Solver, SanitisersEndAFlowForTheQueriesThatNameThem) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId V = F.value();
  A.edge(F.source("untrusted"), V, EdgeKind::Copy, {}, {"escape.sql.quoted"});
  F.sinkOf(V, "sink");
  FlowQuery Sql = query(), Html = query(), Exact = query();
  Sql.Sanitisers = {"escape.sql"};
  Html.Sanitisers = {"escape.html", "escape.sql.quoted.twice"};
  Exact.Sanitisers = {"escape.sql.quoted"};
  Solved S = solveAll({A.Object}, {Sql, Html, Exact});
  ASSERT_EQ(S.Answers.size(), 1u);
  EXPECT_EQ(S.Answers[0].Query, 1u);
}

TEST(Solver, AGuardOnOneBranchLeavesTheOther) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId Source = F.source("untrusted"), Then = F.value(), Else = F.value(),
         Join = F.value();
  A.edge(Source, Then, EdgeKind::Copy, {}, {"allowlist"});
  NodeId ThenSink = F.sinkOf(Then, "sink");
  A.copy(Source, Else);
  A.copy(Then, Join);
  A.copy(Else, Join);
  F.sinkOf(Join, "sink");
  FlowQuery Asked = query();
  Asked.Sanitisers = {"allowlist"};
  Solved S = solveOne(A, Asked);
  ASSERT_EQ(S.Answers.size(), 1u);
  EXPECT_NE(S.node(S.Answers[0].Sink).Location,
            A.Object.Graph.Nodes[ThenSink].Location);
}

TEST(Solver, SanitisersAddUpAlongThePath) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId One = F.value(), Two = F.value();
  A.edge(F.source("untrusted"), One, EdgeKind::Copy, {}, {"hash"});
  A.edge(One, Two, EdgeKind::Embed, {}, {"escape.sql"});
  F.sinkOf(Two, "sink");
  std::vector<FlowQuery> Asked(3, query());
  Asked[0].Sanitisers = {"hash"};
  Asked[1].Sanitisers = {"escape"};
  Asked[2].Sanitisers = {"mask"};
  Solved S = solveAll({A.Object}, Asked);
  ASSERT_EQ(S.Answers.size(), 1u);
  EXPECT_EQ(S.Answers[0].Query, 2u);
}

TEST(Solver, ManySanitisersAndQueries) {
  // More of both than a machine word has bits.
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  std::vector<FlowQuery> Asked;
  NodeId Last = F.source("untrusted");
  for (unsigned I = 0; I != 150; ++I) {
    NodeId Next = F.value();
    if (I != 77)
      A.edge(Last, Next, EdgeKind::Copy, {}, {"kind" + std::to_string(I)});
    else
      A.copy(Last, Next);
    Last = Next;
    Asked.push_back(query());
    Asked.back().Sanitisers = {"kind" + std::to_string(I)};
  }
  F.sinkOf(Last, "sink");
  Solved S = solveAll({A.Object}, Asked);
  ASSERT_EQ(S.Answers.size(), 1u);
  EXPECT_EQ(S.Answers[0].Query, 77u);
}

TEST(Solver, NumbersCarryNoText) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId Number = F.value(ValueClass::Number), Text = F.value();
  A.derive(F.source("untrusted.number"), Number);
  A.embed(Number, Text);
  F.sinkOf(Text, "sink");
  NodeId Selected = F.value();
  A.edge(F.source("untrusted.index"), Selected, EdgeKind::Index);
  F.sinkOf(Selected, "sink");
  EXPECT_EQ(solveOne(A, query()).Answers.size(), 0u);
  FlowQuery Asked = query();
  Asked.ThroughNumbers = true;
  EXPECT_EQ(solveOne(A, Asked).origins(),
            (Names{"untrusted.number", "untrusted.index"}));
}

TEST(Solver, IntegerLiteralsTravelAsNumbersButNotComputed) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId Bits = F.value(ValueClass::Number);
  A.copy(F.integer(1024), Bits);
  F.sinkOf(Bits, "sink", ValueClass::Number);
  NodeId Half = F.value(ValueClass::Number);
  A.derive(F.integer(4096), Half);
  F.sinkOf(Half, "sink", ValueClass::Number);
  NodeId Chosen = F.value(ValueClass::Number);
  A.edge(F.integer(3), Chosen, EdgeKind::Index);
  F.sinkOf(Chosen, "sink", ValueClass::Number);
  F.sinkOf(F.source("untrusted", NF_None, ValueClass::Number), "sink",
           ValueClass::Number);
  FlowQuery Asked = literalQuery({LiteralKind::Integer});
  Asked.Sources = {"untrusted"};
  EXPECT_EQ(solveOne(A, Asked).origins(), Names{"1024"});
}

TEST(Solver, LiteralsOfTheAcceptedKindsAndValues) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  F.sinkOf(F.text("hunter2"), "sink");
  F.sinkOf(F.text(""), "sink");
  F.sinkOf(F.integer(7), "sink", ValueClass::Number);
  EXPECT_EQ(solveOne(A, literalQuery({LiteralKind::String})).origins(),
            (Names{"\"hunter2\"", "\"\""}));
  EXPECT_EQ(solveOne(A, literalQuery({})).Answers.size(), 3u);
  FlowQuery Asked = literalQuery({LiteralKind::String});
  Asked.Literals->Accept = [](const Literal &Value, const FlowGraph &Strings,
                              const Node &Origin, const Node &Sink) {
    EXPECT_EQ(Origin.Kind, NodeKind::Literal);
    EXPECT_EQ(Sink.Kind, NodeKind::Sink);
    return !Strings.Strings[Value.Text].empty();
  };
  EXPECT_EQ(solveOne(A, Asked).origins(), Names{"\"hunter2\""});
}

TEST(Solver, ARefusedLiteralDoesNotHideAnAcceptedOne) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId Far = F.value(), V = F.value();
  A.copy(F.text("placeholder"), V);
  A.copy(F.text("hunter2"), Far);
  A.copy(Far, V);
  F.sinkOf(V, "sink");
  FlowQuery Asked = literalQuery({LiteralKind::String});
  Asked.Literals->Accept = [](const Literal &Value, const FlowGraph &Strings,
                              const Node &, const Node &) {
    return Strings.Strings[Value.Text] != "placeholder";
  };
  EXPECT_EQ(solveOne(A, Asked).origins(), Names{"\"hunter2\""});
}

TEST(Solver, ALiteralIsNotAField) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId O = F.value(ValueClass::Object), Field = F.value(), Char = F.value();
  A.copy(F.text("text"), O);
  A.read(O, Field, {"field"});
  F.sinkOf(Field, "sink");
  A.read(O, Char, {"[]"});
  NodeId Sink = F.sinkOf(Char, "sink");
  Solved S = solveOne(A, literalQuery({LiteralKind::String}));
  ASSERT_EQ(S.Answers.size(), 1u);
  EXPECT_EQ(S.node(S.Answers[0].Sink).Location,
            A.Object.Graph.Nodes[Sink].Location);
}

TEST(Solver, GlobalsAndFieldsJoinFunctionsOfAllUnits) {
  UnitBuilder A("a.cpp"), B("b.cpp");
  auto Set = A.function("set", 0);
  A.copy(Set.source("untrusted.global"), A.global("g"));
  A.store(Set.source("untrusted.field"), A.field("C::options"), {"name"});
  auto Get = B.function("get", 0);
  Get.sinkOf(B.global("g"), "sink");
  NodeId Name = Get.value(), Other = Get.value();
  B.read(B.field("C::options"), Name, {"name"});
  B.read(B.field("C::options"), Other, {"other"});
  Get.sinkOf(Name, "sink");
  Get.sinkOf(Other, "sink");
  Solved S = solveAll({A.Object, B.Object}, {query()});
  EXPECT_EQ(S.origins(), (Names{"untrusted.global", "untrusted.field"}));
  EXPECT_EQ(S.path(S.Answers[0]), "a.cpp:2 a.cpp:3 b.cpp:3");
}

TEST(Solver, GlobalsInACycleEnd) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId G = A.global("g"), H = A.global("h");
  A.copy(G, H);
  A.copy(H, G);
  A.store(G, H, {"next"});
  A.read(H, G, {"next"});
  A.copy(F.source("untrusted"), H);
  F.sinkOf(G, "sink");
  Solved S = solveOne(A, query());
  EXPECT_EQ(S.Answers.size(), 1u);
  EXPECT_TRUE(S.Statistics.complete());
}

TEST(Solver, UsesAreAnswersByThemselves) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId Use = F.use("crypto.weak-hash.md5");
  F.use("crypto.weak-cipher");
  FlowQuery Asked;
  Asked.Uses = {"crypto.weak-hash"};
  Solved S = solveOne(A, Asked);
  ASSERT_EQ(S.Answers.size(), 1u);
  const FlowAnswer &Answer = S.Answers[0];
  EXPECT_EQ(S.node(Answer.Sink).Location, A.Object.Graph.Nodes[Use].Location);
  EXPECT_EQ(Answer.Origin, Answer.Sink);
  ASSERT_EQ(Answer.Steps.size(), 1u);
  EXPECT_EQ(Answer.ReportStep, 0u);
}

TEST(Solver, TheShortestPathWithoutDerivationsIsTold) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId V = F.value();
  A.derive(F.source("untrusted.derived"), V);
  NodeId Near = F.value();
  A.copy(F.source("untrusted.near"), Near);
  A.copy(Near, V);
  F.sinkOf(V, "sink");
  EXPECT_EQ(solveOne(A, query()).origins(), Names{"untrusted.near"});
}

TEST(Solver, SelfLoopsAndCyclesEnd) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId V = F.value(), W = F.value();
  A.copy(V, W);
  A.embed(W, V);
  A.embed(V, V);
  A.derive(W, W);
  A.copy(F.source("untrusted"), V);
  F.sinkOf(W, "sink");
  FlowQuery Asked = query();
  Asked.Requires = Travel::Embedded;
  Solved S = solveOne(A, Asked);
  EXPECT_EQ(S.Answers.size(), 1u);
  EXPECT_TRUE(S.Statistics.complete());
}

TEST(Solver, ExhaustedBudgetsAreCounted) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId Last = F.source("untrusted");
  for (unsigned I = 0; I != 100; ++I) {
    NodeId Next = F.value();
    A.copy(Last, Next);
    Last = Next;
  }
  F.sinkOf(Last, "sink");
  SolveLimits Limits;
  Limits.RegionStates = 50;
  Solved S = solveOne(A, query(), Limits);
  EXPECT_EQ(S.Answers.size(), 0u);
  EXPECT_EQ(S.Statistics.CutRegions, 1u);
  EXPECT_FALSE(S.Statistics.complete());
  Limits.RegionStates = 200;
  S = solveOne(A, query(), Limits);
  EXPECT_EQ(S.Answers.size(), 1u);
  EXPECT_TRUE(S.Statistics.complete());
}

TEST(Solver, TooManyLongPathsOfAPortAreDropped) {
  UnitBuilder A("a.cpp"), B("b.cpp");
  auto Set = A.function("set", 0);
  auto Get = B.function("get", 0);
  for (unsigned I = 0; I != 40; ++I) {
    std::string Name = "f" + std::to_string(I);
    A.store(Set.source("untrusted." + Name), A.global("g"), {Name});
    A.store(Set.source("untrusted." + Name), A.global("g"), {Name, "deep"});
    NodeId V = Get.value(), Deep = Get.value();
    B.read(B.global("g"), V, {Name});
    B.read(B.global("g"), Deep, {Name, "deep"});
    Get.sinkOf(Deep, "sink");
    Get.sinkOf(V, "sink");
  }
  SolveLimits Limits;
  Limits.PathsPerPort = 8;
  Solved S = solveAll({A.Object, B.Object}, {query()}, Limits);
  EXPECT_EQ(S.Answers.size(), 48u);
  EXPECT_GT(S.Statistics.DroppedPaths, 0u);
  Solved Exact =
      solveAll({A.Object, B.Object}, {query()}, {.PathsPerPort = 99});
  ASSERT_EQ(Exact.Answers.size(), 80u);
  EXPECT_EQ(Exact.Statistics.DroppedPaths, 0u);
}

/// step(machine): machine.out is made of all other parts.
static void buildMachine(UnitBuilder &A, unsigned Parts) {
  auto Step = A.function("step", 1);
  NodeId Machine = Step.param(0, ValueClass::Object);
  NodeId Left = Step.paramOut(0, ValueClass::Object);
  auto Run = A.function("run", 0);
  NodeId Before = Run.value(ValueClass::Object);
  for (unsigned I = 0; I != Parts; ++I) {
    std::string Name = "part" + std::to_string(I);
    NodeId Part = Step.value();
    A.read(Machine, Part, {Name});
    A.store(Part, Left, {"out"});
    A.store(Run.source("untrusted." + Name), Before, {Name});
  }
  auto Call = Run.call("step", {Before});
  NodeId Out = Run.value();
  A.read(Call.argumentOut(0, ValueClass::Object), Out, {"out"});
  Run.sinkOf(Out, "sink");
}

TEST(Solver, AMachineIsNotFollowedFromEachPartToEachOther) {
  FlowQuery All = query();
  All.EachOrigin = true;
  UnitBuilder Small("a.cpp"), Large("b.cpp");
  buildMachine(Small, 8);
  Solved Kept = solveOne(Small, All);
  EXPECT_EQ(Kept.Answers.size(), 8u);
  EXPECT_EQ(Kept.Statistics.DroppedPaths, 0u);
  buildMachine(Large, 20);
  Solved Cut = solveOne(Large, All);
  EXPECT_EQ(Cut.Answers.size(), 8u);
  EXPECT_EQ(Cut.Statistics.DroppedPaths, 12u);
  EXPECT_EQ(solveOne(Large, All, {.PartsOfObject = 20}).Answers.size(), 20u);
}

TEST(Solver, AnswersOverManySharedObjectsAreDropped) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  NodeId Last = F.source("untrusted");
  for (unsigned I = 0; I != 4; ++I) {
    if (I == 3) // so far a sink is reached
      F.sinkOf(Last, "sink");
    NodeId Next = F.value();
    A.copy(Last, A.field("C::f" + std::to_string(I)));
    A.copy(A.field("C::f" + std::to_string(I)), Next);
    Last = Next;
  }
  F.sinkOf(Last, "sink");
  EXPECT_EQ(solveOne(A, query()).Answers.size(), 1u);
  EXPECT_EQ(solveOne(A, query(), {.SharedHops = 4}).Answers.size(), 2u);
}

TEST(Solver, NoQueriesNoAnswers) {
  UnitBuilder A("a.cpp");
  auto F = A.function("f", 0);
  F.sinkOf(F.source("untrusted"), "sink");
  EXPECT_TRUE(solveAll({A.Object}, {}).Answers.empty());
  EXPECT_TRUE(solveAll({}, {query()}).Answers.empty());
  FlowQuery Nothing;
  Nothing.Sinks = {"sink"};
  EXPECT_TRUE(solveOne(A, Nothing).Answers.empty());
}

} // namespace
