//===- LiveProject.h - A program that is being edited ----------*- C++ -*-===//
//
// For the language server. Keeps the objects of all units, which of them are
// still what the texts of now would give, and workers that are warm. Texts
// change at any time; step() compiles what they touch, link() says what is
// found.
//
// What belongs to an open file is compiled at once, with the texts that editors
// have not saved. The rest of the program comes from the result cache, and what
// is missing there is compiled one unit at a time while nobody waits.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_LIVEPROJECT_H
#define CPPWARDEN_DRIVER_LIVEPROJECT_H

#include "driver/Check.h"
#include "driver/LiveFiles.h"
#include <set>

namespace cppwarden::driver {

struct LiveOptions {
  /// Compile units that no open file belongs to.
  bool WithBackground = true;
};

class LiveProject {
public:
  /// Request names no files. Without a compile database the program is what is
  /// opened, FirstFile (absolute) to begin with.
  static llvm::Expected<std::unique_ptr<LiveProject>>
  open(const ProjectRequest &Request, const RunContext &Context,
       llvm::StringRef FirstFile, const LiveOptions &Options);

  const Project &project() const { return Whole; }
  LiveFiles &files() { return Files; }
  const LiveFiles &files() const { return Files; }

  /// The file's findings are wanted: it is in front of somebody.
  void watch(llvm::StringRef Path);
  void unwatch(llvm::StringRef Path);

  /// Starts what is to be done and waits, at most AtMost, until Wake can be
  /// read or something is finished. Returns whether a unit was.
  llvm::Expected<bool> step(std::chrono::milliseconds AtMost, int Wake);
  /// All that says something about Path is compiled with the texts of now, or
  /// nobody watches it.
  bool isSettled(llvm::StringRef Path) const;

  /// How far the background is.
  struct Backlog {
    std::size_t Done = 0, Total = 0;
  };
  Backlog backlog() const;

  /// What is found now. Units that a changed header has made wrong are left
  /// out until they are compiled again.
  CheckResult link(report::SourceProvider &Sources,
                   std::chrono::year_month_day Today) const;

private:
  struct Unit {
    CompiledUnit Is;
    bool IsStale = true;
    bool IsRunning = false;
    bool IsExtra = false; ///< of no compile command: a header, a new file
    bool IsNews = true;   ///< what it runs for is not in the cache
    std::uint64_t StartedAt = 0; ///< revision of the texts it runs with
    std::chrono::steady_clock::time_point Since;
  };

  LiveProject(const ProjectRequest &Request, Project Whole,
              const RunContext &Context, const LiveOptions &Options);
  llvm::Error load();
  void markStale();
  std::set<std::size_t> unitsOf(llvm::StringRef Path) const;
  void addExtraUnit(llvm::StringRef Path);
  std::set<std::size_t> foreground() const;
  void schedule();
  void submit(std::size_t Index, bool IsForeground);
  void stopHopeless();
  void finish(std::size_t Index, JobOutcome Outcome);
  bool readsEdited(const Unit &Of, const frontend::UnitJob &Job) const;
  bool isWaiting(std::size_t Index) const;

  ProjectRequest Request;
  Project Whole; ///< Plan.Jobs are those of Units
  CompileOptions Compile;
  LiveOptions Options;
  LiveFiles Files;
  std::uint64_t SeenRevision = 0;
  std::vector<Unit> Units;
  std::set<std::string, std::less<>> Watched;
  std::string ToWarm; ///< watched last, until its units were looked at
  std::set<std::string, std::less<>> Hopeless; ///< no flags could be guessed
  std::unique_ptr<rules::RuleSet> Rules;
  std::unique_ptr<ProcessPool> Pool;
};

} // namespace cppwarden::driver

#endif
