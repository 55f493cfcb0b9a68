#include "cli/Interrupt.h"
#include <csignal>

namespace cppwarden::cli {
namespace {

std::atomic<bool> Interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free,
              "is set in a signal handler");

} // namespace

const std::atomic<bool> &watchInterrupts() {
  struct sigaction Action{};
  Action.sa_handler = [](int) { Interrupted = true; };
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

} // namespace cppwarden::cli
