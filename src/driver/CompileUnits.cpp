#include "driver/CompileUnits.h"
#include "driver/WorkerProtocol.h"
#include "support/Paths.h"
#include "support/ProcessPool.h"
#include "support/Progress.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include <thread>

namespace cppwarden::driver {
namespace {

/// Indices of the Jobs without a result, biggest source first: a large unit
/// started last would keep one worker busy while the others idle.
std::vector<std::size_t> schedule(llvm::ArrayRef<frontend::UnitJob> Jobs,
                                  llvm::ArrayRef<CompiledUnit> Units) {
  std::vector<std::uint64_t> Sizes(Jobs.size());
  std::vector<std::size_t> Order;
  for (std::size_t I = 0; I < Jobs.size(); ++I) {
    if (Units[I].Object)
      continue;
    Order.push_back(I);
    if (llvm::sys::fs::file_size(Jobs[I].File, Sizes[I]))
      Sizes[I] = 0;
  }
  llvm::sort(Order, [&](std::size_t A, std::size_t B) {
    return std::pair(Sizes[B], A) < std::pair(Sizes[A], B);
  });
  return Order;
}

} // namespace

bool reads(const analysis::TuObject &Object, const frontend::UnitJob &Job,
           llvm::StringRef File) {
  std::string Name = relativeTo(File, Job.ProjectRoot);
  // Both are sorted. A server asks this for every unit, again and again.
  return Job.File == File || llvm::binary_search(Object.ProjectFiles, Name) ||
         llvm::binary_search(Object.SystemFiles, Name);
}

ProcessPoolOptions poolOptions(const CompileOptions &Options) {
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
  return Pool;
}

void takeOutcome(
    JobOutcome Outcome, const frontend::UnitJob &Job, ResultCache *Cache,
    CompiledUnit &Unit,
    llvm::function_ref<bool(const analysis::TuObject &)> IsOfDisk) {
  Unit.Duration = Outcome.Duration;
  Unit.PeakBytes = Outcome.PeakBytes;
  if (Outcome.Is != JobOutcome::Status::Done) {
    Unit.Failure = std::move(Outcome.Reason);
    return;
  }
  auto Refuse = [&](llvm::Error Why) {
    Unit.Failure =
        "the worker sent a malformed result: " + llvm::toString(std::move(Why));
  };
  auto Result = decodeResult(Outcome.Payload);
  if (!Result)
    return Refuse(Result.takeError());
  auto Object = analysis::deserialise(Result->Object);
  if (!Object)
    return Refuse(Object.takeError());
  if (Cache && IsOfDisk(*Object))
    Cache->store(Job, Result->Trace, Result->Object);
  Unit.Object = std::move(*Object);
}

void findCached(ResultCache &Cache, llvm::ArrayRef<frontend::UnitJob> Jobs,
                unsigned Threads, llvm::MutableArrayRef<CompiledUnit> Units) {
  std::atomic<std::size_t> Next{0};
  auto Work = [&] {
    for (std::size_t I; (I = Next++) < Jobs.size();) {
      if (Units[I].Object)
        continue;
      auto Begin = std::chrono::steady_clock::now();
      Units[I].Object = Cache.find(Jobs[I]);
      Units[I].FromCache = Units[I].Object.has_value();
      Units[I].Duration = std::chrono::duration_cast<std::chrono::milliseconds>(
          std::chrono::steady_clock::now() - Begin);
    }
  };
  Threads = unsigned(std::min<std::size_t>(Threads, Jobs.size() / 4 + 1));
  std::vector<std::thread> Others;
  for (unsigned I = 1; I < Threads; ++I)
    Others.emplace_back(Work);
  Work();
  for (std::thread &Other : Others)
    Other.join();
}

llvm::Expected<std::vector<CompiledUnit>>
compileUnits(llvm::ArrayRef<frontend::UnitJob> Jobs,
             const CompileOptions &Options) {
  ProcessPoolOptions Pool = poolOptions(Options);
  std::vector<CompiledUnit> Units(Jobs.size());
  std::unique_ptr<ResultCache> Cache;
  if (!Options.Cache.Folder.empty()) {
    auto Opened =
        ResultCache::open(Options.Cache, Options.ProjectRoot, Options.Rules);
    if (!Opened)
      return Opened.takeError();
    Cache = std::move(*Opened);
    findCached(*Cache, Jobs, Pool.Workers, Units);
  }
  std::vector<frontend::UnitJob> Scans;
  if (Options.OnlyFiles) {
    Scans = Jobs.vec();
    for (frontend::UnitJob &Scan : Scans)
      Scan.OnlyFiles = true;
    Jobs = Scans;
    if (Cache)
      findCached(*Cache, Jobs, Pool.Workers, Units);
  }
  if (const std::string &Edited = Options.Buffer.Path; !Edited.empty())
    for (std::size_t I = 0; I < Jobs.size(); ++I)
      if (Units[I].Object && reads(*Units[I].Object, Jobs[I], Edited))
        Units[I] = {};
  std::vector<std::size_t> Order = schedule(Jobs, Units);
  // Nobody waits for workers that have nothing to do.
  if (Order.empty())
    return Units;
  std::vector<std::string> Payloads;
  for (std::size_t I : Order) {
    frontend::UnitJob Job = Jobs[I];
    if (!Options.Buffer.Path.empty())
      Job.Buffers = {Options.Buffer};
    Payloads.push_back(encodeJob(Job));
  }

  Progress Line(Options.ShowProgress);
  std::size_t Done = Jobs.size() - Order.size();
  Line.show(Done, Jobs.size(), "starting");
  llvm::Error Failed =
      runJobs(Pool, Payloads, [&](std::size_t I, JobOutcome Outcome) {
        const frontend::UnitJob &Job = Jobs[Order[I]];
        takeOutcome(std::move(Outcome), Job, Cache.get(), Units[Order[I]],
                    [&](const analysis::TuObject &) {
                      return Options.Buffer.Path.empty();
                    });
        Line.show(++Done, Jobs.size(), relativeTo(Job.File, Job.ProjectRoot));
      });
  if (Failed)
    return std::move(Failed);
  if (Cache)
    Cache->prune();
  return Units;
}

} // namespace cppwarden::driver
