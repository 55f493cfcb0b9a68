//===- TuObject.cpp - TU objects to bytes and back ------------------------===//
//
// Form. Magic, version, then one table of strings: first the flow graph's own,
// in their order, then the others in order of first use. Everything else refers
// to it by number. Numbers are LEB128; the two ends of an edge are written as
// distances, since extraction writes neighbours close together.
//
// Trust. A cache may be shared, so the reader believes nothing: each index is
// compared with the length of what it points into, each enumerator with its
// last value, each count with the bytes that are left, before it is used. What
// the linker and the solver rely on beyond ranges is checked too: ports lie in
// functions, a call's ports name that call, slot 0 of each table is its neutral
// element.
//
// A change of the form, of an enumeration or of what a field means is a new
// FormatVersion; there is no reading of old ones, since a cache can be rebuilt.
//
//===----------------------------------------------------------------------===//
#include "analysis/TuObject.h"
#include "analysis/NodeKinds.h"
#include "analysis/VarintStream.h"
#include "llvm/ADT/DenseMap.h"

namespace cppwarden::analysis {
namespace {

constexpr llvm::StringLiteral Magic("CPWO");
constexpr unsigned FormatVersion = 3;

/// Longest access path a fragment may name; the solver cuts at MaxPathDepth.
constexpr std::size_t LongestPath = 64;

constexpr unsigned EdgeHasPath = 0x08;
constexpr unsigned EdgeHasSanitisers = 0x10;

class ObjectWriter {
public:
  explicit ObjectWriter(const TuObject &Object) : Object(Object) {}

  std::string write() {
    const FlowGraph &Graph = Object.Graph;
    for (const std::string &Text : Graph.Strings)
      Ids.try_emplace(Text, NextId++);

    writeUnit();
    writeGraph(Graph);
    std::string Body = Out.take();

    Out.bytes(Magic);
    Out.number(FormatVersion);
    Out.number(Graph.Strings.size());
    for (const std::string &Text : Graph.Strings)
      Out.text(Text);
    Out.number(Added.size());
    for (llvm::StringRef Text : Added)
      Out.text(Text);
    Out.bytes(Body);
    return Out.take();
  }

private:
  void text(llvm::StringRef Text) {
    auto [It, New] = Ids.try_emplace(Text, NextId);
    if (New) {
      Added.push_back(Text);
      ++NextId;
    }
    Out.number(It->second);
  }
  void texts(const std::vector<std::string> &Texts) {
    Out.number(Texts.size());
    for (const std::string &Text : Texts)
      text(Text);
  }
  void range(const SourceRange &Range) {
    text(Range.File);
    Out.number(Range.Line);
    Out.number(Range.Column);
    Out.number(Range.EndLine);
    Out.number(Range.EndColumn);
  }
  void edit(const TextEdit &Edit) {
    range(Edit.Range);
    text(Edit.Replaced);
    text(Edit.Replacement);
  }

  void writeUnit() {
    text(Object.MainFile);
    texts(Object.ProjectFiles);
    texts(Object.SystemFiles);
    Out.number(Object.Errors.size());
    for (const UnitDiagnostic &Error : Object.Errors) {
      range(Error.Range);
      text(Error.Message);
      Out.byte(Error.Fatal);
    }
    Out.number(Object.Findings.size());
    for (const Finding &Found : Object.Findings) {
      text(Found.RuleId);
      Out.byte(static_cast<std::uint8_t>(Found.Level));
      range(Found.Range);
      text(Found.Message);
      text(Found.Hint);
      text(Found.EnclosingFunction);
      Out.number(Found.Flow.size());
      for (const FlowStep &Step : Found.Flow) {
        Out.byte(static_cast<std::uint8_t>(Step.Kind));
        range(Step.Range);
        text(Step.Message);
      }
      texts(Found.Secrets);
      Out.number(Found.Fixes.size());
      for (const Fix &Way : Found.Fixes) {
        text(Way.Description);
        text(Way.Caution);
        Out.byte(static_cast<std::uint8_t>(Way.Safety));
        Out.number(Way.Edits.size());
        for (const TextEdit &Edit : Way.Edits)
          edit(Edit);
      }
    }
    Out.number(Object.Comments.size());
    for (const CommentFact &Comment : Object.Comments) {
      text(Comment.File);
      Out.number(Comment.Line);
      Out.number(Comment.Column);
      Out.number(Comment.EndLine);
      text(Comment.Text);
      Out.byte(Comment.OwnLine);
    }
    Out.number(Object.Facts.size());
    for (const Fact &Known : Object.Facts) {
      text(Known.Kind);
      text(Known.Key);
      text(Known.Value);
      range(Known.Range);
    }
    Out.number(Object.FixOffers.size());
    for (const FixOffer &Offer : Object.FixOffers) {
      range(Offer.Of);
      text(Offer.Kind);
      edit(Offer.Edit);
      Out.byte(Offer.IsCallee);
      Out.number(Offer.LargestNumber);
      text(Offer.Caution);
    }
  }

  void writeGraph(const FlowGraph &Graph) {
    Out.number(Graph.Paths.size());
    for (const std::vector<PathElement> &Path : Graph.Paths) {
      Out.number(Path.size());
      for (const PathElement &Element : Path) {
        Out.byte(static_cast<std::uint8_t>(Element.Kind));
        Out.number(Element.Name);
      }
    }
    Out.number(Graph.SanitiserSets.size());
    for (const std::vector<StringId> &Set : Graph.SanitiserSets) {
      Out.number(Set.size());
      for (StringId Kind : Set)
        Out.number(Kind);
    }
    Out.number(Graph.Locations.size());
    for (const Location &Place : Graph.Locations) {
      Out.number(Place.File);
      Out.number(Place.Line);
      Out.number(Place.Column);
      Out.number(Place.EndLine);
      Out.number(Place.EndColumn);
    }
    Out.number(Graph.Literals.size());
    for (const Literal &Value : Graph.Literals) {
      Out.byte(static_cast<std::uint8_t>(Value.Kind));
      Out.number(Value.Text);
      Out.signedNumber(Value.Value);
    }
    Out.number(Graph.Functions.size());
    for (const Function &Body : Graph.Functions) {
      Out.number(Body.Key);
      Out.number(Body.Name);
      Out.number(Body.Flags);
      Out.number(Body.ParamCount);
      Out.number(Body.Location);
      Out.number(Body.Overrides.size());
      for (StringId Key : Body.Overrides)
        Out.number(Key);
    }
    Out.number(Graph.Nodes.size());
    Out.number(Graph.Calls.size());
    for (const Call &Site : Graph.Calls) {
      Out.number(Site.Target);
      Out.number(Site.Name);
      Out.number(Site.Flags);
      Out.optionalId(Site.Caller);
      Out.number(Site.Location);
      Out.number(Site.Ports.size());
      for (NodeId Port : Site.Ports)
        Out.number(Port);
    }
    for (const Node &Port : Graph.Nodes) {
      Out.byte(static_cast<std::uint8_t>(Port.Kind));
      Out.byte(static_cast<std::uint8_t>(Port.Class));
      Out.number(Port.Flags);
      Out.signedNumber(Port.Index);
      Out.number(Port.Ref);
      Out.optionalId(Port.Function);
      Out.number(Port.Location);
      Out.number(Port.Label);
    }
    Out.number(Graph.Edges.size());
    std::int64_t Last = 0;
    for (const Edge &Way : Graph.Edges) {
      Out.byte(static_cast<std::uint8_t>(Way.Kind) |
               (Way.Path ? EdgeHasPath : 0) |
               (Way.Sanitisers ? EdgeHasSanitisers : 0));
      Out.signedNumber(std::int64_t(Way.To) - Last);
      Out.signedNumber(std::int64_t(Way.From) - std::int64_t(Way.To));
      if (Way.Path)
        Out.number(Way.Path);
      if (Way.Sanitisers)
        Out.number(Way.Sanitisers);
      Last = Way.To;
    }
  }

  const TuObject &Object;
  VarintWriter Out;
  llvm::DenseMap<llvm::StringRef, std::uint32_t> Ids;
  std::vector<llvm::StringRef> Added;
  std::uint32_t NextId = 0;
};

class ObjectReader {
public:
  explicit ObjectReader(llvm::StringRef Bytes) : In(Bytes) {}

  llvm::Expected<TuObject> read() {
    readHeader();
    readUnit();
    readGraph();
    if (!In.failed() && !In.atEnd())
      In.fail("bytes after the end");
    if (In.failed())
      return llvm::createStringError("TU object: " + In.fault());
    return std::move(Object);
  }

private:
  void readHeader() {
    if (In.bytes(Magic.size()) != Magic) {
      In.fail("not a cppwarden TU object");
      return;
    }
    std::uint64_t Version = In.number();
    if (!In.failed() && Version != FormatVersion)
      In.fail("written by another version of cppwarden (form " +
              llvm::Twine(Version) + ", expected " +
              llvm::Twine(FormatVersion) + ")");
    std::vector<std::string> &Own = Object.Graph.Strings;
    std::size_t Count = In.count(1, "strings");
    Own.clear();
    Own.reserve(Count);
    for (std::size_t I = 0; I != Count && !In.failed(); ++I)
      Own.push_back(In.text().str());
    Count = In.count(1, "strings");
    Added.reserve(Count);
    for (std::size_t I = 0; I != Count && !In.failed(); ++I)
      Added.push_back(In.text());
    if (!In.failed() && (Own.empty() || !Own[0].empty()))
      In.fail("malformed string table");
  }

  std::string text() {
    std::size_t Own = Object.Graph.Strings.size();
    std::uint32_t Id = In.index(Own + Added.size(), "string");
    if (In.failed())
      return {};
    return Id < Own ? Object.Graph.Strings[Id] : Added[Id - Own].str();
  }
  void texts(std::vector<std::string> &Into) {
    std::size_t Count = In.count(1, "strings");
    for (std::size_t I = 0; I != Count && !In.failed(); ++I)
      Into.push_back(text());
  }
  SourceRange range() {
    SourceRange Range;
    Range.File = text();
    Range.Line = In.number32("line");
    Range.Column = In.number32("column");
    Range.EndLine = In.number32("line");
    Range.EndColumn = In.number32("column");
    return Range;
  }
  TextEdit edit() {
    TextEdit Edit;
    Edit.Range = range();
    Edit.Replaced = text();
    Edit.Replacement = text();
    return Edit;
  }
  void fix(Fix &Way) {
    Way.Description = text();
    Way.Caution = text();
    Way.Safety = enumerator(FixSafety::Safe, "safety of a fix");
    std::size_t Edits = In.count(7, "edits");
    if (!In.failed() && Edits == 0)
      In.fail("fix without an edit");
    for (std::size_t I = 0; I != Edits && !In.failed(); ++I)
      Way.Edits.push_back(edit());
  }
  template <typename Enum> Enum enumerator(Enum Last, const char *What) {
    std::uint8_t Value = In.byte();
    if (Value > static_cast<std::uint8_t>(Last)) {
      In.fail(llvm::Twine("unknown ") + What);
      Value = 0;
    }
    return static_cast<Enum>(Value);
  }
  std::uint16_t flags() {
    return static_cast<std::uint16_t>(In.index(0x10000, "flags"));
  }
  StringId string() { return In.index(Object.Graph.Strings.size(), "string"); }
  LocationId location() {
    return In.index(Object.Graph.Locations.size(), "location");
  }

  void readUnit() {
    Object.MainFile = text();
    texts(Object.ProjectFiles);
    texts(Object.SystemFiles);
    std::size_t Count = In.count(7, "errors");
    for (std::size_t I = 0; I != Count && !In.failed(); ++I) {
      UnitDiagnostic &Error = Object.Errors.emplace_back();
      Error.Range = range();
      Error.Message = text();
      Error.Fatal = In.boolean();
    }
    Count = In.count(13, "findings");
    for (std::size_t I = 0; I != Count && !In.failed(); ++I) {
      Finding &Found = Object.Findings.emplace_back();
      Found.RuleId = text();
      Found.Level = enumerator(Severity::Error, "severity");
      Found.Range = range();
      Found.Message = text();
      Found.Hint = text();
      Found.EnclosingFunction = text();
      std::size_t Steps = In.count(7, "steps");
      for (std::size_t J = 0; J != Steps && !In.failed(); ++J) {
        FlowStep &Step = Found.Flow.emplace_back();
        Step.Kind = enumerator(FlowStepKind::Sink, "kind of step");
        Step.Range = range();
        Step.Message = text();
      }
      texts(Found.Secrets);
      std::size_t Fixes = In.count(11, "fixes");
      for (std::size_t J = 0; J != Fixes && !In.failed(); ++J)
        fix(Found.Fixes.emplace_back());
    }
    Count = In.count(6, "comments");
    for (std::size_t I = 0; I != Count && !In.failed(); ++I) {
      CommentFact &Comment = Object.Comments.emplace_back();
      Comment.File = text();
      Comment.Line = In.number32("line");
      Comment.Column = In.number32("column");
      Comment.EndLine = In.number32("line");
      Comment.Text = text();
      Comment.OwnLine = In.boolean();
    }
    Count = In.count(8, "facts");
    for (std::size_t I = 0; I != Count && !In.failed(); ++I) {
      Fact &Known = Object.Facts.emplace_back();
      Known.Kind = text();
      Known.Key = text();
      Known.Value = text();
      Known.Range = range();
    }
    Count = In.count(16, "offers of fixes");
    for (std::size_t I = 0; I != Count && !In.failed(); ++I) {
      FixOffer &Offer = Object.FixOffers.emplace_back();
      Offer.Of = range();
      Offer.Kind = text();
      Offer.Edit = edit();
      Offer.IsCallee = In.boolean();
      Offer.LargestNumber = In.number();
      Offer.Caution = text();
    }
  }

  void readGraph() {
    readTables();
    readFunctions();
    std::size_t NodeCount = In.count(8, "nodes");
    readCalls(NodeCount);
    readNodes(NodeCount);
    checkPorts();
    readEdges();
  }

  void readTables() {
    FlowGraph &Graph = Object.Graph;
    std::size_t Count = In.count(1, "paths");
    Graph.Paths.clear();
    Graph.Paths.reserve(Count);
    for (std::size_t I = 0; I != Count && !In.failed(); ++I) {
      std::vector<PathElement> &Path = Graph.Paths.emplace_back();
      std::size_t Length = In.count(2, "path elements");
      if (Length > LongestPath)
        In.fail("path too long");
      for (std::size_t J = 0; J != Length && !In.failed(); ++J) {
        PathElement &Element = Path.emplace_back();
        Element.Kind = enumerator(PathElementKind::Keyed, "path element");
        Element.Name = string();
      }
    }
    if (!In.failed() && (Graph.Paths.empty() || !Graph.Paths[0].empty()))
      In.fail("malformed table of paths");

    Count = In.count(1, "sanitiser sets");
    Graph.SanitiserSets.clear();
    Graph.SanitiserSets.reserve(Count);
    for (std::size_t I = 0; I != Count && !In.failed(); ++I) {
      std::vector<StringId> &Set = Graph.SanitiserSets.emplace_back();
      std::size_t Size = In.count(1, "sanitisers");
      for (std::size_t J = 0; J != Size && !In.failed(); ++J)
        Set.push_back(string());
    }
    if (!In.failed() &&
        (Graph.SanitiserSets.empty() || !Graph.SanitiserSets[0].empty()))
      In.fail("malformed table of sanitisers");

    Count = In.count(5, "locations");
    Graph.Locations.clear();
    Graph.Locations.reserve(Count);
    for (std::size_t I = 0; I != Count && !In.failed(); ++I) {
      Location &Place = Graph.Locations.emplace_back();
      Place.File = string();
      Place.Line = In.number32("line");
      Place.Column = In.number32("column");
      Place.EndLine = In.number32("line");
      Place.EndColumn = In.number32("column");
    }
    if (!In.failed() &&
        (Graph.Locations.empty() || Graph.Locations[0] != Location{}))
      In.fail("malformed table of locations");

    Count = In.count(3, "literals");
    Graph.Literals.reserve(Count);
    for (std::size_t I = 0; I != Count && !In.failed(); ++I) {
      Literal &Value = Graph.Literals.emplace_back();
      Value.Kind = enumerator(LiteralKind::Bytes, "kind of literal");
      Value.Text = string();
      Value.Value = In.signedNumber();
    }
  }

  void readFunctions() {
    FlowGraph &Graph = Object.Graph;
    std::size_t Count = In.count(6, "functions");
    Graph.Functions.reserve(Count);
    for (std::size_t I = 0; I != Count && !In.failed(); ++I) {
      Function &Body = Graph.Functions.emplace_back();
      Body.Key = string();
      Body.Name = string();
      Body.Flags = flags();
      Body.ParamCount = In.number32("number of parameters");
      Body.Location = location();
      std::size_t Overridden = In.count(1, "overridden methods");
      for (std::size_t J = 0; J != Overridden && !In.failed(); ++J)
        Body.Overrides.push_back(string());
    }
  }

  void readCalls(std::size_t NodeCount) {
    FlowGraph &Graph = Object.Graph;
    std::size_t Count = In.count(6, "calls");
    Graph.Calls.reserve(Count);
    for (std::size_t I = 0; I != Count && !In.failed(); ++I) {
      Call &Site = Graph.Calls.emplace_back();
      Site.Target = string();
      Site.Name = string();
      Site.Flags = flags();
      Site.Caller = In.optionalId(Graph.Functions.size(), "caller");
      Site.Location = location();
      std::size_t Ports = In.count(1, "ports");
      for (std::size_t J = 0; J != Ports && !In.failed(); ++J)
        Site.Ports.push_back(In.index(NodeCount, "port"));
    }
  }

  void readNodes(std::size_t Count) {
    FlowGraph &Graph = Object.Graph;
    if (In.failed())
      return;
    Graph.Nodes.reserve(Count);
    for (std::size_t I = 0; I != Count && !In.failed(); ++I) {
      Node &Port = Graph.Nodes.emplace_back();
      Port.Kind = enumerator(NodeKind::Use, "kind of node");
      Port.Class = enumerator(ValueClass::Function, "class of value");
      Port.Flags = flags();
      std::int64_t Index = In.signedNumber();
      if (Index < std::numeric_limits<std::int32_t>::min() ||
          Index > std::numeric_limits<std::int32_t>::max())
        In.fail("position out of range");
      Port.Index = static_cast<std::int32_t>(Index);
      if (isCallPort(Port.Kind))
        Port.Ref = In.index(Graph.Calls.size(), "call");
      else if (refersToString(Port.Kind))
        Port.Ref = string();
      else if (Port.Kind == NodeKind::Literal)
        Port.Ref = In.index(Graph.Literals.size(), "literal");
      else
        Port.Ref = In.number32("reference");
      Port.Function = In.optionalId(Graph.Functions.size(), "function");
      if (isFunctionPort(Port.Kind) && Port.Function == None)
        In.fail("port outside a function");
      Port.Location = location();
      Port.Label = string();
    }
  }

  void checkPorts() {
    const FlowGraph &Graph = Object.Graph;
    if (In.failed())
      return;
    for (CallId Id = 0; Id != Graph.Calls.size(); ++Id)
      for (NodeId Port : Graph.Calls[Id].Ports)
        if (!isCallPort(Graph.Nodes[Port].Kind) ||
            Graph.Nodes[Port].Ref != Id) {
          In.fail("call with a foreign port");
          return;
        }
  }

  void readEdges() {
    FlowGraph &Graph = Object.Graph;
    std::size_t Count = In.count(3, "edges");
    Graph.Edges.reserve(Count);
    std::int64_t Last = 0;
    auto end = [&](std::int64_t Base, const char *What) -> NodeId {
      std::int64_t Distance = In.signedNumber();
      std::int64_t Limit = static_cast<std::int64_t>(Graph.Nodes.size());
      if (Distance < -Limit || Distance > Limit || Base + Distance < 0 ||
          Base + Distance >= Limit) {
        In.fail(llvm::Twine(What) + " out of range");
        return 0;
      }
      return static_cast<NodeId>(Base + Distance);
    };
    for (std::size_t I = 0; I != Count && !In.failed(); ++I) {
      Edge &Way = Graph.Edges.emplace_back();
      unsigned Head = In.byte();
      unsigned Kind = Head & ~(EdgeHasPath | EdgeHasSanitisers);
      if (Kind > static_cast<unsigned>(EdgeKind::Index))
        In.fail("unknown kind of edge");
      Way.Kind = static_cast<EdgeKind>(Kind & 7);
      Way.To = end(Last, "end of an edge");
      Way.From = end(Way.To, "start of an edge");
      if (Head & EdgeHasPath)
        Way.Path = In.index(Graph.Paths.size(), "path");
      if (Head & EdgeHasSanitisers)
        Way.Sanitisers = In.index(Graph.SanitiserSets.size(), "sanitiser set");
      Last = Way.To;
    }
  }

  VarintReader In;
  std::vector<llvm::StringRef> Added;
  TuObject Object;
};

} // namespace

std::string serialise(const TuObject &Object) {
  return ObjectWriter(Object).write();
}

llvm::Expected<TuObject> deserialise(llvm::StringRef Bytes) {
  return ObjectReader(Bytes).read();
}

} // namespace cppwarden::analysis
