//===- LiveProject.cpp - What to compile when somebody types --------------===//
//
// A unit is stale when a file it reads has changed since it was compiled; what
// it reads is known from its object. Texts may change while a unit runs: it is
// then stale again as soon as it is done. It is not stopped for that, because
// what it is busy with (the preamble of its `#include`s) makes the next run
// fast; only one that takes much longer than it should is.
//
// Units of open files are in the foreground. An open header speaks through one
// unit that includes it (or all that are open), and by itself when none does.
// One worker is always kept from the background.
//
// What a file needs that is opened is often in the cache, and nothing is to be
// compiled. It is all the same, for the last one: the edit that will follow
// finds the preamble made. Of many files that are opened at once, as when an
// editor restores its session, only the one in front is worth that.
//
//===----------------------------------------------------------------------===//
#include "driver/LiveProject.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include <thread>

namespace cppwarden::driver {
namespace {

using Clock = std::chrono::steady_clock;

/// How long a unit may run on with a text that is out of date: longer than a
/// usual preamble takes.
constexpr std::chrono::seconds OutdatedRun{10};

unsigned workers(const CompileOptions &Options) {
  unsigned Wanted = Options.Workers
                        ? Options.Workers
                        : std::max(1u, std::thread::hardware_concurrency());
  return std::max(2u, Wanted);
}

llvm::Expected<Project> openAny(const ProjectRequest &Request,
                                llvm::StringRef FirstFile) {
  auto Whole = openProject(Request);
  if (Whole)
    return Whole;
  ProjectRequest Alone = Request;
  Alone.Files = {FirstFile.str()};
  auto Single = openProject(Alone);
  if (!Single) {
    llvm::consumeError(Single.takeError());
    return Whole;
  }
  llvm::consumeError(Whole.takeError());
  return Single;
}

} // namespace

llvm::Expected<std::unique_ptr<LiveProject>>
LiveProject::open(const ProjectRequest &Request, const RunContext &Context,
                  llvm::StringRef FirstFile, const LiveOptions &Options) {
  auto Whole = openAny(Request, FirstFile);
  if (!Whole)
    return Whole.takeError();
  std::unique_ptr<LiveProject> Result(
      new LiveProject(Request, std::move(*Whole), Context, Options));
  if (llvm::Error Failed = Result->load())
    return std::move(Failed);
  return Result;
}

LiveProject::LiveProject(const ProjectRequest &Request, Project Opened,
                         const RunContext &Context, const LiveOptions &Options)
    : Request(Request), Whole(std::move(Opened)),
      Compile(compileOptions(Whole, Context)), Options(Options),
      Units(Whole.Plan.Jobs.size()) {}

llvm::Error LiveProject::load() {
  auto Loaded = rules::RuleSet::load(Compile.Rules);
  if (!Loaded)
    return Loaded.takeError();
  Rules = std::move(*Loaded);
  ProcessPoolOptions ForPool = poolOptions(Compile);
  ForPool.Workers = workers(Compile);
  Pool = std::make_unique<ProcessPool>(std::move(ForPool));
  if (Compile.Cache.Folder.empty())
    return llvm::Error::success();
  auto Cache =
      ResultCache::open(Compile.Cache, Compile.ProjectRoot, Compile.Rules);
  if (!Cache)
    return Cache.takeError();
  std::vector<CompiledUnit> Found(Units.size());
  findCached(**Cache, Whole.Plan.Jobs, workers(Compile), Found);
  for (std::size_t I = 0; I < Units.size(); ++I) {
    Units[I].IsStale = !Found[I].Object.has_value();
    Units[I].Is = std::move(Found[I]);
  }
  return llvm::Error::success();
}

void LiveProject::watch(llvm::StringRef Path) {
  if (Watched.insert(Path.str()).second)
    ToWarm = Path.str();
}

void LiveProject::unwatch(llvm::StringRef Path) {
  if (auto It = Watched.find(Path); It != Watched.end())
    Watched.erase(It);
}

/// The units that have something to say about an open file.
std::set<std::size_t> LiveProject::unitsOf(llvm::StringRef Path) const {
  std::set<std::size_t> Own, Watching;
  std::optional<std::size_t> Best;
  llvm::StringRef Stem = llvm::sys::path::stem(Path);
  for (std::size_t I = 0; I < Units.size(); ++I) {
    const frontend::UnitJob &Job = Whole.Plan.Jobs[I];
    if (Job.File == Path) {
      Own.insert(I);
      continue;
    }
    if (Units[I].IsExtra || !Units[I].Is.Object ||
        !reads(*Units[I].Is.Object, Job, Path))
      continue;
    if (Watched.count(Job.File))
      Watching.insert(I);
    if (!Best || (llvm::sys::path::stem(Job.File) == Stem &&
                  llvm::sys::path::stem(Whole.Plan.Jobs[*Best].File) != Stem))
      Best = I;
  }
  bool IsMain = llvm::any_of(Own, [&](auto I) { return !Units[I].IsExtra; });
  if (IsMain || !Best)
    return Own;
  return Watching.empty() ? std::set{*Best} : Watching;
}

std::set<std::size_t> LiveProject::foreground() const {
  std::set<std::size_t> Result;
  for (const std::string &Path : Watched)
    for (std::size_t I : unitsOf(Path))
      Result.insert(I);
  return Result;
}

void LiveProject::addExtraUnit(llvm::StringRef Path) {
  ProjectRequest Alone = Request;
  Alone.Files = {Path.str()};
  auto Opened = openProject(Alone);
  if (!Opened || Opened->Plan.Jobs.empty()) {
    if (!Opened)
      llvm::consumeError(Opened.takeError());
    Hopeless.insert(Path.str());
    return;
  }
  frontend::UnitJob Job = std::move(Opened->Plan.Jobs.front());
  Job.ProjectRoot = Whole.Plan.ProjectRoot;
  Whole.Plan.Jobs.push_back(std::move(Job));
  Units.emplace_back().IsExtra = true;
}

void LiveProject::markStale() {
  std::vector<std::string> Changed = Files.changedAfter(SeenRevision);
  SeenRevision = Files.revision();
  for (std::size_t I = 0; I < Units.size(); ++I) {
    const frontend::UnitJob &Job = Whole.Plan.Jobs[I];
    auto &Is = Units[I].Is;
    Units[I].IsStale |= llvm::any_of(Changed, [&](const std::string &Path) {
      return Is.Object ? reads(*Is.Object, Job, Path) : Job.File == Path;
    });
  }
}

bool LiveProject::readsEdited(const Unit &Of,
                              const frontend::UnitJob &Job) const {
  return Of.Is.Object &&
         llvm::any_of(Files.edited(), [&](const FileBuffer &Buffer) {
           return reads(*Of.Is.Object, Job, Buffer.Path);
         });
}

void LiveProject::submit(std::size_t Index, bool IsForeground) {
  Unit &Starting = Units[Index];
  frontend::UnitJob Job = Whole.Plan.Jobs[Index];
  Job.Buffers = Files.edited();
  Job.KeepPreamble = IsForeground;
  Starting.IsRunning = true;
  Starting.IsNews = Starting.IsStale;
  Starting.StartedAt = Files.revision();
  Starting.Since = Clock::now();
  Pool->submit(Index, encodeJob(Job), IsForeground ? Job.File : "");
}

void LiveProject::stopHopeless() {
  for (std::size_t I = 0; I < Units.size(); ++I)
    if (Units[I].IsRunning && Units[I].IsStale &&
        Units[I].StartedAt < Files.revision() &&
        Clock::now() - Units[I].Since > OutdatedRun) {
      Pool->cancel(I);
      Units[I].IsRunning = false;
    }
}

void LiveProject::schedule() {
  markStale();
  stopHopeless();
  for (const std::string &Path : Watched)
    if (!Hopeless.count(Path) && unitsOf(Path).empty())
      addExtraUnit(Path);
  std::set<std::size_t> InFront = foreground();
  std::size_t InBackground = 0;
  for (std::size_t I = 0; I < Units.size(); ++I) {
    if (Units[I].IsRunning)
      InBackground += !InFront.count(I);
    else if (Units[I].IsStale && InFront.count(I))
      submit(I, /*IsForeground=*/true);
  }
  if (!ToWarm.empty()) {
    for (std::size_t I : unitsOf(ToWarm))
      if (!Units[I].IsStale && !Units[I].IsRunning)
        submit(I, /*IsForeground=*/true);
    ToWarm.clear();
  }
  if (!Options.WithBackground)
    return;
  std::size_t Most = workers(Compile) - 1;
  for (std::size_t I = 0; I < Units.size() && InBackground < Most; ++I)
    if (isWaiting(I) && !InFront.count(I)) {
      submit(I, /*IsForeground=*/false);
      ++InBackground;
    }
}

/// In the background. A unit that would be compiled again as soon as its header
/// is saved is not worth it.
bool LiveProject::isWaiting(std::size_t Index) const {
  const Unit &Of = Units[Index];
  return Of.IsStale && !Of.IsRunning && !Of.IsExtra &&
         !readsEdited(Of, Whole.Plan.Jobs[Index]);
}

void LiveProject::finish(std::size_t Index, JobOutcome Outcome) {
  const frontend::UnitJob &Job = Whole.Plan.Jobs[Index];
  Unit &Done = Units[Index];
  std::vector<std::string> Changed = Files.changedAfter(Done.StartedAt);
  std::vector<FileBuffer> Edited = Files.edited();
  Done.IsRunning = false;
  Done.Is = {};
  std::unique_ptr<ResultCache> Cache;
  if (Done.IsNews && !Done.IsExtra && !Compile.Cache.Folder.empty()) {
    auto Opened =
        ResultCache::open(Compile.Cache, Compile.ProjectRoot, Compile.Rules);
    if (Opened)
      Cache = std::move(*Opened);
    else
      llvm::consumeError(Opened.takeError());
  }
  auto readsAny = [&](const analysis::TuObject &Object) {
    return llvm::any_of(Changed, [&](const std::string &Path) {
      return reads(Object, Job, Path);
    });
  };
  auto IsOfDisk = [&](const analysis::TuObject &Object) {
    return !readsAny(Object) &&
           llvm::none_of(Edited, [&](const FileBuffer &Buffer) {
             return reads(Object, Job, Buffer.Path);
           });
  };
  takeOutcome(std::move(Outcome), Job, Cache.get(), Done.Is, IsOfDisk);
  Done.IsStale = Done.Is.Object ? readsAny(*Done.Is.Object)
                                : llvm::is_contained(Changed, Job.File);
  if (Cache && backlog().Done == backlog().Total)
    Cache->prune();
}

llvm::Expected<bool> LiveProject::step(std::chrono::milliseconds AtMost,
                                       int Wake) {
  schedule();
  bool HasFinished = false;
  llvm::Error Failed =
      Pool->step(AtMost, Wake, [&](std::size_t Index, JobOutcome Outcome) {
        finish(Index, std::move(Outcome));
        HasFinished = true;
      });
  if (Failed)
    return std::move(Failed);
  return HasFinished;
}

bool LiveProject::isSettled(llvm::StringRef Path) const {
  if (SeenRevision != Files.revision())
    return false;
  if (!Watched.count(Path))
    return true;
  std::set<std::size_t> Own = unitsOf(Path);
  if (Own.empty())
    return Hopeless.count(Path.str()) != 0;
  return llvm::none_of(Own, [&](std::size_t I) { return Units[I].IsStale; });
}

LiveProject::Backlog LiveProject::backlog() const {
  Backlog Result;
  if (!Options.WithBackground)
    return Result;
  for (std::size_t I = 0; I < Units.size(); ++I)
    if (!Units[I].IsExtra) {
      ++Result.Total;
      Result.Done +=
          !Units[I].IsStale || (!Units[I].IsRunning && !isWaiting(I));
    }
  return Result;
}

CheckResult LiveProject::link(report::SourceProvider &Sources,
                              std::chrono::year_month_day Today) const {
  Project Part{{{}, Whole.Plan.ProjectRoot, Whole.Plan.Report},
               Whole.Config,
               Whole.Cache,
               Whole.IsPartial,
               {}};
  std::set<std::size_t> InFront = foreground();
  std::vector<CompiledUnit> Linked;
  for (std::size_t I = 0; I < Units.size(); ++I) {
    bool IsKnown = Units[I].Is.Object || !Units[I].Is.Failure.empty();
    bool IsInFront = InFront.count(I) != 0;
    bool IsWanted =
        IsKnown && (IsInFront || (!Units[I].IsStale && !Units[I].IsExtra));
    if (!IsWanted) {
      Part.IsPartial = true;
      continue;
    }
    Part.Plan.Jobs.push_back(Whole.Plan.Jobs[I]);
    Linked.push_back(Units[I].Is);
  }
  Part.Plan.Report.Missing.clear();
  return linkUnits(Part, std::move(Linked), *Rules, Sources, Request, Today);
}

} // namespace cppwarden::driver
