//===- TuObjectFuzzer.cpp - Hostile TU objects ----------------------------===//
//
// libFuzzer target: what the reader accepts must survive a second round, the
// linker and a search. Build with -fsanitize=fuzzer,address.
//
//===----------------------------------------------------------------------===//
#include "analysis/FlowDump.h"
#include "analysis/Linker.h"
#include "analysis/Solver.h"
#include "llvm/ADT/StringRef.h"
#include <cstdlib>

using namespace cppwarden::analysis;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *Data,
                                      std::size_t Size) {
  llvm::StringRef Bytes(reinterpret_cast<const char *>(Data), Size);
  llvm::Expected<TuObject> Object = deserialise(Bytes);
  if (!Object) {
    llvm::consumeError(Object.takeError());
    return 0;
  }
  std::string Written = serialise(*Object);
  llvm::Expected<TuObject> Again = deserialise(Written);
  if (!Again || serialise(*Again) != Written)
    std::abort();
  dumpFlow(Object->Graph, "");

  TuObject Units[2] = {std::move(*Object), std::move(*Again)};
  LinkedGraph Program = link(Units);
  FlowQuery Query;
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
