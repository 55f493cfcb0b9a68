//===- Interrupt.h - Ctrl-C as a flag --------------------------*- C++ -*-===//
//
// The first SIGINT or SIGTERM asks the driver to stop its workers and end; the
// second ends the process.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_CLI_INTERRUPT_H
#define CPPWARDEN_CLI_INTERRUPT_H

#include <atomic>

namespace cppwarden::cli {

/// Installs the handlers; the flag is set by the first signal.
const std::atomic<bool> &watchInterrupts();

} // namespace cppwarden::cli

#endif
