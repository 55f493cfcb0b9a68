//===- FlowDump.h - The flow graph of a function, to read ------*- C++ -*-===//
//
// `check --dump-flow FUNCTION`: for authors of rules and models, who ask why a
// finding is missing or spurious.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_FLOWDUMP_H
#define CPPWARDEN_DRIVER_FLOWDUMP_H

#include "driver/Project.h"
#include "llvm/Support/raw_ostream.h"

namespace cppwarden::driver {

/// Compiles the units of Project and prints the functions of this name (see
/// analysis::dumpFlow) unit by unit, one of a header once, secrets redacted.
/// False when no unit has one.
llvm::Expected<bool> dumpFlow(const Project &Project, const RunContext &Context,
                              llvm::StringRef Name, llvm::raw_ostream &Out);

} // namespace cppwarden::driver

#endif
