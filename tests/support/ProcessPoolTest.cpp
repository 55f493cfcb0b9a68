// The pool against real child processes. The test program is its own worker:
// with CPPWARDEN_POOL_TEST_WORKER set, a constructor serves jobs and exits
// before GoogleTest's main starts. A job is a word that says how to behave.
#include "support/ProcessPool.h"
#include "support/Frames.h"
#include "support/WorkerChannel.h"
#include "llvm/Support/FileSystem.h"
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <sys/mman.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace cppwarden;

namespace {

constexpr const char *WorkerVariable = "CPPWARDEN_POOL_TEST_WORKER";

std::string work(const std::string &Job) {
  if (Job == "crash") {
    std::fputs("about to fall\n", stderr);
    std::raise(SIGSEGV);
  }
  if (Job == "hang")
    for (;;)
      ::pause();
  if (Job == "exit")
    ::_exit(7);
  if (Job == "close-and-stay") {
    ::close(1);
    for (int FD = 3; FD < 64; ++FD)
      ::close(FD);
    for (;;)
      ::pause();
  }
  if (Job == "memory")
    for (;;) {
      volatile char *Block = new char[1 << 20];
      for (int I = 0; I < 1 << 20; I += 4096)
        Block[I] = 1;
    }
  if (Job == "map-file") {
    // A large read-only mapping is not memory of one's own.
    std::FILE *File = std::tmpfile();
    if (!File || ::ftruncate(::fileno(File), 2ll << 30) != 0)
      return "no file";
    void *Map =
        ::mmap(nullptr, 2ll << 30, PROT_READ, MAP_PRIVATE, ::fileno(File), 0);
    return Map == MAP_FAILED ? "refused" : "mapped";
  }
  if (Job == "print") {
    std::printf("this must not reach the protocol\n");
    std::fflush(stdout);
    return "printed";
  }
  if (Job == "chatty") {
    std::string Line(1 << 10, 'x');
    for (int I = 0; I < 4096; ++I) // 4 MB, more than any pipe holds
      std::fprintf(stderr, "%s\n", Line.c_str());
    return "done";
  }
  if (Job.rfind("gate:", 0) == 0) {
    while (::access(Job.c_str() + 5, F_OK) != 0)
      ::usleep(1000);
    return std::to_string(::getpid());
  }
  if (Job == "pid")
    return std::to_string(::getpid());
  if (llvm::StringRef(Job).starts_with("big:"))
    return std::string(Job.rbegin(), Job.rend());
  return "did " + Job;
}

__attribute__((constructor)) void serve() {
  const char *Memory = std::getenv(WorkerVariable);
  if (!Memory)
    return;
  auto Channel = becomeWorker(std::strtoull(Memory, nullptr, 10));
  if (!Channel)
    ::_exit(1);
  int Done = 0;
  for (;;) {
    auto F = readFrame(Channel->In);
    if (!F || !*F)
      ::_exit(0);
    llvm::Error Sent = llvm::Error::success();
    llvm::consumeError(std::move(Sent));
    if ((*F)->Kind == FrameKind::Hello) {
      if ((*F)->Payload == "refuse")
        Sent = writeFrame(Channel->Out, FrameKind::Failure, "not you");
      else if ((*F)->Payload == "die")
        ::_exit(3);
      else
        Sent = writeFrame(Channel->Out, FrameKind::Ready, "");
    } else if ((*F)->Payload == "refuse") {
      Sent = writeFrame(Channel->Out, FrameKind::Failure, "no such thing");
    } else if ((*F)->Payload == "garbage") {
      (void)!::write(Channel->Out, "\xff\xff\xff\xff\xff", 5);
    } else {
      if ((*F)->Payload == "crash-when-used" && Done)
        std::raise(SIGABRT);
      Sent = writeFrame(Channel->Out, FrameKind::Result, work((*F)->Payload));
      ++Done;
    }
    if (Sent)
      ::_exit(1);
  }
}

class ProcessPoolTest : public testing::Test {
protected:
  void SetUp() override {
    Options.Executable = llvm::sys::fs::getMainExecutable(
        nullptr, reinterpret_cast<void *>(&serve));
    Options.JobTimeout = std::chrono::seconds(30);
    setMemory(0);
  }
  void TearDown() override { ::unsetenv(WorkerVariable); }
  void setMemory(std::uint64_t Bytes) {
    ::setenv(WorkerVariable, std::to_string(Bytes).c_str(), 1);
  }
  std::map<std::size_t, JobOutcome> run(const std::vector<std::string> &Jobs) {
    std::map<std::size_t, JobOutcome> Outcomes;
    llvm::Error E = runJobs(Options, Jobs, [&](std::size_t I, JobOutcome O) {
      EXPECT_TRUE(Outcomes.emplace(I, std::move(O)).second)
          << "job " << I << " was reported twice";
    });
    EXPECT_FALSE(bool(E)) << llvm::toString(std::move(E));
    EXPECT_EQ(Outcomes.size(), Jobs.size());
    return Outcomes;
  }
  ProcessPoolOptions Options;
};

using Status = JobOutcome::Status;

TEST_F(ProcessPoolTest, EveryJobIsDoneOnce) {
  Options.Workers = 4;
  std::vector<std::string> Jobs;
  for (int I = 0; I < 300; ++I)
    Jobs.push_back("job" + std::to_string(I));
  auto Outcomes = run(Jobs);
  for (int I = 0; I < 300; ++I) {
    EXPECT_EQ(Outcomes[I].Is, Status::Done);
    EXPECT_EQ(Outcomes[I].Payload, "did job" + std::to_string(I));
  }
}

TEST_F(ProcessPoolTest, MessagesLargerThanPipesDoNotDeadlock) {
  Options.Workers = 3;
  std::string Big = "big:" + std::string(20 << 20, 'a') + "z";
  auto Outcomes = run({Big, Big, Big, Big, Big, "chatty"});
  for (int I = 0; I < 5; ++I) {
    ASSERT_EQ(Outcomes[I].Payload.size(), Big.size());
    EXPECT_EQ(Outcomes[I].Payload.front(), 'z');
  }
  EXPECT_EQ(Outcomes[5].Payload, "done");
}

TEST_F(ProcessPoolTest, ACrashCostsItsJobAlone) {
  for (unsigned Workers : {1u, 3u}) {
    Options.Workers = Workers;
    auto Outcomes = run({"a", "crash", "b", "exit", "c", "garbage", "d"});
    EXPECT_EQ(Outcomes[1].Is, Status::Crashed);
    EXPECT_EQ(Outcomes[1].Reason, "crashed: SIGSEGV (segmentation fault); it "
                                  "said: about to fall");
    EXPECT_EQ(Outcomes[3].Is, Status::Crashed);
    EXPECT_EQ(Outcomes[3].Reason, "crashed: exit status 7");
    EXPECT_EQ(Outcomes[5].Is, Status::Crashed);
    for (int I : {0, 2, 4, 6})
      EXPECT_EQ(Outcomes[I].Is, Status::Done) << I;
  }
}

TEST_F(ProcessPoolTest, AJobIsJudgedInAFreshWorker) {
  Options.Workers = 1;
  auto Outcomes = run({"first", "crash-when-used", "last"});
  EXPECT_EQ(Outcomes[1].Is, Status::Done);
  EXPECT_EQ(Outcomes[1].Payload, "did crash-when-used");
  EXPECT_EQ(Outcomes[2].Is, Status::Done);
}

TEST_F(ProcessPoolTest, AHangCostsItsJobAlone) {
  Options.Workers = 2;
  Options.JobTimeout = std::chrono::milliseconds(400);
  auto Outcomes = run({"a", "hang", "b", "close-and-stay", "c"});
  EXPECT_EQ(Outcomes[1].Is, Status::TimedOut);
  EXPECT_EQ(Outcomes[1].Reason, "timed out after 400 ms");
  EXPECT_NE(Outcomes[3].Is, Status::Done);
  for (int I : {0, 2, 4})
    EXPECT_EQ(Outcomes[I].Is, Status::Done) << I;
}

TEST_F(ProcessPoolTest, TheWorkerLimitsItsMemoryAndMappedFilesAreFree) {
  setMemory(200 << 20);
  Options.MemoryBytes = 200 << 20;
  auto Outcomes = run({"a", "memory", "map-file", "b"});
  EXPECT_EQ(Outcomes[1].Is, Status::OutOfMemory);
  EXPECT_EQ(Outcomes[1].Reason, "over the memory limit of 200 MB");
  EXPECT_EQ(Outcomes[2].Payload, "mapped");
  EXPECT_EQ(Outcomes[3].Is, Status::Done);
}

#ifdef __linux__
TEST_F(ProcessPoolTest, ThePoolKillsWhatGetsPastTheWorkersOwnLimit) {
  Options.MemoryBytes = 200 << 20;
  auto Outcomes = run({"a", "memory", "b"});
  EXPECT_EQ(Outcomes[1].Is, Status::OutOfMemory);
  EXPECT_GT(Outcomes[1].PeakBytes, std::uint64_t(200 << 20));
  EXPECT_EQ(Outcomes[2].Is, Status::Done);
}
#endif

TEST_F(ProcessPoolTest, WhatAJobPrintsStaysOutOfTheProtocol) {
  auto Outcomes = run({"print", "a"});
  EXPECT_EQ(Outcomes[0].Payload, "printed");
  EXPECT_EQ(Outcomes[1].Payload, "did a");
}

TEST_F(ProcessPoolTest, ARefusedJobIsNotTriedAgain) {
  auto Outcomes = run({"refuse", "a"});
  EXPECT_EQ(Outcomes[0].Is, Status::Refused);
  EXPECT_EQ(Outcomes[0].Reason, "no such thing");
  EXPECT_EQ(Outcomes[1].Is, Status::Done);
}

TEST_F(ProcessPoolTest, WorkersAreRecycled) {
  auto Same = run({"pid", "pid", "pid", "pid"});
  EXPECT_EQ(Same[0].Payload, Same[3].Payload);
  Options.RecycleAfterJobs = 2;
  auto Changed = run({"pid", "pid", "pid", "pid"});
  EXPECT_EQ(Changed[0].Payload, Changed[1].Payload);
  EXPECT_NE(Changed[1].Payload, Changed[2].Payload);
  EXPECT_EQ(Changed[2].Payload, Changed[3].Payload);
}

TEST_F(ProcessPoolTest, StartFailuresEndTheRun) {
  auto Failure = [&] {
    return llvm::toString(
        runJobs(Options, {"a"}, [](std::size_t, JobOutcome) {}));
  };
  Options.Hello = "refuse";
  EXPECT_EQ(Failure(), "not you");
  Options.Hello = "die";
  EXPECT_EQ(Failure(),
            "the worker process does not start: crashed: exit status 3");
  Options.Executable = "/nonexistent/worker";
  EXPECT_NE(Failure().find("/nonexistent/worker"), std::string::npos);
}

TEST_F(ProcessPoolTest, CancellingReportsEveryJobAndKillsTheWorkers) {
  std::atomic<bool> Cancelled{false};
  Options.Cancelled = &Cancelled;
  Options.Workers = 2;
  std::thread Later([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    Cancelled = true;
  });
  auto Begin = std::chrono::steady_clock::now();
  auto Outcomes = run({"pid", "hang", "hang", "hang", "a"});
  Later.join();
  EXPECT_LT(std::chrono::steady_clock::now() - Begin, std::chrono::seconds(5));
  EXPECT_EQ(Outcomes[0].Is, Status::Done);
  for (int I = 1; I < 5; ++I)
    EXPECT_EQ(Outcomes[I].Is, Status::Cancelled) << I;
}

/// What the jobs of a pool that lives on come to.
class LastingPool {
public:
  explicit LastingPool(const ProcessPoolOptions &Options) : Pool(Options) {}
  JobOutcome wait(std::size_t Id) {
    while (!Done.count(Id)) {
      llvm::Error E = Pool.step(
          std::chrono::seconds(1), -1,
          [&](std::size_t I, JobOutcome O) { Done[I] = std::move(O); });
      if (E) {
        ADD_FAILURE() << llvm::toString(std::move(E));
        break;
      }
    }
    return Done[Id];
  }
  ProcessPool Pool;
  std::map<std::size_t, JobOutcome> Done;
};

TEST_F(ProcessPoolTest, ALastingPoolKeepsItsWorkers) {
  LastingPool Lasting(Options);
  Lasting.Pool.submit(1, "pid");
  std::string First = Lasting.wait(1).Payload;
  EXPECT_TRUE(Lasting.Pool.isIdle());
  Lasting.Pool.submit(2, "pid");
  EXPECT_FALSE(Lasting.Pool.isIdle());
  EXPECT_EQ(Lasting.wait(2).Payload, First);
}

TEST_F(ProcessPoolTest, JobsOfOneKindGoToOneWorker) {
  Options.Workers = 2;
  LastingPool Lasting(Options);
  // The first keeps one worker busy until the other has done the second.
  std::string Gate =
      testing::TempDir() + "/pool-gate-" + std::to_string(::getpid());
  Lasting.Pool.submit(1, "gate:" + Gate, "a");
  Lasting.Pool.submit(2, "pid", "b");
  std::string B = Lasting.wait(2).Payload;
  std::ofstream(Gate) << "open";
  std::string A = Lasting.wait(1).Payload;
  std::remove(Gate.c_str());
  ASSERT_NE(A, B);
  for (std::size_t Id : {3, 4, 5}) {
    Lasting.Pool.submit(Id, "pid", "b");
    EXPECT_EQ(Lasting.wait(Id).Payload, B);
  }
  for (std::size_t Id : {6, 7, 8}) {
    Lasting.Pool.submit(Id, "pid", "a");
    EXPECT_EQ(Lasting.wait(Id).Payload, A);
  }
}

TEST_F(ProcessPoolTest, ACancelledJobIsForgottenAndOthersGoOn) {
  LastingPool Lasting(Options);
  Lasting.Pool.submit(1, "pid");
  Lasting.wait(1);
  Lasting.Pool.submit(2, "hang");
  Lasting.Pool.submit(3, "pid");
  Lasting.Pool.submit(4, "hang");
  llvm::consumeError(Lasting.Pool.step(std::chrono::milliseconds(10), -1,
                                       [](std::size_t, JobOutcome) {}));
  Lasting.Pool.cancel(2);
  Lasting.Pool.cancel(4);
  EXPECT_EQ(Lasting.wait(3).Is, Status::Done);
  EXPECT_TRUE(Lasting.Pool.isIdle());
  EXPECT_FALSE(Lasting.Done.count(2) || Lasting.Done.count(4));
}

TEST_F(ProcessPoolTest, AStepEndsWhenItsDescriptorCanBeRead) {
  int Pipe[2];
  ASSERT_EQ(::pipe(Pipe), 0);
  ASSERT_EQ(::write(Pipe[1], "x", 1), 1);
  LastingPool Lasting(Options);
  auto Begin = std::chrono::steady_clock::now();
  llvm::Error E = Lasting.Pool.step(std::chrono::minutes(10), Pipe[0],
                                    [](std::size_t, JobOutcome) {});
  EXPECT_FALSE(bool(E));
  EXPECT_LT(std::chrono::steady_clock::now() - Begin, std::chrono::minutes(5));
  ::close(Pipe[0]);
  ::close(Pipe[1]);
}

TEST_F(ProcessPoolTest, WorkersDieWithTheDriver) {
  // A child plays the driver and is killed while its worker hangs in a job.
  int Pipe[2];
  ASSERT_EQ(::pipe(Pipe), 0);
  pid_t Driver = ::fork();
  ASSERT_GE(Driver, 0);
  if (Driver == 0) {
    llvm::consumeError(
        runJobs(Options, {"pid", "hang"}, [&](std::size_t, JobOutcome O) {
          (void)!::write(Pipe[1], O.Payload.data(), O.Payload.size());
        }));
    ::_exit(0);
  }
  ::close(Pipe[1]);
  char Text[32] = {};
  ASSERT_GT(::read(Pipe[0], Text, sizeof(Text) - 1), 0);
  ::close(Pipe[0]);
  pid_t Worker = pid_t(std::strtol(Text, nullptr, 10));
  ASSERT_EQ(::kill(Worker, 0), 0);
  ::kill(Driver, SIGKILL);
  ASSERT_EQ(::waitpid(Driver, nullptr, 0), Driver);
  auto Running = [&] {
    std::ifstream Stat("/proc/" + std::to_string(Worker) + "/stat");
    std::string Id, Name, State;
    return bool(Stat >> Id >> Name >> State) && State != "Z";
  };
  for (int I = 0; I < 200 && Running(); ++I)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_FALSE(Running());
}

TEST(FrameDecoderTest, TakesBytesInAnyPortions) {
  std::string Bytes = encodeFrame(FrameKind::Job, "one") +
                      encodeFrame(FrameKind::Result, "") +
                      encodeFrame(FrameKind::Job, std::string(3, '\0'));
  for (std::size_t Portion : {std::size_t(1), std::size_t(4), Bytes.size()}) {
    FrameDecoder Decoder;
    std::vector<std::string> Payloads;
    for (std::size_t I = 0; I < Bytes.size(); I += Portion) {
      Decoder.feed(llvm::StringRef(Bytes).substr(I, Portion));
      for (;;) {
        auto F = Decoder.next();
        ASSERT_TRUE(bool(F));
        if (!*F)
          break;
        Payloads.push_back((*F)->Payload);
      }
    }
    EXPECT_EQ(Payloads,
              (std::vector<std::string>{"one", "", std::string(3, '\0')}));
  }
}

TEST(FrameDecoderTest, RefusesWhatIsNoFrame) {
  for (llvm::StringRef Bytes :
       {llvm::StringRef("\xff\xff\xff\x7f\x03", 5),
        llvm::StringRef("\0\0\0\0\0", 5), llvm::StringRef("\0\0\0\0\x99", 5)}) {
    FrameDecoder Decoder;
    Decoder.feed(Bytes);
    auto F = Decoder.next();
    EXPECT_FALSE(bool(F));
    llvm::consumeError(F.takeError());
  }
}

} // namespace
