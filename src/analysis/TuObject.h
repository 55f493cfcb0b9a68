//===- TuObject.h - What one translation unit compiles to ------*- C++ -*-===//
//
// Findings of the structural rules, the flow graph fragment and the facts of a
// unit. Workers write it, the driver reads it and links; the cache keeps it.
// The reader treats its input as hostile: every index is checked.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_TUOBJECT_H
#define CPPWARDEN_ANALYSIS_TUOBJECT_H

#include "analysis/FlowGraph.h"
#include "cppwarden/Finding.h"
#include "frontend/UnitFacts.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace cppwarden::analysis {

/// A fact for project rules: (kind, key, value) at a place.
struct Fact {
  std::string Kind, Key, Value;
  SourceRange Range;
  auto operator<=>(const Fact &) const = default;
};

/// A fix that a model offers at a call. Whether there is something to mend is
/// known at the link: a finding takes the offer when it begins or stands at Of
/// and has to do with Kind.
struct FixOffer {
  SourceRange Of;   ///< the argument that is replaced, or the whole call
  std::string Kind; ///< of the finding's source, sink or use
  TextEdit Edit;
  bool IsCallee = false; ///< Edit replaces the name of the called function
  /// Replaces a number: the largest that the place can hold; 0: no number. A
  /// policy that asks for more than Edit says gets what it asks for.
  std::uint64_t LargestNumber = 0;
  std::string Caution; ///< as in Fix; empty: the fix is safe
  auto operator<=>(const FixOffer &) const = default;
};

struct TuObject {
  std::string MainFile; ///< relative to the project root
  std::vector<std::string>
      ProjectFiles; ///< files outside system directories that it read, sorted
  std::vector<std::string>
      SystemFiles; ///< the rest of its dependencies, absolute, sorted
  /// Compiler errors, in order; not empty means the unit is incomplete.
  std::vector<UnitDiagnostic> Errors;
  std::vector<Finding> Findings;
  std::vector<CommentFact> Comments;
  std::vector<Fact> Facts;
  std::vector<FixOffer> FixOffers; ///< sorted, no duplicates
  FlowGraph Graph;
};

/// Compact little-endian form, version first. Equal objects give equal bytes.
std::string serialise(const TuObject &Object);
/// Reads what serialise() wrote. Fails with one line on a foreign version, a
/// truncated or an inconsistent input; never reads outside Bytes.
llvm::Expected<TuObject> deserialise(llvm::StringRef Bytes);

} // namespace cppwarden::analysis

#endif
