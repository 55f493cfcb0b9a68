// Every fixture of tests/fixtures is one test. docs/adding-a-rule.md tells how
// to write them, FixtureMarks.h lists the marks.
#include "FixtureMarks.h"
#include "TestUnit.h"
#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

namespace fs = std::filesystem;

namespace cppwarden::tests {
namespace {

/// A file `<rule-id>[.variant].cpp`, or a folder of that name with several
/// units that are linked.
struct Fixture {
  std::string Name; ///< "crypto/weak-hash.openssl"
  std::string Rule;
  fs::path Folder; ///< project root of its units
  std::vector<fs::path> Sources, Headers;
};

void PrintTo(const Fixture &F, std::ostream *Out) { *Out << F.Name; }

bool isSource(const fs::path &File) {
  return File.extension() == ".cpp" || File.extension() == ".c" ||
         File.extension() == ".cc";
}

std::vector<Fixture> allFixtures() {
  std::vector<Fixture> Result;
  fs::path Root = fs::path(CPPWARDEN_SOURCE_DIR) / "tests/fixtures";
  std::set<fs::path> Entries;
  for (const auto &Group : fs::directory_iterator(Root))
    if (Group.is_directory())
      for (const auto &Entry : fs::directory_iterator(Group))
        Entries.insert(Entry.path());
  for (const fs::path &Entry : Entries) {
    Fixture F;
    std::string Name = Entry.filename().string();
    F.Rule = Name.substr(0, Name.find('.'));
    F.Name = Entry.parent_path().filename().string() + "/" + Name;
    if (fs::is_directory(Entry)) {
      F.Folder = Entry;
      for (const auto &File : fs::recursive_directory_iterator(Entry))
        if (File.is_regular_file())
          (isSource(File.path()) ? F.Sources : F.Headers)
              .push_back(File.path());
    } else if (isSource(Entry)) {
      F.Folder = Entry.parent_path();
      F.Sources.push_back(Entry);
    } else {
      continue;
    }
    std::sort(F.Sources.begin(), F.Sources.end());
    std::sort(F.Headers.begin(), F.Headers.end());
    Result.push_back(std::move(F));
  }
  return Result;
}

std::string contentsOf(const fs::path &File) {
  std::ostringstream Text;
  Text << std::ifstream(File, std::ios::binary).rdbuf();
  return Text.str();
}

class FixtureTest : public testing::TestWithParam<Fixture> {};
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(FixtureTest);

TEST_P(FixtureTest, Holds) {
  const Fixture &F = GetParam();
  ASSERT_TRUE(
      std::binary_search(allRuleIds().begin(), allRuleIds().end(), F.Rule))
      << "the fixture is named after no rule: " << F.Rule;
  FixtureMarks Marks;
  for (const auto *Files : {&F.Sources, &F.Headers})
    for (const fs::path &File : *Files)
      readMarks(fs::relative(File, F.Folder).generic_string(), contentsOf(File),
                allRuleIds(), Marks);

  // The fixture's own rule and those that its marks speak of, so that a new
  // rule does not touch the fixtures of others.
  std::set<std::string> Enabled{F.Rule};
  for (const FixtureMark &Mark : Marks.Marks)
    if (!Mark.Rule.empty())
      Enabled.insert(Mark.Rule);
  auto Rules = loadRules({Enabled.begin(), Enabled.end()});
  ASSERT_TRUE(Rules);

  std::vector<std::string> Sources;
  for (const fs::path &Source : F.Sources)
    Sources.push_back(Source.string());
  LintResult Result = lint(*Rules, F.Folder.string(), Sources, Marks.Flags);
  for (const std::string &Error : Result.Errors)
    ADD_FAILURE() << "does not compile: " << Error;
  std::vector<std::string> Wrong = disagreements(Marks, Result.Findings);
  for (const std::string &What : Wrong)
    ADD_FAILURE() << F.Name << ": " << What;
  if (!Wrong.empty())
    for (const Finding &Found : Result.Findings)
      std::cout << describe(Found);
}

INSTANTIATE_TEST_SUITE_P(All, FixtureTest, testing::ValuesIn(allFixtures()),
                         [](const auto &Info) {
                           std::string Name = Info.param.Name;
                           for (char &C : Name)
                             if (!std::isalnum(static_cast<unsigned char>(C)))
                               C = '_';
                           return Name;
                         });

/// A finished rule has a fixture.
TEST(Fixtures, ExistForEveryRule) {
  std::set<std::string> Covered;
  for (const Fixture &F : allFixtures())
    Covered.insert(F.Rule);
  for (const std::string &Id : allRuleIds())
    EXPECT_TRUE(Covered.count(Id)) << "no fixture for " << Id;
}

} // namespace

} // namespace cppwarden::tests
