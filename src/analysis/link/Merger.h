//===- Merger.h - Fragments copied into one graph --------------*- C++ -*-===//
//
// The linker's first step: which bodies are kept, and all tables renumbered.
// Edges come out unordered, calls unjoined.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_LINK_MERGER_H
#define CPPWARDEN_ANALYSIS_LINK_MERGER_H

#include "analysis/TuObject.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"

namespace cppwarden::analysis {

/// The bodies that were kept, as calls find them.
struct MergedBodies {
  /// By the key that calls use; several if the key is ambiguous. No `main`.
  llvm::DenseMap<StringId, llvm::SmallVector<FunctionId, 1>> ByKey;
  /// Functions that override the method of this key.
  llvm::DenseMap<StringId, std::vector<FunctionId>> Overriders;
  /// (unit, ambiguous key) → the body which that unit brought.
  llvm::DenseMap<std::pair<std::uint32_t, StringId>, FunctionId> OfUnit;
  std::vector<std::uint32_t> UnitOfCall;
  std::size_t Duplicates = 0;

  /// Adds the bodies that a call of Key from the unit may enter.
  void find(StringId Key, std::uint32_t Unit,
            std::vector<FunctionId> &Into) const;
};

/// Merges in the given order and empties the objects' graphs.
MergedBodies mergeFragments(llvm::ArrayRef<TuObject *> Objects,
                            FlowGraph &Into);

} // namespace cppwarden::analysis

#endif
