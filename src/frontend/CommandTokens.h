//===- CommandTokens.h - The words of a compile command --------*- C++ -*-===//
//
// Turns an entry's shell text or list of words into the compiler's name and its
// arguments: quotes removed, `cd DIR &&` obeyed, launchers taken off, response
// files expanded. Called by planUnits() for each entry of the database.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_FRONTEND_COMMANDTOKENS_H
#define CPPWARDEN_FRONTEND_COMMANDTOKENS_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace cppwarden::frontend {

struct CommandTokens {
  std::string Directory;              ///< absolute, normalised
  std::string Compiler;               ///< as written
  std::vector<std::string> Arguments; ///< without the compiler
  std::vector<std::string>
      Launchers; ///< stems of what stood before the compiler
  std::vector<std::string> ResponseFiles; ///< that were read, absolute
  std::vector<std::string> Warnings;      ///< one line each
};

/// Splits shell text; Windows quoting if the first word looks like a Windows
/// path or ends in `.exe`.
std::vector<std::string> splitCommand(llvm::StringRef Command);

CommandTokens readCommand(std::vector<std::string> Words,
                          llvm::StringRef Directory);

/// File name without folders (either separator) and without `.exe`.
std::string programStem(llvm::StringRef Program);

} // namespace cppwarden::frontend

#endif
