#include "driver/Fixes.h"
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using namespace cppwarden;
using namespace cppwarden::driver;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string contentsOf(const fs::path &File) {
  std::ostringstream Text;
  Text << std::ifstream(File, std::ios::binary).rdbuf();
  return Text.str();
}

class FixesTest : public testing::Test {
protected:
  FixesTest() {
    Root = fs::temp_directory_path() /
           ("cppwarden-fixes-" + std::to_string(std::random_device()()));
    fs::create_directories(Root);
    Report.ProjectRoot = Root.string();
  }
  ~FixesTest() override {
    std::error_code Ignored;
    fs::remove_all(Root, Ignored);
  }

  void write(const std::string &Name, const std::string &Text) {
    fs::create_directories((Root / Name).parent_path());
    std::ofstream(Root / Name, std::ios::binary) << Text;
  }

  /// Line holds Old at Column, one line.
  static TextEdit edit(const std::string &File, unsigned Line, unsigned Column,
                       const std::string &Old, const std::string &New) {
    return {
        {File, Line, Column, Line, Column + unsigned(Old.size())}, Old, New};
  }
  report::ReportedFinding &add(std::vector<TextEdit> Edits,
                               FixSafety Safety = FixSafety::Safe) {
    report::ReportedFinding New;
    New.Value.RuleId = "r";
    New.Value.Range = Edits.front().Range;
    New.Value.Fixes = {{"Use it", "", Safety, std::move(Edits)}};
    Report.Findings.push_back(std::move(New));
    return Report.Findings.back();
  }
  /// Plans and writes.
  FixPlan fix(bool WithUnsafe = false) {
    FixPlan Plan = planFixes(Report, WithUnsafe);
    EXPECT_EQ(llvm::toString(writeFixes(Plan)), "");
    return Plan;
  }

  fs::path Root;
  report::Report Report;
};

TEST_F(FixesTest, ChangesWhatIsToBeChangedAndNothingElse) {
  write("src/a.cpp", "int a = old;\r\n\tint b = older; // \xff\r\n");
  add({edit("src/a.cpp", 1, 9, "old", "newer")});
  add({edit("src/a.cpp", 2, 10, "older", "n")});
  FixPlan Plan = fix();
  EXPECT_EQ(contentsOf(Root / "src/a.cpp"),
            "int a = newer;\r\n\tint b = n; // \xff\r\n");
  EXPECT_THAT(Plan.Fixed, ElementsAre(0u, 1u));
  EXPECT_THAT(Plan.Refused, IsEmpty());
  // Again, there is nothing that the fixes fit.
  Plan = fix();
  EXPECT_FALSE(Plan.changesAnything());
  EXPECT_EQ(Plan.Refused.size(), 2u);
}

TEST_F(FixesTest, OnlyTheFirstOfTwoThatOverlap) {
  write("a.cpp", "f(abc);\n");
  add({edit("a.cpp", 1, 3, "abc", "x")});
  add({edit("a.cpp", 1, 4, "bc", "y")});
  add({edit("a.cpp", 1, 3, "abc", "x")}); // a second finding, the same fix
  FixPlan Plan = fix();
  EXPECT_EQ(contentsOf(Root / "a.cpp"), "f(x);\n");
  EXPECT_THAT(Plan.Fixed, ElementsAre(0u, 2u));
  EXPECT_EQ(Plan.Overlapping, 1u);
}

TEST_F(FixesTest, AFixIsMadeAsAWholeOrNotAtAll) {
  write("a.cpp", "one two\n");
  write("b.cpp", "three\n");
  add({edit("a.cpp", 1, 1, "one", "1")});
  // Its second edit overlaps, its first would fit.
  add({edit("b.cpp", 1, 1, "three", "3"), edit("a.cpp", 1, 2, "ne", "x")});
  // Its second file has changed.
  add({edit("a.cpp", 1, 5, "two", "2"), edit("b.cpp", 1, 1, "four", "4")});
  FixPlan Plan = fix();
  EXPECT_EQ(contentsOf(Root / "a.cpp"), "1 two\n");
  EXPECT_EQ(contentsOf(Root / "b.cpp"), "three\n");
  EXPECT_THAT(Plan.Fixed, ElementsAre(0u));
}

TEST_F(FixesTest, SuppressedKnownAndUnsafeOnesStay) {
  write("a.cpp", "a b c d\n");
  add({edit("a.cpp", 1, 1, "a", "1")}).Suppression.emplace();
  add({edit("a.cpp", 1, 3, "b", "2")}).InBaseline = true;
  add({edit("a.cpp", 1, 5, "c", "3")}, FixSafety::Unsafe);
  FixPlan Plan = fix();
  EXPECT_EQ(contentsOf(Root / "a.cpp"), "a b c d\n");
  EXPECT_EQ(Plan.Unsafe, 1u);
  Plan = fix(/*WithUnsafe=*/true);
  EXPECT_EQ(contentsOf(Root / "a.cpp"), "a b 3 d\n");
  EXPECT_EQ(Plan.Unsafe, 0u);
}

TEST_F(FixesTest, AFileThatChangedIsRefused) {
  write("a.cpp", "int x;\nf(old);\n"); // the line has moved
  add({edit("a.cpp", 1, 3, "old", "new")});
  FixPlan Plan = fix();
  EXPECT_EQ(contentsOf(Root / "a.cpp"), "int x;\nf(old);\n");
  EXPECT_THAT(Plan.Refused,
              ElementsAre("a.cpp:1:3: not fixed: the file has changed since it "
                          "was read"));
  EXPECT_THAT(Plan.Fixed, IsEmpty());

  // Between plan and writing.
  Report.Findings.clear();
  add({edit("a.cpp", 2, 3, "old", "new")});
  Plan = planFixes(Report, false);
  write("a.cpp", "int y;\nf(old);\n");
  EXPECT_THAT(llvm::toString(writeFixes(Plan)), HasSubstr("changed meanwhile"));
  EXPECT_EQ(contentsOf(Root / "a.cpp"), "int y;\nf(old);\n");
}

TEST_F(FixesTest, PlacesOutsideOfTheFileAreRefused) {
  write("a.cpp", "abc");
  add({edit("a.cpp", 7, 1, "abc", "x")});
  add({edit("a.cpp", 1, 90, "abc", "x")});
  add({edit("a.cpp", 1, 3, "cd", "x")});
  add({{{"a.cpp", 0, 0, 0, 0}, "abc", "x"}});
  // The text is there, the range says another length.
  add({{{"a.cpp", 1, 1, 1, 2}, "abc", "x"}});
  FixPlan Plan = fix();
  EXPECT_EQ(contentsOf(Root / "a.cpp"), "abc");
  EXPECT_EQ(Plan.Refused.size(), 5u);
}

TEST_F(FixesTest, ReadOnlyAndForeignFilesAreRefused) {
  write("root/a.cpp", "old\n");
  write("outside.cpp", "old\n");
  fs::permissions(Root / "root/a.cpp", fs::perms(0444));
  fs::create_symlink(Root / "outside.cpp", Root / "root/link.cpp");
  Report.ProjectRoot = (Root / "root").string();
  add({edit("a.cpp", 1, 1, "old", "new")});
  add({edit("link.cpp", 1, 1, "old", "new")});
  add({edit((Root / "outside.cpp").string(), 1, 1, "old", "new")});
  add({edit("../outside.cpp", 1, 1, "old", "new")});
  add({edit("gone.cpp", 1, 1, "old", "new")});
  FixPlan Plan = fix();
  EXPECT_THAT(Plan.Refused,
              ElementsAre(HasSubstr("read-only"), HasSubstr("not below"),
                          HasSubstr("not below"), HasSubstr("not below"),
                          HasSubstr("cannot be read")));
  EXPECT_EQ(contentsOf(Root / "root/a.cpp"), "old\n");
  EXPECT_EQ(contentsOf(Root / "outside.cpp"), "old\n");
}

TEST_F(FixesTest, ModeAndLinksStayAndNothingIsLeftBehind) {
  write("real/100%/a.cpp", "old\n");
  fs::create_symlink(Root / "real", Root / "src");
  fs::permissions(Root / "real/100%/a.cpp", fs::perms(0750));
  add({edit("src/100%/a.cpp", 1, 1, "old", "new")});
  fix();
  EXPECT_EQ(contentsOf(Root / "real/100%/a.cpp"), "new\n");
  EXPECT_EQ(fs::status(Root / "real/100%/a.cpp").permissions(),
            fs::perms(0750));
  EXPECT_TRUE(fs::is_symlink(Root / "src"));
  EXPECT_EQ(std::distance(fs::directory_iterator(Root / "real/100%"),
                          fs::directory_iterator()),
            1);
}

} // namespace
