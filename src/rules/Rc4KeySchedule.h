//===- Rc4KeySchedule.h - RC4 told by its structure ------------*- C++ -*-===//
//
// RC4 has no constants; what it cannot do without is its key schedule: a state
// of 256 entries that starts as the identity, and an index that moves by an
// entry of the state and one of the key, which are then swapped. Called by
// home-made-weak-crypto.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_RULES_RC4KEYSCHEDULE_H
#define CPPWARDEN_RULES_RC4KEYSCHEDULE_H

#include "clang/AST/Decl.h"

namespace cppwarden::rules {

/// What one function does of it.
struct Rc4Parts {
  bool FillsIdentity = false;  ///< state[i] = i, of 256 entries
  clang::SourceLocation Mixes; ///< j = (j + state[i] + key[…]), and state[j]
};

Rc4Parts rc4PartsOf(const clang::FunctionDecl &Function);

} // namespace cppwarden::rules

#endif
