//===- WorkerChannel.h - The worker's side of a process pool ---*- C++ -*-===//
#ifndef CPPWARDEN_SUPPORT_WORKERCHANNEL_H
#define CPPWARDEN_SUPPORT_WORKERCHANNEL_H

#include "llvm/Support/Error.h"
#include <cstdint>

namespace cppwarden {

/// What a worker process calls before anything else. Takes the protocol off
/// standard input and output and points those at /dev/null and standard error,
/// so that nothing a library prints can disturb it; has the process killed when
/// its parent dies; ignores Ctrl-C (the driver decides); limits its memory to
/// MemoryBytes (0: no limit) by exiting with OutOfMemoryExit.
struct WorkerChannel {
  int In = -1;
  int Out = -1;
};
llvm::Expected<WorkerChannel> becomeWorker(std::uint64_t MemoryBytes);

/// Exit status by which a worker says that an allocation failed.
inline constexpr int OutOfMemoryExit = 86;

} // namespace cppwarden

#endif
