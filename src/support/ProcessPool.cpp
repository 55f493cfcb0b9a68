//===- ProcessPool.cpp - One poll() loop over all workers -----------------===//
//
// The loop never blocks on a single worker: all pipes are non-blocking, and a
// job too long for the pipe is written as the worker takes it, while results
// and messages of all workers are read. So neither side can wait for the other
// forever. Every TickInterval the loop looks at deadlines and at the workers'
// resident sizes.
//
// Memory has two limits. The worker limits its own private data (RLIMIT_DATA,
// which unlike RLIMIT_AS does not count mapped files or the binary) and exits
// with a known status when an allocation fails; the pool polls the resident
// size and kills what still got past, for instance under a sanitizer.
//
//===----------------------------------------------------------------------===//
#include "support/ProcessPool.h"
#include "support/Frames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <deque>
#include <fcntl.h>
#include <memory>
#include <new>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#ifdef __linux__
#include <sys/prctl.h>
#endif

extern char **environ;

#if defined(__has_feature)
#define CPPWARDEN_HAS_FEATURE(X) __has_feature(X)
#else
#define CPPWARDEN_HAS_FEATURE(X) 0
#endif

namespace cppwarden {
namespace {

/// Sanitizers reserve terabytes of private data for their shadow memory.
constexpr bool UnderSanitizer = CPPWARDEN_HAS_FEATURE(address_sanitizer) ||
                                CPPWARDEN_HAS_FEATURE(memory_sanitizer) ||
                                CPPWARDEN_HAS_FEATURE(thread_sanitizer);

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds TickInterval{50};
constexpr std::size_t KeptMessages = 16384; ///< bytes of a worker's stderr
constexpr unsigned StartAttempts = 3;

class Descriptor {
public:
  Descriptor() = default;
  explicit Descriptor(int Number) : Number(Number) {}
  Descriptor(Descriptor &&Other) noexcept
      : Number(std::exchange(Other.Number, -1)) {}
  Descriptor &operator=(Descriptor &&Other) noexcept {
    if (this != &Other) {
      close();
      Number = std::exchange(Other.Number, -1);
    }
    return *this;
  }
  ~Descriptor() { close(); }
  void close() {
    if (Number >= 0)
      ::close(Number);
    Number = -1;
  }
  int get() const { return Number; }
  bool isOpen() const { return Number >= 0; }

private:
  int Number = -1;
};

llvm::Error systemError(const llvm::Twine &What) {
  return llvm::createStringError(What + ": " + std::strerror(errno));
}

struct PipeEnds {
  Descriptor Read, Write;
};

llvm::Expected<PipeEnds> makePipe() {
  int Ends[2];
#ifdef __linux__
  if (::pipe2(Ends, O_CLOEXEC) != 0)
    return systemError("cannot make a pipe");
#else
  if (::pipe(Ends) != 0)
    return systemError("cannot make a pipe");
  for (int End : Ends)
    ::fcntl(End, F_SETFD, FD_CLOEXEC);
#endif
  return PipeEnds{Descriptor(Ends[0]), Descriptor(Ends[1])};
}

void setNonBlocking(const Descriptor &D) {
  ::fcntl(D.get(), F_SETFL, ::fcntl(D.get(), F_GETFL) | O_NONBLOCK);
}

/// Bytes of Pid in memory; 0 where the system does not tell.
std::uint64_t residentBytes(pid_t Pid) {
#ifdef __linux__
  char Path[64];
  std::snprintf(Path, sizeof(Path), "/proc/%ld/statm", long(Pid));
  std::FILE *File = std::fopen(Path, "re");
  if (!File)
    return 0;
  unsigned long Size = 0, Resident = 0;
  int Read = std::fscanf(File, "%lu %lu", &Size, &Resident);
  std::fclose(File);
  return Read == 2
             ? std::uint64_t(Resident) * std::uint64_t(sysconf(_SC_PAGESIZE))
             : 0;
#else
  (void)Pid;
  return 0;
#endif
}

std::string signalName(int Number) {
  switch (Number) {
  case SIGABRT:
    return "SIGABRT (aborted)";
  case SIGBUS:
    return "SIGBUS (bus error)";
  case SIGFPE:
    return "SIGFPE (arithmetic error)";
  case SIGILL:
    return "SIGILL (illegal instruction)";
  case SIGKILL:
    return "SIGKILL (killed from outside)";
  case SIGSEGV:
    return "SIGSEGV (segmentation fault)";
  case SIGTERM:
    return "SIGTERM (killed from outside)";
  case SIGTRAP:
    return "SIGTRAP (trap)";
  case SIGXCPU:
    return "SIGXCPU (processor time limit)";
  default:
    return "signal " + std::to_string(Number);
  }
}

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
  pid_t Pid = -1;
  Descriptor In, Out, Messages;
  FrameDecoder Decoder;
  std::string Pending; ///< bytes still to write
  std::size_t Written = 0;
  std::string Text; ///< the end of what it printed during this job
  bool Ready = false;
  std::optional<std::size_t> Job;
  Clock::time_point Since; ///< of the job, or of the start
  std::uint64_t Peak = 0;
  unsigned JobsDone = 0;
  /// Why we killed it; empty while we did not.
  std::optional<JobOutcome::Status> KilledFor;
};

class Pool {
public:
  Pool(const ProcessPoolOptions &Options, const std::vector<std::string> &Jobs,
       llvm::function_ref<void(std::size_t, JobOutcome)> OnDone)
      : Options(Options), Jobs(Jobs), OnDone(OnDone), Retried(Jobs.size()) {
    for (std::size_t I = 0; I < Jobs.size(); ++I)
      Queue.push_back(I);
  }
  ~Pool() { dismissAll(); }

  llvm::Error run();

private:
  llvm::Error startWorker();
  void send(Worker &W, FrameKind Kind, llvm::StringRef Payload);
  void flush(Worker &W);
  void assign(Worker &W, std::size_t Job);
  /// Reads all that is there; true at the end of the stream.
  bool drain(Worker &W, const Descriptor &From, bool Protocol);
  llvm::Error handleFrames(Worker &W);
  void finish(Worker &W, JobOutcome Outcome);
  void watch(Worker &W);
  llvm::Error bury(std::size_t Index);
  llvm::Error waitForEvents();
  void dismiss(Worker &W);
  void dismissAll();
  bool isCancelled() const {
    return Options.Cancelled && Options.Cancelled->load();
  }

  const ProcessPoolOptions &Options;
  const std::vector<std::string> &Jobs;
  llvm::function_ref<void(std::size_t, JobOutcome)> OnDone;
  std::deque<std::size_t> Queue;
  std::vector<bool> Retried;
  std::vector<std::unique_ptr<Worker>> Workers;
  unsigned FailedStarts = 0;
};

llvm::Error Pool::startWorker() {
  auto ToWorker = makePipe();
  if (!ToWorker)
    return ToWorker.takeError();
  auto FromWorker = makePipe();
  if (!FromWorker)
    return FromWorker.takeError();
  auto Messages = makePipe();
  if (!Messages)
    return Messages.takeError();

  std::vector<char *> Argv;
  Argv.push_back(const_cast<char *>(Options.Executable.c_str()));
  for (const std::string &Argument : Options.Arguments)
    Argv.push_back(const_cast<char *>(Argument.c_str()));
  Argv.push_back(nullptr);

  posix_spawn_file_actions_t Actions;
  posix_spawn_file_actions_init(&Actions);
  posix_spawn_file_actions_adddup2(&Actions, ToWorker->Read.get(), 0);
  posix_spawn_file_actions_adddup2(&Actions, FromWorker->Write.get(), 1);
  posix_spawn_file_actions_adddup2(&Actions, Messages->Write.get(), 2);
  posix_spawnattr_t Attributes;
  posix_spawnattr_init(&Attributes);
  sigset_t Defaults, Mask;
  sigemptyset(&Defaults);
  sigaddset(&Defaults, SIGPIPE);
  sigemptyset(&Mask);
  posix_spawnattr_setsigdefault(&Attributes, &Defaults);
  posix_spawnattr_setsigmask(&Attributes, &Mask);
  posix_spawnattr_setflags(&Attributes,
                           POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  pid_t Pid = -1;
  int Failed = posix_spawn(&Pid, Options.Executable.c_str(), &Actions,
                           &Attributes, Argv.data(), environ);
  posix_spawnattr_destroy(&Attributes);
  posix_spawn_file_actions_destroy(&Actions);
  if (Failed)
    return llvm::createStringError("cannot start the worker " +
                                   Options.Executable + ": " +
                                   std::strerror(Failed));

  auto W = std::make_unique<Worker>();
  W->Pid = Pid;
  W->In = std::move(ToWorker->Write);
  W->Out = std::move(FromWorker->Read);
  W->Messages = std::move(Messages->Read);
  setNonBlocking(W->In);
  setNonBlocking(W->Out);
  setNonBlocking(W->Messages);
  W->Since = Clock::now();
  send(*W, FrameKind::Hello, Options.Hello);
  Workers.push_back(std::move(W));
  return llvm::Error::success();
}

void Pool::send(Worker &W, FrameKind Kind, llvm::StringRef Payload) {
  W.Pending = encodeFrame(Kind, Payload);
  W.Written = 0;
  flush(W);
}

/// A write error means that the worker is gone; its end of stream says so too.
void Pool::flush(Worker &W) {
  while (W.Written < W.Pending.size()) {
    ssize_t Count = ::write(W.In.get(), W.Pending.data() + W.Written,
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

void Pool::assign(Worker &W, std::size_t Job) {
  W.Job = Job;
  W.Since = Clock::now();
  W.Peak = 0;
  W.Text.clear();
  send(W, FrameKind::Job, Jobs[Job]);
}

bool Pool::drain(Worker &W, const Descriptor &From, bool Protocol) {
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

void Pool::finish(Worker &W, JobOutcome Outcome) {
  std::size_t Job = *W.Job;
  W.Job.reset();
  Outcome.PeakBytes = W.Peak;
  Outcome.Duration = std::chrono::duration_cast<std::chrono::milliseconds>(
      Clock::now() - W.Since);
  OnDone(Job, std::move(Outcome));
}

/// Answers what the decoder holds. An error is fatal for the whole run.
llvm::Error Pool::handleFrames(Worker &W) {
  for (;;) {
    auto Next = W.Decoder.next();
    if (!Next) {
      // Not our protocol any more: treat it as a crash of this worker.
      W.Text += "\n" + llvm::toString(Next.takeError());
      ::kill(W.Pid, SIGKILL);
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
    W.Peak = std::max(W.Peak, residentBytes(W.Pid));
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

void Pool::watch(Worker &W) {
  if (W.KilledFor)
    return;
  auto Elapsed = Clock::now() - W.Since;
  if (W.Job) {
    std::uint64_t Resident = residentBytes(W.Pid);
    W.Peak = std::max(W.Peak, Resident);
    if (Options.MemoryBytes && Resident > Options.MemoryBytes)
      W.KilledFor = JobOutcome::Status::OutOfMemory;
    else if (Elapsed > Options.JobTimeout)
      W.KilledFor = JobOutcome::Status::TimedOut;
  } else if (!W.Ready && Elapsed > Options.StartTimeout) {
    W.KilledFor = JobOutcome::Status::TimedOut;
  }
  if (W.KilledFor)
    ::kill(W.Pid, SIGKILL);
}

/// The worker's streams have ended: find out why, settle its job, forget it.
llvm::Error Pool::bury(std::size_t Index) {
  std::unique_ptr<Worker> W = std::move(Workers[Index]);
  Workers.erase(Workers.begin() + std::ptrdiff_t(Index));
  int Status = 0;
  // It closed its pipe and so has nothing more to say; a process that lives on
  // after that must not keep us waiting.
  auto GivenUp = Clock::now() + std::chrono::seconds(2);
  pid_t Reaped = 0;
  while ((Reaped = ::waitpid(W->Pid, &Status, WNOHANG)) == 0 ||
         (Reaped < 0 && errno == EINTR)) {
    if (Clock::now() > GivenUp)
      ::kill(W->Pid, SIGKILL);
    ::usleep(1000);
  }
  drain(*W, W->Messages, false);

  bool FromOutside = false;
  JobOutcome Outcome;
  std::string Said = lastLine(W->Text);
  if (W->KilledFor == JobOutcome::Status::TimedOut) {
    Outcome.Is = JobOutcome::Status::TimedOut;
    auto Limit = W->Ready ? Options.JobTimeout : Options.StartTimeout;
    Outcome.Reason =
        Limit.count() % 1000
            ? "timed out after " + std::to_string(Limit.count()) + " ms"
            : "timed out after " + std::to_string(Limit.count() / 1000) + " s";
  } else if (W->KilledFor == JobOutcome::Status::OutOfMemory ||
             (WIFEXITED(Status) && WEXITSTATUS(Status) == OutOfMemoryExit)) {
    Outcome.Is = JobOutcome::Status::OutOfMemory;
    Outcome.Reason = "out of memory";
    if (Options.MemoryBytes)
      Outcome.Reason =
          "over the memory limit of " + megabytes(Options.MemoryBytes);
  } else {
    Outcome.Is = JobOutcome::Status::Crashed;
    if (W->KilledFor) {
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
    if (!Said.empty())
      Outcome.Reason += "; it said: " + Said;
  }

  if (!W->Job) {
    // Idle workers that end are replaced when there is work for them; one that
    // never got ready means that none can.
    if (W->Ready || isCancelled() || ++FailedStarts < StartAttempts)
      return llvm::Error::success();
    return llvm::createStringError("the worker process does not start: " +
                                   Outcome.Reason);
  }
  std::size_t Job = *W->Job;
  bool Fresh = W->JobsDone == 0;
  if (Outcome.Is != JobOutcome::Status::TimedOut && (!Fresh || FromOutside) &&
      !Retried[Job]) {
    Retried[Job] = true;
    Queue.push_front(Job);
    return llvm::Error::success();
  }
  finish(*W, std::move(Outcome));
  return llvm::Error::success();
}

llvm::Error Pool::waitForEvents() {
  std::vector<pollfd> Polled;
  for (auto &W : Workers) {
    Polled.push_back({W->Out.get(), POLLIN, 0});
    Polled.push_back({W->Messages.get(), POLLIN, 0});
    Polled.push_back({W->Pending.empty() ? -1 : W->In.get(), POLLOUT, 0});
  }
  int Count =
      ::poll(Polled.data(), nfds_t(Polled.size()), int(TickInterval.count()));
  if (Count < 0 && errno != EINTR)
    return systemError("cannot wait for the workers");

  std::vector<std::size_t> Ended;
  for (std::size_t I = 0; I < Workers.size(); ++I) {
    Worker &W = *Workers[I];
    if (Count > 0 && Polled[3 * I + 2].revents)
      flush(W);
    if (Count > 0 && Polled[3 * I + 1].revents && drain(W, W.Messages, false))
      W.Messages.close();
    if (Count > 0 && Polled[3 * I].revents) {
      bool End = drain(W, W.Out, true);
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
void Pool::dismiss(Worker &W) {
  W.In.close();
  ::kill(W.Pid, SIGKILL);
  int Status = 0;
  while (::waitpid(W.Pid, &Status, 0) < 0 && errno == EINTR) {
  }
}

void Pool::dismissAll() {
  for (auto &W : Workers) {
    W->In.close();
    ::kill(W->Pid, SIGKILL);
  }
  for (auto &W : Workers)
    dismiss(*W);
  Workers.clear();
}

llvm::Error Pool::run() {
  auto Busy = [&] {
    return std::size_t(
        llvm::count_if(Workers, [](auto &W) { return W->Job.has_value(); }));
  };
  while (!isCancelled() && (!Queue.empty() || Busy())) {
    llvm::erase_if(Workers, [&](auto &W) {
      bool Worn =
          W->Ready && !W->Job && !W->KilledFor &&
          (W->JobsDone >= Options.RecycleAfterJobs ||
           (Options.RecycleAboveBytes && W->Peak > Options.RecycleAboveBytes));
      if (Worn)
        dismiss(*W);
      return Worn;
    });
    for (auto &W : Workers)
      if (W->Ready && !W->Job && !W->KilledFor && !Queue.empty()) {
        assign(*W, Queue.front());
        Queue.pop_front();
      }
    auto Starting =
        std::size_t(llvm::count_if(Workers, [](auto &W) { return !W->Ready; }));
    while (Workers.size() < std::max(1u, Options.Workers) &&
           Starting < Queue.size()) {
      if (llvm::Error E = startWorker())
        return E;
      ++Starting;
    }
    if (llvm::Error E = waitForEvents())
      return E;
  }
  if (isCancelled()) {
    for (auto &W : Workers)
      if (W->Job) {
        JobOutcome Outcome;
        Outcome.Reason = "interrupted";
        finish(*W, std::move(Outcome));
      }
    for (std::size_t Job : Queue)
      OnDone(Job, JobOutcome{JobOutcome::Status::Cancelled, "", "interrupted"});
    Queue.clear();
  }
  return llvm::Error::success();
}

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

} // namespace

llvm::Error runJobs(const ProcessPoolOptions &Options,
                    const std::vector<std::string> &Jobs,
                    llvm::function_ref<void(std::size_t, JobOutcome)> OnDone) {
  raiseStackLimit();
  // A write to a worker that just died must not kill us.
  struct sigaction Ignore{}, Before{};
  Ignore.sa_handler = SIG_IGN;
  ::sigaction(SIGPIPE, &Ignore, &Before);
  llvm::Error Result = Pool(Options, Jobs, OnDone).run();
  ::sigaction(SIGPIPE, &Before, nullptr);
  return Result;
}

llvm::Expected<WorkerChannel> becomeWorker(std::uint64_t MemoryBytes) {
#ifdef __linux__
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  std::signal(SIGINT, SIG_IGN);
  rlimit NoCore{0, 0};
  ::setrlimit(RLIMIT_CORE, &NoCore);

  WorkerChannel Channel;
  Channel.In = ::fcntl(0, F_DUPFD_CLOEXEC, 3);
  Channel.Out = ::fcntl(1, F_DUPFD_CLOEXEC, 3);
  int Nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (Channel.In < 0 || Channel.Out < 0 || Nothing < 0 ||
      ::dup2(Nothing, 0) < 0 || ::dup2(2, 1) < 0)
    return systemError("cannot set up the worker");
  ::close(Nothing);

  std::set_new_handler([] { ::_exit(OutOfMemoryExit); });
  llvm::install_bad_alloc_error_handler(
      [](void *, const char *, bool) { ::_exit(OutOfMemoryExit); });
  if (MemoryBytes && !UnderSanitizer) {
    rlimit Data{rlim_t(MemoryBytes), rlim_t(MemoryBytes)};
    ::setrlimit(RLIMIT_DATA, &Data);
  }
  return Channel;
}

} // namespace cppwarden
