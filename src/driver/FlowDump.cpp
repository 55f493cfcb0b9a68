#include "driver/FlowDump.h"
#include "support/Paths.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include <set>

namespace cppwarden::driver {
namespace {

using namespace analysis;

const char *name(NodeKind Kind) {
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
    return "SOURCE";
  case NodeKind::Literal:
    return "literal";
  case NodeKind::Sink:
    return "SINK";
  case NodeKind::Use:
    return "USE";
  }
  return "?";
}

const char *name(ValueClass Class) {
  switch (Class) {
  case ValueClass::Unknown:
    return "";
  case ValueClass::Text:
    return "text";
  case ValueClass::Bytes:
    return "bytes";
  case ValueClass::Number:
    return "number";
  case ValueClass::Boolean:
    return "bool";
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

const char *name(EdgeKind Kind) {
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

class Printer {
public:
  Printer(const FlowGraph &Graph, llvm::raw_ostream &Out)
      : Graph(Graph), Out(Out) {}

  void print(FunctionId Id) {
    const Function &F = Graph.Functions[Id];
    Out << Graph.Strings[F.Name] << "  " << place(F.Location) << '\n';
    for (NodeId N = 0; N < Graph.Nodes.size(); ++N)
      if (Graph.Nodes[N].Function == Id)
        printNode(N);
    Out << '\n';
  }

private:
  std::string place(LocationId Id) const {
    const Location &L = Graph.Locations[Id];
    if (!L.Line)
      return "";
    return (Graph.Strings[L.File] + ":" + llvm::Twine(L.Line) + ":" +
            llvm::Twine(L.Column))
        .str();
  }
  std::string path(PathId Id) const {
    std::string Text;
    for (const PathElement &E : Graph.Paths[Id])
      Text += E.Kind == PathElementKind::Element ? "[]"
              : E.Kind == PathElementKind::Key   ? "[key]"
                                                 : "." + Graph.Strings[E.Name];
    return Text;
  }
  std::string detail(const Node &N) const {
    switch (N.Kind) {
    case NodeKind::Source:
    case NodeKind::Sink:
    case NodeKind::Use:
    case NodeKind::Global:
    case NodeKind::Field:
    case NodeKind::Capture:
    case NodeKind::FunctionRef:
      return " " + Graph.Strings[N.Ref];
    case NodeKind::Param:
    case NodeKind::ParamOut:
      return N.Index < 0 ? " this" : " " + std::to_string(N.Index);
    case NodeKind::Argument:
    case NodeKind::ArgumentOut:
      return (N.Index < 0 ? " this" : " " + std::to_string(N.Index)) + " of " +
             Graph.Strings[Graph.Calls[N.Ref].Name];
    case NodeKind::Result:
    case NodeKind::Callee:
      return " of " + Graph.Strings[Graph.Calls[N.Ref].Name];
    case NodeKind::Literal: {
      // A literal may be a secret: its size and no more.
      const Literal &L = Graph.Literals[N.Ref];
      if (L.Kind == LiteralKind::Integer)
        return " " + std::to_string(L.Value) +
               (L.Text ? " (" + Graph.Strings[L.Text] + ")" : "");
      return std::string(L.Kind == LiteralKind::String ? " string" : " bytes") +
             " of " + std::to_string(Graph.Strings[L.Text].size());
    }
    default:
      return "";
    }
  }
  void printNode(NodeId Id) {
    const Node &N = Graph.Nodes[Id];
    Out << llvm::format("  %5u  ", Id) << name(N.Kind) << detail(N);
    if (*name(N.Class))
      Out << " : " << name(N.Class);
    if (N.Label)
      Out << "  `" << Graph.Strings[N.Label] << '`';
    if (N.Flags & NF_Named)
      Out << " named";
    if (N.Flags & NF_Entry)
      Out << " entry";
    if (N.Flags & NF_Comparison)
      Out << " compared";
    if (std::string Where = place(N.Location); !Where.empty())
      Out << "  " << Where;
    Out << '\n';
    for (const Edge &E : Graph.Edges) {
      if (E.To != Id)
        continue;
      Out << "           <- " << E.From << ' ' << name(E.Kind) << path(E.Path);
      std::vector<std::string> Passed;
      for (StringId S : Graph.SanitiserSets[E.Sanitisers])
        Passed.push_back(Graph.Strings[S]);
      if (!Passed.empty())
        Out << " past " << llvm::join(Passed, ", ");
      Out << '\n';
    }
  }

  const FlowGraph &Graph;
  llvm::raw_ostream &Out;
};

bool isNamed(llvm::StringRef Qualified, llvm::StringRef Wanted) {
  return Qualified == Wanted ||
         (Qualified.ends_with(Wanted) &&
          Qualified.drop_back(Wanted.size()).ends_with("::"));
}

} // namespace

unsigned printFlow(const FlowGraph &Graph, llvm::StringRef Name,
                   llvm::raw_ostream &Out) {
  unsigned Found = 0;
  for (FunctionId Id = 0; Id < Graph.Functions.size(); ++Id)
    if (isNamed(Graph.Strings[Graph.Functions[Id].Name], Name)) {
      Printer(Graph, Out).print(Id);
      ++Found;
    }
  return Found;
}

llvm::Expected<unsigned> dumpFlow(const Project &Project,
                                  const RunContext &Context,
                                  llvm::StringRef Name,
                                  llvm::raw_ostream &Out) {
  auto Units = compileUnits(Project.Plan.Jobs,
                            compileOptions(Project.Config.Values, Context));
  if (!Units)
    return Units.takeError();
  unsigned Found = 0;
  std::set<std::string> Printed; ///< a header's function is in many units
  for (std::size_t I = 0; I < Units->size(); ++I) {
    const frontend::UnitJob &Job = Project.Plan.Jobs[I];
    if (!(*Units)[I].Object) {
      Out << relativeTo(Job.File, Job.ProjectRoot) << ": "
          << (*Units)[I].Failure << '\n';
      continue;
    }
    std::string Text;
    llvm::raw_string_ostream Buffer(Text);
    unsigned Here = printFlow((*Units)[I].Object->Graph, Name, Buffer);
    if (!Here)
      continue;
    Found += Here;
    if (Printed.insert(Text).second)
      Out << relativeTo(Job.File, Job.ProjectRoot) << ":\n" << Text;
  }
  return Found;
}

} // namespace cppwarden::driver
