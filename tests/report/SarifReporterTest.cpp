#include "SampleReport.h"
#include "report/Json.h"
#include "report/LineHashes.h"
#include <gmock/gmock.h>

using namespace cppwarden;
using namespace cppwarden::report;
using namespace cppwarden::report::testing;

static Json runOf(Sample &S) {
  return Json::parse(written("sarif", S)).at("runs").at(0);
}

static Json resultOf(const Json &Run, llvm::StringRef Rule) {
  for (const Json &Result : Run.at("results"))
    if (Result.at("ruleId") == Rule.str())
      return Result;
  ADD_FAILURE() << "no result of " << Rule.str();
  return {};
}

TEST(SarifReporter, RulesCarryWhatCodeScanningReads) {
  Sample S = sampleReport();
  Json Rule = runOf(S).at("tool").at("driver").at("rules").at(1);
  EXPECT_EQ(Rule.at("id"), "sql-injection");
  EXPECT_EQ(Rule.at("name"), "SqlInjection");
  EXPECT_EQ(Rule.at("shortDescription").at("text"),
            "Untrusted text in an SQL statement.");
  EXPECT_EQ(Rule.at("defaultConfiguration").at("level"), "error");
  const Json &Properties = Rule.at("properties");
  EXPECT_EQ(Properties.at("security-severity"), "9.1");
  EXPECT_EQ(Properties.at("precision"), "high");
  EXPECT_EQ(Properties.at("tags"),
            Json::array({"security", "external/cwe/cwe-089",
                         "external/cwe/cwe-943", "input-validation"}));
  EXPECT_EQ(Rule.at("help").at("text").get<std::string>().find('`'),
            std::string::npos);
  EXPECT_NE(Rule.at("help")
                .at("markdown")
                .get<std::string>()
                .find("```cpp\nrun(\"DELETE ?\", name);\n```"),
            std::string::npos);
}

TEST(SarifReporter, RelationshipsPointAtTheirTaxa) {
  Sample S = sampleReport();
  Json Run = runOf(S);
  const Json &Taxa = Run.at("taxonomies").at(0).at("taxa");
  EXPECT_EQ(Taxa.size(), 4u); // 89, 259, 798, 943
  for (const Json &Rule : Run.at("tool").at("driver").at("rules"))
    for (const Json &Relationship : Rule.at("relationships")) {
      const Json &Target = Relationship.at("target");
      EXPECT_EQ(Taxa.at(Target.at("index").get<std::size_t>()).at("id"),
                Target.at("id"));
    }
}

TEST(SarifReporter, LocationsArePortable) {
  Sample S = sampleReport();
  Json Run = runOf(S);
  Json Location = resultOf(Run, "sql-injection")
                      .at("locations")
                      .at(0)
                      .at("physicalLocation");
  EXPECT_EQ(Location.at("artifactLocation").at("uri"), "src/orders%20db.cpp");
  EXPECT_EQ(Location.at("artifactLocation").at("uriBaseId"), "SRCROOT");
  EXPECT_TRUE(
      Run.at("originalUriBaseIds").at("SRCROOT").contains("description"));
  EXPECT_FALSE(Run.at("originalUriBaseIds").at("SRCROOT").contains("uri"));
  EXPECT_EQ(fileUri("a b/ü#c%.cpp"), "a%20b/%C3%BC%23c%25.cpp");
  EXPECT_EQ(fileUri("c:d/x++.cpp"), "c%3Ad/x++.cpp");
  EXPECT_EQ(fileUri("/usr/include/x y.h"), "file:///usr/include/x%20y.h");
}

TEST(SarifReporter, RegionsAreOneLineInUtf16) {
  Sample S = emptyReport();
  // "é" and "🙂" before the mark: 2 + 4 bytes, 1 + 2 units.
  S.Sources = BufferSources({{"a.cpp", "é🙂 call(a,\r\n b);\n"}});
  Finding F;
  F.RuleId = "sql-injection";
  F.Message = "m";
  F.Range = {"a.cpp", 1, 8, 1, 12};
  Finding Longer = F;
  Longer.Range.EndLine = 2;
  Longer.Range.EndColumn = 4;
  Finding Place = F;
  Place.Range.EndColumn = 8;
  S.Value.Findings = {
      {F, std::nullopt}, {Longer, std::nullopt}, {Place, std::nullopt}};
  Json Run = runOf(S);
  EXPECT_EQ(Run.at("columnKind"), "utf16CodeUnits");
  auto RegionOf = [&](std::size_t I) {
    return Run.at("results")
        .at(I)
        .at("locations")
        .at(0)
        .at("physicalLocation")
        .at("region");
  };
  auto Columns = [&](std::size_t I) {
    Json Region = RegionOf(I);
    EXPECT_EQ(Region.at("startLine"), Region.at("endLine"));
    return std::pair<int, int>(Region.at("startColumn"),
                               Region.at("endColumn"));
  };
  EXPECT_EQ(Columns(0), std::pair(5, 9));
  EXPECT_EQ(Columns(1), std::pair(5, 12));
  EXPECT_EQ(Columns(2), std::pair(5, 6));
  EXPECT_EQ(RegionOf(0).at("snippet").at("text"), "call");
}

TEST(SarifReporter, FlowsBecomeCodeFlows) {
  Sample S = sampleReport();
  Json Result = resultOf(runOf(S), "sql-injection");
  const Json &Steps =
      Result.at("codeFlows").at(0).at("threadFlows").at(0).at("locations");
  ASSERT_EQ(Steps.size(), 4u);
  std::vector<int> Levels, Orders;
  for (const Json &Step : Steps) {
    Levels.push_back(Step.at("nestingLevel"));
    Orders.push_back(Step.at("executionOrder"));
  }
  EXPECT_EQ(Levels, (std::vector<int>{0, 0, 1, 1}));
  EXPECT_EQ(Orders, (std::vector<int>{1, 2, 3, 4}));
  EXPECT_EQ(Steps.at(0).at("importance"), "essential");
  EXPECT_EQ(Steps.at(1).at("importance"), "important");
  EXPECT_EQ(Result.at("relatedLocations")
                .at(0)
                .at("physicalLocation")
                .at("artifactLocation")
                .at("uri"),
            "src/handler.cpp");
}

TEST(SarifReporter, FlowsOutOfCalleesHaveNoNegativeLevel) {
  Sample S = sampleReport();
  Finding &F = S.Value.Findings.back().Value;
  F.Flow[1].Kind = FlowStepKind::Return;
  Json Steps = resultOf(runOf(S), "sql-injection")
                   .at("codeFlows")
                   .at(0)
                   .at("threadFlows")
                   .at(0)
                   .at("locations");
  std::vector<int> Levels;
  for (const Json &Step : Steps)
    Levels.push_back(Step.at("nestingLevel"));
  EXPECT_EQ(Levels, (std::vector<int>{1, 0, 0, 0}));
}

TEST(SarifReporter, SuppressedResultsSayWhy) {
  Sample S = sampleReport();
  Json Run = runOf(S);
  const Json &Suppressions = Run.at("results").at(0).at("suppressions");
  ASSERT_EQ(Suppressions.size(), 1u);
  EXPECT_EQ(Suppressions.at(0).at("kind"), "inSource");
  EXPECT_EQ(Suppressions.at(0).at("status"), "accepted");
  EXPECT_EQ(Suppressions.at(0).at("justification"), "test rig");
  EXPECT_TRUE(Run.at("results").at(1).at("suppressions").empty());
}

TEST(SarifReporter, LineHashIsGithubs) {
  Sample S = sampleReport();
  Json Result = resultOf(runOf(S), "sql-injection");
  std::string Expected =
      githubLineHashes(S.Sources.find("src/orders db.cpp")->contents())[4];
  EXPECT_EQ(Result.at("partialFingerprints").at("primaryLocationLineHash"),
            Expected);
  EXPECT_EQ(Result.at("partialFingerprints")
                .at("cppwarden/v1")
                .get<std::string>()
                .size(),
            32u);
  // Without the source there is no hash, and nothing else is lost.
  S.Sources = BufferSources({});
  Result = resultOf(runOf(S), "sql-injection");
  EXPECT_FALSE(
      Result.at("partialFingerprints").contains("primaryLocationLineHash"));
  EXPECT_EQ(Result.at("locations")
                .at(0)
                .at("physicalLocation")
                .at("region")
                .at("startColumn"),
            19);
}

TEST(SarifReporter, UnitsWithProblemsAreNotifications) {
  Sample S = sampleReport();
  Json Invocation = runOf(S).at("invocations").at(0);
  EXPECT_EQ(Invocation.at("executionSuccessful"), false);
  const Json &Notes = Invocation.at("toolExecutionNotifications");
  ASSERT_EQ(Notes.size(), 2u);
  EXPECT_EQ(Notes.at(0).at("level"), "warning");
  EXPECT_EQ(Notes.at(0).at("descriptor").at("id"), "unit-incomplete");
  EXPECT_EQ(Notes.at(0)
                .at("locations")
                .at(0)
                .at("physicalLocation")
                .at("region")
                .at("startLine"),
            3);
  EXPECT_EQ(Notes.at(1).at("level"), "error");
  EXPECT_EQ(Notes.at(1).at("descriptor").at("id"), "unit-failed");
  Json Descriptors = runOf(S).at("tool").at("driver").at("notifications");
  for (const Json &Note : Notes)
    EXPECT_EQ(
        Descriptors.at(Note.at("descriptor").at("index").get<std::size_t>())
            .at("id"),
        Note.at("descriptor").at("id"));
  // Incomplete alone is no failure of the tool; nothing analysed is.
  S.Value.Units.Problems.pop_back();
  EXPECT_EQ(runOf(S).at("invocations").at(0).at("executionSuccessful"), true);
  S = emptyReport();
  S.Value.Units.Units = 0;
  Invocation = runOf(S).at("invocations").at(0);
  EXPECT_EQ(Invocation.at("executionSuccessful"), false);
  EXPECT_EQ(Invocation.at("toolExecutionNotifications")
                .at(0)
                .at("descriptor")
                .at("id"),
            "nothing-analysed");
}

TEST(SarifReporter, NothingOfTheMachineByDefault) {
  Sample S = sampleReport();
  Json Invocation = runOf(S).at("invocations").at(0);
  for (const char *Key : {"commandLine", "arguments", "startTimeUtc",
                          "endTimeUtc", "machine", "workingDirectory"})
    EXPECT_FALSE(Invocation.contains(Key)) << Key;
  S.Value.Run.CommandLine = {"cppwarden", "check", "-p", "build"};
  S.Value.Run.ExitCode = 1;
  Invocation = runOf(S).at("invocations").at(0);
  EXPECT_EQ(Invocation.at("commandLine"), "cppwarden check -p build");
  EXPECT_EQ(Invocation.at("arguments"), Json::array({"check", "-p", "build"}));
  EXPECT_EQ(Invocation.at("exitCode"), 1);
}

TEST(SarifReporter, RepositoryWithoutItsCredentials) {
  Sample S = emptyReport();
  S.Value.VersionControl = {"https://user:token@git.example.org/a/b.git",
                            "0123abc", "main"};
  Json Provenance = runOf(S).at("versionControlProvenance").at(0);
  EXPECT_EQ(Provenance.at("repositoryUri"), "https://git.example.org/a/b.git");
  EXPECT_EQ(Provenance.at("revisionId"), "0123abc");
  EXPECT_EQ(Provenance.at("mappedTo").at("uriBaseId"), "SRCROOT");
  S.Value.VersionControl.IsAtRoot = false;
  S.Value.VersionControl.Uri = "https://git.example.org/a.git?key=0815#x";
  Provenance = runOf(S).at("versionControlProvenance").at(0);
  EXPECT_FALSE(Provenance.contains("mappedTo"));
  EXPECT_EQ(Provenance.at("repositoryUri"), "https://git.example.org/a.git");
  S.Value.VersionControl.Uri = "git@git.example.org:a/b.git";
  EXPECT_FALSE(runOf(S).contains("versionControlProvenance"));
}

TEST(SarifReporter, BytesThatAreNotUtf8DoNoHarm) {
  Sample S = emptyReport();
  Finding F;
  F.RuleId = "sql-injection";
  F.Message = "bad \xFF byte";
  F.Range = {"dir\xFE/a.cpp", 1, 2, 1, 3};
  S.Sources = BufferSources({{F.Range.File, "\xFFx\n"}});
  S.Value.Findings = {{F, std::nullopt}};
  Json Result = runOf(S).at("results").at(0);
  EXPECT_EQ(Result.at("message").at("text"), "Bad \uFFFD byte.");
  EXPECT_EQ(Result.at("locations")
                .at(0)
                .at("physicalLocation")
                .at("artifactLocation")
                .at("uri"),
            "dir%FE/a.cpp");
}
