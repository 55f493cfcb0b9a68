//===- FlowDump.h - The flow graph of a function, to read ------*- C++ -*-===//
//
// `check --dump-flow FUNCTION`: for authors of rules and models, who ask why a
// finding is missing or spurious.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_FLOWDUMP_H
#define CPPWARDEN_DRIVER_FLOWDUMP_H

#include "analysis/FlowGraph.h"
#include "driver/Project.h"
#include "llvm/Support/raw_ostream.h"

namespace cppwarden::driver {

/// Writes the nodes and edges of every function of Graph whose qualified name
/// is Name or ends in ::Name. Returns how many there were.
unsigned printFlow(const analysis::FlowGraph &Graph, llvm::StringRef Name,
                   llvm::raw_ostream &Out);

/// Compiles the units of Project and prints the function from the first unit
/// that has it, and from others that have another one of that name.
llvm::Expected<unsigned> dumpFlow(const Project &Project,
                                  const RunContext &Context,
                                  llvm::StringRef Name, llvm::raw_ostream &Out);

} // namespace cppwarden::driver

#endif
