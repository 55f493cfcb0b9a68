// --sarif-profile: what code scanning does not take is left out, and said so.
#include "SampleReport.h"
#include "report/Json.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Compression.h"
#include <gmock/gmock.h>
#include <random>

using namespace cppwarden;
using namespace cppwarden::report;
using namespace cppwarden::report::testing;

static Json runFor(SarifProfile Profile, Sample &S) {
  WriteOptions Options;
  Options.Sarif = Profile;
  return Json::parse(written("sarif", S, Options)).at("runs").at(0);
}

static Finding numbered(unsigned I, Severity Level) {
  Finding F;
  F.RuleId = "sql-injection";
  F.Level = Level;
  F.Range = {"many.cpp", I, 1, I, 2};
  F.Message = "finding " + std::to_string(I);
  return F;
}

TEST(SarifProfile, FullHasEverything) {
  Sample S = sampleReport();
  for (unsigned I = 0; I < 5100; ++I)
    S.Value.Findings.push_back({numbered(I + 1, Severity::Note), {}});
  S.Value.normalise();
  EXPECT_EQ(runFor(SarifProfile::Full, S).at("results").size(), 5103u);
}

TEST(SarifProfile, GitHubHasNoSuppressedResultAndNoSnippet) {
  Sample S = sampleReport();
  Json Full = runFor(SarifProfile::Full, S);
  Json Run = runFor(SarifProfile::GitHub, S);
  EXPECT_EQ(Full.at("results").size(), 3u);
  ASSERT_EQ(Run.at("results").size(), 2u);
  for (const Json &Result : Run.at("results"))
    EXPECT_TRUE(Result.at("suppressions").empty());
  EXPECT_NE(Full.dump().find("snippet"), std::string::npos);
  EXPECT_EQ(Run.dump().find("snippet"), std::string::npos);
  // What identifies a result is the same in both.
  EXPECT_EQ(Run.at("results").at(1).at("partialFingerprints"),
            Full.at("results").at(2).at("partialFingerprints"));
}

TEST(SarifProfile, GitHubKeepsTheGravestAndCountsTheRest) {
  Sample S = emptyReport();
  for (unsigned I = 1; I <= 5010; ++I)
    S.Value.Findings.push_back(
        {numbered(I, I > 5000 ? Severity::Error : Severity::Warning), {}});
  S.Value.normalise();
  Json Run = runFor(SarifProfile::GitHub, S);
  const Json &Results = Run.at("results");
  ASSERT_EQ(Results.size(), 5000u);
  // In the report's order: warnings 1 to 4990, errors 5001 to 5010.
  EXPECT_EQ(Results.at(4989).at("message").at("text"), "Finding 4990.");
  EXPECT_EQ(Results.at(4990).at("message").at("text"), "Finding 5001.");
  EXPECT_EQ(Results.at(4999).at("message").at("text"), "Finding 5010.");
  const Json &Notes =
      Run.at("invocations").at(0).at("toolExecutionNotifications");
  ASSERT_EQ(Notes.size(), 1u);
  EXPECT_EQ(Notes.at(0).at("message").at("text"),
            "10 of 5010 results are left out, the least grave ones.");
  std::size_t Index = Notes.at(0).at("descriptor").at("index");
  EXPECT_EQ(Run.at("tool").at("driver").at("notifications").at(Index).at("id"),
            Notes.at(0).at("descriptor").at("id"));
}

TEST(SarifProfile, GitHubCutsFlowsInTheMiddleAndTags) {
  Sample S = sampleReport();
  Finding &F = S.Value.Findings.back().Value;
  FlowStep Origin = F.Flow.front(), Step = F.Flow[2], Sink = F.Flow.back();
  F.Flow.assign(1500, Step);
  F.Flow.front() = Origin;
  F.Flow.back() = Sink;
  for (unsigned I = 0; I < 20; ++I)
    S.Value.Rules[1].Cwes.push_back(1000 + I);
  Json Run = runFor(SarifProfile::GitHub, S);
  const Json &Places = Run.at("results")
                           .at(1)
                           .at("codeFlows")
                           .at(0)
                           .at("threadFlows")
                           .at(0)
                           .at("locations");
  ASSERT_EQ(Places.size(), 1000u);
  EXPECT_EQ(Places.front().at("kinds").at(0), "taint");
  EXPECT_EQ(Places.at(499).at("executionOrder"), 500);
  EXPECT_EQ(Places.at(500).at("executionOrder"), 1001);
  EXPECT_EQ(Places.back().at("kinds").at(0), "danger");
  const Json &Tags =
      Run.at("tool").at("driver").at("rules").at(1).at("properties").at("tags");
  ASSERT_EQ(Tags.size(), 10u);
  EXPECT_EQ(Tags.at(0), "security");
  EXPECT_EQ(Tags.at(1), "external/cwe/cwe-089");
}

TEST(SarifProfile, GitHubFilesFitTheUpload) {
  if (!llvm::compression::zlib::isAvailable())
    GTEST_SKIP() << "this LLVM has no zlib";
  Sample S = emptyReport();
  std::mt19937 Random(3);
  for (unsigned I = 1; I <= 400; ++I) {
    Finding F = numbered(I, Severity::Error);
    F.Message.resize(80000);
    for (char &C : F.Message)
      C = static_cast<char>('a' + Random() % 26);
    S.Value.Findings.push_back({std::move(F), {}});
  }
  S.Value.normalise();
  WriteOptions Options;
  Options.Sarif = SarifProfile::GitHub;
  std::string Text = written("sarif", S, Options);
  llvm::SmallVector<std::uint8_t> Packed;
  llvm::compression::zlib::compress(llvm::arrayRefFromStringRef(Text), Packed);
  EXPECT_LE(Packed.size(), 10'000'000u);
  Json Run = Json::parse(Text).at("runs").at(0);
  EXPECT_GT(Run.at("results").size(), 50u);
  EXPECT_LT(Run.at("results").size(), 400u);
  EXPECT_EQ(Run.at("invocations").at(0).at("toolExecutionNotifications").size(),
            1u);
}
