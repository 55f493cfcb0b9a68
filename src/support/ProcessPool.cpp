//===- ProcessPool.cpp - One poll() loop over all workers -----------------===//
//
// The loop never blocks on a single worker: all pipes are non-blocking, and a
// job too long for the pipe is written as the worker takes it, while results
// and messages of all workers are read. So neither side can wait for the other
// forever. Every TickInterval the loop looks at deadlines and at the workers'
// resident sizes.
//
// Affinity. A worker may keep things of a job that make the next one of its
// kind cheap (a preamble). A job goes to the idle worker that last had its
// kind, else to the one whose last kind is the longest ago.
//
// Memory has two limits. The worker limits its own private data (RLIMIT_DATA,
// which unlike RLIMIT_AS does not count mapped files or the binary) and exits
// with a known status when an allocation fails; the pool polls the resident
// size and kills what still got past, for instance under a sanitizer.
//
//===----------------------------------------------------------------------===//
#include "support/ProcessPool.h"
#include "support/ChildProcess.h"
#include "support/Frames.h"
#include "support/WorkerChannel.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <deque>
#include <map>
#include <optional>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>

namespace cppwarden {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds TickInterval{50};
constexpr std::size_t KeptMessages = 16384; ///< bytes of a worker's stderr
constexpr unsigned StartAttempts = 3;

/// The last line that says something, without control characters.
std::string lastLine(llvm::StringRef Messages) {
  llvm::StringRef Last;
  while (!Messages.empty()) {
    auto [Line, Rest] = Messages.split('\n');
    if (!Line.trim().empty())
      Last = Line.trim();
    Messages = Rest;
  }
  std::string Text;
  for (char C : Last.take_front(300))
    Text.push_back(static_cast<unsigned char>(C) < 0x20 || C == 0x7f ? ' ' : C);
  return Text;
}

std::string megabytes(std::uint64_t Bytes) {
  return std::to_string(Bytes >> 20) + " MB";
}

struct Worker {
  ChildProcess Child;
  FrameDecoder Decoder;
  std::string Pending; ///< bytes still to write
  std::size_t Written = 0;
  std::string Text; ///< the end of what it printed during this job
  bool Ready = false;
  std::optional<std::size_t> Job;
  Clock::time_point Since; ///< of the job, or of the start
  std::uint64_t Peak = 0;
  unsigned JobsDone = 0;
  std::string Affinity; ///< of its last job
  /// Why we killed it; empty while we did not.
  std::optional<JobOutcome::Status> KilledFor;
};

struct WaitingJob {
  std::string Payload, Affinity;
  bool Retried = false;
};

} // namespace

class ProcessPool::Impl {
public:
  explicit Impl(ProcessPoolOptions Options) : Options(std::move(Options)) {}
  ~Impl() { dismissAll(); }

  void submit(std::size_t Id, WaitingJob Job) {
    Jobs[Id] = std::move(Job);
    Queue.push_back(Id);
  }
  void cancel(std::size_t Id);
  void cancelAll();
  bool isIdle() const { return Jobs.empty(); }
  llvm::Error step(std::chrono::milliseconds AtMost, int Wake,
                   llvm::function_ref<void(std::size_t, JobOutcome)> OnDone);
  bool isCancelled() const {
    return Options.Cancelled && Options.Cancelled->load();
  }

private:
  llvm::Error startWorker();
  llvm::Error startWorkers();
  void replaceWornWorkers();
  void send(Worker &W, FrameKind Kind, llvm::StringRef Payload);
  void flush(Worker &W);
  Worker *idleWorker(llvm::StringRef Affinity);
  void assign(Worker &W, std::size_t Job);
  /// Reads all that is there; true at the end of the stream.
  bool drain(Worker &W, const Descriptor &From, bool Protocol);
  llvm::Error handleFrames(Worker &W);
  void finish(Worker &W, JobOutcome Outcome);
  void watch(Worker &W);
  JobOutcome autopsy(Worker &W, bool &FromOutside);
  llvm::Error bury(std::size_t Index);
  llvm::Error waitForEvents(std::chrono::milliseconds AtMost, int Wake);
  void dismiss(Worker &W);
  void dismissAll();

  ProcessPoolOptions Options;
  std::map<std::size_t, WaitingJob> Jobs; ///< those not finished
  std::deque<std::size_t> Queue;
  std::vector<std::unique_ptr<Worker>> Workers;
  std::vector<std::pair<std::size_t, JobOutcome>> Done; ///< not yet told
  unsigned FailedStarts = 0;
};

llvm::Error ProcessPool::Impl::startWorker() {
  auto Started = startChild(Options.Executable, Options.Arguments);
  if (!Started)
    return Started.takeError();
  auto W = std::make_unique<Worker>();
  W->Child = std::move(*Started);
  W->Since = Clock::now();
  send(*W, FrameKind::Hello, Options.Hello);
  Workers.push_back(std::move(W));
  return llvm::Error::success();
}

void ProcessPool::Impl::send(Worker &W, FrameKind Kind,
                             llvm::StringRef Payload) {
  W.Pending = encodeFrame(Kind, Payload);
  W.Written = 0;
  flush(W);
}

/// A write error means that the worker is gone; its end of stream says so too.
void ProcessPool::Impl::flush(Worker &W) {
  while (W.Written < W.Pending.size()) {
    ssize_t Count = ::write(W.Child.In.get(), W.Pending.data() + W.Written,
                            W.Pending.size() - W.Written);
    if (Count < 0 && errno == EINTR)
      continue;
    if (Count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
      return;
    if (Count < 0)
      break;
    W.Written += std::size_t(Count);
  }
  W.Pending.clear();
  W.Written = 0;
}

void ProcessPool::Impl::assign(Worker &W, std::size_t Job) {
  W.Job = Job;
  W.Since = Clock::now();
  W.Peak = 0;
  W.Text.clear();
  W.Affinity = Jobs[Job].Affinity;
  send(W, FrameKind::Job, Jobs[Job].Payload);
}

bool ProcessPool::Impl::drain(Worker &W, const Descriptor &From,
                              bool Protocol) {
  char Buffer[65536];
  while (From.isOpen()) {
    ssize_t Count = ::read(From.get(), Buffer, sizeof(Buffer));
    if (Count < 0 && errno == EINTR)
      continue;
    if (Count < 0)
      return errno != EAGAIN && errno != EWOULDBLOCK;
    if (Count == 0)
      return true;
    llvm::StringRef Bytes(Buffer, std::size_t(Count));
    if (Protocol) {
      W.Decoder.feed(Bytes);
      continue;
    }
    W.Text.append(Bytes.data(), Bytes.size());
    if (W.Text.size() > 2 * KeptMessages)
      W.Text.erase(0, W.Text.size() - KeptMessages);
  }
  return false;
}

void ProcessPool::Impl::finish(Worker &W, JobOutcome Outcome) {
  std::size_t Job = *W.Job;
  W.Job.reset();
  Outcome.PeakBytes = W.Peak;
  Outcome.Duration = std::chrono::duration_cast<std::chrono::milliseconds>(
      Clock::now() - W.Since);
  Jobs.erase(Job);
  Done.emplace_back(Job, std::move(Outcome));
}

/// Answers what the decoder holds. An error is fatal for the whole run.
llvm::Error ProcessPool::Impl::handleFrames(Worker &W) {
  for (;;) {
    auto Next = W.Decoder.next();
    if (!Next) {
      // Not our protocol any more: treat it as a crash of this worker.
      W.Text += "\n" + llvm::toString(Next.takeError());
      ::kill(W.Child.Pid, SIGKILL);
      W.KilledFor = JobOutcome::Status::Crashed;
      return llvm::Error::success();
    }
    if (!*Next)
      return llvm::Error::success();
    Frame &F = **Next;
    if (!W.Ready) {
      if (F.Kind == FrameKind::Failure)
        return llvm::createStringError(F.Payload);
      W.Ready = F.Kind == FrameKind::Ready;
      FailedStarts = 0;
      continue;
    }
    if (!W.Job)
      continue;
    W.Peak = std::max(W.Peak, residentBytes(W.Child.Pid));
    JobOutcome Outcome;
    if (F.Kind == FrameKind::Result) {
      Outcome.Is = JobOutcome::Status::Done;
      Outcome.Payload = std::move(F.Payload);
    } else {
      Outcome.Is = JobOutcome::Status::Refused;
      Outcome.Reason = std::move(F.Payload);
    }
    ++W.JobsDone;
    finish(W, std::move(Outcome));
  }
}

void ProcessPool::Impl::watch(Worker &W) {
  if (W.KilledFor)
    return;
  auto Elapsed = Clock::now() - W.Since;
  if (W.Job) {
    std::uint64_t Resident = residentBytes(W.Child.Pid);
    W.Peak = std::max(W.Peak, Resident);
    if (Options.MemoryBytes && Resident > Options.MemoryBytes)
      W.KilledFor = JobOutcome::Status::OutOfMemory;
    else if (Elapsed > Options.JobTimeout)
      W.KilledFor = JobOutcome::Status::TimedOut;
  } else if (!W.Ready && Elapsed > Options.StartTimeout) {
    W.KilledFor = JobOutcome::Status::TimedOut;
  }
  if (W.KilledFor)
    ::kill(W.Child.Pid, SIGKILL);
}

/// Why a worker whose streams have ended is gone.
JobOutcome ProcessPool::Impl::autopsy(Worker &W, bool &FromOutside) {
  int Status = 0;
  // It closed its pipe and so has nothing more to say; a process that lives on
  // after that must not keep us waiting.
  auto GivenUp = Clock::now() + std::chrono::seconds(2);
  pid_t Reaped = 0;
  while ((Reaped = ::waitpid(W.Child.Pid, &Status, WNOHANG)) == 0 ||
         (Reaped < 0 && errno == EINTR)) {
    if (Clock::now() > GivenUp)
      ::kill(W.Child.Pid, SIGKILL);
    ::usleep(1000);
  }
  drain(W, W.Child.Messages, false);

  JobOutcome Outcome;
  if (W.KilledFor == JobOutcome::Status::TimedOut) {
    Outcome.Is = JobOutcome::Status::TimedOut;
    auto Limit = W.Ready ? Options.JobTimeout : Options.StartTimeout;
    Outcome.Reason =
        Limit.count() % 1000
            ? "timed out after " + std::to_string(Limit.count()) + " ms"
            : "timed out after " + std::to_string(Limit.count() / 1000) + " s";
    return Outcome;
  }
  if (W.KilledFor == JobOutcome::Status::OutOfMemory ||
      (WIFEXITED(Status) && WEXITSTATUS(Status) == OutOfMemoryExit)) {
    Outcome.Is = JobOutcome::Status::OutOfMemory;
    Outcome.Reason = "out of memory";
    if (Options.MemoryBytes)
      Outcome.Reason =
          "over the memory limit of " + megabytes(Options.MemoryBytes);
    return Outcome;
  }
  Outcome.Is = JobOutcome::Status::Crashed;
  if (W.KilledFor) {
    Outcome.Reason = "crashed";
  } else if (WIFSIGNALED(Status)) {
    int Signal = WTERMSIG(Status);
    FromOutside = Signal == SIGKILL || Signal == SIGTERM;
    Outcome.Reason = "crashed: " + signalName(Signal);
  } else {
    Outcome.Reason =
        "crashed: exit status " +
        std::to_string(WIFEXITED(Status) ? WEXITSTATUS(Status) : -1);
  }
  if (std::string Said = lastLine(W.Text); !Said.empty())
    Outcome.Reason += "; it said: " + Said;
  return Outcome;
}

/// The worker's streams have ended: settle its job, forget it.
llvm::Error ProcessPool::Impl::bury(std::size_t Index) {
  std::unique_ptr<Worker> W = std::move(Workers[Index]);
  Workers.erase(Workers.begin() + std::ptrdiff_t(Index));
  bool FromOutside = false;
  JobOutcome Outcome = autopsy(*W, FromOutside);
  if (!W->Job) {
    // Idle workers that end are replaced when there is work for them; one that
    // never got ready means that none can.
    if (W->Ready || isCancelled() || ++FailedStarts < StartAttempts)
      return llvm::Error::success();
    return llvm::createStringError("the worker process does not start: " +
                                   Outcome.Reason);
  }
  WaitingJob &Job = Jobs[*W->Job];
  bool Fresh = W->JobsDone == 0;
  if (Outcome.Is != JobOutcome::Status::TimedOut && (!Fresh || FromOutside) &&
      !Job.Retried) {
    Job.Retried = true;
    Queue.push_front(*W->Job);
    return llvm::Error::success();
  }
  finish(*W, std::move(Outcome));
  return llvm::Error::success();
}

llvm::Error ProcessPool::Impl::waitForEvents(std::chrono::milliseconds AtMost,
                                             int Wake) {
  std::vector<pollfd> Polled;
  for (auto &W : Workers) {
    Polled.push_back({W->Child.Out.get(), POLLIN, 0});
    Polled.push_back({W->Child.Messages.get(), POLLIN, 0});
    Polled.push_back({W->Pending.empty() ? -1 : W->Child.In.get(), POLLOUT, 0});
  }
  Polled.push_back({Wake, POLLIN, 0});
  bool MustWatch = llvm::any_of(
      Workers, [](auto &W) { return W->Job.has_value() || !W->Ready; });
  if (MustWatch)
    AtMost = std::min(AtMost, TickInterval);
  int Count = ::poll(Polled.data(), nfds_t(Polled.size()), int(AtMost.count()));
  if (Count < 0 && errno != EINTR)
    return systemError("cannot wait for the workers");

  std::vector<std::size_t> Ended;
  for (std::size_t I = 0; I < Workers.size(); ++I) {
    Worker &W = *Workers[I];
    if (Count > 0 && Polled[3 * I + 2].revents)
      flush(W);
    if (Count > 0 && Polled[3 * I + 1].revents &&
        drain(W, W.Child.Messages, false))
      W.Child.Messages.close();
    if (Count > 0 && Polled[3 * I].revents) {
      bool End = drain(W, W.Child.Out, true);
      if (llvm::Error E = handleFrames(W))
        return E;
      if (End)
        Ended.push_back(I);
    }
    watch(W);
  }
  for (std::size_t I : llvm::reverse(Ended))
    if (llvm::Error E = bury(I))
      return E;
  return llvm::Error::success();
}

/// Lets a worker go that has no job.
void ProcessPool::Impl::dismiss(Worker &W) {
  W.Child.In.close();
  ::kill(W.Child.Pid, SIGKILL);
  int Status = 0;
  while (::waitpid(W.Child.Pid, &Status, 0) < 0 && errno == EINTR) {
  }
}

void ProcessPool::Impl::dismissAll() {
  for (auto &W : Workers) {
    W->Child.In.close();
    ::kill(W->Child.Pid, SIGKILL);
  }
  for (auto &W : Workers)
    dismiss(*W);
  Workers.clear();
}

void ProcessPool::Impl::replaceWornWorkers() {
  llvm::erase_if(Workers, [&](auto &W) {
    bool Worn =
        W->Ready && !W->Job && !W->KilledFor &&
        (W->JobsDone >= Options.RecycleAfterJobs ||
         (Options.RecycleAboveBytes && W->Peak > Options.RecycleAboveBytes));
    if (Worn)
      dismiss(*W);
    return Worn;
  });
}

Worker *ProcessPool::Impl::idleWorker(llvm::StringRef Affinity) {
  Worker *Best = nullptr;
  for (auto &W : Workers) {
    if (!W->Ready || W->Job || W->KilledFor)
      continue;
    if (!Affinity.empty() && W->Affinity == Affinity)
      return W.get();
    if (!Best || W->Since < Best->Since)
      Best = W.get();
  }
  return Best;
}

llvm::Error ProcessPool::Impl::startWorkers() {
  auto Starting =
      std::size_t(llvm::count_if(Workers, [](auto &W) { return !W->Ready; }));
  while (Workers.size() < std::max(1u, Options.Workers) &&
         Starting < Queue.size()) {
    if (llvm::Error E = startWorker())
      return E;
    ++Starting;
  }
  return llvm::Error::success();
}

void ProcessPool::Impl::cancel(std::size_t Id) {
  llvm::erase(Queue, Id);
  Jobs.erase(Id);
  for (auto &W : Workers)
    if (W->Job == Id) {
      W->Job.reset();
      W->KilledFor = JobOutcome::Status::Cancelled;
      ::kill(W->Child.Pid, SIGKILL);
    }
}

/// Those that run first, as they would have finished.
void ProcessPool::Impl::cancelAll() {
  std::deque<std::size_t> Waiting = Queue;
  for (auto &W : Workers)
    if (W->Job)
      Waiting.push_front(*W->Job);
  for (std::size_t Id : Waiting) {
    cancel(Id);
    Done.emplace_back(
        Id, JobOutcome{JobOutcome::Status::Cancelled, "", "interrupted"});
  }
}

llvm::Error ProcessPool::Impl::step(
    std::chrono::milliseconds AtMost, int Wake,
    llvm::function_ref<void(std::size_t, JobOutcome)> OnDone) {
  replaceWornWorkers();
  while (!Queue.empty()) {
    Worker *W = idleWorker(Jobs[Queue.front()].Affinity);
    if (!W)
      break;
    assign(*W, Queue.front());
    Queue.pop_front();
  }
  llvm::Error Failed = startWorkers();
  if (!Failed)
    Failed = waitForEvents(AtMost, Wake);
  if (isCancelled())
    cancelAll();
  for (auto &[Id, Outcome] : std::exchange(Done, {}))
    OnDone(Id, std::move(Outcome));
  return Failed;
}

namespace {

/// Clang recurses deeply. The limit is inherited by the workers; it must be
/// raised before they start, because the main thread's stack is laid out then.
void raiseStackLimit() {
  constexpr rlim_t Wanted = rlim_t(64) << 20;
  rlimit Limit{};
  if (::getrlimit(RLIMIT_STACK, &Limit) != 0 || Limit.rlim_cur >= Wanted)
    return;
  Limit.rlim_cur = Limit.rlim_max == RLIM_INFINITY
                       ? Wanted
                       : std::min(Wanted, Limit.rlim_max);
  ::setrlimit(RLIMIT_STACK, &Limit);
}

/// A write to a worker that just died must not kill us.
class IgnoredPipeSignal {
public:
  IgnoredPipeSignal() {
    struct sigaction Ignore{};
    Ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &Ignore, &Before);
  }
  ~IgnoredPipeSignal() { ::sigaction(SIGPIPE, &Before, nullptr); }

private:
  struct sigaction Before{};
};

} // namespace

ProcessPool::ProcessPool(ProcessPoolOptions Options)
    : Own(std::make_unique<Impl>(std::move(Options))) {
  raiseStackLimit();
}
ProcessPool::~ProcessPool() = default;

void ProcessPool::submit(std::size_t Id, std::string Payload,
                         llvm::StringRef Affinity) {
  Own->submit(Id, {std::move(Payload), Affinity.str()});
}
void ProcessPool::cancel(std::size_t Id) { Own->cancel(Id); }
bool ProcessPool::isIdle() const { return Own->isIdle(); }

llvm::Error
ProcessPool::step(std::chrono::milliseconds AtMost, int Wake,
                  llvm::function_ref<void(std::size_t, JobOutcome)> OnDone) {
  IgnoredPipeSignal Ignored;
  return Own->step(AtMost, Wake, OnDone);
}

llvm::Error runJobs(const ProcessPoolOptions &Options,
                    const std::vector<std::string> &Jobs,
                    llvm::function_ref<void(std::size_t, JobOutcome)> OnDone) {
  ProcessPool Pool(Options);
  for (std::size_t I = 0; I < Jobs.size(); ++I)
    Pool.submit(I, Jobs[I]);
  while (!Pool.isIdle())
    if (llvm::Error E = Pool.step(TickInterval, -1, OnDone))
      return E;
  return llvm::Error::success();
}

} // namespace cppwarden
