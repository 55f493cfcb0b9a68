#include "support/Resources.h"

#include "llvm/Support/MemoryBuffer.h"
#include "gtest/gtest.h"
#include <algorithm>
#include <cstring>
#include <filesystem>
#include <set>
#include <string>

using namespace cppwarden;

namespace {

std::string readFile(const std::filesystem::path &Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path.string());
  return Buffer ? (*Buffer)->getBuffer().str() : std::string("<missing>");
}

TEST(Resources, HoldEveryYamlFileBelowRules) {
  std::filesystem::path Source = CPPWARDEN_SOURCE_DIR;
  std::set<std::string> OnDisk, Embedded;
  for (const auto &Entry :
       std::filesystem::recursive_directory_iterator(Source / "rules"))
    if (Entry.path().extension() == ".yaml")
      OnDisk.insert(
          std::filesystem::relative(Entry.path(), Source).generic_string());
  for (const Resource &R : resources("rules")) {
    Embedded.insert(R.Name.str());
    EXPECT_EQ(R.Contents.str(), readFile(Source / R.Name.str()))
        << R.Name.str();
  }
  EXPECT_EQ(Embedded, OnDisk);
  EXPECT_TRUE(Embedded.count("rules/kinds.yaml"));
}

TEST(Resources, AreSortedAndEndInNul) {
  for (const char *Archive : {"rules", "builtin"}) {
    const std::vector<Resource> &Files = resources(Archive);
    ASSERT_FALSE(Files.empty());
    EXPECT_TRUE(std::is_sorted(
        Files.begin(), Files.end(),
        [](const Resource &A, const Resource &B) { return A.Name < B.Name; }));
    for (const Resource &R : Files)
      EXPECT_EQ(*R.Contents.end(), '\0') << R.Name.str();
  }
}

TEST(Resources, HoldTheBuiltinHeadersOfHostTargets) {
  for (const char *Name :
       {"builtin/stddef.h", "builtin/stdarg.h", "builtin/immintrin.h",
        "builtin/arm_neon.h", "builtin/float.h", "builtin/__stddef_size_t.h"})
    EXPECT_EQ(resource("builtin", Name).Name.str(), Name);
  EXPECT_NE(resource("builtin", "builtin/stddef.h").Contents.find("ptrdiff_t"),
            llvm::StringRef::npos);
}

TEST(Resources, UnknownNameIsEmpty) {
  EXPECT_TRUE(resource("rules", "rules/no-such.yaml").Name.empty());
  EXPECT_TRUE(resource("rules", "").Name.empty());
}

} // namespace
