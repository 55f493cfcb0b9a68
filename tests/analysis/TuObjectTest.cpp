//===- TuObjectTest.cpp - TU objects survive the disk, and nothing else does
//-===//
#include "analysis/TuObject.h"
#include "SampleObject.h"
#include "analysis/FlowDump.h"
#include "llvm/Support/Error.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

using namespace cppwarden;
using namespace cppwarden::analysis;
using namespace cppwarden::analysis::test;
using testing::HasSubstr;

namespace {

std::string failureOf(llvm::StringRef Bytes) {
  llvm::Expected<TuObject> Object = deserialise(Bytes);
  return Object ? "" : llvm::toString(Object.takeError());
}

TEST(TuObject, EverythingComesBack) {
  TuObject Object = fullObject();
  std::string Bytes = serialise(Object);
  llvm::Expected<TuObject> Back = deserialise(Bytes);
  ASSERT_TRUE(bool(Back)) << llvm::toString(Back.takeError());
  EXPECT_EQ(Back->MainFile, Object.MainFile);
  EXPECT_EQ(Back->ProjectFiles, Object.ProjectFiles);
  EXPECT_EQ(Back->SystemFiles, Object.SystemFiles);
  EXPECT_EQ(Back->Findings, Object.Findings);
  EXPECT_EQ(Back->Comments, Object.Comments);
  EXPECT_EQ(Back->Facts, Object.Facts);
  EXPECT_EQ(Back->FixOffers, Object.FixOffers);
  ASSERT_EQ(Back->Errors.size(), 2u);
  EXPECT_EQ(Back->Errors[0].Message, "no such header");
  EXPECT_TRUE(Back->Errors[0].Fatal);
  EXPECT_EQ(Back->Errors[1].Range, Object.Errors[1].Range);
  const FlowGraph &A = Object.Graph, &B = Back->Graph;
  EXPECT_EQ(B.Strings, A.Strings);
  EXPECT_EQ(B.Paths, A.Paths);
  EXPECT_EQ(B.SanitiserSets, A.SanitiserSets);
  EXPECT_EQ(B.Locations, A.Locations);
  EXPECT_EQ(B.Literals, A.Literals);
  EXPECT_EQ(B.Edges, A.Edges);
  EXPECT_EQ(dumpFlow(B, ""), dumpFlow(A, ""));
  EXPECT_EQ(serialise(*Back), Bytes);
}

TEST(TuObject, EqualObjectsGiveEqualBytes) {
  EXPECT_EQ(serialise(fullObject()), serialise(fullObject()));
  TuObject Other = fullObject();
  Other.Graph.Nodes.back().Flags ^= NF_Step;
  EXPECT_NE(serialise(Other), serialise(fullObject()));
}

TEST(TuObject, EmptyObject) {
  llvm::Expected<TuObject> Back = deserialise(serialise(TuObject()));
  ASSERT_TRUE(bool(Back)) << llvm::toString(Back.takeError());
  EXPECT_EQ(Back->Graph.Strings.size(), 1u);
  EXPECT_TRUE(Back->Graph.Nodes.empty());
}

TEST(TuObject, RepeatedStringsOfTheGraphKeepTheirNumbers) {
  TuObject Object;
  Object.MainFile = "a.cpp";
  Object.Graph.Strings = {"", "x", "x", "a.cpp"};
  llvm::Expected<TuObject> Back = deserialise(serialise(Object));
  ASSERT_TRUE(bool(Back)) << llvm::toString(Back.takeError());
  EXPECT_EQ(Back->Graph.Strings, Object.Graph.Strings);
  EXPECT_EQ(Back->MainFile, "a.cpp");
}

TEST(TuObject, EveryTruncationFails) {
  std::string Bytes = serialise(fullObject());
  for (std::size_t Size = 0; Size != Bytes.size(); ++Size) {
    // A copy of its own, so that a sanitiser sees a read beyond it.
    std::vector<char> Cut(Bytes.begin(), Bytes.begin() + Size);
    EXPECT_NE(failureOf({Cut.data(), Cut.size()}), "") << Size;
  }
  EXPECT_THAT(failureOf(Bytes + "x"), HasSubstr("bytes after the end"));
}

TEST(TuObject, FlippedBitsNeverGiveAnInconsistentObject) {
  std::string Bytes = serialise(fullObject());
  std::size_t Accepted = 0;
  for (std::size_t Bit = 0; Bit != Bytes.size() * 8; ++Bit) {
    std::string Changed = Bytes;
    Changed[Bit / 8] = static_cast<char>(Changed[Bit / 8] ^ 1 << Bit % 8);
    llvm::Expected<TuObject> Object = deserialise(Changed);
    if (!Object) {
      llvm::consumeError(Object.takeError());
      continue;
    }
    ++Accepted;
    // The dump follows every index there is.
    EXPECT_FALSE(dumpFlow(Object->Graph, "").empty());
    EXPECT_TRUE(bool(deserialise(serialise(*Object))));
  }
  // Characters of a string may change without harm; the rest is structure.
  EXPECT_GT(Accepted, 0u);
  EXPECT_LT(Accepted, Bytes.size() * 8);
}

TEST(TuObject, RandomBytesFail) {
  std::mt19937 Random(7);
  std::string Head = serialise(TuObject()).substr(0, 5);
  for (unsigned Round = 0; Round != 2000; ++Round) {
    std::string Bytes = Head;
    for (unsigned I = 0; I != 64; ++I)
      Bytes.push_back(static_cast<char>(Random() % (Round % 2 ? 256 : 8)));
    llvm::Expected<TuObject> Object = deserialise(Bytes);
    if (Object)
      EXPECT_TRUE(bool(deserialise(serialise(*Object))));
    else
      llvm::consumeError(Object.takeError());
  }
}

TEST(TuObject, ForeignInput) {
  EXPECT_THAT(failureOf("\x7f"
                        "ELF....."),
              HasSubstr("not a cppwarden"));
  EXPECT_THAT(failureOf(""), HasSubstr("truncated"));
  std::string Bytes = serialise(TuObject());
  Bytes[4] = 99;
  EXPECT_THAT(failureOf(Bytes), HasSubstr("another version"));
}

/// Writes an object that breaks a rule and says what the reader finds.
template <typename Change> std::string failureAfter(Change Break) {
  TuObject Object = fullObject();
  Break(Object.Graph);
  return failureOf(serialise(Object));
}

TEST(TuObject, EveryIndexIsChecked) {
  auto firstOf = [](FlowGraph &Graph, NodeKind Kind) -> Node & {
    return *llvm::find_if(Graph.Nodes,
                          [&](const Node &Port) { return Port.Kind == Kind; });
  };
  const std::uint32_t Bad = 100000;
  EXPECT_EQ(failureAfter([](FlowGraph &) {}), "");
  EXPECT_THAT(failureAfter([&](FlowGraph &G) { G.Nodes[0].Function = Bad; }),
              HasSubstr("function out of range"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) { G.Nodes[0].Location = Bad; }),
              HasSubstr("location out of range"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) { G.Nodes[0].Label = Bad; }),
              HasSubstr("string out of range"));
  for (NodeKind Kind :
       {NodeKind::Source, NodeKind::Sink, NodeKind::Use, NodeKind::Global,
        NodeKind::Field, NodeKind::FunctionRef})
    EXPECT_THAT(failureAfter([&](FlowGraph &G) { firstOf(G, Kind).Ref = Bad; }),
                HasSubstr("string out of range"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) {
                firstOf(G, NodeKind::Literal).Ref = Bad;
              }),
              HasSubstr("literal out of range"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) {
                firstOf(G, NodeKind::Argument).Ref = Bad;
              }),
              HasSubstr("call out of range"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) {
                firstOf(G, NodeKind::Argument).Ref = 1;
              }),
              HasSubstr("foreign port"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) {
                firstOf(G, NodeKind::Param).Function = None;
              }),
              HasSubstr("outside a function"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) { G.Edges[0].From = Bad; }),
              HasSubstr("start of an edge"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) { G.Edges[0].To = Bad; }),
              HasSubstr("end of an edge"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) { G.Edges[0].Path = Bad; }),
              HasSubstr("path out of range"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) { G.Edges[0].Sanitisers = Bad; }),
              HasSubstr("sanitiser set out of range"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) {
                G.Edges[0].Kind = static_cast<EdgeKind>(6);
              }),
              HasSubstr("unknown kind of edge"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) {
                G.Nodes[0].Kind = static_cast<NodeKind>(16);
              }),
              HasSubstr("unknown kind of node"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) {
                G.Nodes[0].Class = static_cast<ValueClass>(9);
              }),
              HasSubstr("unknown class of value"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) { G.Calls[0].Caller = Bad; }),
              HasSubstr("caller out of range"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) { G.Calls[0].Target = Bad; }),
              HasSubstr("string out of range"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) { G.Calls[0].Ports[0] = Bad; }),
              HasSubstr("port out of range"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) { G.Functions[0].Key = Bad; }),
              HasSubstr("string out of range"));
  EXPECT_THAT(
      failureAfter([&](FlowGraph &G) { G.Functions[0].Overrides[0] = Bad; }),
      HasSubstr("string out of range"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) { G.Locations[1].File = Bad; }),
              HasSubstr("string out of range"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) { G.Paths[1][0].Name = Bad; }),
              HasSubstr("string out of range"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) {
                G.Paths[1][0].Kind = static_cast<PathElementKind>(4);
              }),
              HasSubstr("unknown path element"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) { G.SanitiserSets[1][0] = Bad; }),
              HasSubstr("string out of range"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) { G.Literals[0].Text = Bad; }),
              HasSubstr("string out of range"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) { G.Strings[0] = "x"; }),
              HasSubstr("string table"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) { G.Locations[0].Line = 3; }),
              HasSubstr("table of locations"));
  EXPECT_THAT(failureAfter([&](FlowGraph &G) {
                G.Paths[0].push_back({PathElementKind::Element, 0});
              }),
              HasSubstr("table of paths"));
}

TEST(TuObject, AnImpossibleCountTakesNoMemory) {
  // Magic and version, then 2^40 strings in a handful of bytes.
  std::string Bytes = serialise(TuObject()).substr(0, 5);
  Bytes += "\x80\x80\x80\x80\x80\x20";
  EXPECT_THAT(failureOf(Bytes), HasSubstr("impossible number of strings"));
}

TEST(FlowDump, NamesFunctionsByTheEndOfTheirName) {
  TuObject Object = fullObject();
  Object.Graph.Strings.push_back("shop::Db::run");
  Object.Graph.Functions[0].Name =
      static_cast<StringId>(Object.Graph.Strings.size() - 1);
  std::string Text = dumpFlow(Object.Graph, "Db::run");
  EXPECT_THAT(Text, HasSubstr("function shop::Db::run"));
  EXPECT_THAT(Text, HasSubstr("read .name[][key]"));
  EXPECT_THAT(Text, HasSubstr("embed !escape.sql !allowlist"));
  EXPECT_THAT(Text, HasSubstr("sink sql"));
  EXPECT_THAT(Text, testing::Not(HasSubstr("main")));
  EXPECT_EQ(dumpFlow(Object.Graph, "un"), "");
}

} // namespace
