//===- ModelDocsTest.cpp - The examples of docs/models.md -----------------===//
//
// A ```yaml model``` block is a model file. Each ```cpp finding``` block behind
// it is linted with it and yields what its lines expect, nothing else; each
// ```cpp silent``` block yields nothing. A ```cpp fixed``` block is what the
// fixes of the findings make of the block before it. All rules are enabled.
//
//===----------------------------------------------------------------------===//
#include "TestUnit.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <fstream>
#include <set>
#include <sstream>

using namespace cppwarden;
using namespace cppwarden::tests;

namespace {

struct Block {
  std::string Info; ///< what follows the fence: "cpp finding"
  std::string Text;
  unsigned Line = 0; ///< of the fence
};

std::vector<Block> blocksOf(const std::string &Path) {
  std::ifstream In(Path);
  EXPECT_TRUE(In) << Path;
  std::vector<Block> Out;
  std::string Line;
  bool Inside = false;
  for (unsigned Number = 1; std::getline(In, Line); ++Number) {
    if (Line.starts_with("```")) {
      Inside = !Inside;
      if (Inside)
        Out.push_back({Line.substr(3), "", Number});
    } else if (Inside) {
      Out.back().Text += Line + "\n";
    }
  }
  EXPECT_FALSE(Inside) << "a fence is open at the end of " << Path;
  return Out;
}

/// A model and the programs that use it.
struct Example {
  Block Model;
  std::vector<Block> Programs;
};

void PrintTo(const Example &Each, std::ostream *Out) {
  *Out << "docs/models.md:" << Each.Model.Line;
}

std::vector<Example> examples() {
  std::vector<Example> Out;
  for (Block &B : blocksOf(CPPWARDEN_SOURCE_DIR "/docs/models.md")) {
    if (B.Info == "yaml model")
      Out.push_back({std::move(B), {}});
    else if (B.Info == "cpp finding" || B.Info == "cpp silent" ||
             B.Info == "cpp fixed") {
      if (Out.empty())
        ADD_FAILURE() << "line " << B.Line << ": a program without a model";
      else
        Out.back().Programs.push_back(std::move(B));
    } else if (B.Info != "yaml")
      ADD_FAILURE() << "line " << B.Line << ": unknown kind of block '"
                    << B.Info << "'";
  }
  return Out;
}

/// The lines that end in `// expect: RULE`, as "line N: RULE".
std::set<std::string> expectedIn(const std::string &Text) {
  std::set<std::string> Out;
  std::istringstream In(Text);
  std::string Line;
  const std::string Mark = "// expect: ";
  for (unsigned Number = 1; std::getline(In, Line); ++Number)
    if (std::size_t At = Line.find(Mark); At != std::string::npos)
      Out.insert("line " + std::to_string(Number) + ": " +
                 Line.substr(At + Mark.size()));
  return Out;
}

/// Without marks.
std::string codeOf(const std::string &Text) {
  std::string Out;
  std::istringstream In(Text);
  for (std::string Line; std::getline(In, Line);)
    Out += llvm::StringRef(Line.substr(0, Line.find("// expect: ")))
               .rtrim()
               .str() +
           "\n";
  return Out;
}

/// Text after every fix, the last in it first; one edit each, on one line.
std::string fixed(const std::string &Text, std::vector<Finding> Findings) {
  std::set<TextEdit> Edits;
  for (const Finding &F : Findings)
    for (const Fix &Way : F.Fixes)
      Edits.insert(Way.Edits.begin(), Way.Edits.end());
  std::vector<std::string> Lines;
  std::istringstream In(Text);
  for (std::string Line; std::getline(In, Line);)
    Lines.push_back(Line);
  for (auto It = Edits.rbegin(); It != Edits.rend(); ++It) {
    std::string &Line = Lines.at(It->Range.Line - 1);
    EXPECT_EQ(Line.substr(It->Range.Column - 1, It->Replaced.size()),
              It->Replaced);
    Line.replace(It->Range.Column - 1, It->Replaced.size(), It->Replacement);
  }
  std::string Out;
  for (const std::string &Line : Lines)
    Out += Line + "\n";
  return codeOf(Out);
}

void run(const Example &Each) {
  TemporaryFolder Folder;
  rules::RuleOptions Options;
  Options.EnabledRules = allRuleIds();
  Options.ModelFiles = {Folder.write("model.yaml", Each.Model.Text)};
  auto Rules = rules::RuleSet::load(Options);
  ASSERT_TRUE(bool(Rules)) << llvm::toString(Rules.takeError());
  EXPECT_FALSE(Each.Programs.empty()) << "nothing shows what the model does";
  std::string Fixed;
  for (const Block &Program : Each.Programs) {
    SCOPED_TRACE("docs/models.md:" + std::to_string(Program.Line));
    if (Program.Info == "cpp fixed") {
      EXPECT_EQ(Program.Text, Fixed);
      continue;
    }
    std::string File = Folder.write("src/example.cpp", Program.Text);
    LintResult Result = lint(**Rules, (Folder.path() / "src").string(), {File});
    EXPECT_THAT(Result.Errors, testing::IsEmpty());
    std::set<std::string> Expected = expectedIn(Program.Text), Reported;
    std::string Found;
    for (const Finding &F : Result.Findings) {
      Reported.insert("line " + std::to_string(F.Range.Line) + ": " + F.RuleId);
      Found += describe(F);
    }
    EXPECT_EQ(Expected.empty(), Program.Info == "cpp silent")
        << "a finding block expects at least one, a silent block none";
    EXPECT_EQ(Reported, Expected) << Found;
    Fixed = fixed(Program.Text, Result.Findings);
  }
}

class ModelDocs : public testing::TestWithParam<Example> {};
TEST_P(ModelDocs, Example) { run(GetParam()); }
INSTANTIATE_TEST_SUITE_P(Blocks, ModelDocs, testing::ValuesIn(examples()),
                         [](const auto &Info) {
                           return "Line" +
                                  std::to_string(Info.param.Model.Line);
                         });

/// A key of an entry that no runnable example shows is not documented.
TEST(ModelDocsPage, EveryKeyHasAnExample) {
  std::string All;
  for (const Example &Each : examples())
    All += Each.Model.Text;
  for (const char *Key :
       {"name:",      "names:",     "arity:",       "types:",    "when:",
        "sources:",   "sinks:",     "uses:",        "flows:",    "format:",
        "guards:",    "callbacks:", "clears:",      "compares:", "pure:",
        "remedy:",    "from:",      "to:",          "as: copy",  "as: embed",
        "as: derive", "as: alias",  "as: move",     "add: true", "sanitises:",
        "escapes:",   "sink:",      "template:",    "args:",     "absent",
        "not:",       "params:",    "result:",      "of:",       "source:",
        "as: secret", "variables:", "kinds:",       "fixes:",    "at: callee",
        "with:",      "caution:",   "unless-sized:"})
    EXPECT_NE(All.find(Key), std::string::npos) << Key;
}

} // namespace
