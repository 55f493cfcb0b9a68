#include "report/Baseline.h"
#include "SampleReport.h"
#include "report/SourceText.h"
#include <gmock/gmock.h>

using namespace cppwarden;
using namespace cppwarden::report;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

struct Program {
  std::map<std::string, std::string, std::less<>> Files;
  Report Value;

  /// A finding on the first Needle of a file.
  Program &add(const std::string &File, const std::string &Needle,
               const char *Rule = "sql-injection", const char *Function = "f") {
    SourceText Text(Files.at(File));
    for (std::uint32_t Line = 1; Line <= Text.lineCount(); ++Line) {
      std::size_t At = Text.line(Line).find(Needle);
      if (At == llvm::StringRef::npos)
        continue;
      Finding F;
      F.RuleId = Rule;
      F.EnclosingFunction = Function;
      F.Range = {File, Line, std::uint32_t(At + 1), Line,
                 std::uint32_t(At + 1 + Needle.size())};
      Value.Findings.push_back({F, std::nullopt});
      return *this;
    }
    ADD_FAILURE() << "no " << Needle << " in " << File;
    return *this;
  }
  Baseline baseline() {
    Value.normalise();
    BufferSources Sources(Files);
    return makeBaseline(Value, Sources);
  }
  BaselineMatch apply(const Baseline &Old) {
    Value.normalise();
    BufferSources Sources(Files);
    return applyBaseline(Old, Value, Sources);
  }
};

Baseline read(llvm::StringRef Text) {
  auto Value = readBaseline(llvm::MemoryBufferRef(Text, "b.json"));
  EXPECT_TRUE(bool(Value)) << llvm::toString(Value.takeError());
  return *Value;
}

std::string whyNot(const std::string &Text) {
  auto Value = readBaseline(llvm::MemoryBufferRef(Text, "b.json"));
  EXPECT_FALSE(bool(Value)) << Text;
  return Value ? "" : llvm::toString(Value.takeError());
}

TEST(Baseline, SurvivesMovedLinesRenamedFilesAndReformatting) {
  Program Old{{{"a.cpp", "void f() {\n  run(a + b, \"x\");\n}\n"}}, {}};
  Baseline Recorded = Old.add("a.cpp", "run(a + b, \"x\")").baseline();
  Program New{{{"src/renamed.cpp",
                "// header\n\nvoid f()\n{\n\trun( a+b, /* why */ \"x\" );\n}"}},
              {}};
  BaselineMatch Match =
      New.add("src/renamed.cpp", "run( a+b, /* why */ \"x\" )").apply(Recorded);
  EXPECT_EQ(Match.Matched.size(), 1u);
  EXPECT_EQ(Match.Matched[0].File, "src/renamed.cpp");
  EXPECT_TRUE(Match.New.empty() && Match.Unmatched.empty());
  EXPECT_TRUE(New.Value.Findings[0].InBaseline);
  EXPECT_FALSE(New.Value.Findings[0].isActive());
}

TEST(Baseline, APlaceWithoutExtentSurvivesReformatting) {
  Program Old{{{"a.cpp", "void f() { g(1); p = make(one, two); }\n"}}, {}};
  Baseline Recorded = Old.add("a.cpp", "p").baseline();
  Program New{{{"a.cpp", "void f() {\n  p =\n    make(one,\n      two);\n}\n"}},
              {}};
  EXPECT_EQ(New.add("a.cpp", "p").apply(Recorded).Matched.size(), 1u);
  Program Other{{{"a.cpp", "void f() {\n  p = make(one, three);\n}\n"}}, {}};
  EXPECT_EQ(Other.add("a.cpp", "p").apply(Recorded).New.size(), 1u);
}

TEST(Baseline, OtherRuleFunctionOrCodeIsNew) {
  Program Old{{{"a.cpp", "run(a);\nrun(b);\n"}}, {}};
  Baseline Recorded = Old.add("a.cpp", "run(a)").baseline();
  for (auto [Code, Rule, Function] :
       {std::tuple("run(b)", "sql-injection", "f"),
        std::tuple("run(a)", "command-injection", "f"),
        std::tuple("run(a)", "sql-injection", "g")}) {
    Program New{Old.Files, {}};
    BaselineMatch Match =
        New.add("a.cpp", Code, Rule, Function).apply(Recorded);
    EXPECT_EQ(Match.New.size(), 1u) << Code << Rule << Function;
    EXPECT_EQ(Match.Unmatched.size(), 1u);
  }
}

TEST(Baseline, AnEntryAnswersForOneFindingAndFirstForItsOwnFile) {
  std::string Text = "run(a);\n";
  Program Old{{{"b.cpp", Text}, {"c.cpp", Text}}, {}};
  Baseline Recorded =
      Old.add("b.cpp", "run(a)").add("c.cpp", "run(a)").baseline();
  Program New{{{"a.cpp", Text}, {"b.cpp", Text}, {"c.cpp", Text}}, {}};
  New.add("a.cpp", "run(a)").add("b.cpp", "run(a)").add("c.cpp", "run(a)");
  BaselineMatch Match = New.apply(Recorded);
  ASSERT_EQ(Match.New.size(), 1u);
  EXPECT_EQ(Match.New[0].File, "a.cpp") << "the copy is the new one";
}

TEST(Baseline, SuppressedFindingsAreNeitherRecordedNorMatched) {
  Program Value{{{"a.cpp", "run(a);\n"}}, {}};
  Baseline Recorded = Value.add("a.cpp", "run(a)").baseline();
  Value.Value.Findings[0].Suppression.emplace();
  EXPECT_TRUE(Value.baseline().Entries.empty());
  EXPECT_EQ(Value.apply(Recorded).Unmatched.size(), 1u);
  EXPECT_EQ(Value.Value.counts().Suppressed, 1u);
  EXPECT_EQ(Value.Value.counts().Known, 0u);
}

TEST(Baseline, TheFileIsSortedOneEntryALineAndReadsBack) {
  Program Value{{{"a.cpp", "run(a);\nrun(b);\nrun(a);\n"}}, {}};
  Value.add("a.cpp", "run(a)").add("a.cpp", "run(b)");
  Finding Again = Value.Value.Findings[0].Value;
  Again.Range.Line = Again.Range.EndLine = 3;
  Value.Value.Findings.push_back({Again, std::nullopt});
  Baseline Recorded = Value.baseline();
  std::string Text = writeBaseline(Recorded);
  std::vector<std::string> Lines;
  for (llvm::StringRef Rest = Text; !Rest.empty();) {
    auto [Line, Next] = Rest.split('\n');
    Lines.push_back(Line.str());
    Rest = Next;
  }
  ASSERT_EQ(Lines.size(), 6u) << Text;
  EXPECT_TRUE(std::is_sorted(Lines.begin() + 1, Lines.end() - 1));
  for (int I = 1; I <= 3; ++I)
    EXPECT_EQ(Lines[I].back(), ',') << "a new last entry touches one line";
  Baseline Back = read(Text);
  EXPECT_EQ(writeBaseline(Back), Text);
  std::reverse(Back.Entries.begin(), Back.Entries.end());
  EXPECT_EQ(writeBaseline(Back), Text);
}

TEST(Baseline, AMergeThatLeavesEqualKeysKeepsBoth) {
  Program A{{{"a.cpp", "run(a);\n"}}, {}}, B{{{"b.cpp", "run(a);\n"}}, {}};
  std::string OfA = writeBaseline(A.add("a.cpp", "run(a)").baseline());
  std::string OfB = writeBaseline(B.add("b.cpp", "run(a)").baseline());
  std::string Line = OfB.substr(2, OfB.find('\n', 2) - 1);
  EXPECT_EQ(read(OfA.insert(2, Line)).Entries.size(), 2u);
}

TEST(Baseline, HoldsNoSecret) {
  Program Value{{{"a.cpp", "login(\"qV7rT2mZ9xLw4KpB\");\n"}}, {}};
  Value.add("a.cpp", "\"qV7rT2mZ9xLw4KpB\"", "hardcoded-credential");
  Value.Value.Findings[0].Value.Secrets = {"qV7rT2mZ9xLw4KpB"};
  Baseline One = Value.baseline();
  Program Other{{{"a.cpp", "login(\"aaaaaaaaaaaaaaaa\");\n"}}, {}};
  Other.add("a.cpp", "\"aaaaaaaaaaaaaaaa\"", "hardcoded-credential");
  Other.Value.Findings[0].Value.Secrets = {"aaaaaaaaaaaaaaaa"};
  EXPECT_EQ(writeBaseline(One), writeBaseline(Other.baseline()));
}

TEST(Baseline, HostileFilesGiveOneClearError) {
  std::string Print(32, 'a');
  for (auto [Text, Why] : std::vector<std::pair<std::string, const char *>>{
           {"", "parse error"},
           {"[]", "no JSON object"},
           {"{}", "no \"version\""},
           {"{\"version\": 2}", "newer cppwarden"},
           {"{\"version\": \"1\"}", "'version' has a value of another form"},
           {"{\"version\": {}}", "'version'"},
           {"{\"x\": {}, \"version\": 1}", "'x' is no fingerprint"},
           {"{\"" + Print + "-1\": {}, \"version\": 1}", "names no rule"},
           {"{\"" + Print + "-1\": {\"rule\": 3}, \"version\": 1}", "'rule'"},
           {"{\"" + Print + "-x\": {\"rule\": \"a\"}}", "is no fingerprint"},
           {"{\"\\n\\u001b[2J\": {}}", " �[2J' is no fingerprint"},
           {"{\n<<<<<<< HEAD\n", "conflict markers"},
           {std::string(1 << 20, '['), "no JSON object"},
           {"{\"\xff\": 1}", "parse error"},
           {"{\"version\": 1", "parse error"}}) {
    std::string Error = whyNot(Text);
    EXPECT_THAT(Error, AllOf(HasSubstr("b.json: no baseline: "), HasSubstr(Why),
                             HasSubstr("baseline create --force"),
                             Not(HasSubstr("\n"))));
  }
  std::string Deep = "{\"" + Print + "-1\": ";
  for (int I = 0; I < 100000; ++I)
    Deep += "{\"rule\": ";
  EXPECT_THAT(whyNot(Deep), HasSubstr("another form"));
}

TEST(Baseline, TheFormatsSayWhatIsNew) {
  report::testing::Sample S = report::testing::sampleReport();
  std::vector<ReportedFinding *> Active;
  for (ReportedFinding &F : S.Value.Findings)
    if (F.isActive())
      Active.push_back(&F);
  ASSERT_EQ(Active.size(), 2u);
  Active[0]->InBaseline = true;
  S.Value.Baseline.emplace();
  S.Value.Baseline->Known = 1;
  S.Value.Baseline->Gone = {
      {std::string(32, 'a'), "weak-hash", "old.cpp", "g"}};
  std::string Sarif = report::testing::written("sarif", S);
  EXPECT_THAT(Sarif, HasSubstr("\"baselineState\": \"unchanged\""));
  EXPECT_THAT(Sarif, HasSubstr("\"baselineState\": \"new\""));
  EXPECT_THAT(report::testing::written("jsonl", S),
              AllOf(HasSubstr("\"baselineState\":\"unchanged\""),
                    HasSubstr("\"baseline\":1"), HasSubstr("old.cpp")));
  std::string Text = report::testing::written("text", S);
  EXPECT_THAT(Text, AllOf(HasSubstr("1 suppressed, 1 in the baseline"),
                          HasSubstr("old.cpp: [weak-hash] in g"),
                          HasSubstr("baseline prune")));
  EXPECT_THAT(Text, Not(HasSubstr("[" + Active[0]->Value.RuleId + "]\n")));
}

} // namespace
