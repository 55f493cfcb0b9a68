#include "cli/Commands.h"
#include "llvm/Support/FileSystem.h"
#include <string>

int main(int Argc, char **Argv) {
  // Workers are this very program, wherever it was copied to.
  std::string Executable = llvm::sys::fs::getMainExecutable(
      Argv[0], reinterpret_cast<void *>(&main));
  return cppwarden::cli::run(Argc, Argv, Executable.c_str());
}
