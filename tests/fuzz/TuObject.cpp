// TU objects, as a shared cache may hand them out: what the reader accepts must
// survive a second round, the linker and a search.
#include "../analysis/SampleObject.h"
#include "FuzzTarget.h"
#include "analysis/FlowDump.h"
#include "analysis/Linker.h"
#include "analysis/Solver.h"

using namespace cppwarden;
using namespace cppwarden::analysis;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *Data,
                                      std::size_t Size) {
  llvm::StringRef Bytes(reinterpret_cast<const char *>(Data), Size);
  auto Object = deserialise(Bytes);
  if (!Object) {
    fuzz::refuse(llvm::toString(Object.takeError()));
    return 0;
  }
  fuzz::accept();
  std::string Written = serialise(*Object);
  auto Again = deserialise(Written);
  fuzz::promise(bool(Again), "what is written is read");
  fuzz::promise(serialise(*Again) == Written, "and written the same");
  dumpFlow(Object->Graph, "");

  TuObject Units[2] = {std::move(*Object), std::move(*Again)};
  LinkedGraph Program = link(Units);
  FlowQuery Query;
  Query.Id = "fuzz";
  Query.Sources = {"untrusted"};
  Query.Literals = LiteralCondition();
  Query.Open = true;
  Query.Sanitisers = {"escape"};
  Query.ThroughNumbers = true;
  for (const Node &Port : Program.Graph.Nodes)
    if (Port.Kind == NodeKind::Sink)
      Query.Sinks.push_back(Program.Graph.Strings[Port.Ref]);
  SolveLimits Small{1000, 8, 1000, 100};
  solve(Program, Query, Small);
  return 0;
}

std::vector<std::string> cppwarden::fuzz::seedInputs() {
  TuObject Empty;
  Empty.MainFile = "src/a.cpp";
  return {serialise(test::fullObject()), serialise(Empty)};
}
