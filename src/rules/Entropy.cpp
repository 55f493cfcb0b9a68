//===- Entropy.cpp - Does a text look generated? --------------------------===//
#include "rules/Entropy.h"
#include <array>
#include <cmath>

namespace cppwarden::rules {

double shannonEntropy(llvm::StringRef Text) {
  std::array<unsigned, 256> Counts{};
  for (unsigned char C : Text)
    ++Counts[C];
  double Bits = 0;
  for (unsigned Count : Counts) {
    if (!Count)
      continue;
    double Share = double(Count) / double(Text.size());
    Bits -= Share * std::log2(Share);
  }
  return Bits;
}

std::size_t longestSequence(llvm::StringRef Text) {
  std::size_t Longest = Text.empty() ? 0 : 1, Rising = 1, Same = 1;
  for (std::size_t I = 1; I < Text.size(); ++I) {
    Rising = Text[I] == Text[I - 1] + 1 ? Rising + 1 : 1;
    Same = Text[I] == Text[I - 1] ? Same + 1 : 1;
    Longest = std::max({Longest, Rising, Same});
  }
  return Longest;
}

} // namespace cppwarden::rules
