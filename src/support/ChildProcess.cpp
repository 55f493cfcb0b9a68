#include "support/ChildProcess.h"
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>

extern char **environ;

namespace cppwarden {
namespace {

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

} // namespace

llvm::Error systemError(const llvm::Twine &What) {
  return llvm::createStringError(What + ": " + std::strerror(errno));
}

llvm::Expected<ChildProcess>
startChild(const std::string &Executable,
           const std::vector<std::string> &Arguments) {
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
  Argv.push_back(const_cast<char *>(Executable.c_str()));
  for (const std::string &Argument : Arguments)
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
  int Failed = posix_spawn(&Pid, Executable.c_str(), &Actions, &Attributes,
                           Argv.data(), environ);
  posix_spawnattr_destroy(&Attributes);
  posix_spawn_file_actions_destroy(&Actions);
  if (Failed)
    return llvm::createStringError("cannot start the worker " + Executable +
                                   ": " + std::strerror(Failed));

  ChildProcess Child;
  Child.Pid = Pid;
  Child.In = std::move(ToWorker->Write);
  Child.Out = std::move(FromWorker->Read);
  Child.Messages = std::move(Messages->Read);
  for (const Descriptor *End : {&Child.In, &Child.Out, &Child.Messages})
    setNonBlocking(*End);
  return std::move(Child);
}

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

} // namespace cppwarden
