//===- Entropy.h - Does a text look generated? -----------------*- C++ -*-===//
#ifndef CPPWARDEN_RULES_ENTROPY_H
#define CPPWARDEN_RULES_ENTROPY_H

#include "llvm/ADT/StringRef.h"

namespace cppwarden::rules {

/// Shannon entropy of the distribution of Text's bytes, in bits a byte. A
/// random text of n characters from an alphabet of a has about
/// log2(min(n, a)), less half a bit for short ones.
double shannonEntropy(llvm::StringRef Text);

/// The longest run of characters that each follow their predecessor by one, or
/// repeat it ("abcdef", "12345", "aaaa"): made by a hand, not a generator.
std::size_t longestSequence(llvm::StringRef Text);

} // namespace cppwarden::rules

#endif
