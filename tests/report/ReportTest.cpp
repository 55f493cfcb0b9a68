#include "report/Report.h"
#include "SampleReport.h"
#include "report/Fingerprints.h"
#include "report/Json.h"
#include <algorithm>
#include <gmock/gmock.h>
#include <set>
#include <sstream>

using namespace cppwarden;
using namespace cppwarden::report;
using namespace cppwarden::report::testing;

static Finding findingAt(const char *File, unsigned Line, unsigned Column,
                         const char *Rule, const char *Message) {
  Finding F;
  F.RuleId = Rule;
  F.Range = {File, Line, Column, Line, Column + 1};
  F.Message = Message;
  return F;
}

TEST(Report, OrderIsFileLineColumnRuleMessage) {
  std::vector<Finding> Ordered = {
      findingAt("a.cpp", 1, 2, "b", "m"),  findingAt("a.cpp", 2, 1, "a", "m"),
      findingAt("a.cpp", 2, 1, "b", "a"),  findingAt("a.cpp", 2, 1, "b", "b"),
      findingAt("a.cpp", 10, 1, "a", "m"), findingAt("b.cpp", 1, 1, "a", "m")};
  // Severity and end of the range do not decide.
  Ordered[0].Level = Severity::Error;
  Ordered[2].Range.EndColumn = 99;
  std::vector<std::size_t> Order = {5, 0, 3, 1, 4, 2};
  Report R;
  for (std::size_t I : Order)
    R.Findings.push_back({Ordered[I], std::nullopt});
  R.normalise();
  ASSERT_EQ(R.Findings.size(), Ordered.size());
  for (std::size_t I = 0; I < Ordered.size(); ++I)
    EXPECT_EQ(R.Findings[I].Value, Ordered[I]) << I;
}

TEST(Report, DropsTwins) {
  Finding F = findingAt("a.cpp", 1, 1, "a", "m");
  Report R;
  R.Findings = {
      {F, AppliedSuppression{"x", {}}}, {F, std::nullopt}, {F, std::nullopt}};
  R.normalise();
  ASSERT_EQ(R.Findings.size(), 1u);
  EXPECT_TRUE(R.Findings[0].isActive());
}

TEST(Report, EveryFormatIsTheSameForEveryOrderOfInput) {
  for (const Format &F : formats()) {
    Sample A = sampleReport(), B = sampleReport();
    std::reverse(B.Value.Findings.begin(), B.Value.Findings.end());
    std::reverse(B.Value.Rules.begin(), B.Value.Rules.end());
    std::reverse(B.Value.Units.Problems.begin(), B.Value.Units.Problems.end());
    B.Value.normalise();
    B.Value.ProjectRoot = "/elsewhere";
    EXPECT_EQ(written(F.Name, A), written(F.Name, B)) << F.Name.str();
  }
}

TEST(FormatRegistry, FindsByName) {
  std::set<std::string> Names;
  for (const Format &F : formats()) {
    EXPECT_TRUE(Names.insert(F.Name.str()).second);
    EXPECT_FALSE(F.Summary.empty());
    EXPECT_EQ(findFormat(F.Name), &F);
  }
  EXPECT_TRUE(Names.contains("text") && Names.contains("sarif") &&
              Names.contains("jsonl"));
  EXPECT_EQ(findFormat("SARIF"), nullptr);
}

TEST(JsonLines, OneObjectALineAndASummary) {
  Sample S = sampleReport();
  std::istringstream Lines(written("jsonl", S));
  std::vector<Json> Objects;
  for (std::string Line; std::getline(Lines, Line);)
    Objects.push_back(Json::parse(Line));
  ASSERT_EQ(Objects.size(), 4u);
  EXPECT_EQ(Objects[0].at("suppressed"), true);
  EXPECT_EQ(Objects[0].at("justification"), "test rig");
  EXPECT_EQ(Objects[2].at("rule"), "sql-injection");
  EXPECT_EQ(Objects[2].at("cwe"), Json::array({89, 943}));
  EXPECT_EQ(Objects[2].at("flow").size(), 4u);
  EXPECT_EQ(Objects[2].at("flow").at(0).at("kind"), "origin");
  EXPECT_EQ(Objects[2].at("column"), 19);
  EXPECT_EQ(Objects[3].at("type"), "summary");
  EXPECT_EQ(Objects[3].at("findings").at("error"), 1);
  EXPECT_EQ(Objects[3].at("findings").at("suppressed"), 1);
  EXPECT_EQ(Objects[3].at("units").at("complete"), 3);
  EXPECT_EQ(Objects[3].at("problems").at(0).at("firstError").at("line"), 3);
}

static std::vector<std::string> fingerprints(std::vector<Finding> Findings,
                                             const std::string &Text) {
  Report R;
  for (Finding &F : Findings)
    R.Findings.push_back({std::move(F), std::nullopt});
  BufferSources Sources({{"a.cpp", Text}});
  Redactor Redact(R, Sources);
  return contentFingerprints(R, Sources, Redact);
}

static Finding call(const std::string &Text, std::uint32_t Line,
                    const std::string &Needle) {
  Finding F = findingAt("a.cpp", 1, 1, "sql-injection", "m");
  F.Range = rangeOf("a.cpp", Text, Line, Needle);
  F.EnclosingFunction = "f";
  return F;
}

TEST(Fingerprints, SurviveMovingAndReformatting) {
  std::string Text = "  run(a + b);\n";
  std::string Moved = "\n\n// new\n\t\trun( a+b /* x */ );\r\n";
  std::string Broken = "run(a +\n    b);\n";
  Finding Multi = call(Broken, 1, "run(a +");
  Multi.Range.EndLine = 2;
  Multi.Range.EndColumn = 7;
  auto Before = fingerprints({call(Text, 1, "run(a + b)")}, Text);
  EXPECT_EQ(fingerprints({call(Moved, 4, "run( a+b /* x */ )")}, Moved),
            Before);
  EXPECT_EQ(fingerprints({Multi}, Broken), Before);
}

TEST(Fingerprints, TellApartWhatIsNotTheSame) {
  std::string Text = "run(a); run(b); run(a);\n";
  Finding A = call(Text, 1, "run(a)"), B = call(Text, 1, "run(b)"), Again = A;
  Again.Range.Column = 17;
  Again.Range.EndColumn = 23;
  Finding OtherRule = A, OtherFunction = A;
  OtherRule.RuleId = "x";
  OtherFunction.EnclosingFunction = "g";
  auto All = fingerprints({A, B, Again, OtherRule, OtherFunction}, Text);
  EXPECT_EQ(std::set<std::string>(All.begin(), All.end()).size(), 5u);
}

TEST(Fingerprints, DoNotDependOnTheSecret) {
  std::string One = "key(\"geheim789012\");\n",
              Two = "key(\"anders789012\");\n";
  Finding A = call(One, 1, "\"geheim789012\""),
          B = call(Two, 1, "\"anders789012\"");
  A.Secrets = {"geheim789012"};
  B.Secrets = {"anders789012"};
  EXPECT_EQ(fingerprints({A}, One), fingerprints({B}, Two));
}
