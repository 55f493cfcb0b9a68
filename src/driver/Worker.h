//===- Worker.h - The process that compiles units --------------*- C++ -*-===//
//
// `cppwarden worker`, started by compileUnits() and by nobody else.
//
// Three environment variables make it misbehave for the end-to-end tests, each
// holding a part of the path of the units concerned:
// CPPWARDEN_TEST_CRASH_ON, CPPWARDEN_TEST_HANG_ON, CPPWARDEN_TEST_OOM_ON.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_WORKER_H
#define CPPWARDEN_DRIVER_WORKER_H

#include <cstdint>

namespace cppwarden::driver {

/// Serves jobs until the driver closes the pipe. MemoryBytes: 0 is no limit.
/// Returns the exit status.
int runWorker(std::uint64_t MemoryBytes);

} // namespace cppwarden::driver

#endif
