#include "rules/FlowRuleReader.h"
#include "analysis/ModelReader.h"
#include "rules/FlowRulePlan.h"
#include "support/Resources.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cppwarden::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const analysis::ModelSet &kinds() {
  static const analysis::ModelSet Kinds = [] {
    analysis::ModelSet Result;
    Resource R = resource("rules", "rules/kinds.yaml");
    llvm::cantFail(analysis::readKinds({R.Contents, R.Name}, Result));
    Result.index();
    return Result;
  }();
  return Kinds;
}

constexpr const char *Head = "id: some-rule\ngroup: crypto\ntitle: A title\n"
                             "severity: error\nsecurity-severity: 7.5\n"
                             "precision: high\npack: audit\ncwe: [327, 328]\n";
constexpr const char *Documentation =
    "documentation: {summary: s, rationale: r, remedy: m, bad: b, good: g, "
    "references: [https://example.org]}\n";

llvm::Expected<rules::FlowRule> read(const std::string &Middle) {
  // The reader keeps nothing of the buffer.
  std::string Yaml = Head + Middle + Documentation;
  return rules::readFlowRule({Yaml, "rules/flows/some-rule.yaml"}, &kinds());
}

std::string whyNot(const std::string &Middle) {
  auto Rule = read(Middle);
  return Rule ? std::string("no error") : llvm::toString(Rule.takeError());
}

constexpr const char *Question =
    "origins: {sources: [untrusted]}\n"
    "sinks: [sql]\nmessage: \"{origin} to {sink}\"\n";

TEST(FlowRuleReader, ReadsEveryKey) {
  auto Rule = read(
      "origins:\n"
      "  sources: [untrusted.network]\n"
      "  literals:\n"
      "    strings: {pattern: '^md5$'}\n"
      "    integers: {min: 2, below-policy: rsa-bits, default: 2048}\n"
      "    names: [NID_md5]\n"
      "    bytes: any\n"
      "  open: true\n"
      "sinks: [sql, crypto.hash-name]\n"
      "uses: [crypto.weak-hash]\n"
      "use-message: \"{label} is used\"\n"
      "requires: embedded\n"
      "sanitisers: [escape.sql]\n"
      "through-numbers: true\n"
      "through-derived: false\n"
      "report-at: origin\n"
      "message: \"{origin} {origin.label} {sink} {sink.label} {literal}\"\n"
      "also:\n"
      "  - {sinks: [log], requires: whole}\n"
      "severity-when:\n"
      "  - {origins: [untrusted], sinks: [sql], in-tests: true, severity: "
      "note}\n"
      "supersedes: [other-rule]\n");
  ASSERT_TRUE(bool(Rule)) << llvm::toString(Rule.takeError());
  const RuleDescriptor &D = Rule->Descriptor;
  EXPECT_EQ(D.Id, "some-rule");
  EXPECT_EQ(D.Form, RuleForm::Flow);
  EXPECT_EQ(D.InPack, Pack::Audit);
  EXPECT_EQ(D.HowPrecise, Precision::High);
  EXPECT_DOUBLE_EQ(D.SecuritySeverity, 7.5);
  EXPECT_THAT(D.Cwes, ElementsAre(327u, 328u));
  EXPECT_EQ(D.Bad.Code, "b\n");
  EXPECT_EQ(Rule->ReportAt, rules::ReportPlace::Origin);
  EXPECT_FALSE(Rule->IsAboutSecrets);
  EXPECT_THAT(Rule->Supersedes, ElementsAre("other-rule"));

  ASSERT_EQ(Rule->Questions.size(), 2u);
  const rules::FlowQuestion &Q = Rule->Questions[0];
  EXPECT_THAT(Q.Sources, ElementsAre("untrusted.network"));
  EXPECT_TRUE(Q.Open);
  EXPECT_EQ(Q.Requires, analysis::Travel::Embedded);
  EXPECT_TRUE(Q.ThroughNumbers);
  EXPECT_FALSE(Q.ThroughDerived);
  ASSERT_TRUE(Q.Literals && Q.Literals->Integers);
  EXPECT_EQ(Q.Literals->Integers->Min, 2);
  EXPECT_EQ(Q.Literals->Integers->PolicyDefault, 2048);
  EXPECT_TRUE(Q.Literals->Bytes);
  EXPECT_TRUE(Q.Literals->Names.count("NID_md5"));

  const rules::FlowQuestion &Also = Rule->Questions[1];
  EXPECT_THAT(Also.Sinks, ElementsAre("log"));
  EXPECT_EQ(Also.Requires, analysis::Travel::Whole);
  EXPECT_THAT(Also.Sources, ElementsAre("untrusted.network")) << "inherited";
  EXPECT_EQ(Also.Message, Q.Message) << "inherited";
  ASSERT_EQ(Rule->Severities.size(), 1u);
  EXPECT_EQ(Rule->Severities[0].Level, Severity::Note);
  EXPECT_EQ(Rule->Severities[0].InTests, true);
}

TEST(FlowRuleReader, ErrorsSayWhereAndSuggest) {
  EXPECT_EQ(whyNot(Question), "no error");
  EXPECT_THAT(whyNot(std::string(Question) + "sinkz: [sql]\n"),
              AllOf(HasSubstr("rules/flows/some-rule.yaml:12:1"),
                    HasSubstr("'sinks'")));
  EXPECT_THAT(
      whyNot("origins: {sources: [untrustd]}\nsinks: [sql]\nmessage: m\n"),
      AllOf(HasSubstr(":9:"), HasSubstr("'untrusted'")));
  EXPECT_THAT(whyNot("origins: {sources: [sql]}\nsinks: [sql]\nmessage: m\n"),
              HasSubstr("cannot stand in 'sources'"));
  EXPECT_THAT(whyNot("origins: {open: true}\nsinks: [sql]\n"),
              HasSubstr("'message' is missing"));
  EXPECT_THAT(whyNot("sinks: [sql]\nmessage: m\n"), HasSubstr("come together"));
  EXPECT_THAT(whyNot("uses: [crypto.weak-hash]\n"),
              HasSubstr("'use-message' is missing"));
  EXPECT_THAT(whyNot(std::string(Question) + "requires: embeded\n"),
              HasSubstr("'embedded'"));
  EXPECT_THAT(whyNot(std::string(Question) + "report-at: snk\n"),
              HasSubstr("'sink'"));
  EXPECT_THAT(whyNot("origins: {literals: {strings: {pattern: '('}}}\nsinks: "
                     "[sql]\nmessage: m\n"),
              HasSubstr("bad pattern"));
  EXPECT_THAT(whyNot("origins: {literals: {integers: {below-policy: "
                     "x}}}\nsinks: [sql]\nmessage: m\n"),
              HasSubstr("come together"));
  EXPECT_THAT(
      whyNot("origins: {open: true}\nsinks: [sql]\nmessage: \"{orign}\"\n"),
      AllOf(HasSubstr("placeholder"), HasSubstr("'origin'")));
  EXPECT_THAT(
      whyNot(std::string(Question) + "severity-when: [{severity: fatal}]\n"),
      HasSubstr("severity"));
}

TEST(FlowRuleReader, IdIsTheFileName) {
  std::string Yaml = std::string(Head) + Question + Documentation;
  auto Rule = rules::readFlowRule({Yaml, "rules/flows/other.yaml"}, &kinds());
  ASSERT_FALSE(Rule);
  EXPECT_THAT(llvm::toString(Rule.takeError()), HasSubstr("'other'"));
}

/// The plan of one rule, asked whether a literal is an origin.
class PlannedLiteral : public testing::Test {
protected:
  bool accepts(const std::string &Literals, analysis::Literal Value,
               const std::string &Text,
               const std::map<std::string, std::int64_t> &Policy = {}) {
    auto Rule = read("origins: {literals: " + Literals +
                     "}\nsinks: [crypto.bits.rsa]\nmessage: m\n");
    if (!Rule) {
      ADD_FAILURE() << llvm::toString(Rule.takeError());
      return false;
    }
    rules::RuleOptions Options;
    Options.EnabledRules = {"some-rule"};
    Options.Policy = Policy;
    Resource R = resource("rules", "rules/plausible-secrets.yaml");
    auto Judge =
        llvm::cantFail(rules::PlausibleSecret::read({R.Contents, R.Name}));
    std::vector<rules::FlowRule> Rules{*Rule};
    rules::FlowPlan Plan = rules::planFlowRules(Rules, Options, Judge);
    analysis::FlowGraph Graph;
    Graph.Strings = {"", Text, "crypto.bits.rsa"};
    Value.Text = 1;
    analysis::Node Origin, Sink;
    Sink.Ref = 2;
    const auto &Condition = *Plan.Queries.at(0).Literals;
    return llvm::is_contained(Condition.Kinds, Value.Kind) &&
           Condition.Accept(Value, Graph, Origin, Sink);
  }
  static analysis::Literal integer(std::int64_t Value) {
    return {analysis::LiteralKind::Integer, 0, Value};
  }
  static analysis::Literal string() {
    return {analysis::LiteralKind::String, 0, 0};
  }
};

TEST_F(PlannedLiteral, IntegersFollowThePolicy) {
  const char *Below =
      "{integers: {below-policy: rsa-bits, default: 2048, min: 128}}";
  EXPECT_TRUE(accepts(Below, integer(1024), ""));
  EXPECT_TRUE(accepts(Below, integer(2047), ""));
  EXPECT_FALSE(accepts(Below, integer(2048), ""));
  EXPECT_FALSE(accepts(Below, integer(16), "")) << "no key size at all";
  EXPECT_TRUE(accepts(Below, integer(2048), "", {{"rsa-bits", 3072}}));
  EXPECT_FALSE(accepts(Below, integer(1024), "", {{"rsa-bits", 1024}}));
  EXPECT_FALSE(accepts(Below, string(), "1024"));
}

TEST_F(PlannedLiteral, NamesAndPatternsAreAlternatives) {
  const char *Either = "{strings: {pattern: '^md5$'}, names: [NID_md5]}";
  EXPECT_TRUE(accepts(Either, string(), "MD5"));
  EXPECT_FALSE(accepts(Either, string(), "md5sum"));
  EXPECT_TRUE(accepts(Either, integer(4), "NID_md5"));
  EXPECT_FALSE(accepts(Either, integer(4), "NID_sha256"));
  EXPECT_FALSE(accepts(Either, integer(4), ""));
}

TEST(FlowPlan, TrustTakesSourcesOut) {
  auto Rule = read(Question);
  ASSERT_TRUE(bool(Rule));
  rules::RuleOptions Options;
  Options.EnabledRules = {"some-rule"};
  Options.Trusted = {{"untrusted.argv", {"some-rule"}},
                     {"untrusted.stdin", {"*"}},
                     {"untrusted.file", {"other"}}};
  Resource R = resource("rules", "rules/plausible-secrets.yaml");
  auto Judge =
      llvm::cantFail(rules::PlausibleSecret::read({R.Contents, R.Name}));
  std::vector<rules::FlowRule> Rules{*Rule};
  auto Plan = rules::planFlowRules(Rules, Options, Judge);
  ASSERT_EQ(Plan.Queries.size(), 1u);
  EXPECT_THAT(Plan.Queries[0].ExceptSources,
              ElementsAre("untrusted.argv", "untrusted.stdin"));
  Options.EnabledRules = {};
  EXPECT_TRUE(rules::planFlowRules(Rules, Options, Judge).Queries.empty());
}

} // namespace
} // namespace cppwarden::tests
