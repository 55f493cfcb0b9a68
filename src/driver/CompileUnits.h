//===- CompileUnits.h - All units of a plan, in workers --------*- C++ -*-===//
//
// The compile half of `check` and `doctor`: every unit of a plan to a TU
// object, in worker processes, biggest file first. What comes back is in the
// order of the plan, whatever order the workers finished in.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_COMPILEUNITS_H
#define CPPWARDEN_DRIVER_COMPILEUNITS_H

#include "analysis/TuObject.h"
#include "driver/ResultCache.h"
#include "driver/WorkerProtocol.h"
#include "frontend/Unit.h"
#include "rules/RuleSet.h"
#include "support/ProcessPool.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <atomic>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace cppwarden::driver {

using frontend::FileBuffer;

struct CompileOptions {
  rules::RuleOptions Rules;
  unsigned Workers = 0;       ///< 0: one a core
  unsigned UnitTimeout = 120; ///< seconds
  unsigned UnitMemory = 0;    ///< MB; 0: no limit
  std::string Executable;     ///< the cppwarden to start as worker
  CacheSettings Cache;
  std::string ProjectRoot; ///< absolute
  /// Wanted is only what each unit reads: a result of an earlier run, else that
  /// of the preprocessor.
  bool OnlyFiles = false;
  /// Units that read the buffered file are compiled with it, and not kept.
  FileBuffer Buffer;
  bool ShowProgress = false;
  const std::atomic<bool> *Interrupted = nullptr;
};

struct CompiledUnit {
  std::optional<analysis::TuObject> Object;
  std::string Failure; ///< one line, when there is no object
  std::chrono::milliseconds Duration{0};
  std::uint64_t PeakBytes = 0;
  bool FromCache = false;
};

/// Is File (absolute) one of those the unit is made of?
bool reads(const analysis::TuObject &Object, const frontend::UnitJob &Job,
           llvm::StringRef File);

/// The workers that Options ask for.
ProcessPoolOptions poolOptions(const CompileOptions &Options);

/// What a pool made of Job. A result that IsOfDisk goes to Cache as well,
/// unless that is null.
void takeOutcome(JobOutcome Outcome, const frontend::UnitJob &Job,
                 ResultCache *Cache, CompiledUnit &Unit,
                 llvm::function_ref<bool(const analysis::TuObject &)> IsOfDisk);

/// Fills Units that have no object with results of earlier runs.
void findCached(ResultCache &Cache, llvm::ArrayRef<frontend::UnitJob> Jobs,
                unsigned Threads, llvm::MutableArrayRef<CompiledUnit> Units);

/// Fails only when no worker can be started or the cache cannot be opened.
llvm::Expected<std::vector<CompiledUnit>>
compileUnits(llvm::ArrayRef<frontend::UnitJob> Jobs,
             const CompileOptions &Options);

} // namespace cppwarden::driver

#endif
