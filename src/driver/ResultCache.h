//===- ResultCache.h - TU objects of earlier runs --------------*- C++ -*-===//
//
// Called by compileUnits(). An entry is found by what is known before a unit is
// parsed (file, flags, rules, models, configuration, the build of cppwarden)
// and taken only if everything the parse asked the file system still has the
// same answer. docs/cache.md is the user's reference.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_RESULTCACHE_H
#define CPPWARDEN_DRIVER_RESULTCACHE_H

#include "analysis/TuObject.h"
#include "driver/FactVerifier.h"
#include "frontend/Unit.h"
#include "rules/RuleSet.h"
#include "llvm/Support/Chrono.h"
#include <atomic>
#include <memory>

namespace cppwarden::driver {

/// Name of the folder at the project root.
constexpr llvm::StringLiteral DefaultCacheFolder = ".cppwarden-cache";

struct CacheSettings {
  std::string Folder; ///< absolute; empty: no cache
  std::uint64_t MaxBytes = 0;
  /// prune() does nothing so soon after another: a look at the whole folder is
  /// too much for a process that compiles one unit.
  std::chrono::minutes PruneSpacing{0};
};

class ResultCache {
public:
  /// Makes the folder when it is missing. Fails when that cannot be done.
  static llvm::Expected<std::unique_ptr<ResultCache>>
  open(const CacheSettings &Settings, llvm::StringRef Root,
       const rules::RuleOptions &Rules);

  /// Safe to call from several threads. An entry that is damaged is no entry.
  std::optional<analysis::TuObject> find(const frontend::UnitJob &Job);
  /// Trace is encoded, Object serialised. What cannot be written is dropped: a
  /// full disk makes the next run slower, not this one fail.
  void store(const frontend::UnitJob &Job, llvm::StringRef Trace,
             llvm::StringRef Object);
  /// Removes the entries least recently used until the rest fits, unless
  /// another process is at it, was within PruneSpacing, or nothing was stored.
  void prune();

private:
  ResultCache(const CacheSettings &Settings, llvm::StringRef Root,
              const rules::RuleOptions &Rules);
  /// Path of an entry without its slot.
  std::string place(const frontend::UnitJob &Job) const;

  CacheSettings Settings;
  std::string Root;
  std::string RunKey; ///< what all units of the run have in common
  FactVerifier Facts;
  std::atomic<bool> HasStored{false};
};

struct CacheStatistics {
  std::size_t Entries = 0;
  std::uint64_t Bytes = 0;
  /// When the entries were last used; meaningless when there is none.
  llvm::sys::TimePoint<> Oldest, Newest;
};
/// Fails when Folder is no cache; a folder that is not there is an empty one.
llvm::Expected<CacheStatistics> cacheStatistics(llvm::StringRef Folder);
/// Removes all entries, and nothing that cppwarden has not written.
llvm::Expected<CacheStatistics> cleanCache(llvm::StringRef Folder);

} // namespace cppwarden::driver

#endif
