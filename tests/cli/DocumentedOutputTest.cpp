// What docs/formats.md and README.md show is what cppwarden writes. A "…" in an
// excerpt stands for whatever is there: within a line for characters, alone in
// a line for lines.
#include "TestProject.h"
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <set>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using namespace cppwarden::test;

using Lines = std::vector<std::string>;
const std::string Dots = "…";

Lines linesOf(const std::string &Text) {
  Lines Result;
  std::istringstream In(Text);
  for (std::string Line; std::getline(In, Line);) {
    if (Line.ends_with('\r'))
      Line.pop_back();
    Result.push_back(Line);
  }
  return Result;
}

bool isGap(const std::string &Line) {
  std::size_t Begin = Line.find_first_not_of(' ');
  return Begin != std::string::npos && Line.substr(Begin) == Dots;
}

/// Is Line what Shown says, with anything for its dots?
bool fits(const std::string &Shown, const std::string &Line) {
  std::size_t At = 0, From = 0;
  for (bool IsFirst = true;; IsFirst = false) {
    std::size_t End = Shown.find(Dots, From);
    std::string Piece = Shown.substr(From, End - From);
    if (End == std::string::npos)
      return IsFirst
                 ? Line == Piece
                 : Line.size() >= At + Piece.size() && Line.ends_with(Piece);
    At = IsFirst ? (Line.starts_with(Piece) ? 0 : std::string::npos)
                 : Line.find(Piece, At);
    if (At == std::string::npos)
      return false;
    At += Piece.size();
    From = End + Dots.size();
  }
}

/// Are the lines of Excerpt from I on in Output from At on? Furthest becomes
/// the first line that is not, of the try that got furthest.
bool contains(const Lines &Output, std::size_t At, const Lines &Excerpt,
              std::size_t I, std::size_t &Furthest) {
  Furthest = std::max(Furthest, I);
  if (I == Excerpt.size())
    return true;
  bool AfterGap = I == 0;
  while (I < Excerpt.size() && isGap(Excerpt[I])) {
    AfterGap = true;
    ++I;
  }
  if (I == Excerpt.size())
    return true;
  for (; At < Output.size(); ++At) {
    if (fits(Excerpt[I], Output[At]) &&
        contains(Output, At + 1, Excerpt, I + 1, Furthest))
      return true;
    if (!AfterGap)
      return false;
  }
  return false;
}

struct Excerpt {
  std::string Section; ///< the heading above
  std::size_t Line;    ///< where it begins
  Lines Text;
};

/// The fenced parts of a page, but for commands and settings.
std::vector<Excerpt> excerptsOf(const Lines &Page) {
  std::vector<Excerpt> Result;
  std::string Section;
  for (std::size_t I = 0; I < Page.size(); ++I) {
    if (Page[I].starts_with("## "))
      Section = Page[I].substr(3);
    if (!Page[I].starts_with("```"))
      continue;
    std::string Language = Page[I].substr(3);
    Excerpt Found{Section, I + 2, {}};
    for (++I; I < Page.size() && Page[I] != "```"; ++I)
      Found.Text.push_back(Page[I]);
    if (Language.empty() || Language == "json" || Language == "xml")
      Result.push_back(std::move(Found));
  }
  return Result;
}

class DocumentedOutput : public testing::Test {
protected:
  static void SetUpTestSuite() {
    Project.emplace();
    fs::path Example =
        fs::path(CPPWARDEN_SOURCE_DIR) / "examples/orders-server";
    fs::copy(Example / "src", Project->root() / "src");
    fs::copy(Example / ".cppwarden.yaml", Project->root() / ".cppwarden.yaml",
             fs::copy_options::overwrite_existing);
    for (const auto &Entry : fs::directory_iterator(Example / "src"))
      if (Entry.path().extension() == ".cpp")
        Project->addEntry("src/" + Entry.path().filename().string(),
                          "clang++ -std=gnu++17 -c {file}");
    Project->writeDatabase();
  }
  static void TearDownTestSuite() { Project.reset(); }

  static const Lines &output(const std::string &Format) {
    static std::map<std::string, Lines> Known;
    auto [It, IsNew] = Known.try_emplace(Format);
    if (IsNew) {
      RunResult R =
          Project->run({"check", "-p", "build", "--format", Format, "--quiet"});
      EXPECT_EQ(R.Status, 1) << R.Err;
      It->second = linesOf(R.Out);
    }
    return It->second;
  }

  static void expectShown(const std::string &Page, const Excerpt &Of,
                          const std::string &Format) {
    std::size_t Furthest = 0;
    if (!contains(output(Format), 0, Of.Text, 0, Furthest))
      ADD_FAILURE() << Page << ":" << Of.Line + Furthest
                    << ": cppwarden writes no such line there:\n"
                    << Of.Text[std::min(Furthest, Of.Text.size() - 1)];
  }

  static std::optional<TestProject> Project;
};
std::optional<TestProject> DocumentedOutput::Project;

TEST_F(DocumentedOutput, FormatsAreAsTheirPageShows) {
  std::set<std::string> Shown;
  for (const Excerpt &Of : excerptsOf(linesOf(
           readFile(fs::path(CPPWARDEN_SOURCE_DIR) / "docs/formats.md")))) {
    expectShown("docs/formats.md", Of, Of.Section);
    Shown.insert(Of.Section);
  }
  EXPECT_EQ(Shown, (std::set<std::string>{"text", "jsonl", "github",
                                          "gitlab-sast", "gitlab-codequality",
                                          "checkstyle", "junit", "csv"}));
}

TEST_F(DocumentedOutput, TheFirstPageShowsWhatTheFirstCommandSays) {
  auto All = excerptsOf(
      linesOf(readFile(fs::path(CPPWARDEN_SOURCE_DIR) / "README.md")));
  ASSERT_EQ(All.size(), 2u);
  for (const Excerpt &Of : All)
    expectShown("README.md", Of, "text");
}

TEST(Excerpts, DotsStandForAnything) {
  EXPECT_TRUE(fits("a…c…e", "abcde"));
  EXPECT_TRUE(fits("…", ""));
  EXPECT_FALSE(fits("a…c…e", "abcd"));
  EXPECT_FALSE(fits("abc…bcd", "abcd")) << "nothing counts twice";
  std::size_t Furthest = 0;
  Lines Output = {"1", "2", "1", "3", "4"};
  EXPECT_TRUE(contains(Output, 0, {"1", "3"}, 0, Furthest));
  EXPECT_TRUE(contains(Output, 0, {"2", "  …", "4"}, 0, Furthest));
  Furthest = 0;
  EXPECT_FALSE(contains(Output, 0, {"2", "3"}, 0, Furthest));
  EXPECT_EQ(Furthest, 1u);
}

} // namespace
