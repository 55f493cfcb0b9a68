//===- UnitFacts.h - What reading a unit tells besides the AST -*- C++ -*-===//
//
// Filled by parseUnit(), kept in the TU object, read by the suppression code
// and the coverage report. Knows no clang type.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_FRONTEND_UNITFACTS_H
#define CPPWARDEN_FRONTEND_UNITFACTS_H

#include "cppwarden/Finding.h"
#include <compare>
#include <cstdint>
#include <string>

namespace cppwarden::analysis {

/// A comment that may be a suppression (contains "cppwarden-" or "NOLINT").
struct CommentFact {
  std::string File;
  std::uint32_t Line = 0; ///< first line of the comment
  std::uint32_t Column = 0;
  std::uint32_t EndLine = 0; ///< last line
  std::string Text;          ///< with its delimiters
  bool OwnLine = false;      ///< nothing but white space before it on its line
  auto operator<=>(const CommentFact &) const = default;
};

/// An error of the compiler.
struct UnitDiagnostic {
  SourceRange Range;
  std::string Message;
  bool Fatal = false;
  auto operator<=>(const UnitDiagnostic &) const = default;
};

} // namespace cppwarden::analysis

#endif
