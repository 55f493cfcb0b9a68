#include "driver/FindingFilter.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;
using namespace cppwarden;
using namespace cppwarden::driver;

Finding finding(const char *Rule, const char *File) {
  Finding F;
  F.RuleId = Rule;
  F.Level = Severity::Error;
  F.Range.File = File;
  return F;
}

PathSettings entry(const char *Pattern) {
  PathSettings Settings;
  Settings.Match = llvm::cantFail(PathGlob::compile(Pattern));
  return Settings;
}

bool keeps(const Configuration &C, const char *File,
           std::vector<std::string> Named = {},
           const char *BuildFolder = "build") {
  Finding F = finding("r", File);
  return FindingFilter(C, BuildFolder, Named).apply(F);
}

Configuration withRule() {
  Configuration C;
  C.EnabledRules = {"r"};
  return C;
}

TEST(FindingFilterTest, CodeOfOthersAndGeneratedCodeIsLeftOut) {
  Configuration C = withRule();
  for (const char *File :
       {"third_party/a.c", "src/vendor/b.cpp", "external/x/y.h",
        "ui/node_modules/z.cc", "build/moc_a.cpp", "src/moc_window.cpp",
        "proto/a.pb.cc", "build/sub/x.h"})
    EXPECT_FALSE(keeps(C, File)) << File;
  for (const char *File : {"src/a.cpp", "src/vendors.cpp", "builder/a.cpp",
                           "src/external.cpp", "src/build/a.cpp"})
    EXPECT_TRUE(keeps(C, File)) << File;
  C.DefaultExcludes = false;
  EXPECT_TRUE(keeps(C, "third_party/a.c"));
}

TEST(FindingFilterTest, NamedFilesAreWanted) {
  Configuration C = withRule();
  EXPECT_TRUE(keeps(C, "third_party/a.c", {"third_party/a.c"}));
  EXPECT_TRUE(keeps(C, "third_party/z/a.c", {"third_party/z"}));
  EXPECT_TRUE(keeps(C, "build/a.cpp", {"build"}));
  EXPECT_FALSE(keeps(C, "third_party/b.c", {"third_party/a.c"}));
  EXPECT_FALSE(keeps(C, "src/third_party/a.c", {"src"}))
      << "naming a folder of one's own does not mean the code of others in it";
  EXPECT_FALSE(keeps(C, "third_party/a.c", {"."}));
}

TEST(FindingFilterTest, ExcludesOfTheUserHoldForNamedFilesToo) {
  Configuration C = withRule();
  C.Exclude.push_back(llvm::cantFail(PathGlob::compile("src/gen")));
  EXPECT_FALSE(keeps(C, "src/gen/a.cpp", {"src/gen/a.cpp"}));
  EXPECT_TRUE(keeps(C, "src/a.cpp"));
}

TEST(FindingFilterTest, TheLastPathEntryDecides) {
  Configuration C = withRule();
  C.Paths.push_back(entry("third_party/ours"));
  C.Paths.back().Exclude = false;
  C.Paths.push_back(entry("tests/"));
  C.Paths.back().Ignore = {"r"};
  C.Paths.push_back(entry("tests/security/"));
  C.Paths.back().Select = {"r", "audit"};
  C.Paths.back().Severities = {{"r", Severity::Note}};
  EXPECT_TRUE(keeps(C, "third_party/ours/a.c"));
  EXPECT_FALSE(keeps(C, "third_party/theirs/a.c"));
  EXPECT_FALSE(keeps(C, "tests/a.cpp"));
  EXPECT_TRUE(keeps(C, "tests/security/a.cpp"));
  FindingFilter Filter(C, "", {});
  Finding F = finding("r", "tests/security/a.cpp");
  EXPECT_TRUE(Filter.apply(F));
  EXPECT_EQ(F.Level, Severity::Note);
  Finding Elsewhere = finding("audit", "src/a.cpp");
  EXPECT_FALSE(Filter.apply(Elsewhere)) << "is on for one path only";
  Finding There = finding("audit", "tests/security/a.cpp");
  EXPECT_TRUE(Filter.apply(There));
  EXPECT_EQ(There.Level, Severity::Error);
}

TEST(FindingFilterTest, ABuildFolderHoldsNoSourcesOfItsOwn) {
  llvm::SmallString<128> Folder;
  ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("cppwarden-build", Folder));
  fs::path Root = Folder.c_str();
  auto Make = [&](const char *Name, std::vector<const char *> Files) {
    fs::create_directories(Root / Name);
    for (const char *File : Files)
      std::ofstream(Root / Name / File) << "";
    return (Root / Name).string();
  };
  EXPECT_TRUE(isBuildFolder(Make("anywhere", {"CMakeCache.txt"})));
  EXPECT_TRUE(isBuildFolder(Make("build-debug", {})));
  EXPECT_FALSE(
      isBuildFolder(Make("in-source", {"CMakeCache.txt", "CMakeLists.txt"})));
  EXPECT_FALSE(isBuildFolder(Make("src", {"main.cpp"})));
  fs::remove_all(Root);
}

} // namespace
