//===- Commands.h - What each command does ---------------------*- C++ -*-===//
#ifndef CPPWARDEN_CLI_COMMANDS_H
#define CPPWARDEN_CLI_COMMANDS_H

namespace cppwarden::cli {

/// All of main(). Executable is the path of the running program.
int run(int Argc, const char *const *Argv, const char *Executable);

} // namespace cppwarden::cli

#endif
