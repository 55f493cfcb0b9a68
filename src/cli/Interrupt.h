//===- Interrupt.h - Ctrl-C as a flag --------------------------*- C++ -*-===//
//
// While workers run, the first SIGINT or SIGTERM asks the driver to stop them
// and end, the second ends the process. When they are gone there is nothing
// left to stop: the process ends at once, with a word about what was printed.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_CLI_INTERRUPT_H
#define CPPWARDEN_CLI_INTERRUPT_H

#include <atomic>

namespace cppwarden::cli {

/// Installs the handlers; the flag is set by the first signal. Called again
/// when workers are started anew.
const std::atomic<bool> &watchInterrupts();
/// From now on the first signal ends the process with status 130.
void endAtInterrupts();

} // namespace cppwarden::cli

#endif
