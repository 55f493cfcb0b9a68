// docs/LIMITS.md says what the fixtures' marks say,
// docs/models-coverage.md what the models say, and the scaffold of a new
// rule is red where its author has work to do.
#include "FixtureMarks.h"
#include "TestUnit.h"
#include "rules/FlowRuleReader.h"
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace fs = std::filesystem;

namespace cppwarden::tests {
namespace {

const fs::path Source = CPPWARDEN_SOURCE_DIR;

int run(const std::string &Command) {
  int Status = std::system((Command + " > /dev/null 2>&1").c_str());
  return WIFEXITED(Status) ? WEXITSTATUS(Status) : -1;
}

std::string contentsOf(const fs::path &File) {
  std::ostringstream Text;
  Text << std::ifstream(File).rdbuf();
  return Text.str();
}

TEST(Limits, PageIsCurrent) {
  EXPECT_EQ(run("sh '" + (Source / "scripts/limits.sh").string() + "' --check"),
            0)
      << "run scripts/limits.sh";
}

TEST(ModelsCoverage, PageIsCurrent) {
  EXPECT_EQ(run("sh '" + (Source / "scripts/models-coverage.sh").string() +
                "' --check"),
            0)
      << "run scripts/models-coverage.sh";
}

/// A checkout with nothing but the script.
class NewRule : public testing::Test {
protected:
  NewRule() {
    fs::create_directories(Folder.path() / "scripts");
    fs::copy(Source / "scripts/new-rule.sh",
             Folder.path() / "scripts/new-rule.sh");
  }
  int newRule(const std::string &Arguments) {
    return run("sh '" + (Folder.path() / "scripts/new-rule.sh").string() +
               "' " + Arguments);
  }
  TemporaryFolder Folder;
};

TEST_F(NewRule, FlowRuleIsReadAndItsFixtureIsRed) {
  ASSERT_EQ(newRule("crypto/new-thing"), 0);
  std::string Yaml = contentsOf(Folder.path() / "rules/flows/new-thing.yaml");
  auto Rule =
      rules::readFlowRule({Yaml, "rules/flows/new-thing.yaml"}, nullptr);
  ASSERT_TRUE(bool(Rule)) << llvm::toString(Rule.takeError());
  EXPECT_EQ(Rule->Descriptor.Group, "crypto");
  // Red: what DescriptorTest demands of a documentation.
  EXPECT_LT(Rule->Descriptor.Summary.size(), 120u);

  FixtureMarks Marks;
  readMarks("new-thing.cpp",
            contentsOf(Folder.path() / "tests/fixtures/crypto/new-thing.cpp"),
            {"new-thing"}, Marks);
  EXPECT_TRUE(Marks.Errors.empty());
  EXPECT_FALSE(disagreements(Marks, {}).empty());
}

TEST_F(NewRule, StructuralRuleDefinesItsFactory) {
  ASSERT_EQ(newRule("crypto/new-thing --structural"), 0);
  std::string Code =
      contentsOf(Folder.path() / "src/rules/crypto/NewThing.cpp");
  EXPECT_NE(Code.find("std::unique_ptr<StructuralRule> makeNewThing()"),
            std::string::npos);
  EXPECT_NE(Code.find("D.Id = \"new-thing\""), std::string::npos);
}

TEST_F(NewRule, RefusesWhatIsThereAndWhatIsNoId) {
  ASSERT_EQ(newRule("crypto/new-thing"), 0);
  EXPECT_EQ(newRule("crypto/new-thing"), 2);
  EXPECT_EQ(newRule("crypto/new-thing --structural"), 2);
  EXPECT_EQ(newRule("new-thing"), 2);
  EXPECT_EQ(newRule("crypto/New_Thing"), 2);
  EXPECT_EQ(newRule("../crypto/new-thing"), 2);
  EXPECT_EQ(newRule("crypto/other --flow"), 2);
  EXPECT_EQ(newRule(""), 2);
}

} // namespace
} // namespace cppwarden::tests
