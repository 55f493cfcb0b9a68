//===- SourceEdits.h - Edits of one file that do not conflict --*- C++ -*-===//
//
// Called by the driver for `--fix` and `--diff`. A thin coat over Clang's
// Replacements, which know when two edits depend on each other's order; knows
// no clang type outside.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_FRONTEND_SOURCEEDITS_H
#define CPPWARDEN_FRONTEND_SOURCEEDITS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <compare>
#include <memory>
#include <string>
#include <vector>

namespace cppwarden::frontend {

/// Length bytes from Offset become Text.
struct ByteEdit {
  std::size_t Offset = 0, Length = 0;
  std::string Text;
  auto operator<=>(const ByteEdit &) const = default;
};

class SourceEdits {
public:
  SourceEdits();
  SourceEdits(const SourceEdits &);
  SourceEdits(SourceEdits &&) noexcept;
  SourceEdits &operator=(SourceEdits) noexcept;
  ~SourceEdits();

  /// False when the edit conflicts with one that is there; nothing is added
  /// then. One that is there already is no conflict.
  bool add(const ByteEdit &Edit);
  /// Sorted by place, disjoint.
  std::vector<ByteEdit> edits() const;
  /// Before with all edits made. Fails on one outside of it.
  llvm::Expected<std::string> apply(llvm::StringRef Before) const;

private:
  struct State;
  std::unique_ptr<State> Impl;
};

} // namespace cppwarden::frontend

#endif
