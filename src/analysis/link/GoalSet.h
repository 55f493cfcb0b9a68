//===- GoalSet.h - A set of goals ------------------------------*- C++ -*-===//
//
// The solver answers all queries in one search and carries sets of the goals
// that are still possible. All sets of one solver have the same size.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_LINK_GOALSET_H
#define CPPWARDEN_ANALYSIS_LINK_GOALSET_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include <bit>
#include <cstdint>

namespace cppwarden::analysis {

class GoalSet {
public:
  using Word = std::uint64_t;
  GoalSet() = default;
  explicit GoalSet(std::size_t Goals) : Words((Goals + 63) / 64, 0) {}
  explicit GoalSet(llvm::ArrayRef<Word> Of) : Words(Of.begin(), Of.end()) {}

  void insert(std::size_t Goal) { Words[Goal / 64] |= Word(1) << Goal % 64; }
  void erase(std::size_t Goal) { Words[Goal / 64] &= ~(Word(1) << Goal % 64); }
  bool contains(std::size_t Goal) const {
    return Words[Goal / 64] >> Goal % 64 & 1;
  }
  bool empty() const {
    for (Word Some : Words)
      if (Some)
        return false;
    return true;
  }
  GoalSet &operator|=(const GoalSet &Other) {
    for (std::size_t I = 0; I != Words.size(); ++I)
      Words[I] |= Other.Words[I];
    return *this;
  }
  GoalSet &operator&=(const GoalSet &Other) {
    for (std::size_t I = 0; I != Words.size(); ++I)
      Words[I] &= Other.Words[I];
    return *this;
  }
  GoalSet &operator-=(const GoalSet &Other) {
    for (std::size_t I = 0; I != Words.size(); ++I)
      Words[I] &= ~Other.Words[I];
    return *this;
  }
  bool operator==(const GoalSet &) const = default;

  std::size_t words() const { return Words.size(); }
  Word word(std::size_t I) const { return Words[I]; }

  template <typename Visitor> void forEach(Visitor Visit) const {
    for (std::size_t I = 0; I != Words.size(); ++I)
      for (Word Left = Words[I]; Left; Left &= Left - 1)
        Visit(I * 64 + static_cast<std::size_t>(std::countr_zero(Left)));
  }

private:
  llvm::SmallVector<Word, 2> Words;
};

} // namespace cppwarden::analysis

#endif
