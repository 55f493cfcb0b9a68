#include "support/WorkerChannel.h"
#include "support/ChildProcess.h"
#include "llvm/Support/ErrorHandling.h"
#include <csignal>
#include <fcntl.h>
#include <new>
#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

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

} // namespace

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
