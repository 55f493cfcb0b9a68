//===- RuleDescriptor.h - What is known about a rule -----------*- C++ -*-===//
//
// The one source for `cppwarden rules`, `cppwarden explain`, the SARIF rule
// array and the documentation tests. Severity and CWE are stated nowhere else.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_RULEDESCRIPTOR_H
#define CPPWARDEN_RULEDESCRIPTOR_H

#include "cppwarden/Finding.h"
#include <string>
#include <vector>

namespace cppwarden {

enum class Pack : std::uint8_t { Default, Audit };
enum class Precision : std::uint8_t { Low, Medium, High, VeryHigh };
enum class RuleForm : std::uint8_t { Flow, Structural, Project };

/// An example of the documentation; it is compiled and linted by the tests.
struct RuleExample {
  std::string Code;
  /// Name the unit gets in the test, e.g. "bad.cpp".
  std::string FileName;
};

struct RuleDescriptor {
  std::string Id;             ///< kebab-case; never changes
  std::string Group;          ///< secrets, input-validation, crypto, …
  std::string Title;          ///< one line, no full stop
  std::vector<unsigned> Cwes; ///< primary first
  Severity Level = Severity::Warning;
  Pack InPack = Pack::Default;
  Precision HowPrecise = Precision::High;
  RuleForm Form = RuleForm::Structural;
  /// CVSS-like 0.0 to 10.0, as GitHub's security-severity.
  double SecuritySeverity = 5.0;
  std::string Summary;   ///< what it finds: one paragraph, Markdown
  std::string Rationale; ///< why it is bad, Markdown
  std::string Remedy;    ///< what to do instead, Markdown
  std::vector<std::string> References; ///< URLs
  RuleExample Bad;
  RuleExample Good;
};

} // namespace cppwarden

#endif
