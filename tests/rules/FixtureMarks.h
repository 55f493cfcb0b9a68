//===- FixtureMarks.h - What a fixture says about its lines ----*- C++ -*-===//
//
//   code // expect: rule-id [severity]     a finding on this line
//   // expect-next: rule-id                … on the next line
//   code // expect@+2: rule-id             … two lines below (or @-2 above)
//   code // ok: why                        a near-miss: no finding, for this
//   reason code // missing: rule-id why           a finding is wanted, but not
//   made yet code // spurious: rule-id why          a finding is made, but
//   wrong
//   // flags: -DNAME -std=c++17            flags of every unit of the fixture
//
// A line may carry several marks, split by ";;".
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_TESTS_RULES_FIXTUREMARKS_H
#define CPPWARDEN_TESTS_RULES_FIXTUREMARKS_H

#include "cppwarden/Finding.h"
#include <optional>
#include <string>
#include <vector>

namespace cppwarden::tests {

struct FixtureMark {
  enum class Kind { Expect, Ok, Missing, Spurious };
  Kind Is = Kind::Expect;
  std::string File;  ///< relative to the fixture's folder
  unsigned Line = 0; ///< that the mark speaks of
  std::string Rule;  ///< empty for Ok
  std::optional<Severity> Level;
  std::string Why;
};

struct FixtureMarks {
  std::vector<FixtureMark> Marks;
  std::vector<std::string> Flags;
  std::vector<std::string> Errors; ///< "file:line: what is wrong with a mark"
};

/// Adds the marks of one file's contents.
void readMarks(const std::string &File, const std::string &Contents,
               const std::vector<std::string> &KnownRules, FixtureMarks &Into);

/// What the findings and the marks disagree about, one line each; empty when
/// the fixture holds.
std::vector<std::string> disagreements(const FixtureMarks &Marks,
                                       const std::vector<Finding> &Findings);

} // namespace cppwarden::tests

#endif
