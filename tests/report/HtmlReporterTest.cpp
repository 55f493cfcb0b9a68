// The html format without a browser; HtmlBrowserTest.cpp opens it in one.
#include "SampleReport.h"
#include "report/HtmlText.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Base64.h"
#include "llvm/Support/SHA256.h"
#include <gmock/gmock.h>
#include <regex>

using namespace cppwarden;
using namespace cppwarden::report;
using namespace cppwarden::report::testing;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// The tags of the page, without the two inline elements' contents.
static std::vector<std::string> tagsOf(const std::string &Page) {
  std::vector<std::string> Tags;
  llvm::StringRef Rest = Page;
  while (!(Rest = Rest.substr(Rest.find('<'))).empty()) {
    std::string Tag = Rest.take_front(Rest.find('>') + 1).str();
    Tags.push_back(Tag);
    Rest = Rest.drop_front(Tag.size());
    for (const char *Name : {"script", "style"})
      if (Tag == std::string("<") + Name + ">")
        Rest = Rest.substr(Rest.find(std::string("</") + Name + ">"));
  }
  return Tags;
}

static std::string between(llvm::StringRef Text, llvm::StringRef Open,
                           llvm::StringRef Close) {
  Text = Text.split(Open).second;
  return Text.take_front(Text.find(Close)).str();
}

static std::string hashOf(llvm::StringRef Text) {
  return llvm::encodeBase64(
      llvm::SHA256::hash(llvm::arrayRefFromStringRef(Text)));
}

TEST(HtmlReporter, PolicyAllowsItsOwnStyleAndScriptOnly) {
  Sample S = sampleReport();
  std::string Page = written("html", S);
  std::string Policy =
      between(Page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
  EXPECT_EQ(Policy, "default-src 'none'; style-src 'sha256-" +
                        hashOf(between(Page, "<style>", "</style>")) +
                        "'; script-src 'sha256-" +
                        hashOf(between(Page, "<script>", "</script>")) +
                        "'; base-uri 'none'; form-action 'none'");
  EXPECT_LT(Page.find("Content-Security-Policy"), Page.find("<style>"));
}

// Whatever the texts are, the page has the same kinds of tags, and none that
// loads or runs anything.
TEST(HtmlReporter, HostileTextMakesNoTag) {
  static const std::regex Allowed(
      "<(!doctype html|html lang=\"en\"|meta [^<>]*|/?(head|title|style|body|"
      "main|table|thead|script|h[1234]|ul|li|p|b|em|i|strong|code|pre|header|"
      "div|span|section|tbody|tr|th|td|details|summary|mark|label|input|select|"
      "option|optgroup|button|footer|a)( [a-z-]+(=\"[^<>\"]*\")?)*|/html)>");
  Sample Hostile = hostileReport();
  std::string Page = written("html", Hostile);
  unsigned Scripts = 0;
  for (const std::string &Tag : tagsOf(Page)) {
    EXPECT_TRUE(std::regex_match(Tag, Allowed)) << Tag;
    // Names of attributes only: values may hold any text.
    std::string Names = std::regex_replace(Tag, std::regex("=\"[^\"]*\""), "=");
    EXPECT_FALSE(std::regex_search(
        Names, std::regex(" (on[a-z]+|style|src|srcset|action|ping)=")))
        << Tag;
    if (Tag.starts_with("<a "))
      EXPECT_TRUE(std::regex_search(Tag, std::regex("href=\"(#|https?://)")))
          << Tag;
    Scripts += Tag.starts_with("<script");
  }
  EXPECT_EQ(Scripts, 1u);
  EXPECT_THAT(Page, HasSubstr("&lt;img src=x onerror="));
  // Bidirectional controls would reorder what a reader sees.
  EXPECT_THAT(Page, Not(HasSubstr("\xE2\x80\xAE")));
}

TEST(HtmlReporter, DrawsTheFlowOverTheSource) {
  Sample S = sampleReport();
  std::string Page = written("html", S);
  std::string Sql = between(Page, "data-rule=\"sql-injection\"", "</details>");
  // The origin's range is marked and numbered in its line, its words below.
  EXPECT_THAT(
      Sql,
      HasSubstr("<mark class=\"origin\" data-step=\"1\">request.get_param_value"
                "(</mark>"));
  std::size_t Before = 0;
  for (const char *Part :
       {">src/handler.cpp:3</p>", "data-step=\"1\"",
        "<div class=\"step origin\"><b>1</b><em>origin</em>an HTTP request",
        "data-step=\"2\"", "<b>2</b><em>call</em>passed to removeOrder",
        ">src/orders db.cpp:4</p>", "data-step=\"3\"", "<b>3</b>",
        "data-step=\"4\"",
        "<div class=\"step sink\"><b>4</b><em>sink</em>reaches sqlite3_exec",
        "How to mend:"}) {
    std::size_t At = Sql.find(Part, Before);
    EXPECT_NE(At, std::string::npos) << Part;
    Before = At == std::string::npos ? Before : At;
  }
}

TEST(HtmlReporter, SummaryCountsByGuidelineAndSeverity) {
  Sample S = sampleReport();
  std::string Page = written("html", S);
  std::string Row =
      between(Page, "<a href=\"#rule=hardcoded-credential\">", "</tr>");
  const std::string None = "<td class=\"count none\">–</td>",
                    One = "<td class=\"count\">1</td>";
  EXPECT_THAT(Row, HasSubstr(None + One + None + One));
  EXPECT_THAT(Page, HasSubstr("<a href=\"#group=input-validation\">Input "
                              "validation</a>"));
  EXPECT_THAT(Page, HasSubstr("<b>3/5</b><span>units analysed in full"));
  EXPECT_THAT(Page, HasSubstr("2 units not analysed in full"));
  EXPECT_THAT(Page, HasSubstr("timed out after 120 s"));
  EXPECT_THAT(Page,
              HasSubstr("<strong>Suppressed</strong> at <span "
                        "class=\"path\">src/login.cpp:4</span>: test rig"));
}

TEST(HtmlReporter, MasksSecretsInSourceLines) {
  Sample S = sampleReport();
  std::string Page = written("html", S);
  EXPECT_THAT(Page, HasSubstr("&quot;qV7…************&quot;"));
  EXPECT_THAT(Page, HasSubstr("&quot;*******&quot;"));
  EXPECT_THAT(Page, Not(AllOf(HasSubstr("hunter2"), HasSubstr(LongSecret))));
}

TEST(HtmlReporter, CleanAndEmptyRunsSayWhichTheyAre) {
  Sample S = emptyReport();
  std::string Page = written("html", S);
  EXPECT_THAT(Page, HasSubstr("There are no findings."));
  EXPECT_THAT(Page, HasSubstr("2 rules found nothing"));
  EXPECT_THAT(Page, Not(HasSubstr("Nothing was analysed")));
  S.Value.Units.Units = 0;
  EXPECT_THAT(written("html", S), HasSubstr("Nothing was analysed"));
}

TEST(HtmlReporter, LongLinesAndFlowsAreCut) {
  Sample S = emptyReport();
  std::string Line = std::string(5000, 'a') + "MARK" + std::string(5000, 'b');
  S.Sources = BufferSources({{"min.js.cpp", Line + "\n"}});
  Finding F;
  F.RuleId = "sql-injection";
  F.Range = {"min.js.cpp", 1, 5001, 1, 5005};
  F.Message = "m";
  S.Value.Findings = {{F, std::nullopt}};
  std::string Page = written("html", S);
  EXPECT_THAT(Page, HasSubstr("<mark class=\"sink\">MARK</mark>"));
  EXPECT_THAT(Page, Not(HasSubstr(std::string(700, 'a'))));
  EXPECT_THAT(Page, Not(HasSubstr(std::string(700, 'b'))));

  F.Flow.assign(100, {FlowStepKind::Propagation, F.Range, "s"});
  S.Value.Findings = {{F, std::nullopt}};
  Page = written("html", S);
  EXPECT_THAT(Page, HasSubstr("… 50 steps are left out"));
  EXPECT_THAT(Page, HasSubstr("<b>100</b>"));
  EXPECT_THAT(Page, Not(HasSubstr("<b>50</b>")));
}

TEST(HtmlReporter, SourcesThatChangedSinceDoNoHarm) {
  Sample S = sampleReport();
  S.Sources = BufferSources(
      {{"src/orders db.cpp", "x\n"}, {"src/handler.cpp", "\n\n\n\n\n"}});
  std::string Page = written("html", S);
  EXPECT_THAT(Page, HasSubstr("reaches sqlite3_exec"));
  EXPECT_THAT(Page, HasSubstr("an HTTP request is read here"));
}

TEST(HtmlText, MarkdownOfTheRules) {
  EXPECT_EQ(htmlFromMarkdown("One `a<b>` line\nand **two**.\n\n- x\n- y *z*\n\n"
                             "```cpp\nif (a < b)\n```"),
            "<p>One <code>a&lt;b&gt;</code> line and "
            "<strong>two</strong>.</p>\n<ul><li>x</li><li>y "
            "<em>z</em></li></ul>\n<pre><code>if (a &lt; b)\n</code></pre>\n");
  EXPECT_EQ(htmlFromMarkdown("2 * 3 * 4 and `open <b>"),
            "<p>2 * 3 * 4 and `open &lt;b&gt;</p>\n");
  EXPECT_EQ(htmlMessage("`*p` and **q** <i>"),
            "<code>*p</code> and **q** &lt;i&gt;");
}
