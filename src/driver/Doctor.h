//===- Doctor.h - Does cppwarden see the program as its compiler does? -*- C++
//-*-===//
//
// `cppwarden doctor`: what the plan found, dropped and guessed; which units do
// not parse, and why; what to do about it.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_DOCTOR_H
#define CPPWARDEN_DRIVER_DOCTOR_H

#include "driver/ExitCode.h"
#include "driver/Project.h"
#include "llvm/Support/raw_ostream.h"

namespace cppwarden::driver {

/// Parses every unit and writes the diagnosis. ExitClean, ExitIncomplete or
/// ExitInterrupted; an error when no worker can be started.
llvm::Expected<ExitCode> examine(const Project &Project,
                                 const RunContext &Context,
                                 llvm::raw_ostream &Out);

/// What to do about a compiler error, or "" when there is no advice. For tests.
std::string adviceFor(llvm::StringRef CompilerError);

} // namespace cppwarden::driver

#endif
