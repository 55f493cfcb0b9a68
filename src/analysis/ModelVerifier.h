//===- ModelVerifier.h - Models against the real headers -------*- C++ -*-===//
//
// `cppwarden models verify` and the model tests: a model that matches no
// declaration, or the wrong one, would vanish in silence. Compiles the headers
// that a library's model file names and compares.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_MODELVERIFIER_H
#define CPPWARDEN_ANALYSIS_MODELVERIFIER_H

#include "analysis/Model.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <compare>
#include <string>
#include <vector>

namespace cppwarden::analysis {

class DeclarationIndex;

struct VerificationProblem {
  std::string File; ///< the model file
  unsigned Line = 0;
  std::string Message;
  auto operator<=>(const VerificationProblem &) const = default;
};

struct VerificationReport {
  std::string Library;
  /// The headers that were not found; not empty: not installed, nothing
  /// verified.
  std::vector<std::string> MissingHeaders;
  /// The first errors of the headers, located. What parsed was compared; a name
  /// may be missing for them.
  std::vector<std::string> CompileErrors;
  std::vector<VerificationProblem> Problems; ///< sorted
  unsigned Verified = 0;                     ///< names that match a declaration

  bool isInstalled() const { return MissingHeaders.empty(); }
};

/// Verifies all models of Verification.Library. StubRoot is the folder in which
/// its `stubs:` lies, if it has any. Fails only when no unit can be made.
llvm::Expected<VerificationReport>
verifyLibrary(const ModelSet &Models, const LibraryVerification &Verification,
              llvm::StringRef StubRoot = "tests/stubs");

/// The comparison by itself.
std::vector<VerificationProblem> compareModels(const ModelSet &Models,
                                               llvm::StringRef Library,
                                               const DeclarationIndex &Declared,
                                               unsigned &Verified);

} // namespace cppwarden::analysis

#endif
