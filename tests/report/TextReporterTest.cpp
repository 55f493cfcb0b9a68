#include "SampleReport.h"
#include "report/Excerpt.h"
#include <gmock/gmock.h>

using namespace cppwarden;
using namespace cppwarden::report;
using namespace cppwarden::report::testing;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

static std::string marked(const Excerpt &E) {
  return E.Text + "\n" + std::string(E.MarkBegin, ' ') +
         std::string(E.MarkWidth, '^');
}

TEST(Excerpt, MarksBytesOfPlainText) {
  EXPECT_EQ(marked(makeExcerpt("int x = y;", {8, 9}, {}, 80)), "int x = y;\n"
                                                               "        ^");
  // A mere place, also behind the end, gets one cell.
  EXPECT_EQ(marked(makeExcerpt("ab", {1, 1}, {}, 80)), "ab\n ^");
  EXPECT_EQ(marked(makeExcerpt("ab", {9, 9}, {}, 80)), "ab\n  ^");
}

TEST(Excerpt, ExpandsTabsToFour) {
  EXPECT_EQ(marked(makeExcerpt("\ta\tb", {3, 4}, {}, 80)), "    a   b\n"
                                                           "        ^");
  EXPECT_EQ(marked(makeExcerpt("ab\tc", {2, 3}, {}, 80)), "ab  c\n"
                                                          "  ^^");
}

TEST(Excerpt, CountsCellsNotBytes) {
  // "é" is two bytes in one cell, "漢" three bytes in two, a combining accent
  // none.
  EXPECT_EQ(marked(makeExcerpt("é漢x", {5, 6}, {}, 80)), "é漢x\n   ^");
  EXPECT_EQ(marked(makeExcerpt("é漢x", {2, 5}, {}, 80)), "é漢x\n ^^");
  EXPECT_EQ(marked(makeExcerpt("e\xCC\x81x", {3, 4}, {}, 80)),
            "e\xCC\x81x\n ^");
}

TEST(Excerpt, ShowsNothingATerminalWouldObey) {
  EXPECT_EQ(makeExcerpt("a\x1B[31mb", {0, 1}, {}, 80).Text, "a\uFFFD[31mb");
  EXPECT_EQ(makeExcerpt("a\u202Eb", {0, 1}, {}, 80).Text, "a\uFFFDb");
  EXPECT_EQ(makeExcerpt("a\xFF\x80"
                        "b",
                        {3, 4}, {}, 80)
                .Text,
            "a\uFFFD\uFFFDb");
  EXPECT_EQ(makeExcerpt("\xEF\xBB\xBFint", {3, 6}, {}, 80).MarkBegin, 0u);
  EXPECT_EQ(printable("a\nb\x07"), "a b\uFFFD");
}

TEST(Excerpt, CutsLongLinesAroundTheMark) {
  std::string Line = std::string(200, 'a') + "MARK" + std::string(200, 'b');
  Excerpt E = makeExcerpt(Line, {200, 204}, {}, 40);
  EXPECT_EQ(characterCount(E.Text), 40u);
  EXPECT_EQ(E.Text.substr(0, 3), "…");
  EXPECT_THAT(E.Text, EndsWith("…"));
  // Cells of ASCII behind one three-byte ellipsis.
  EXPECT_EQ(E.Text.substr(E.MarkBegin + 2, E.MarkWidth), "MARK");
  // Near the beginning nothing is cut there.
  E = makeExcerpt("MARK" + std::string(200, 'b'), {0, 4}, {}, 40);
  EXPECT_EQ(E.Text.substr(0, 4), "MARK");
  EXPECT_EQ(characterCount(E.Text), 40u);
  // Near the end nothing is cut there.
  E = makeExcerpt(std::string(200, 'a') + "MARK", {200, 204}, {}, 40);
  EXPECT_THAT(E.Text, EndsWith("MARK"));
  EXPECT_EQ(characterCount(E.Text), 40u);
  // A mark longer than the room ends with the room.
  E = makeExcerpt(std::string(200, 'a'), {10, 190}, {}, 40);
  EXPECT_LE(E.MarkBegin + E.MarkWidth, 40u);
}

TEST(Excerpt, CutAtEveryPlaceKeepsTheMarkOnItsText) {
  // Wide characters and tabs across the cuts.
  std::string Line;
  for (int I = 0; I < 40; ++I)
    Line += I % 3 == 0 ? "漢" : I % 3 == 1 ? "\t" : "xy";
  Line += "@";
  for (int I = 0; I < 40; ++I)
    Line += I % 2 == 0 ? "漢" : "z";
  std::size_t At = Line.find('@');
  for (unsigned Width = 24; Width < 160; ++Width) {
    Excerpt E = makeExcerpt(Line, {At, At + 1}, {}, Width);
    unsigned Cells = 0;
    llvm::StringRef Rest = E.Text;
    while (!Rest.empty() && Rest[0] != '@') {
      DecodedCharacter C = decodeFirst(Rest);
      Cells += C.Value == U'漢' ? 2 : 1;
      Rest = Rest.drop_front(C.Bytes);
    }
    ASSERT_FALSE(Rest.empty()) << Width;
    EXPECT_EQ(Cells, E.MarkBegin) << Width << "\n" << marked(E);
    EXPECT_EQ(E.MarkWidth, 1u) << Width;
  }
}

TEST(Excerpt, MasksKeepEveryCell) {
  std::string Line = "key(\"qV7rT2mZ9xLw4KpB\", x)";
  Excerpt E = makeExcerpt(Line, {23, 24}, {{5, 21}}, 80);
  EXPECT_EQ(marked(E), "key(\"qV7…************\", x)\n"
                       "                       ^");
  EXPECT_EQ(makeExcerpt("p = \"geheim\"", {0, 1}, {{5, 11}}, 80).Text,
            "p = \"******\"");
  EXPECT_EQ(makeExcerpt("\"漢字漢字\"!", {14, 15}, {{1, 13}}, 80).MarkBegin,
            10u);
}

// The whole text is written out once, so that a reader of the tests sees what a
// user sees.
TEST(TextReporter, WritesTheSample) {
  Sample S = sampleReport();
  EXPECT_EQ(
      written("text", S),
      R"out(src/login.cpp:5:25: warning: the literal "qV7…(16 characters)" is the password of a login [hardcoded-credential]
     5 |   return connect("api", key);
       |                         ^~~
  flow:
    1. src/login.cpp:3:21: the literal qV7…(16 characters)
       3 |   const char *key = "qV7…************";
         |                     ^~~~~~~~~~~~~~~~~~
    2. src/login.cpp:5:25: the password of connect
  hint: read it from the environment, not qV7…(16 characters)

src/orders db.cpp:5:19: error: text from an HTTP request is embedded in an SQL statement [sql-injection]
     5 |     sqlite3_exec(db, query.c_str(), nullptr, nullptr, nullptr);
       |                      ^~~~~~~~~~~~~
  flow:
    1. src/handler.cpp:3:13: an HTTP request is read here
       3 |   auto id = request.get_param_value("id"); // größe 🙂
         |             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    2. src/handler.cpp:4:27: passed to removeOrder
       4 |   removeOrder(database(), id);
         |                           ^~
    3. src/orders db.cpp:4:59: embedded in query
       4 |   std::string query = "DELETE FROM orders WHERE id = '" + id + "'";
         |                                                           ^~~~~~~~
    4. src/orders db.cpp:5:19: reaches sqlite3_exec
  hint: bind the value with sqlite3_bind_text

src/odd.cpp: incomplete: 2 compiler errors
  first error: src/odd.cpp:3:10: 'missing.h' file not found
src/slow.cpp: not analysed: timed out after 120 s

1 error, 1 warning (1 suppressed); 3 of 5 units analysed in full, 1 incomplete, 1 failed
)out");
}

TEST(TextReporter, SummaryTellsWhatWasAnalysed) {
  Sample S = emptyReport();
  EXPECT_EQ(written("text", S),
            "no findings; all 12 units were analysed in full\n");
  S.Value.Units.Units = 1;
  EXPECT_EQ(written("text", S),
            "no findings; the one unit was analysed in full\n");
  S.Value.Units.Units = 0;
  EXPECT_EQ(written("text", S), "no findings, but nothing was analysed\n");
  S.Value.Units.Units = 120;
  S.Value.Units.Problems = {
      {"a.cpp", UnitState::Incomplete, "1 error", "", {}},
      {"b.cpp", UnitState::Incomplete, "1 error", "", {}}};
  EXPECT_THAT(
      written("text", S),
      EndsWith(
          "no findings; 118 of 120 units analysed in full, 2 incomplete\n"));
  S.Value.Run.Elapsed = std::chrono::milliseconds(2345);
  EXPECT_THAT(written("text", S), EndsWith("2 incomplete in 2.3 s\n"));
}

TEST(TextReporter, ManyProblemsAreCounted) {
  Sample S = emptyReport();
  for (int I = 0; I < 12; ++I)
    S.Value.Units.Problems.push_back({"u" + std::to_string(10 + I) + ".cpp",
                                      UnitState::Failed,
                                      "crashed",
                                      "",
                                      {}});
  std::string Text = written("text", S);
  EXPECT_THAT(Text, HasSubstr("u19.cpp"));
  EXPECT_THAT(Text, Not(HasSubstr("u20.cpp")));
  EXPECT_THAT(Text, HasSubstr("… and 2 more units"));
}

TEST(TextReporter, ColoursOnlyWhenAsked) {
  Sample S = sampleReport();
  EXPECT_THAT(written("text", S), Not(HasSubstr("\x1B")));
  WriteOptions Options;
  Options.Colour = true;
  std::string Coloured = written("text", S, Options);
  EXPECT_THAT(Coloured, HasSubstr("\x1B[1;31merror:\x1B[0m"));
  // Without its escape sequences it is the same text.
  std::string Plain;
  for (std::size_t I = 0; I < Coloured.size(); ++I) {
    if (Coloured[I] == '\x1B')
      I = Coloured.find('m', I);
    else
      Plain += Coloured[I];
  }
  EXPECT_EQ(Plain, written("text", S));
}

TEST(TextReporter, ShowsSuppressedFindingsOnRequest) {
  Sample S = sampleReport();
  EXPECT_THAT(written("text", S), Not(HasSubstr("src/login.cpp:4:17")));
  WriteOptions Options;
  Options.ShowSuppressed = true;
  EXPECT_THAT(written("text", S, Options),
              HasSubstr("suppressed at src/login.cpp:4:32: test rig"));
}

TEST(TextReporter, LongFlowsKeepTheirEnds) {
  Sample S = sampleReport();
  Finding F = S.Value.Findings.back().Value;
  FlowStep Step = F.Flow[1];
  F.Flow.clear();
  for (int I = 1; I <= 40; ++I) {
    Step.Message = "step " + std::to_string(I) + ".";
    F.Flow.push_back(Step);
  }
  S.Value.Findings = {{F, std::nullopt}};
  std::string Text = written("text", S);
  EXPECT_THAT(Text, HasSubstr("step 8."));
  EXPECT_THAT(Text, Not(HasSubstr("step 9.")));
  EXPECT_THAT(Text, HasSubstr("24 steps left out"));
  EXPECT_THAT(Text, Not(HasSubstr("step 32.")));
  EXPECT_THAT(Text, HasSubstr("step 33."));
  EXPECT_THAT(Text, HasSubstr("step 40."));
}

TEST(TextReporter, NeedsNoSource) {
  Sample S = sampleReport();
  S.Sources = BufferSources({});
  std::string Text = written("text", S);
  EXPECT_THAT(Text, HasSubstr("src/orders db.cpp:5:19: error: "));
  EXPECT_THAT(Text, Not(HasSubstr(" | ")));
  // A source that has become shorter since.
  S = sampleReport();
  S.Sources = BufferSources({{"src/orders db.cpp", "x\n"}});
  EXPECT_THAT(written("text", S), Not(HasSubstr(" | ")));
}

TEST(TextReporter, FirstLineOfALongerRangeIsMarkedToItsEnd) {
  Sample S = emptyReport();
  S.Sources = BufferSources({{"a.cpp", "  call(one,\n       two);\n"}});
  Finding F;
  F.RuleId = "sql-injection";
  F.Range = {"a.cpp", 1, 3, 2, 11};
  F.Message = "m";
  S.Value.Findings = {{F, std::nullopt}};
  EXPECT_THAT(written("text", S), HasSubstr("     1 |   call(one,\n"
                                            "       |   ^~~~~~~~~\n"));
}
