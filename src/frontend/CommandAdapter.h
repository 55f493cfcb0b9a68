//===- CommandAdapter.h - A foreign command made Clang's own ---*- C++ -*-===//
//
// Decides for each flag of a compile command whether it is kept, replaced or
// dropped (FlagTable.h holds the decisions) and which language the file is in.
// Called by planUnits() for each entry of the database.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_FRONTEND_COMMANDADAPTER_H
#define CPPWARDEN_FRONTEND_COMMANDADAPTER_H

#include "frontend/CommandTokens.h"
#include "frontend/FlagTable.h"
#include <string>
#include <utility>
#include <vector>

namespace cppwarden::frontend {

struct AdaptedCommand {
  /// For Clang's driver, without the compiler's name and without the file.
  std::vector<std::string> Arguments;
  bool IsCxx = true;  ///< C++ rather than C
  std::string NotCxx; ///< why this is no unit of C or C++; empty if it is one
  std::vector<std::string> Dropped;    ///< as named in reports; sorted, unique
  std::vector<std::string> Translated; ///< "old → new"; sorted, unique
  std::string Target; ///< triple or word size asked for; empty: the host's
};

/// File as in UnitJob: absolute.
AdaptedCommand adaptCommand(const CommandTokens &Command, llvm::StringRef File);

/// Is this by its extension a header of C or C++ (`.h`, `.hpp`, …)?
bool isHeaderName(llvm::StringRef File);
/// Is this by its extension a source of C or C++?
bool isSourceName(llvm::StringRef File);

} // namespace cppwarden::frontend

#endif
