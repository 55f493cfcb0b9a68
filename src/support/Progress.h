//===- Progress.h - One changing line on a terminal ------------*- C++ -*-===//
//
// The driver tells how many units are done. Nothing is written unless standard
// error is a terminal, and at most ten times a second.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_SUPPORT_PROGRESS_H
#define CPPWARDEN_SUPPORT_PROGRESS_H

#include "llvm/ADT/StringRef.h"

#include <chrono>
#include <cstddef>
#include <cstdio>

namespace cppwarden {

class Progress {
public:
  /// Silent when not Wanted or when standard error is no terminal.
  explicit Progress(bool Wanted);
  /// Writes to Stream instead, whatever it is; Width columns.
  Progress(std::FILE *Stream, unsigned Width);
  ~Progress() { clear(); }
  Progress(const Progress &) = delete;
  Progress &operator=(const Progress &) = delete;

  void show(std::size_t Done, std::size_t Total, llvm::StringRef What);
  /// Takes the line away, so that other output can be written.
  void clear();

private:
  std::FILE *Stream = nullptr;
  unsigned Width = 80;
  bool Shown = false;
  std::chrono::steady_clock::time_point Last{};
};

} // namespace cppwarden

#endif
