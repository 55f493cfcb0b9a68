//===- SuppressionDirective.h - What a comment asks for --------*- C++ -*-===//
//
// Reads the directives of one comment; Suppressions.cpp decides which findings
// they silence. Also for `cppwarden suppressions`, which lists them.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_SUPPRESSIONDIRECTIVE_H
#define CPPWARDEN_REPORT_SUPPRESSIONDIRECTIVE_H

#include "report/Suppressions.h"
#include <optional>

namespace cppwarden::report {

enum class DirectiveKind {
  Line,     ///< the plain form, NOLINT
  NextLine, ///< NOLINTNEXTLINE
  Begin,    ///< "-begin", NOLINTBEGIN
  End,      ///< "-end", NOLINTEND
  File      ///< "-file"
};

/// A rule id, a glob over ids, or a CWE, as one item of a list.
struct SuppressedRule {
  std::string Spelling; ///< as written
  std::string Pattern;  ///< without "cppwarden-"; empty for a CWE
  unsigned Cwe = 0;
  /// Written for this tool: "cppwarden-x" in NOLINT, or any item of ours. The
  /// rest ("*", "bugprone-*") may match but is never complained about.
  bool IsOurs = true;
};

struct SuppressionDirective {
  DirectiveKind Kind = DirectiveKind::Line;
  bool IsNolint = false;
  bool HasList = false; ///< false: NOLINT alone, every rule of every tool
  std::vector<SuppressedRule> Rules;
  std::optional<std::chrono::year_month_day> Until;
  std::string Reason;
  SourceRange Where; ///< of the directive's word and list
  /// What is wrong with it; such a directive silences nothing.
  std::string Malformed;
};

/// All directives of a comment, in order.
std::vector<SuppressionDirective>
parseDirectives(const SuppressionComment &Comment);

} // namespace cppwarden::report

#endif
