//===- OfferedFixes.h - Findings take what models offer --------*- C++ -*-===//
//
// Called by RuleSet::link() for each answer of the solver. The offers come with
// the TU objects; analysis/extract/FixOffers.cpp made them.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_RULES_OFFEREDFIXES_H
#define CPPWARDEN_RULES_OFFEREDFIXES_H

#include "analysis/TuObject.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <map>

namespace cppwarden::rules {

class OfferedFixes {
public:
  /// Takes the offers out of the objects.
  explicit OfferedFixes(llvm::MutableArrayRef<analysis::TuObject> Objects);

  /// The best offer for a finding that begins or stands at one of Places and
  /// has to do with one of Kinds: a safe one before others. LeastNumber: what
  /// the policy asks for where a number is replaced; 0: nothing. None, or one.
  std::vector<Fix> fixesFor(llvm::ArrayRef<SourceRange> Places,
                            llvm::ArrayRef<llvm::StringRef> Kinds,
                            std::int64_t LeastNumber) const;

private:
  std::map<SourceRange, std::vector<analysis::FixOffer>> ByPlace;
};

} // namespace cppwarden::rules

#endif
