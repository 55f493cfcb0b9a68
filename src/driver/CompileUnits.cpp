#include "driver/CompileUnits.h"
#include "driver/WorkerProtocol.h"
#include "support/Paths.h"
#include "support/ProcessPool.h"
#include "support/Progress.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include <numeric>
#include <thread>

namespace cppwarden::driver {
namespace {

/// Indices of Jobs, biggest source first: a large unit started last would keep
/// one worker busy while the others idle.
std::vector<std::size_t> schedule(llvm::ArrayRef<frontend::UnitJob> Jobs) {
  std::vector<std::uint64_t> Sizes(Jobs.size());
  for (std::size_t I = 0; I < Jobs.size(); ++I)
    if (llvm::sys::fs::file_size(Jobs[I].File, Sizes[I]))
      Sizes[I] = 0;
  std::vector<std::size_t> Order(Jobs.size());
  std::iota(Order.begin(), Order.end(), std::size_t(0));
  llvm::sort(Order, [&](std::size_t A, std::size_t B) {
    return std::pair(Sizes[B], A) < std::pair(Sizes[A], B);
  });
  return Order;
}

} // namespace

llvm::Expected<std::vector<CompiledUnit>>
compileUnits(llvm::ArrayRef<frontend::UnitJob> Jobs,
             const CompileOptions &Options) {
  ProcessPoolOptions Pool;
  Pool.Executable = Options.Executable;
  Pool.Arguments = {"worker", "--memory", std::to_string(Options.UnitMemory)};
  Pool.Hello = encodeHello(Options.Rules);
  Pool.Workers = Options.Workers
                     ? Options.Workers
                     : std::max(1u, std::thread::hardware_concurrency());
  Pool.JobTimeout = std::chrono::seconds(Options.UnitTimeout);
  Pool.MemoryBytes = std::uint64_t(Options.UnitMemory) << 20;
  Pool.RecycleAboveBytes = Pool.MemoryBytes / 2;
  Pool.Cancelled = Options.Interrupted;

  std::vector<std::size_t> Order = schedule(Jobs);
  std::vector<std::string> Payloads;
  for (std::size_t I : Order)
    Payloads.push_back(encodeJob(Jobs[I]));

  std::vector<CompiledUnit> Units(Jobs.size());
  Progress Line(Options.ShowProgress);
  std::size_t Done = 0;
  Line.show(0, Jobs.size(), "starting");
  llvm::Error Failed =
      runJobs(Pool, Payloads, [&](std::size_t I, JobOutcome Outcome) {
        const frontend::UnitJob &Job = Jobs[Order[I]];
        CompiledUnit &Unit = Units[Order[I]];
        Unit.Duration = Outcome.Duration;
        Unit.PeakBytes = Outcome.PeakBytes;
        if (Outcome.Is == JobOutcome::Status::Done) {
          if (auto Object = analysis::deserialise(Outcome.Payload))
            Unit.Object = std::move(*Object);
          else
            Unit.Failure = "the worker sent a malformed result: " +
                           llvm::toString(Object.takeError());
        } else {
          Unit.Failure = std::move(Outcome.Reason);
        }
        Line.show(++Done, Jobs.size(), relativeTo(Job.File, Job.ProjectRoot));
      });
  if (Failed)
    return std::move(Failed);
  return Units;
}

} // namespace cppwarden::driver
