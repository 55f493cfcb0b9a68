//===- FlagTable.h - Flags a linter must not pass on -----------*- C++ -*-===//
//
// The one place that knows which flags of a compile command are dropped and
// which are replaced. Read by CommandAdapter only. A flag that is neither here
// nor known to Clang's own option table is dropped and reported; every other
// flag is kept.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_FRONTEND_FLAGTABLE_H
#define CPPWARDEN_FRONTEND_FLAGTABLE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace cppwarden::frontend {

/// Whose spelling of flags a command uses.
enum class CompilerFamily { Gnu, Msvc, ClangCl, Nvcc };

enum class FlagTreatment {
  Plumbing, ///< dropped in silence: output, dependency files, warnings, linking
  Drop,     ///< dropped and reported
  Replace,  ///< replaced by Replacement, its '%' being the flag's value
  HostFlags, ///< the value is a comma-separated list of flags for the host
             ///< compiler
  Keep,      ///< kept although a later row would drop it
};

struct FlagRule {
  /// The flag as written; a last '*' stands for any rest, "=*" for a value
  /// after '=' or in the next argument.
  llvm::StringLiteral Pattern;
  FlagTreatment Treatment;
  /// Arguments behind the flag that belong to it (foreign flags only: Clang's
  /// option table knows that of its own).
  unsigned Values = 0;
  llvm::StringLiteral Replacement = "";
};

/// Flags that Clang's option table does not know, or takes for something else,
/// in commands of one family. The first row that matches counts.
llvm::ArrayRef<FlagRule> foreignFlags(CompilerFamily Family);

/// Flags that Clang knows, in its canonical spelling.
llvm::ArrayRef<FlagRule> knownFlags();

/// The row of Rules for Flag, or null.
const FlagRule *findFlagRule(llvm::ArrayRef<FlagRule> Rules,
                             llvm::StringRef Flag);

/// Programs that stand before the compiler's name in a command.
bool isLauncher(llvm::StringRef ProgramStem);

/// "g++", "x86_64-linux-gnu-gcc-12", "clang-cl.exe", "nvcc", …
bool isCompilerName(llvm::StringRef ProgramStem);

} // namespace cppwarden::frontend

#endif
