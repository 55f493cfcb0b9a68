#include "report/Suppressions.h"
#include "SampleReport.h"
#include "report/SourceTokens.h"
#include "report/SuppressionDirective.h"
#include <gmock/gmock.h>

using namespace cppwarden;
using namespace cppwarden::report;
using namespace cppwarden::report::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using namespace std::chrono_literals;

namespace {

/// Source with its comments read and one finding a mark: `@rule@` in the text
/// is taken out and a finding of that rule put in its place, up to the end of
/// the line or, with `@rule+2@`, of the second next line.
class Case {
public:
  explicit Case(const std::string &Marked) {
    std::size_t At = 0;
    struct Mark {
      std::size_t Offset;
      std::string Rule;
      unsigned MoreLines;
    };
    std::vector<Mark> Marks;
    while (true) {
      std::size_t Open = Marked.find('@', At);
      Text += Marked.substr(At, Open - At);
      if (Open == std::string::npos)
        break;
      std::size_t Close = Marked.find('@', Open + 1);
      std::string Rule = Marked.substr(Open + 1, Close - Open - 1);
      unsigned More = 0;
      if (std::size_t Plus = Rule.find('+'); Plus != std::string::npos) {
        More = static_cast<unsigned>(std::stoul(Rule.substr(Plus + 1)));
        Rule.resize(Plus);
      }
      Marks.push_back({Text.size(), Rule, More});
      At = Close + 1;
    }
    SourceText Source(Text);
    for (const Mark &M : Marks) {
      Finding F;
      F.RuleId = M.Rule;
      F.Level = Severity::Error;
      std::uint32_t Line = Source.lineAt(M.Offset);
      F.Range = {
          "a.cpp", Line,
          static_cast<std::uint32_t>(M.Offset - Source.offset(Line, 1) + 1),
          Line + M.MoreLines, 1000};
      F.Message = "finding";
      Findings.push_back(F);
    }
    SourceTokens Tokens(Text, 0);
    while (auto Token = Tokens.next()) {
      if (Token->Kind != TokenKind::Comment)
        continue;
      std::uint32_t Line = Source.lineAt(Token->Begin);
      std::size_t Start = Source.offset(Line, 1);
      Comments.push_back(
          {"a.cpp", Line, static_cast<std::uint32_t>(Token->Begin - Start + 1),
           Source.lineAt(Token->End - 1),
           Text.substr(Token->Begin, Token->End - Token->Begin),
           llvm::StringRef(Text).slice(Start, Token->Begin).trim().empty()});
    }
    Options.Today = 2026y / 6 / 15;
    Options.KnownRules = {sqlRule(), credentialRule()};
    for (const RuleDescriptor &Rule : suppressionRules())
      Options.KnownRules.push_back(Rule);
    for (const RuleDescriptor &Rule : Options.KnownRules)
      Options.EnabledRules.insert(Rule.Id);
    Options.IsFileComplete = [](llvm::StringRef) { return true; };
    Options.IsProgramComplete = true;
  }

  /// "rule" of active findings, "(rule)" of suppressed ones, "line:rule" of
  /// those about suppressions; in order of the text.
  std::vector<std::string> run() {
    BufferSources Sources({{"a.cpp", Text}});
    Report R;
    R.Findings = applySuppressions(Findings, Comments, Sources, Options);
    R.normalise();
    Result = R.Findings;
    std::vector<std::string> Names;
    for (const ReportedFinding &F : R.Findings) {
      if (llvm::StringRef(F.Value.RuleId).starts_with("suppression-"))
        Names.push_back(std::to_string(F.Value.Range.Line) + ":" +
                        F.Value.RuleId.substr(12));
      else
        Names.push_back(F.isActive() ? F.Value.RuleId
                                     : "(" + F.Value.RuleId + ")");
    }
    return Names;
  }

  std::string Text;
  std::vector<Finding> Findings;
  std::vector<SuppressionComment> Comments;
  SuppressionOptions Options;
  std::vector<ReportedFinding> Result;
};

std::vector<std::string> run(const std::string &Marked) {
  return Case(Marked).run();
}

SuppressionDirective parsed(const std::string &Text) {
  auto All = parseDirectives({"a.cpp", 7, 5, 7, Text, true});
  EXPECT_EQ(All.size(), 1u) << Text;
  return All.empty() ? SuppressionDirective() : All.front();
}

} // namespace

TEST(SuppressionDirective, ReadsItsParts) {
  SuppressionDirective D = parsed("// cppwarden-ignore[sql-injection, "
                                  "weak-*,CWE-89] until=2026-12-31: as agreed");
  EXPECT_EQ(D.Malformed, "");
  EXPECT_EQ(D.Kind, DirectiveKind::Line);
  ASSERT_EQ(D.Rules.size(), 3u);
  EXPECT_EQ(D.Rules[0].Pattern, "sql-injection");
  EXPECT_EQ(D.Rules[1].Pattern, "weak-*");
  EXPECT_EQ(D.Rules[2].Cwe, 89u);
  EXPECT_EQ(D.Until, 2026y / 12 / 31);
  EXPECT_EQ(D.Reason, "as agreed");
  EXPECT_EQ(D.Where, (SourceRange{"a.cpp", 7, 8, 7, 8 + 46}));
}

TEST(SuppressionDirective, KnowsItsWords) {
  EXPECT_EQ(parsed("/* cppwarden-ignore-begin[x] */").Kind,
            DirectiveKind::Begin);
  EXPECT_EQ(parsed("/* cppwarden-ignore-end[x] */").Kind, DirectiveKind::End);
  EXPECT_EQ(parsed("/// cppwarden-ignore-file[x]: y").Kind,
            DirectiveKind::File);
  EXPECT_EQ(parsed("//NOLINT").Kind, DirectiveKind::Line);
  EXPECT_EQ(parsed("// NOLINTNEXTLINE(x)").Kind, DirectiveKind::NextLine);
  EXPECT_EQ(parsed("// NOLINTBEGIN(x)").Kind, DirectiveKind::Begin);
  EXPECT_EQ(parsed("// NOLINTEND(x)").Kind, DirectiveKind::End);
  EXPECT_FALSE(parsed("// NOLINT").HasList);
}

TEST(SuppressionDirective, ReasonsEndAtTheNextDirective) {
  auto All = parseDirectives(
      {"a.cpp", 1, 1, 1,
       "// NOLINT(cppwarden-sql-injection): first cppwarden-ignore[x]: second",
       false});
  ASSERT_EQ(All.size(), 2u);
  EXPECT_EQ(All[0].Reason, "first");
  EXPECT_EQ(All[1].Reason, "second");
  EXPECT_EQ(All[1].Where.Column, 43u);
}

TEST(SuppressionDirective, BlocksAreReadLineByLine) {
  auto All = parseDirectives({"a.cpp", 10, 3, 13,
                              "/* About this.\n"
                              "   * cppwarden-ignore[x]: one\n"
                              "   * cppwarden-ignore[y]: two */",
                              true});
  ASSERT_EQ(All.size(), 2u);
  EXPECT_EQ(All[0].Reason, "one");
  EXPECT_EQ(All[0].Where.Line, 11u);
  EXPECT_EQ(All[0].Where.Column, 6u);
  EXPECT_EQ(All[1].Reason, "two");
}

TEST(SuppressionDirective, ProseIsNoDirective) {
  EXPECT_THAT(parseDirectives({"a.cpp", 1, 1, 1,
                               "// write a cppwarden-ignore comment", true}),
              IsEmpty());
  EXPECT_THAT(
      parseDirectives({"a.cpp", 1, 1, 1, "// NOLINTABLE xNOLINT", true}),
      IsEmpty());
}

TEST(SuppressionDirective, SaysWhatIsWrong) {
  EXPECT_THAT(parsed("// cppwarden-ignore: why").Malformed,
              HasSubstr("names no rule"));
  EXPECT_THAT(parsed("// cppwarden-ignore[]: why").Malformed,
              HasSubstr("names no rule"));
  EXPECT_THAT(parsed("// cppwarden-ignore[x").Malformed,
              HasSubstr("closing ']'"));
  EXPECT_THAT(parsed("// cppwarden-ignore-line[x]").Malformed,
              HasSubstr("cppwarden-ignore-line"));
  for (const char *Date : {"2026-02-30", "2026-2-3", "soon", "20260203",
                           "2026-13-01", "2026--1-01"})
    EXPECT_THAT(
        parsed(std::string("// cppwarden-ignore[x] until=") + Date).Malformed,
        HasSubstr("is no date"))
        << Date;
}

TEST(Suppressions, OnTheLine) {
  EXPECT_THAT(run("@sql-injection@f(); // cppwarden-ignore[sql-injection]: x\n"
                  "@sql-injection@g();\n"),
              ElementsAre("(sql-injection)", "sql-injection"));
  EXPECT_THAT(
      run("@sql-injection@f(/* cppwarden-ignore[sql-injection]: x */ a);\n"),
      ElementsAre("(sql-injection)"));
  EXPECT_THAT(
      run("@hardcoded-credential@f(); // cppwarden-ignore[sql-injection]: x\n"),
      ElementsAre("hardcoded-credential", "1:unused"));
}

TEST(Suppressions, OnTheLineAbove) {
  EXPECT_THAT(run("// cppwarden-ignore[sql-injection]: x\n"
                  "@sql-injection@f();\n"
                  "@sql-injection@g();\n"),
              ElementsAre("(sql-injection)", "sql-injection"));
  EXPECT_THAT(
      run("/* cppwarden-ignore[sql-injection]: x */ @sql-injection@f();\n"
          "@sql-injection@g();\n"),
      ElementsAre("(sql-injection)", "sql-injection"));
}

TEST(Suppressions, StackAboveOneLine) {
  EXPECT_THAT(run("// cppwarden-ignore[sql-injection]: x\n"
                  "// A word about it.\n"
                  "\n"
                  "/* cppwarden-ignore[hardcoded-credential]:\n"
                  "   y */\n"
                  "@sql-injection@f(@hardcoded-credential@p);\n"),
              ElementsAre("(sql-injection)", "(hardcoded-credential)"));
}

TEST(Suppressions, CoverTheWholeStatementBelow) {
  EXPECT_THAT(run("// cppwarden-ignore[sql-injection]: x\n"
                  "auto rows =\n"
                  "    query(a,\n"
                  "          @sql-injection@b);\n"
                  "@sql-injection@query(c);\n"),
              ElementsAre("(sql-injection)", "sql-injection"));
  EXPECT_THAT(run("// cppwarden-ignore[sql-injection]: x\n"
                  "std::cout << \";\" << ')'\n"
                  "          << @sql-injection@b;\n"
                  "@sql-injection@c();\n"),
              ElementsAre("(sql-injection)", "sql-injection"));
}

TEST(Suppressions, EndBeforeABody) {
  EXPECT_THAT(
      run("// cppwarden-ignore[sql-injection]: x\n"
          "void f(int a = @sql-injection@1,\n"
          "       int b = @sql-injection@2) {\n"
          "  @sql-injection@g();\n"
          "}\n"),
      ElementsAre("(sql-injection)", "(sql-injection)", "sql-injection"));
  EXPECT_THAT(run("// cppwarden-ignore[sql-injection]: x\n"
                  "run([&](int a) { // a lambda\n"
                  "  @sql-injection@g();\n"
                  "});\n"),
              ElementsAre("1:unused", "sql-injection"));
}

TEST(Suppressions, CoverOneElementOfAList) {
  EXPECT_THAT(run("const char *k[] = {\n"
                  "    // cppwarden-ignore[hardcoded-credential]: x\n"
                  "    @hardcoded-credential@\"a\",\n"
                  "    @hardcoded-credential@\"b\",\n"
                  "};\n"),
              ElementsAre("(hardcoded-credential)", "hardcoded-credential"));
  EXPECT_THAT(run("f(a,\n"
                  "  // cppwarden-ignore[hardcoded-credential]: x\n"
                  "  @hardcoded-credential@b);\n"
                  "@hardcoded-credential@g();\n"),
              ElementsAre("(hardcoded-credential)", "hardcoded-credential"));
}

TEST(Suppressions, OnAnyLineOfTheFinding) {
  EXPECT_THAT(run("@sql-injection+2@f(a,\n"
                  "  b, // cppwarden-ignore[sql-injection]: x\n"
                  "  c);\n"),
              ElementsAre("(sql-injection)"));
}

TEST(Suppressions, BetweenBeginAndEnd) {
  EXPECT_THAT(run("@sql-injection@a();\n"
                  "// cppwarden-ignore-begin[sql-injection]: x\n"
                  "@sql-injection@b();\n"
                  "@hardcoded-credential@c();\n"
                  "// cppwarden-ignore-end[sql-injection]\n"
                  "@sql-injection@d();\n"),
              ElementsAre("sql-injection", "(sql-injection)",
                          "hardcoded-credential", "sql-injection"));
  // Nested, and an end without a list.
  EXPECT_THAT(run("// cppwarden-ignore-begin[sql-injection]: x\n"
                  "// cppwarden-ignore-begin[hardcoded-credential]: y\n"
                  "@hardcoded-credential@a();\n"
                  "// cppwarden-ignore-end\n"
                  "@hardcoded-credential@b();\n"
                  "@sql-injection@c();\n"
                  "// cppwarden-ignore-end[sql-injection]\n"),
              ElementsAre("(hardcoded-credential)", "hardcoded-credential",
                          "(sql-injection)"));
}

TEST(Suppressions, BeginAndEndMustMatch) {
  EXPECT_THAT(run("// cppwarden-ignore-begin[sql-injection]: x\n"
                  "@sql-injection@a();\n"),
              ElementsAre("1:unbalanced", "sql-injection"));
  EXPECT_THAT(run("a();\n// cppwarden-ignore-end[sql-injection]\n"),
              ElementsAre("2:unbalanced"));
  EXPECT_THAT(run("// NOLINTBEGIN(cppwarden-sql-injection)\n"
                  "@sql-injection@a();\n"
                  "// NOLINTEND(bugprone-foo)\n"),
              ElementsAre("1:unbalanced", "sql-injection"));
  EXPECT_THAT(run("// NOLINTBEGIN\na();\n"), IsEmpty());
}

TEST(Suppressions, OfAWholeFile) {
  EXPECT_THAT(run("// A licence.\n"
                  "#ifndef A_H\n"
                  "#define A_H \\\n  1\n"
                  "// cppwarden-ignore-file[sql-injection]: generated\n"
                  "int a;\n"
                  "@sql-injection@f();\n"
                  "@hardcoded-credential@g();\n"),
              ElementsAre("(sql-injection)", "hardcoded-credential"));
  EXPECT_THAT(run("int a;\n"
                  "// cppwarden-ignore-file[sql-injection]: too late\n"
                  "@sql-injection@f();\n"),
              ElementsAre("2:malformed", "sql-injection"));
}

TEST(Suppressions, ByPatternAndCwe) {
  EXPECT_THAT(run("@sql-injection@f(); // cppwarden-ignore[*]: x\n"
                  "@sql-injection@f(); // cppwarden-ignore[sql-*]: x\n"
                  "@sql-injection@f(); // cppwarden-ignore[CWE-89]: x\n"
                  "@sql-injection@f(); // cppwarden-ignore[cwe-943]: x\n"
                  "@sql-injection@f(); // cppwarden-ignore[CWE-798]: x\n"
                  "@sql-injection@f(); // cppwarden-ignore[CWE-1]: x\n"),
              ElementsAre("(sql-injection)", "(sql-injection)",
                          "(sql-injection)", "(sql-injection)", "sql-injection",
                          "5:unused", "sql-injection", "6:unknown-rule"));
}

TEST(Suppressions, Nolint) {
  EXPECT_THAT(run("@sql-injection@f(); // NOLINT(cppwarden-sql-injection)\n"
                  "@sql-injection@f(); // NOLINT(bugprone-x, cppwarden-*)\n"
                  "@sql-injection@f(); // NOLINT\n"
                  "@sql-injection@f(); // NOLINT(*)\n"
                  "@sql-injection@f(); // NOLINT(*-injection)\n"
                  "@sql-injection@f(); // NOLINT(bugprone-*)\n"
                  "@sql-injection@f(); // NOLINT(sql-injection)\n"
                  "@sql-injection@f(); // NOLINT()\n"
                  "// NOLINTNEXTLINE(cppwarden-sql-injection)\n"
                  "@sql-injection@f();\n"
                  "@sql-injection@f();\n"),
              ElementsAre("(sql-injection)", "(sql-injection)",
                          "(sql-injection)", "(sql-injection)",
                          "(sql-injection)", "sql-injection", "sql-injection",
                          "sql-injection", "(sql-injection)", "sql-injection"));
  EXPECT_THAT(run("// NOLINT(cppwarden-sql-injection)\n"
                  "@sql-injection@f();\n"),
              ElementsAre("1:unused", "sql-injection"))
      << "as in clang-tidy, NOLINT is about its own line";
  Case Strict("@sql-injection@f(); // NOLINT\n");
  Strict.Options.HonourBareNolint = false;
  EXPECT_THAT(Strict.run(), ElementsAre("sql-injection"));
}

TEST(Suppressions, ExpireAfterTheirDay) {
  Case C("@sql-injection@f(); // cppwarden-ignore[sql-injection] "
         "until=2026-06-15: x\n");
  EXPECT_THAT(C.run(), ElementsAre("(sql-injection)"));
  C.Options.Today = 2026y / 6 / 16;
  EXPECT_THAT(C.run(), ElementsAre("sql-injection", "1:expired"));
  EXPECT_THAT(C.Result[1].Value.Message, HasSubstr("2026-06-15"));
}

TEST(Suppressions, UnknownRulesGetASuggestion) {
  Case C("@sql-injection@f(); // cppwarden-ignore[sql-injecton]: x\n");
  EXPECT_THAT(C.run(), ElementsAre("sql-injection", "1:unknown-rule"));
  EXPECT_THAT(C.Result[1].Value.Hint, HasSubstr("sql-injection"));
  EXPECT_EQ(C.Result[1].Value.Level, Severity::Warning);
  EXPECT_THAT(run("f(); // NOLINT(cppwarden-nonsense)\n"),
              ElementsAre("1:unknown-rule"));
  EXPECT_THAT(run("f(); // NOLINT(other-nonsense)\n"), IsEmpty());
}

TEST(Suppressions, ReasonsAreWantedOnlyWhereRequired) {
  Case C("@sql-injection@f(); // cppwarden-ignore[sql-injection]\n"
         "@sql-injection@f(); // NOLINT(cppwarden-sql-injection)\n"
         "@sql-injection@f(); // NOLINT(cppwarden-sql-injection) why\n"
         "@sql-injection@f(); // NOLINT\n");
  EXPECT_THAT(C.run(), ElementsAre("(sql-injection)", "(sql-injection)",
                                   "(sql-injection)", "(sql-injection)"));
  C.Options.RequireReason = true;
  EXPECT_THAT(C.run(), ElementsAre("(sql-injection)", "1:missing-reason",
                                   "(sql-injection)", "2:missing-reason",
                                   "(sql-injection)", "(sql-injection)"));
}

TEST(Suppressions, UnusedOnlyWhereTheRuleSawEverything) {
  Case C("f(); // cppwarden-ignore[sql-injection]: x\n");
  EXPECT_THAT(C.run(), ElementsAre("1:unused"));
  C.Options.IsProgramComplete = false; // a flow rule
  EXPECT_THAT(C.run(), IsEmpty());
  C.Options.IsProgramComplete = true;
  C.Options.IsFileComplete = [](llvm::StringRef) { return false; };
  EXPECT_THAT(C.run(), IsEmpty());
  C.Options.IsFileComplete = [](llvm::StringRef) { return true; };
  C.Options.EnabledRules.erase("sql-injection");
  EXPECT_THAT(C.run(), IsEmpty());
  C.Options.EnabledRules.insert("sql-injection");
  C.Options.EnabledRules.erase("suppression-unused");
  EXPECT_THAT(C.run(), IsEmpty());
}

TEST(Suppressions, SeveralThatMatchAreAllInUse) {
  EXPECT_THAT(
      run("// cppwarden-ignore-file[sql-injection]: whole file\n"
          "@sql-injection@f(); // cppwarden-ignore[sql-injection]: line\n"),
      ElementsAre("(sql-injection)"));
  Case C("// cppwarden-ignore-file[sql-injection]: whole file\n"
         "@sql-injection@f(); // cppwarden-ignore[sql-injection]: line\n");
  C.run();
  EXPECT_EQ(C.Result[0].Suppression->Justification, "line");
}

TEST(Suppressions, CommentsOfHeadersMayComeTwice) {
  Case C("f(); // cppwarden-ignore[sql-injection]: x\n");
  std::vector<SuppressionComment> Twice = C.Comments;
  C.Comments.insert(C.Comments.end(), Twice.begin(), Twice.end());
  EXPECT_THAT(C.run(), ElementsAre("1:unused"));
}

TEST(Suppressions, WorkWithoutTheSource) {
  Finding F;
  F.RuleId = "sql-injection";
  F.Range = {"gone.cpp", 4, 1, 4, 2};
  BufferSources None({});
  Case C("");
  auto Result = applySuppressions(
      {F},
      {{"gone.cpp", 3, 1, 3, "// cppwarden-ignore[sql-injection]: x", true}},
      None, C.Options);
  ASSERT_EQ(Result.size(), 1u);
  EXPECT_FALSE(Result[0].isActive());
}

// The documentation's examples do what it says: bad reports its rule, good does
// not report anything.
TEST(SuppressionRules, ExamplesHold) {
  RuleDescriptor Random;
  Random.Id = "predictable-random";
  for (const RuleDescriptor &Rule : suppressionRules()) {
    for (bool IsBad : {true, false}) {
      std::string Code = IsBad ? Rule.Bad.Code : Rule.Good.Code;
      std::string Marked;
      for (std::size_t At = 0; At < Code.size(); ++At) {
        if (llvm::StringRef(Code).substr(At).starts_with("std::rand"))
          Marked += "@predictable-random@";
        Marked += Code[At];
      }
      Case C(Marked);
      C.Options.KnownRules.push_back(Random);
      C.Options.EnabledRules.insert(Random.Id);
      C.Options.RequireReason = Rule.Id == "suppression-missing-reason";
      std::vector<std::string> Ids;
      C.run();
      for (const ReportedFinding &F : C.Result)
        if (llvm::StringRef(F.Value.RuleId).starts_with("suppression-"))
          Ids.push_back(F.Value.RuleId);
      if (IsBad)
        EXPECT_THAT(Ids, ElementsAre(Rule.Id));
      else
        EXPECT_THAT(Ids, IsEmpty()) << Rule.Id;
    }
  }
}
