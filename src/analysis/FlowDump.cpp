//===- FlowDump.cpp -------------------------------------------------------===//
#include "analysis/FlowDump.h"
#include "analysis/NodeKinds.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

namespace cppwarden::analysis {
namespace {

llvm::StringRef nameOf(NodeKind Kind) {
  switch (Kind) {
  case NodeKind::Value:
    return "value";
  case NodeKind::Param:
    return "param";
  case NodeKind::ParamOut:
    return "param-out";
  case NodeKind::Return:
    return "return";
  case NodeKind::Argument:
    return "argument";
  case NodeKind::ArgumentOut:
    return "argument-out";
  case NodeKind::Result:
    return "result";
  case NodeKind::Callee:
    return "callee";
  case NodeKind::FunctionRef:
    return "function";
  case NodeKind::Global:
    return "global";
  case NodeKind::Field:
    return "field";
  case NodeKind::Capture:
    return "capture";
  case NodeKind::Source:
    return "source";
  case NodeKind::Literal:
    return "literal";
  case NodeKind::Sink:
    return "sink";
  case NodeKind::Use:
    return "use";
  }
  return "?";
}

llvm::StringRef nameOf(ValueClass Class) {
  switch (Class) {
  case ValueClass::Unknown:
    return "unknown";
  case ValueClass::Text:
    return "text";
  case ValueClass::Bytes:
    return "bytes";
  case ValueClass::Number:
    return "number";
  case ValueClass::Boolean:
    return "boolean";
  case ValueClass::Enum:
    return "enum";
  case ValueClass::Object:
    return "object";
  case ValueClass::Pointer:
    return "pointer";
  case ValueClass::Function:
    return "function";
  }
  return "?";
}

llvm::StringRef nameOf(EdgeKind Kind) {
  switch (Kind) {
  case EdgeKind::Copy:
    return "copy";
  case EdgeKind::Embed:
    return "embed";
  case EdgeKind::Derive:
    return "derive";
  case EdgeKind::Read:
    return "read";
  case EdgeKind::Store:
    return "store";
  case EdgeKind::Index:
    return "index";
  }
  return "?";
}

class Dumper {
public:
  Dumper(const FlowGraph &Graph,
         llvm::function_ref<std::string(llvm::StringRef)> Printed)
      : Graph(Graph), Printed(Printed), Out(Text) {
    NodesOf.resize(Graph.Functions.size() + 1);
    for (NodeId Id = 0; Id != Graph.Nodes.size(); ++Id)
      NodesOf[rowOf(Graph.Nodes[Id].Function)].push_back(Id);
    EdgesInto.resize(Graph.Nodes.size());
    for (std::uint32_t Id = 0; Id != Graph.Edges.size(); ++Id)
      EdgesInto[Graph.Edges[Id].To].push_back(Id);
  }

  std::string run(llvm::StringRef Name) {
    for (FunctionId Id = 0; Id != Graph.Functions.size(); ++Id)
      if (isNamed(string(Graph.Functions[Id].Name), Name))
        dumpFunction(Id);
    if (Name.empty() && !NodesOf.back().empty()) {
      Out << "namespace scope\n";
      dumpNodes(None);
    }
    return std::move(Text);
  }

private:
  llvm::StringRef string(StringId Id) const { return Graph.Strings[Id]; }
  std::size_t rowOf(FunctionId Id) const {
    return Id == None ? Graph.Functions.size() : Id;
  }
  static bool isNamed(llvm::StringRef Qualified, llvm::StringRef Name) {
    if (Name.empty() || Qualified == Name)
      return true;
    return Qualified.consume_back(Name) && Qualified.ends_with("::");
  }

  std::string place(LocationId Id) const {
    const Location &Where = Graph.Locations[Id];
    if (!Where.Line)
      return "-";
    return llvm::formatv("{0}:{1}:{2}", string(Where.File), Where.Line,
                         Where.Column);
  }
  void path(PathId Id) {
    for (const PathElement &Element : Graph.Paths[Id])
      switch (Element.Kind) {
      case PathElementKind::Field:
        Out << '.' << string(Element.Name);
        break;
      case PathElementKind::Element:
        Out << "[]";
        break;
      case PathElementKind::Key:
        Out << "[key]";
        break;
      case PathElementKind::Keyed:
        Out << "[given]";
        break;
      }
  }

  void dumpFunction(FunctionId Id) {
    const Function &Body = Graph.Functions[Id];
    Out << "function " << string(Body.Name) << "  " << place(Body.Location)
        << "\n  key " << string(Body.Key) << "\n";
    for (StringId Key : Body.Overrides)
      Out << "  overrides " << string(Key) << "\n";
    dumpNodes(Id);
    for (CallId Site = 0; Site != Graph.Calls.size(); ++Site)
      if (Graph.Calls[Site].Caller == Id)
        dumpCall(Site);
    Out << "\n";
  }

  void dumpCall(CallId Id) {
    const Call &Site = Graph.Calls[Id];
    Out << "  call" << Id << " " << string(Site.Name) << "  "
        << place(Site.Location);
    if (Site.Flags & CF_Virtual)
      Out << " virtual";
    if (Site.Flags & CF_Indirect)
      Out << " indirect";
    if (Site.Flags & CF_Modelled)
      Out << " modelled";
    if (Site.Flags & CF_Library)
      Out << " library";
    if (Site.Target)
      Out << "  -> " << string(Site.Target);
    Out << "\n";
  }

  void dumpNodes(FunctionId Id) {
    for (NodeId Node : NodesOf[rowOf(Id)])
      dumpNode(Node);
  }

  void dumpNode(NodeId Id) {
    const Node &Port = Graph.Nodes[Id];
    Out << "  n" << Id << " " << nameOf(Port.Kind);
    if (isCallPort(Port.Kind))
      Out << " call" << Port.Ref;
    if (Port.Kind == NodeKind::Param || Port.Kind == NodeKind::ParamOut ||
        Port.Kind == NodeKind::Argument || Port.Kind == NodeKind::ArgumentOut)
      Out << " #" << Port.Index;
    if (refersToString(Port.Kind))
      Out << " " << string(Port.Ref);
    if (Port.Kind == NodeKind::Literal)
      dumpLiteral(Graph.Literals[Port.Ref]);
    Out << " (" << nameOf(Port.Class) << ")";
    if (Port.Label)
      Out << " `" << string(Port.Label) << "`";
    if (Port.Flags & NF_Writable)
      Out << " writable";
    if (Port.Flags & NF_Named)
      Out << " named";
    if (Port.Flags & NF_Entry)
      Out << " entry";
    Out << "  " << place(Port.Location) << "\n";
    for (std::uint32_t Edge : EdgesInto[Id])
      dumpEdge(Graph.Edges[Edge]);
  }

  void dumpLiteral(const Literal &Value) {
    if (Value.Kind == LiteralKind::Integer) {
      Out << " " << Value.Value;
      if (Value.Text)
        Out << " " << Printed(string(Value.Text));
      return;
    }
    Out << " \"" << Printed(string(Value.Text)) << "\"";
  }

  void dumpEdge(const Edge &Way) {
    Out << "      <- n" << Way.From << " " << nameOf(Way.Kind);
    if (Way.Path) {
      Out << " ";
      path(Way.Path);
    }
    for (StringId Kind : Graph.SanitiserSets[Way.Sanitisers])
      Out << " !" << string(Kind);
    Out << "\n";
  }

  const FlowGraph &Graph;
  llvm::function_ref<std::string(llvm::StringRef)> Printed;
  std::string Text;
  llvm::raw_string_ostream Out;
  std::vector<std::vector<NodeId>> NodesOf; ///< by function; last: none
  std::vector<std::vector<std::uint32_t>> EdgesInto;
};

} // namespace

std::string escaped(llvm::StringRef Text) {
  std::string Result;
  llvm::raw_string_ostream(Result).write_escaped(Text);
  return Result;
}

std::string dumpFlow(const FlowGraph &Graph, llvm::StringRef FunctionName,
                     llvm::function_ref<std::string(llvm::StringRef)> Literal) {
  return Dumper(Graph, Literal).run(FunctionName);
}

} // namespace cppwarden::analysis
