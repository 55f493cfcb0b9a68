// Reads the #includes of src/** and include/** and fails on a dependency that
// points upward, sideways, or at Clang from a layer that must not know it.
// CMake checks the same of the link lines; includes of header-only code escape
// it.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Layer {
  std::set<std::string> MayInclude; ///< itself and cppwarden/ are understood
  bool MaySeeClang = false;
};

const std::map<std::string, Layer> &layers() {
  static const std::map<std::string, Layer> Table = {
      {"support", {{}, false}},
      {"frontend", {{"support"}, true}},
      {"analysis", {{"support", "frontend"}, true}},
      {"rules", {{"support", "frontend", "analysis"}, true}},
      {"report", {{"support"}, false}},
      {"driver",
       {{"support", "frontend", "analysis", "rules", "report"}, false}},
      {"lsp", {{"support", "report", "driver"}, false}},
      {"cli", {{"support", "report", "driver", "lsp"}, false}},
  };
  return Table;
}

struct Include {
  std::string Path;
  bool Quoted = false;
  unsigned Line = 0;
};

std::vector<Include> parseIncludes(std::istream &Source) {
  static const std::regex Directive(
      R"re(^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>))re");
  std::vector<Include> Result;
  std::string Line;
  for (unsigned Number = 1; std::getline(Source, Line); ++Number) {
    std::smatch Match;
    if (std::regex_search(Line, Match, Directive))
      Result.push_back(
          {Match[1].matched ? Match[1] : Match[2], Match[1].matched, Number});
  }
  return Result;
}

/// What is wrong with a file of Layer that includes Path; "" when nothing is.
std::string judge(const std::string &OfLayer, const Include &I) {
  std::string Top = I.Path.substr(0, I.Path.find('/'));
  if ((Top == "clang" || Top == "clang-c") &&
      (OfLayer == "include" || !layers().at(OfLayer).MaySeeClang))
    return OfLayer + " must not see Clang";
  if (OfLayer == "include")
    return layers().count(Top) || Top == "llvm"
               ? "the embedders' contract must stand alone"
               : "";
  if (!I.Quoted || Top == OfLayer || !layers().count(Top) || Top == I.Path)
    return "";
  return layers().at(OfLayer).MayInclude.count(Top)
             ? ""
             : OfLayer + " must not depend on " + Top;
}

bool isSource(const fs::path &Path) {
  static const std::set<std::string> Extensions = {".h", ".cpp", ".inc",
                                                   ".def"};
  return Extensions.count(Path.extension().string()) != 0;
}

std::vector<std::string> violationsBelow(const fs::path &Folder,
                                         const std::string &OfLayer,
                                         unsigned &Files) {
  std::vector<std::string> Result;
  if (!fs::exists(Folder))
    return Result;
  for (const auto &Entry : fs::recursive_directory_iterator(Folder)) {
    if (!Entry.is_regular_file() || !isSource(Entry.path()))
      continue;
    ++Files;
    std::ifstream Source(Entry.path());
    for (const Include &I : parseIncludes(Source))
      if (std::string Wrong = judge(OfLayer, I); !Wrong.empty())
        Result.push_back(Entry.path().string() + ":" + std::to_string(I.Line) +
                         ": " + Wrong + " (" + I.Path + ")");
  }
  std::sort(Result.begin(), Result.end());
  return Result;
}

TEST(LayeringTest, DependenciesPointDownward) {
  fs::path Root = CPPWARDEN_SOURCE_DIR;
  std::vector<std::string> Violations;
  unsigned Files = 0;
  for (const auto &[Name, Rules] : layers())
    for (std::string &V : violationsBelow(Root / "src" / Name, Name, Files))
      Violations.push_back(std::move(V));
  for (std::string &V : violationsBelow(Root / "include", "include", Files))
    Violations.push_back(std::move(V));
  EXPECT_GT(Files, 20u) << "looked in the wrong place";
  for (const std::string &V : Violations)
    ADD_FAILURE() << V;
}

TEST(LayeringTest, EveryFolderOfSrcIsALayer) {
  for (const auto &Entry :
       fs::directory_iterator(fs::path(CPPWARDEN_SOURCE_DIR) / "src"))
    if (Entry.is_directory())
      EXPECT_TRUE(layers().count(Entry.path().filename().string()))
          << Entry.path() << " has no place in the order of layers";
}

TEST(LayeringTest, TheJudgeKnowsRightFromWrong) {
  auto Wrong = [](const char *OfLayer, const char *Path, bool Quoted = true) {
    return !judge(OfLayer, {Path, Quoted, 1}).empty();
  };
  EXPECT_TRUE(Wrong("support", "driver/Check.h"));
  EXPECT_TRUE(Wrong("report", "analysis/TuObject.h"));
  EXPECT_TRUE(Wrong("analysis", "rules/RuleSet.h"));
  EXPECT_TRUE(Wrong("cli", "frontend/Unit.h"));
  EXPECT_TRUE(Wrong("lsp", "cli/CommandLine.h"));
  EXPECT_TRUE(Wrong("driver", "clang/AST/Decl.h"));
  EXPECT_TRUE(Wrong("driver", "clang/AST/Decl.h", false));
  EXPECT_TRUE(Wrong("include", "support/Yaml.h"));
  EXPECT_FALSE(Wrong("driver", "rules/RuleSet.h"));
  EXPECT_FALSE(Wrong("frontend", "clang/AST/Decl.h"));
  EXPECT_FALSE(Wrong("cli", "llvm/Support/Error.h"));
  EXPECT_FALSE(Wrong("report", "Redaction.h"));
  EXPECT_FALSE(Wrong("include", "cppwarden/Finding.h"));
}

} // namespace
