// The runner must fail where it should: a mark that nobody checks is worse than
// none.
#include "FixtureMarks.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cppwarden::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

FixtureMarks marksOf(const std::string &Contents) {
  FixtureMarks Marks;
  readMarks("f.cpp", Contents, {"weak-hash", "sql-injection"}, Marks);
  return Marks;
}

Finding findingAt(unsigned Line, const char *Rule = "weak-hash",
                  Severity Level = Severity::Warning) {
  Finding F;
  F.RuleId = Rule;
  F.Level = Level;
  F.Range = {"f.cpp", Line, 1, Line, 2};
  F.Message = "message";
  return F;
}

TEST(FixtureMarks, HoldWhenEveryFindingHasItsMark) {
  FixtureMarks Marks =
      marksOf("a(); // expect: weak-hash\n"
              "b(); // ok: another digest\n"
              "// expect-next: weak-hash warning\n"
              "c(); // ok: the line has two marks\n"
              "d(); // expect@+1: sql-injection ;; ok: below\n");
  EXPECT_THAT(disagreements(Marks, {findingAt(1), findingAt(4),
                                    findingAt(6, "sql-injection")}),
              IsEmpty());
}

TEST(FixtureMarks, UnmetExpectationFails) {
  FixtureMarks Marks = marksOf("a(); // expect: weak-hash\nb(); // ok: x\n");
  EXPECT_THAT(disagreements(Marks, {}),
              ElementsAre(HasSubstr("f.cpp:1: expected [weak-hash]")));
}

TEST(FixtureMarks, FindingWithoutMarkFails) {
  FixtureMarks Marks = marksOf("a(); // expect: weak-hash\nb(); // ok: x\n");
  EXPECT_THAT(disagreements(Marks, {findingAt(1), findingAt(2)}),
              ElementsAre(HasSubstr("f.cpp:2: reported without a mark")));
}

TEST(FixtureMarks, SecondFindingOfALineNeedsItsOwnMark) {
  FixtureMarks Marks = marksOf("a(); // expect: weak-hash\nb(); // ok: x\n");
  EXPECT_THAT(disagreements(Marks, {findingAt(1), findingAt(1)}),
              ElementsAre(HasSubstr("f.cpp:1: reported without a mark")));
  Marks = marksOf("a(); // expect: weak-hash, weak-hash\n//ok: x\n//ok: y\n");
  EXPECT_THAT(disagreements(Marks, {findingAt(1), findingAt(1)}), IsEmpty());
}

TEST(FixtureMarks, OtherSeverityFails) {
  FixtureMarks Marks = marksOf("a(); // expect: weak-hash error\n// ok: x\n");
  EXPECT_THAT(disagreements(Marks, {findingAt(1)}),
              ElementsAre(HasSubstr("another severity")));
}

TEST(FixtureMarks, LimitationThatIsGoneFails) {
  FixtureMarks Marks = marksOf("a(); // missing: weak-hash too clever\n"
                               "b(); // spurious: weak-hash looks alike\n"
                               "c(); // expect: weak-hash\nd(); // ok: x\n");
  EXPECT_THAT(disagreements(Marks, {findingAt(2), findingAt(3)}), IsEmpty());
  EXPECT_THAT(disagreements(Marks, {findingAt(1), findingAt(2), findingAt(3)}),
              ElementsAre(HasSubstr("f.cpp:1: [weak-hash] is reported now")));
  EXPECT_THAT(disagreements(Marks, {findingAt(3)}),
              ElementsAre(HasSubstr("f.cpp:2: [weak-hash] is not reported")));
}

TEST(FixtureMarks, UnknownRulesMarksAndSeveritiesFail) {
  EXPECT_THAT(marksOf("// expect: weak-hsh\n").Errors,
              ElementsAre("f.cpp:1: unknown rule 'weak-hsh'"));
  EXPECT_THAT(marksOf("// expct: weak-hash\n").Errors,
              ElementsAre(HasSubstr("unknown mark 'expct'; did you mean "
                                    "'expect'?")));
  EXPECT_THAT(marksOf("// expect: weak-hash fatal\n").Errors,
              ElementsAre(HasSubstr("unknown severity 'fatal'")));
  EXPECT_THAT(marksOf("// ok:\n").Errors, ElementsAre(HasSubstr("why")));
  EXPECT_THAT(marksOf("// missing: weak-hash\n").Errors,
              ElementsAre(HasSubstr("why")));
}

TEST(FixtureMarks, OrdinaryCommentsAreNoMarks) {
  FixtureMarks Marks = marksOf("// Returns: the user's name\n"
                               "open(\"http://host/x\");\n"
                               "// A sentence. It has: a colon\n");
  EXPECT_THAT(Marks.Errors, IsEmpty());
  EXPECT_THAT(Marks.Marks, IsEmpty());
}

TEST(FixtureMarks, NeedAsManyNearMissesAsHits) {
  FixtureMarks Marks = marksOf("a(); // expect: weak-hash\n");
  EXPECT_THAT(disagreements(Marks, {findingAt(1)}),
              ElementsAre(HasSubstr("1 hits and only 0 near-misses")));
  EXPECT_THAT(disagreements(marksOf("int x; // ok: nothing\n"), {}),
              ElementsAre("the fixture expects nothing"));
}

TEST(FixtureMarks, FlagsAreCollected) {
  EXPECT_THAT(marksOf("// flags: -DA=1 -std=c++17\n").Flags,
              ElementsAre("-DA=1", "-std=c++17"));
}

} // namespace
} // namespace cppwarden::tests
