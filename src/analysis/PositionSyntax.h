//===- PositionSyntax.h - `arg0[]`, `this`, `return.name` ------*- C++ -*-===//
//
// The spelling of positions in the model language. The model reader parses
// them, the verifier prints them.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_POSITIONSYNTAX_H
#define CPPWARDEN_ANALYSIS_POSITIONSYNTAX_H

#include "analysis/Model.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace cppwarden::analysis {

/// No function takes more; a larger number is a slip of the pen.
inline constexpr unsigned MaxModelArguments = 64;

/// Does Text look like a position (and not like a kind)?
bool looksLikePosition(llvm::StringRef Text);
/// The error is a clause without place: "'arg300' is beyond …".
llvm::Expected<ModelPosition> parsePosition(llvm::StringRef Text);
std::string spell(const ModelPosition &Position);
/// Every position that an entry names, except those of its format's template
/// and arguments.
void forEachPosition(const FunctionModel &Model,
                     llvm::function_ref<void(const ModelPosition &)> Visit);

} // namespace cppwarden::analysis

#endif
