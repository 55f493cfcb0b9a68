// Every rule is documented in full, and its documentation is true: the bad
// example is reported, the good one is silent.
#include "TestUnit.h"
#include <algorithm>
#include <cctype>
#include <gtest/gtest.h>
#include <regex>
#include <set>

namespace cppwarden::tests {
namespace {

std::vector<RuleDescriptor> descriptors() {
  auto Result = rules::RuleSet::allDescriptors();
  if (!Result) {
    ADD_FAILURE() << llvm::toString(Result.takeError());
    return {};
  }
  return *Result;
}

TEST(Descriptors, AreSortedAndUnique) {
  std::vector<std::string> Ids = allRuleIds();
  EXPECT_GE(Ids.size(), 10u);
  EXPECT_TRUE(std::is_sorted(Ids.begin(), Ids.end()));
  EXPECT_EQ(std::set<std::string>(Ids.begin(), Ids.end()).size(), Ids.size());
}

class Descriptor : public testing::TestWithParam<RuleDescriptor> {};

TEST_P(Descriptor, IsComplete) {
  const RuleDescriptor &D = GetParam();
  EXPECT_TRUE(
      std::regex_match(D.Id, std::regex("[a-z][a-z0-9]*(-[a-z0-9]+)*")));
  EXPECT_FALSE(D.Group.empty());
  EXPECT_FALSE(D.Title.empty());
  EXPECT_NE(D.Title.back(), '.');
  EXPECT_TRUE(std::isupper(static_cast<unsigned char>(D.Title.front())));
  EXPECT_LE(D.Title.size(), 60u);
  EXPECT_FALSE(D.Cwes.empty());
  EXPECT_GT(D.SecuritySeverity, 0);
  EXPECT_LE(D.SecuritySeverity, 10);
  // GitHub reads 7.0 and above as high: an error must not rank as low.
  if (D.Level == Severity::Error)
    EXPECT_GE(D.SecuritySeverity, 7.0);
  EXPECT_GE(D.Summary.size(), 120u);
  EXPECT_GE(D.Rationale.size(), 120u);
  EXPECT_GE(D.Remedy.size(), 60u);
  EXPECT_FALSE(D.References.empty());
  for (const std::string &Url : D.References)
    EXPECT_EQ(Url.rfind("https://", 0), 0u) << Url;
  EXPECT_FALSE(D.Bad.Code.empty());
  EXPECT_FALSE(D.Good.Code.empty());
}

TEST_P(Descriptor, RoundTrips) {
  auto Rules = loadRules({GetParam().Id});
  EXPECT_TRUE(Rules);
}

void lintExample(const RuleDescriptor &D, const RuleExample &Example,
                 LintResult &Result) {
  TemporaryFolder Folder;
  std::string File = Folder.write(Example.FileName, Example.Code);
  auto Rules = loadRules({D.Id});
  ASSERT_TRUE(Rules);
  Result = lint(*Rules, Folder.path().string(), {File});
  for (const std::string &Error : Result.Errors)
    ADD_FAILURE() << "does not compile: " << Error;
}

TEST_P(Descriptor, BadExampleIsReported) {
  LintResult Result;
  lintExample(GetParam(), GetParam().Bad, Result);
  ASSERT_FALSE(Result.Findings.empty());
  for (const Finding &F : Result.Findings) {
    EXPECT_EQ(F.RuleId, GetParam().Id);
    EXPECT_EQ(F.Level, GetParam().Level);
    EXPECT_FALSE(F.Message.empty());
    EXPECT_EQ(F.Message.find('{'), std::string::npos) << F.Message;
    EXPECT_FALSE(F.Hint.empty());
    EXPECT_EQ(F.Hint.find('\n'), std::string::npos) << F.Hint;
    EXPECT_GT(F.Range.Line, 0u);
  }
}

TEST_P(Descriptor, GoodExampleIsSilent) {
  LintResult Result;
  lintExample(GetParam(), GetParam().Good, Result);
  for (const Finding &F : Result.Findings)
    ADD_FAILURE() << describe(F);
}

INSTANTIATE_TEST_SUITE_P(Rules, Descriptor, testing::ValuesIn(descriptors()),
                         [](const auto &Info) {
                           std::string Name = Info.param.Id;
                           std::replace(Name.begin(), Name.end(), '-', '_');
                           return Name;
                         });

TEST(RuleSet, UnknownRuleIsAnError) {
  rules::RuleOptions Options;
  Options.EnabledRules = {"sql-injektion"};
  auto Loaded = rules::RuleSet::load(Options);
  ASSERT_FALSE(Loaded);
  EXPECT_NE(llvm::toString(Loaded.takeError()).find("sql-injektion"),
            std::string::npos);
}

} // namespace
} // namespace cppwarden::tests

namespace cppwarden {
void PrintTo(const RuleDescriptor &D, std::ostream *Out) { *Out << D.Id; }
} // namespace cppwarden
