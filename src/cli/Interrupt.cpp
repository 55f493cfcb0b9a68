#include "cli/Interrupt.h"
#include "driver/ExitCode.h"
#include <csignal>
#include <unistd.h>

namespace cppwarden::cli {
namespace {

std::atomic<bool> Interrupted{false};
std::atomic<bool> EndAtOnce{false};
static_assert(std::atomic<bool>::is_always_lock_free,
              "is set in a signal handler");

/// Only what a signal handler may do. An output file that is being written is
/// a temporary one until it is whole; LLVM's handler, which runs before this
/// one, takes it away.
void handle(int) {
  Interrupted = true;
  if (!EndAtOnce)
    return;
  constexpr char Message[] =
      "cppwarden: interrupted before the report was complete\n";
  [[maybe_unused]] ssize_t Ignored =
      ::write(STDERR_FILENO, Message, sizeof(Message) - 1);
  ::_exit(driver::ExitInterrupted);
}

} // namespace

const std::atomic<bool> &watchInterrupts() {
  EndAtOnce = false;
  struct sigaction Action{};
  Action.sa_handler = handle;
  Action.sa_flags = SA_RESETHAND;
  for (int Signal : {SIGINT, SIGTERM}) {
    struct sigaction Before{};
    ::sigaction(Signal, nullptr, &Before);
    // `nohup` and background jobs ignore SIGINT on purpose.
    if (Before.sa_handler != SIG_IGN)
      ::sigaction(Signal, &Action, nullptr);
  }
  return Interrupted;
}

void endAtInterrupts() { EndAtOnce = true; }

} // namespace cppwarden::cli
