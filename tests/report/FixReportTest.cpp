// How the formats show the fixes of a finding.
#include "SampleReport.h"
#include "report/Json.h"
#include <gmock/gmock.h>

using namespace cppwarden;
using namespace cppwarden::report;
using namespace cppwarden::report::testing;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

/// The sample, with a fix of two edits in two files for the injection. The
/// handler's line has characters of several bytes before the place.
Sample fixedSample(FixSafety Safety = FixSafety::Safe) {
  Sample S = sampleReport();
  Fix Way;
  Way.Description = "Use find() instead of get_param_value()";
  Way.Caution = Safety == FixSafety::Safe ? "" : "Others must <follow>";
  Way.Safety = Safety;
  Way.Edits = {{{"src/handler.cpp", 3, 47, 3, 54}, "größe", "gr<\xC3\xB6>"},
               {{"src/orders db.cpp", 5, 2, 5, 14}, "sqlite3_exec", "run"}};
  // "größe" has seven bytes and five characters.
  for (ReportedFinding &F : S.Value.Findings)
    if (F.Value.RuleId == "sql-injection")
      F.Value.Fixes = {Way};
  return S;
}

TEST(FixReport, TextNamesTheOption) {
  Sample Safe = fixedSample(), Unsafe = fixedSample(FixSafety::Unsafe);
  EXPECT_THAT(written("text", Safe),
              HasSubstr("\n  fix available (--fix): Use find() instead of "
                        "get_param_value()\n"));
  EXPECT_THAT(
      written("text", Unsafe),
      HasSubstr("\n  fix available (--fix --unsafe-fixes): Use find()"));
  Safe.Value.Findings.back().Suppression.reset();
  for (ReportedFinding &F : Safe.Value.Findings)
    F.InBaseline = true;
  EXPECT_THAT(written("text", Safe), Not(HasSubstr("fix available")));
}

TEST(FixReport, JsonLinesHasEveryEdit) {
  Sample S = fixedSample(FixSafety::Unsafe);
  std::istringstream Lines(written("jsonl", S));
  Json Fixes;
  for (std::string Line; std::getline(Lines, Line);)
    if (Json Object = Json::parse(Line); Object.contains("fixes")) {
      EXPECT_EQ(Object["rule"], "sql-injection") << "others have none";
      Fixes = Object["fixes"];
    }
  ASSERT_EQ(Fixes.size(), 1u);
  EXPECT_EQ(Fixes[0]["safe"], false);
  EXPECT_EQ(Fixes[0]["caution"], "Others must <follow>");
  ASSERT_EQ(Fixes[0]["edits"].size(), 2u);
  EXPECT_EQ(Fixes[0]["edits"][1], (Json{{"file", "src/orders db.cpp"},
                                        {"line", 5},
                                        {"column", 2},
                                        {"endLine", 5},
                                        {"endColumn", 14},
                                        {"replacement", "run"}}));
}

TEST(FixReport, SarifChangesArtifactsInUtf16) {
  Sample S = fixedSample(FixSafety::Unsafe);
  Json Fixes;
  const Json Log = Json::parse(written("sarif", S));
  for (const Json &Result : Log["runs"][0]["results"])
    if (Result.contains("fixes")) {
      EXPECT_EQ(Result["ruleId"], "sql-injection");
      Fixes = Result["fixes"];
    }
  ASSERT_EQ(Fixes.size(), 1u);
  EXPECT_EQ(Fixes[0]["description"]["text"],
            "Use find() instead of get_param_value(). Others must <follow>.");
  EXPECT_EQ(Fixes[0]["properties"]["safe"], false);
  const Json &Changes = Fixes[0]["artifactChanges"];
  ASSERT_EQ(Changes.size(), 2u);
  EXPECT_EQ(Changes[0]["artifactLocation"]["uri"], "src/handler.cpp");
  EXPECT_EQ(Changes[0]["artifactLocation"]["uriBaseId"], "SRCROOT");
  EXPECT_EQ(Changes[0]["replacements"][0]["deletedRegion"],
            (Json{{"startLine", 3},
                  {"startColumn", 47},
                  {"endLine", 3},
                  {"endColumn", 52}}));
  EXPECT_EQ(Changes[0]["replacements"][0]["insertedContent"]["text"],
            "gr<\xC3\xB6>");
  EXPECT_EQ(Changes[1]["artifactLocation"]["uri"], "src/orders%20db.cpp");
}

TEST(FixReport, SarifLeavesOutWhatCannotBeMade) {
  Sample S = fixedSample();
  auto Fixes = [&] {
    return written("sarif", S).find("\"fixes\"") != std::string::npos;
  };
  EXPECT_TRUE(Fixes());
  for (ReportedFinding &F : S.Value.Findings)
    for (Fix &Way : F.Value.Fixes)
      Way.Edits[0].Range.File = "gone.cpp";
  EXPECT_FALSE(Fixes());
  // A replacement with a secret of the program would have to be redacted.
  S = fixedSample();
  for (ReportedFinding &F : S.Value.Findings)
    for (Fix &Way : F.Value.Fixes)
      Way.Edits[0].Replacement = std::string("connect(") + LongSecret + ")";
  EXPECT_FALSE(Fixes());
  EXPECT_THAT(written("jsonl", S), Not(HasSubstr(LongSecret)));
}

TEST(FixReport, HtmlShowsTheLinesBeforeAndAfter) {
  Sample S = fixedSample(FixSafety::Unsafe);
  std::string Page = written("html", S);
  EXPECT_THAT(Page, HasSubstr("<div class=\"fix\"><p><strong>Suggested fix:"
                              "</strong> Use find() instead of "
                              "get_param_value(). Others must &lt;follow&gt;"));
  EXPECT_THAT(Page, HasSubstr("<del>-   auto id = request.get_param_value("));
  EXPECT_THAT(Page, HasSubstr("// gr&lt;\xC3\xB6&gt; "));
  EXPECT_THAT(Page, HasSubstr("<ins>+     run(db, query.c_str()"));
  Sample Safe = fixedSample();
  EXPECT_THAT(written("html", Safe), HasSubstr("<strong>Fix:</strong>"));
  // The file is not what it was: only the words are shown.
  for (ReportedFinding &F : S.Value.Findings)
    for (Fix &Way : F.Value.Fixes)
      for (TextEdit &Edit : Way.Edits)
        Edit.Replaced = "something else";
  Page = written("html", S);
  EXPECT_THAT(Page, HasSubstr("Suggested fix:"));
  EXPECT_THAT(Page, Not(HasSubstr("<del>")));
}

TEST(FixReport, HtmlShowsNoLineWithASecret) {
  Sample S = sampleReport();
  for (ReportedFinding &F : S.Value.Findings)
    if (F.isActive() && F.Value.RuleId == "hardcoded-credential")
      F.Value.Fixes = {{"Rename it",
                        "",
                        FixSafety::Safe,
                        {{{"src/login.cpp", 3, 15, 3, 18}, "key", "k"}}}};
  std::string Page = written("html", S);
  EXPECT_THAT(Page, HasSubstr("Rename it"));
  EXPECT_THAT(Page, Not(HasSubstr("<del>")));
  EXPECT_THAT(Page, Not(HasSubstr(LongSecret)));
}

} // namespace
