//===- FuzzTarget.h - What a file of this folder defines -------*- C++ -*-===//
//
// Each .cpp beside this header is one fuzz target: the entry point of
// libFuzzer, which feeds bytes to a reader and aborts when a promise of it is
// broken, and the inputs to begin with. It is built twice: as fuzz-<Name> with
// libFuzzer (CPPWARDEN_BUILD_FUZZERS), and into the tests, which run it over
// the seeds and over mutations of them (support/Replay.cpp). The build gives
// the two functions names of their own there.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_TESTS_FUZZ_FUZZTARGET_H
#define CPPWARDEN_TESTS_FUZZ_FUZZTARGET_H

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *Data,
                                      std::size_t Size);

namespace cppwarden::fuzz {

/// Inputs that the reader accepts.
std::vector<std::string> seedInputs();

/// Called by a target for an input that its reader took: the tests check that
/// the seeds get that far.
inline unsigned Accepted = 0;
inline void accept() { ++Accepted; }
/// Why the reader refused the last input that it did not take.
inline std::string Refusal;
inline void refuse(std::string Why) { Refusal = std::move(Why); }

inline void promise(bool Kept, const char *What) {
  if (Kept)
    return;
  std::fprintf(stderr, "broken promise: %s\n", What);
  std::abort();
}

/// Contents of the files of a folder of the source tree, by name.
std::vector<std::string> filesOf(const char *Folder);

} // namespace cppwarden::fuzz

#endif
