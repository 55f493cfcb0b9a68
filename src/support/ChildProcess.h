//===- ChildProcess.h - A program behind three pipes -----------*- C++ -*-===//
//
// What the process pool needs of the system to have a worker: pipes that do not
// block, a start without fork's copy, and what the system tells about a process
// that lives or died.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_SUPPORT_CHILDPROCESS_H
#define CPPWARDEN_SUPPORT_CHILDPROCESS_H

#include "llvm/Support/Error.h"
#include <cstdint>
#include <string>
#include <sys/types.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace cppwarden {

/// Closes what it holds.
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

/// What, and why the system says it failed (errno).
llvm::Error systemError(const llvm::Twine &What);

struct ChildProcess {
  pid_t Pid = -1;
  /// Our ends of its standard input, output and error; none of them blocks.
  Descriptor In, Out, Messages;
};
/// Executable is absolute, Arguments are without its name.
llvm::Expected<ChildProcess>
startChild(const std::string &Executable,
           const std::vector<std::string> &Arguments);

/// Bytes of Pid in memory; 0 where the system does not tell.
std::uint64_t residentBytes(pid_t Pid);
/// "SIGSEGV (segmentation fault)".
std::string signalName(int Number);

} // namespace cppwarden

#endif
