#include "rules/FindingMerge.h"
#include "rules/TestPath.h"
#include <gtest/gtest.h>

namespace cppwarden::tests {
namespace {

using rules::Candidate;

Candidate candidate(const char *Rule, unsigned Line, unsigned Column,
                    unsigned EndColumn, unsigned FlowLength = 0,
                    const char *File = "a.cpp") {
  Candidate C;
  C.What.RuleId = Rule;
  C.What.Range = {File, Line, Column, Line, EndColumn};
  C.What.Flow.resize(FlowLength);
  return C;
}

std::string
merged(std::vector<Candidate> All,
       std::map<std::string, std::vector<std::string>> Supersedes = {}) {
  std::string Result;
  for (const Finding &F : rules::mergeFindings(std::move(All), Supersedes))
    Result += F.RuleId + "@" + F.Range.File + ":" +
              std::to_string(F.Range.Line) + "/" +
              std::to_string(F.Flow.size()) + " ";
  return Result;
}

TEST(FindingMerge, SortsByPlaceAndKeepsTheShortestFlow) {
  EXPECT_EQ(merged({candidate("b", 2, 1, 5, 4), candidate("a", 9, 1, 5),
                    candidate("b", 2, 1, 5, 2), candidate("a", 2, 1, 5),
                    candidate("b", 2, 1, 5, 3)}),
            "a@a.cpp:2/0 b@a.cpp:2/2 a@a.cpp:9/0 ");
}

TEST(FindingMerge, HigherSeverityBeatsShorterFlow) {
  Candidate Grave = candidate("a", 1, 1, 5, 9);
  Grave.What.Level = Severity::Error;
  EXPECT_EQ(merged({candidate("a", 1, 1, 5, 2), Grave}), "a@a.cpp:1/9 ");
}

TEST(FindingMerge, StrongerRuleAtAnOverlappingPlaceWins) {
  std::map<std::string, std::vector<std::string>> Over{{"strong", {"weak"}}};
  EXPECT_EQ(
      merged({candidate("weak", 3, 10, 20), candidate("strong", 3, 12, 30)},
             Over),
      "strong@a.cpp:3/0 ");
  EXPECT_EQ(
      merged({candidate("weak", 3, 10, 12), candidate("strong", 3, 12, 30)},
             Over),
      "weak@a.cpp:3/0 strong@a.cpp:3/0 ");
  EXPECT_EQ(merged({candidate("weak", 3, 10, 20),
                    candidate("strong", 3, 10, 20, 0, "b.cpp")},
                   Over),
            "weak@a.cpp:3/0 strong@b.cpp:3/0 ");
  EXPECT_EQ(merged({candidate("weak", 3, 10, 20)}, Over), "weak@a.cpp:3/0 ");
  EXPECT_EQ(
      merged({candidate("weak", 3, 10, 20), candidate("strong", 3, 10, 20)}),
      "strong@a.cpp:3/0 weak@a.cpp:3/0 ");
}

TEST(FindingMerge, StrongerRuleAtTheSameSinkWins) {
  Candidate Weak = candidate("weak", 3, 1, 5),
            Strong = candidate("strong", 40, 1, 5, 0, "b.cpp");
  Weak.SinkPlace = Strong.SinkPlace = {"c.cpp", 7, 1, 7, 9};
  std::map<std::string, std::vector<std::string>> Over{{"strong", {"weak"}}};
  EXPECT_EQ(merged({Weak, Strong}, Over), "strong@b.cpp:40/0 ");
  Strong.SinkPlace.Line = 8;
  EXPECT_EQ(merged({Weak, Strong}, Over), "weak@a.cpp:3/0 strong@b.cpp:40/0 ");
  // "Nowhere" is no shared sink.
  Weak.SinkPlace = Strong.SinkPlace = {};
  EXPECT_EQ(merged({Weak, Strong}, Over), "weak@a.cpp:3/0 strong@b.cpp:40/0 ");
}

TEST(TestPath, KnowsTestsAndExamplesByTheirWords) {
  for (const char *Path :
       {"tests/login.cpp", "src/test/a.cc", "src/UserTest.cpp",
        "src/user_test.cc", "examples/client.cpp", "demo/main.cpp",
        "lib/mocks/db.h", "benchmarks/x.cpp"})
    EXPECT_TRUE(rules::isTestPath(Path)) << Path;
  for (const char *Path :
       {"src/login.cpp", "src/attestation.cpp", "src/latest/a.cpp",
        "contest/a.cpp", "src/democracy.cpp", "src/protester.cpp", "main.cpp",
        ""})
    EXPECT_FALSE(rules::isTestPath(Path)) << Path;
}

} // namespace
} // namespace cppwarden::tests
