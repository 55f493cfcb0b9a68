//===- TestUnit.h - Lint a few files in process ----------------*- C++ -*-===//
//
// What the fixture, documentation and rule tests share: a rule set with some
// rules enabled, and units compiled against the stub headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_TESTS_RULES_TESTUNIT_H
#define CPPWARDEN_TESTS_RULES_TESTUNIT_H

#include "rules/RuleSet.h"
#include <filesystem>
#include <string>
#include <vector>

namespace cppwarden::tests {

/// A folder below the build folder, removed at the end.
class TemporaryFolder {
public:
  TemporaryFolder();
  ~TemporaryFolder();
  /// Writes a file, its folders included; returns its path.
  std::string write(const std::string &Name, const std::string &Contents) const;
  const std::filesystem::path &path() const { return Path; }

private:
  std::filesystem::path Path;
};

struct LintResult {
  std::vector<Finding> Findings;
  std::vector<std::string> Errors; ///< of the compiler, "file:line: message"
};

/// Rules must be sorted. Fails the running test when the rules do not load.
std::unique_ptr<rules::RuleSet> loadRules(std::vector<std::string> Rules);

/// Compiles Files (absolute) with the stub headers of tests/stubs as system
/// headers, links them, returns findings with paths relative to Root.
LintResult lint(const rules::RuleSet &Rules, const std::string &Root,
                const std::vector<std::string> &Files,
                const std::vector<std::string> &Flags = {});

/// Every known rule's id, sorted.
const std::vector<std::string> &allRuleIds();

/// "file:line:column: message [rule]" with the flow below, for failures.
std::string describe(const Finding &F);

} // namespace cppwarden::tests

#endif
