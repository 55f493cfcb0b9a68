#include "driver/Worker.h"
#include "driver/CacheEntry.h"
#include "driver/WorkerProtocol.h"
#include "support/Frames.h"
#include "support/ProcessPool.h"
#include "support/WorkerChannel.h"
#include "llvm/Support/PrettyStackTrace.h"
#include "llvm/Support/raw_ostream.h"
#include <csignal>
#include <cstdlib>
#include <unistd.h>
#include <vector>

namespace cppwarden::driver {
namespace {

bool isAskedFor(const char *Variable, llvm::StringRef File) {
  const char *Part = std::getenv(Variable);
  return Part && *Part && File.contains(Part);
}

void misbehaveIfAsked(llvm::StringRef File) {
  if (isAskedFor("CPPWARDEN_TEST_CRASH_ON", File))
    std::raise(SIGSEGV);
  if (isAskedFor("CPPWARDEN_TEST_HANG_ON", File))
    for (;;)
      ::pause();
  if (isAskedFor("CPPWARDEN_TEST_OOM_ON", File)) {
    std::vector<char *> Hoard;
    for (;;) {
      Hoard.push_back(new char[1 << 20]);
      for (unsigned I = 0; I < 1 << 20; I += 4096)
        Hoard.back()[I] = 1;
    }
  }
}

class WorkerLoop {
public:
  explicit WorkerLoop(WorkerChannel Channel) : Channel(Channel) {}
  int run();

private:
  llvm::Error answer(FrameKind Kind, llvm::StringRef Payload) {
    return writeFrame(Channel.Out, Kind, Payload);
  }
  llvm::Error refuse(llvm::Error Why) {
    return answer(FrameKind::Failure, llvm::toString(std::move(Why)));
  }
  llvm::Error greet(llvm::StringRef Hello);
  llvm::Error work(llvm::StringRef Bytes);

  WorkerChannel Channel;
  std::unique_ptr<rules::RuleSet> Rules;
};

llvm::Error WorkerLoop::greet(llvm::StringRef Hello) {
  auto Options = decodeHello(Hello);
  if (!Options)
    return refuse(Options.takeError());
  auto Loaded = rules::RuleSet::load(*Options);
  if (!Loaded)
    return refuse(Loaded.takeError());
  Rules = std::move(*Loaded);
  return answer(FrameKind::Ready, "");
}

llvm::Error WorkerLoop::work(llvm::StringRef Bytes) {
  auto Job = decodeJob(Bytes);
  if (!Job)
    return refuse(Job.takeError());
  if (!Rules)
    return refuse(llvm::createStringError("a job came before the hello"));
  misbehaveIfAsked(Job->File);
  frontend::UnitTrace Trace;
  analysis::TuObject Object = Rules->compileUnit(*Job, &Trace);
  return answer(FrameKind::Result,
                encodeResult({encodeTrace(Trace, Job->ProjectRoot),
                              analysis::serialise(Object)}));
}

int WorkerLoop::run() {
  for (;;) {
    auto Next = readFrame(Channel.In);
    if (!Next) {
      llvm::errs() << llvm::toString(Next.takeError()) << '\n';
      return 1;
    }
    if (!*Next)
      return 0;
    const Frame &F = **Next;
    llvm::Error Failed = F.Kind == FrameKind::Hello ? greet(F.Payload)
                         : F.Kind == FrameKind::Job ? work(F.Payload)
                                                    : llvm::Error::success();
    // The driver is gone or has given this worker up.
    if (Failed) {
      llvm::consumeError(std::move(Failed));
      return 1;
    }
  }
}

} // namespace

int runWorker(std::uint64_t MemoryBytes) {
  // On a crash Clang's trail ("parsing function body 'f'") goes to standard
  // error, whose last line the driver shows.
  llvm::setBugReportMsg("");
  llvm::EnablePrettyStackTrace();
  auto Channel = becomeWorker(MemoryBytes);
  if (!Channel) {
    llvm::errs() << llvm::toString(Channel.takeError()) << '\n';
    return 1;
  }
  return WorkerLoop(*Channel).run();
}

} // namespace cppwarden::driver
