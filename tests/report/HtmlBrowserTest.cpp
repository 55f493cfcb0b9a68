// The html format in a real browser: Chromium without a window opens the page
// with a fragment, and the document it ends up with is judged. CI always has
// Chromium, so there its absence is a failure.
#include "SampleReport.h"
#include "report/Json.h"
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <regex>
#include <sstream>
#include <sys/wait.h>

using namespace cppwarden;
using namespace cppwarden::report;
using namespace cppwarden::report::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

namespace fs = std::filesystem;

namespace {

std::string contentsOf(const fs::path &File) {
  std::ifstream In(File, std::ios::binary);
  std::ostringstream Text;
  Text << In.rdbuf();
  return Text.str();
}

class HtmlBrowser : public ::testing::Test {
protected:
  void SetUp() override {
    if (std::system("command -v chromium > /dev/null 2>&1") != 0) {
      if (std::getenv("CI"))
        FAIL() << "chromium is missing, and CI must test the html format";
      GTEST_SKIP() << "chromium is missing; install it to test the html format";
    }
    const ::testing::TestInfo *Info =
        ::testing::UnitTest::GetInstance()->current_test_info();
    Folder = fs::path(CPPWARDEN_BINARY_DIR) / "html-browser" / Info->name();
    fs::remove_all(Folder);
    fs::create_directories(Folder);
  }

  /// The document after its script has run; Console: what the browser logged.
  std::string browse(const fs::path &Page, const std::string &Fragment) {
    // A profile of its own each time: nothing is remembered, and runs at the
    // same time do not wait for each other.
    fs::path Profile = Folder / "profile";
    fs::remove_all(Profile);
    std::string Command =
        "timeout 240 chromium --headless --no-sandbox --disable-gpu "
        "--disable-background-networking --disable-component-update "
        "--disable-sync --no-first-run --enable-logging=stderr "
        "--virtual-time-budget=5000 --user-data-dir='" +
        Profile.string() + "' --dump-dom 'file://" + Page.string() + Fragment +
        "' > '" + (Folder / "dom.html").string() + "' 2> '" +
        (Folder / "log.txt").string() + "'";
    int Status = std::system(Command.c_str());
    Console = contentsOf(Folder / "log.txt");
    EXPECT_TRUE(WIFEXITED(Status) && WEXITSTATUS(Status) == 0) << Console;
    fs::remove_all(Profile);
    return contentsOf(Folder / "dom.html");
  }

  std::string open(Sample &S, const std::string &Fragment) {
    std::ofstream(Folder / "report.html") << written("html", S);
    std::string Dom = browse(Folder / "report.html", Fragment);
    EXPECT_THAT(Console, Not(HasSubstr("CONSOLE")));
    return Dom;
  }

  /// Lines of the findings that are not hidden.
  static std::vector<std::string> shown(const std::string &Dom) {
    static const std::regex Finding(
        "<details class=\"finding[^>]*>|<span class=\"meta\"><code>[^<]*"
        "</code> · line (\\d+)");
    std::vector<std::string> Lines;
    bool Visible = false;
    for (std::sregex_iterator It(Dom.begin(), Dom.end(), Finding), End;
         It != End; ++It) {
      if ((*It)[1].matched) {
        if (Visible)
          Lines.push_back((*It)[1]);
      } else {
        Visible = It->str().find(" hidden") == std::string::npos;
      }
    }
    return Lines;
  }

  fs::path Folder;
  std::string Console;
};

} // namespace

TEST_F(HtmlBrowser, ShowsActiveFindingsAndCountsThem) {
  Sample S = sampleReport();
  std::string Dom = open(S, "");
  EXPECT_THAT(Dom, HasSubstr("<html lang=\"en\" class=\"js\">"));
  EXPECT_THAT(shown(Dom), ElementsAre("5", "5")); // not the suppressed one
  EXPECT_THAT(Dom, HasSubstr(">2 of 2 findings</span>"));
  EXPECT_THAT(Dom, HasSubstr(">Theme: auto</button>"));
}

TEST_F(HtmlBrowser, FiltersByTheFragment) {
  Sample S = sampleReport();
  std::string Dom = open(S, "#severity=error,note");
  EXPECT_THAT(Dom, HasSubstr(">1 of 2 findings</span>"));
  EXPECT_THAT(Dom, HasSubstr("value=\"warning\" aria-pressed=\"false\""));
  // The heading of a file without a visible finding goes, too.
  EXPECT_THAT(Dom, HasSubstr("data-file=\"src/login.cpp\" hidden=\"\""));

  Dom = open(S, "#group=secrets&silenced=1");
  EXPECT_THAT(shown(Dom), ElementsAre("4", "5"));
  EXPECT_THAT(Dom, HasSubstr(">2 of 3 findings</span>"));

  Dom = open(S, "#rule=sql-injection");
  EXPECT_THAT(Dom, HasSubstr(">1 of 2 findings</span>"));
}

TEST_F(HtmlBrowser, SearchesForAllWords) {
  Sample S = sampleReport();
  // In the text of a step and in the name of the file.
  std::string Dom = open(S, "#q=EMBEDDED%20orders");
  EXPECT_THAT(Dom, HasSubstr(">1 of 2 findings</span>"));
  Dom = open(S, "#q=embedded+login.cpp");
  EXPECT_THAT(shown(Dom), IsEmpty());
  EXPECT_THAT(Dom, HasSubstr("<p id=\"none\">No finding matches"));
}

TEST_F(HtmlBrowser, OpensTheFindingThatALinkNames) {
  Sample S = sampleReport();
  std::string Lines = written("jsonl", S);
  // The suppressed one is shown when a link leads to it.
  Json First = Json::parse(Lines.substr(0, Lines.find('\n')));
  ASSERT_EQ(First.at("suppressed"), true);
  std::string Id = "f-" + First.at("fingerprint").get<std::string>();
  std::string Dom = open(S, "#" + Id);
  static const std::regex Open("<details class=\"finding[^>]*id=\"([^\"]*)\""
                               "[^>]* open=\"\">");
  std::smatch Match;
  ASSERT_TRUE(std::regex_search(Dom, Match, Open));
  EXPECT_EQ(Match[1], Id);
  EXPECT_EQ(Match.str().find(" hidden"), std::string::npos);
}

TEST_F(HtmlBrowser, NothingHostileRuns) {
  Sample S = hostileReport();
  std::string Dom = open(S, "#silenced=1&q=%3Cimg%20src%3Dx%20onerror%3D");
  EXPECT_THAT(Dom, HasSubstr("<html lang=\"en\" class=\"js\">"));
  EXPECT_THAT(Dom, HasSubstr("<title>cppwarden: 3 findings</title>"));
  EXPECT_EQ(shown(Dom).size(), 4u); // the search finds the text itself
  EXPECT_THAT(Dom, Not(HasSubstr("<img")));

  // The policy holds where the escaping would not: with markup written into the
  // page, the browser refuses to run it.
  std::string Page = written("html", S);
  std::size_t At = Page.find("</main>");
  ASSERT_NE(At, std::string::npos);
  Page.insert(At, "<script>document.title = 'owned'</script>"
                  "<img src=x onerror=\"document.title = 'owned'\">");
  std::ofstream(Folder / "broken.html") << Page;
  Dom = browse(Folder / "broken.html", "");
  EXPECT_THAT(Dom, HasSubstr("<title>cppwarden: 3 findings</title>"));
  EXPECT_THAT(Console, HasSubstr("Content Security Policy"));
}

TEST_F(HtmlBrowser, ControlsFilterAndSwitchTheColours) {
  if (std::system("command -v chromedriver > /dev/null 2>&1 && "
                  "command -v python3 > /dev/null 2>&1") != 0) {
    if (std::getenv("CI"))
      FAIL() << "chromedriver or python3 is missing, and CI must have them";
    GTEST_SKIP() << "chromedriver or python3 is missing";
  }
  Sample S = sampleReport();
  std::ofstream(Folder / "report.html") << written("html", S);
  std::string Command = "timeout 280 python3 '" CPPWARDEN_SOURCE_DIR
                        "/tests/report/html_controls.py' '" +
                        (Folder / "report.html").string() + "' > '" +
                        (Folder / "log.txt").string() + "' 2>&1";
  EXPECT_EQ(std::system(Command.c_str()), 0) << contentsOf(Folder / "log.txt");
}
