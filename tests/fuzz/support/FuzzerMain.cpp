// Linked into each libFuzzer program: its defaults, and `--write-seeds FOLDER`,
// which writes what to begin with (scripts/fuzz.sh).
#include "../FuzzTarget.h"
#include <cstring>
#include <fstream>

// LLVM's allocator marks memory by hand where it is inlined into instrumented
// code, but not inside the distribution's LLVM, which is not instrumented.
extern "C" const char *__asan_default_options() {
  return "allow_user_poisoning=0:detect_container_overflow=0";
}

extern "C" int LLVMFuzzerInitialize(int *Argc, char ***Argv) {
  if (*Argc != 3 || std::strcmp((*Argv)[1], "--write-seeds") != 0)
    return 0;
  unsigned Number = 0;
  for (const std::string &Seed : cppwarden::fuzz::seedInputs()) {
    std::ofstream Out(std::string((*Argv)[2]) + "/seed-" +
                          std::to_string(++Number),
                      std::ios::binary);
    Out << Seed;
    if (!Out.flush()) {
      std::fprintf(stderr, "cannot write to %s\n", (*Argv)[2]);
      std::exit(1);
    }
  }
  std::exit(0);
}
