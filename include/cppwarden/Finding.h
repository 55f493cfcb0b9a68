//===- Finding.h - What a rule reports -------------------------*- C++ -*-===//
//
// The value that travels from the rules to the reports. Embedders read it; it
// knows no AST, so that it can be serialised, compared and cached.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_FINDING_H
#define CPPWARDEN_FINDING_H

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace cppwarden {

enum class Severity : std::uint8_t { Note, Warning, Error };

/// A range of source text. Lines and columns count from 1, columns in bytes;
/// the end column is exclusive. File is relative to the project root with '/'
/// separators, or absolute when the file lies outside the root.
struct SourceRange {
  std::string File;
  std::uint32_t Line = 0;
  std::uint32_t Column = 0;
  std::uint32_t EndLine = 0;
  std::uint32_t EndColumn = 0;
  auto operator<=>(const SourceRange &) const = default;
};

enum class FlowStepKind : std::uint8_t {
  Origin,
  Propagation,
  Call,
  Return,
  Sink
};

/// One program point on the way from an origin to a sink.
struct FlowStep {
  FlowStepKind Kind = FlowStepKind::Propagation;
  SourceRange Range;
  std::string Message;
  auto operator<=>(const FlowStep &) const = default;
};

/// One text instead of another, at one place of a file.
struct TextEdit {
  SourceRange Range;
  /// What the file holds there; where it holds something else, it has changed
  /// since it was read, and the edit is not made.
  std::string Replaced;
  std::string Replacement;
  auto operator<=>(const TextEdit &) const = default;
};

/// May a fix be made without somebody looking at it?
enum class FixSafety : std::uint8_t {
  /// Something else must follow: the other side of a protocol, stored data, the
  /// size of a buffer. Made on request only.
  Unsafe,
  /// Whoever reads what the program writes can go on reading it.
  Safe
};

/// A change of the sources that mends a finding.
struct Fix {
  std::string Description; ///< what it does: "Use EVP_sha256()"
  /// What must follow, one line; empty for a safe one.
  std::string Caution;
  FixSafety Safety = FixSafety::Unsafe;
  std::vector<TextEdit> Edits; ///< never empty; all are made, or none
  auto operator<=>(const Fix &) const = default;
};

struct Finding {
  std::string RuleId;
  Severity Level = Severity::Warning;
  SourceRange Range;
  std::string Message;
  /// How to mend it with the library at hand; may be empty.
  std::string Hint;
  /// Qualified name of the function around Range; empty at file scope.
  std::string EnclosingFunction;
  /// From origin to sink; empty for rules that match one place.
  std::vector<FlowStep> Flow;
  /// Texts that must not appear in any output: the reporters replace each
  /// occurrence in messages and excerpts by a redacted form.
  std::vector<std::string> Secrets;
  /// Ways to mend it; the first is the one that `--fix` takes.
  std::vector<Fix> Fixes;
  auto operator<=>(const Finding &) const = default;
};

} // namespace cppwarden

#endif
