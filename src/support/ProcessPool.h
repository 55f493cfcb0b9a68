//===- ProcessPool.h - Jobs in persistent worker processes -----*- C++ -*-===//
//
// The driver gives every translation unit to a worker process, so that a crash,
// a hang or a memory hog costs that unit and nothing else. This pool starts the
// workers, feeds them over pipes (Frames.h), watches time and memory, and
// restarts what died. It knows nothing of units.
//
// A job fails for good only in a *fresh* worker: when a worker that has done
// other jobs before crashes or runs out of memory, the job is tried once more
// in a new one. So the outcome of a job depends on the job alone, not on what
// the scheduler put before it. A worker killed from outside (SIGKILL, SIGTERM:
// the system's out-of-memory killer) gets that second try as well. Time-outs do
// not.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_SUPPORT_PROCESSPOOL_H
#define CPPWARDEN_SUPPORT_PROCESSPOOL_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace cppwarden {

struct ProcessPoolOptions {
  std::string Executable;             ///< absolute
  std::vector<std::string> Arguments; ///< without the program's name
  std::string Hello;                  ///< first message to every worker
  unsigned Workers = 1;
  std::chrono::milliseconds JobTimeout{120000};
  std::chrono::milliseconds StartTimeout{60000};
  std::uint64_t MemoryBytes = 0;   ///< resident, per worker; 0: no limit
  unsigned RecycleAfterJobs = 300; ///< a new process after so many jobs
  /// A worker that ends a job above this resident size is replaced; 0: never.
  std::uint64_t RecycleAboveBytes = 0;
  /// Set from a signal handler: kill the workers and return.
  const std::atomic<bool> *Cancelled = nullptr;
};

struct JobOutcome {
  enum class Status : std::uint8_t {
    Done,
    Refused, ///< the worker answered that it cannot
    Crashed, ///< it died
    TimedOut,
    OutOfMemory,
    Cancelled ///< never finished: Ctrl-C
  };
  Status Is = Status::Cancelled;
  std::string Payload; ///< of Done
  std::string Reason;  ///< one line, of all others: "crashed: SIGSEGV …"
  std::chrono::milliseconds Duration{0};
  std::uint64_t PeakBytes = 0; ///< largest resident size seen while it ran
};

/// A pool that outlives its jobs, for one that gets new ones all the time.
class ProcessPool {
public:
  explicit ProcessPool(ProcessPoolOptions Options);
  /// Kills the workers.
  ~ProcessPool();

  /// Id must be that of no unfinished job. Jobs of one Affinity go to the same
  /// worker where that costs no waiting.
  void submit(std::size_t Id, std::string Payload,
              llvm::StringRef Affinity = "");
  /// Forgets a job, at the price of its worker when that is at it.
  void cancel(std::size_t Id);
  /// No job is waiting or running.
  bool isIdle() const;
  /// Keeps the workers busy, waits at most AtMost for one of them or until
  /// Wake (a descriptor; -1: none) can be read, and calls OnDone for each job
  /// that has finished. An error: no worker can be started, or one refuses the
  /// hello.
  llvm::Error step(std::chrono::milliseconds AtMost, int Wake,
                   llvm::function_ref<void(std::size_t, JobOutcome)> OnDone);

private:
  class Impl;
  std::unique_ptr<Impl> Own;
};

/// Runs all Jobs in the order of the list and calls OnDone(index, outcome) once
/// for each, in the order they finish, on the calling thread. Fails only when
/// no worker can be started or a worker refuses the hello.
llvm::Error runJobs(const ProcessPoolOptions &Options,
                    const std::vector<std::string> &Jobs,
                    llvm::function_ref<void(std::size_t, JobOutcome)> OnDone);

} // namespace cppwarden

#endif
