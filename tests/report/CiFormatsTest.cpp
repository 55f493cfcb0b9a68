// The formats that CI servers read. Each is parsed by a parser of its language
// and judged by what its reader demands.
#include "SampleReport.h"
#include "report/Json.h"
#include "llvm/ADT/StringSet.h"
#include <gmock/gmock.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <memory>
#include <regex>

using namespace cppwarden;
using namespace cppwarden::report;
using namespace cppwarden::report::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

namespace {

class XmlDocument {
public:
  explicit XmlDocument(const std::string &Text)
      : Document(xmlReadMemory(Text.data(), static_cast<int>(Text.size()),
                               "report.xml", nullptr,
                               XML_PARSE_NONET | XML_PARSE_PEDANTIC),
                 xmlFreeDoc) {
    if (!Document) {
      const xmlError *Error = xmlGetLastError();
      ADD_FAILURE() << (Error ? Error->message : "no document") << Text;
    }
  }
  std::vector<std::string> all(const char *XPath) const {
    std::vector<std::string> Result;
    if (!Document)
      return Result;
    std::unique_ptr<xmlXPathContext, decltype(&xmlXPathFreeContext)> Context(
        xmlXPathNewContext(Document.get()), xmlXPathFreeContext);
    std::unique_ptr<xmlXPathObject, decltype(&xmlXPathFreeObject)> Found(
        xmlXPathEvalExpression(reinterpret_cast<const xmlChar *>(XPath),
                               Context.get()),
        xmlXPathFreeObject);
    if (!Found || !Found->nodesetval) {
      return Result;
    }
    for (int I = 0; I < Found->nodesetval->nodeNr; ++I) {
      xmlChar *Text = xmlNodeGetContent(Found->nodesetval->nodeTab[I]);
      Result.emplace_back(reinterpret_cast<char *>(Text));
      xmlFree(Text);
    }
    return Result;
  }
  std::string one(const char *XPath) const {
    std::vector<std::string> Found = all(XPath);
    EXPECT_EQ(Found.size(), 1u) << XPath;
    return Found.empty() ? std::string() : Found.front();
  }

private:
  std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> Document;
};

/// RFC 4180, strictly.
std::vector<std::vector<std::string>> parseCsv(llvm::StringRef Text) {
  std::vector<std::vector<std::string>> Rows;
  while (!Text.empty()) {
    std::vector<std::string> Row;
    for (;;) {
      std::string Cell;
      if (Text.consume_front("\"")) {
        for (;;) {
          auto [Part, Rest] = Text.split('"');
          Cell += Part;
          Text = Rest;
          if (!Text.consume_front("\""))
            break;
          Cell += '"';
        }
      } else {
        std::size_t End = std::min(Text.find(','), Text.find("\r\n"));
        Cell = Text.take_front(End).str();
        EXPECT_EQ(Cell.find_first_of("\"\r\n"), std::string::npos) << Cell;
        Text = Text.substr(End);
      }
      Row.push_back(Cell);
      if (!Text.consume_front(","))
        break;
    }
    if (!Text.consume_front("\r\n")) {
      ADD_FAILURE() << "no CRLF before: " << Text.take_front(40).str();
      return Rows;
    }
    Rows.push_back(std::move(Row));
  }
  return Rows;
}

struct Annotation {
  std::string Command, Message;
  std::map<std::string, std::string> Properties;
};

void replaceAll(std::string &Text, const char *What, const char *By) {
  for (std::size_t At = 0; (At = Text.find(What, At)) != std::string::npos;
       At += std::strlen(By))
    Text.replace(At, std::strlen(What), By);
}

/// As the runner reads them: the first "::" ends the properties.
std::vector<Annotation> parseAnnotations(const std::string &Text,
                                         std::vector<std::string> &Others) {
  std::vector<Annotation> Result;
  std::istringstream Lines(Text);
  for (std::string Line; std::getline(Lines, Line);) {
    llvm::StringRef Rest = Line;
    if (!Rest.consume_front("::")) {
      Others.push_back(Line);
      continue;
    }
    auto [Head, Data] = Rest.split("::");
    auto [Command, Properties] = Head.split(' ');
    Annotation A;
    A.Command = Command.str();
    auto Unescape = [](llvm::StringRef Escaped) {
      std::string Value = Escaped.str();
      replaceAll(Value, "%0D", "\r");
      replaceAll(Value, "%0A", "\n");
      replaceAll(Value, "%3A", ":");
      replaceAll(Value, "%2C", ",");
      replaceAll(Value, "%25", "%");
      return Value;
    };
    A.Message = Unescape(Data);
    llvm::SmallVector<llvm::StringRef> Pairs;
    Properties.split(Pairs, ',');
    for (llvm::StringRef Pair : Pairs) {
      auto [Key, Value] = Pair.split('=');
      A.Properties[Key.str()] = Unescape(Value);
    }
    Result.push_back(std::move(A));
  }
  return Result;
}

/// As many findings of one level, one a line.
void addFindings(Sample &S, Severity Level, unsigned Count) {
  for (unsigned I = 1; I <= Count; ++I) {
    Finding F;
    F.RuleId = "sql-injection";
    F.Level = Level;
    F.Range = {"many.cpp", I, 1, I, 2};
    F.Message = std::string(severityName(Level)) + " " + std::to_string(I);
    S.Value.Findings.push_back({F, std::nullopt});
  }
  S.Value.normalise();
}

} // namespace

// --- gitlab-sast ---------------------------------------------------------

TEST(GitlabSast, HasWhatTheSchemaRequires) {
  Sample S = sampleReport();
  S.Value.Run.Start =
      std::chrono::sys_seconds(std::chrono::seconds(1770000000));
  S.Value.Run.End = *S.Value.Run.Start + std::chrono::seconds(3);
  Json Root = Json::parse(written("gitlab-sast", S));
  EXPECT_THAT(Root.at("version").get<std::string>(), StartsWith("15."));
  const Json &Scan = Root.at("scan");
  EXPECT_EQ(Scan.at("type"), "sast");
  EXPECT_EQ(Scan.at("status"), "failure"); // a unit failed
  EXPECT_EQ(Scan.at("start_time"), "2026-02-02T02:40:00");
  EXPECT_EQ(Scan.at("end_time"), "2026-02-02T02:40:03");
  for (const char *Tool : {"analyzer", "scanner"}) {
    for (const char *Key : {"id", "name", "version"})
      EXPECT_TRUE(Scan.at(Tool).at(Key).is_string()) << Tool << Key;
    EXPECT_TRUE(Scan.at(Tool).at("vendor").at("name").is_string());
  }
  ASSERT_EQ(Scan.at("messages").size(), 2u);
  EXPECT_EQ(Scan.at("messages").at(0).at("level"), "warn");
  EXPECT_EQ(Scan.at("messages").at(0).at("value"),
            "src/odd.cpp: 2 compiler errors; first error: src/odd.cpp:3:10: "
            "'missing.h' file not found");
  EXPECT_EQ(Scan.at("messages").at(1).at("level"), "fatal");

  const Json &Found = Root.at("vulnerabilities");
  ASSERT_EQ(Found.size(), 2u); // the suppressed one is not reported
  static const std::regex Uuid(
      "[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  std::set<std::string> Ids;
  for (const Json &V : Found) {
    std::string Id = V.at("id");
    EXPECT_TRUE(std::regex_match(Id, Uuid)) << Id;
    Ids.insert(Id);
    EXPECT_LE(V.at("name").get<std::string>().size(), 255u);
    EXPECT_FALSE(V.at("identifiers").empty());
    for (const Json &I : V.at("identifiers"))
      for (const char *Key : {"type", "name", "value"})
        EXPECT_FALSE(I.at(Key).get<std::string>().empty());
    EXPECT_GE(V.at("location").at("start_line").get<int>(), 1);
  }
  EXPECT_EQ(Ids.size(), 2u);

  const Json &Sql = Found.at(1);
  EXPECT_EQ(Sql.at("name"), "Untrusted text in an SQL statement");
  EXPECT_EQ(Sql.at("severity"), "Critical");
  EXPECT_EQ(Sql.at("solution"), "bind the value with sqlite3_bind_text");
  EXPECT_EQ(Sql.at("identifiers").at(0).at("value"), "sql-injection");
  EXPECT_EQ(Sql.at("identifiers").at(1).at("type"), "cwe");
  EXPECT_EQ(Sql.at("identifiers").at(1).at("name"), "CWE-89");
  EXPECT_EQ(Sql.at("identifiers").at(1).at("value"), "89");
  EXPECT_EQ(Sql.at("location").at("file"), "src/orders db.cpp");
  EXPECT_EQ(Sql.at("location").at("start_line"), 5);
  EXPECT_EQ(Sql.at("location").at("end_line"), 5);
  EXPECT_EQ(Sql.at("location").at("method"), "removeOrder");
  const Json &Rows = Sql.at("details").at("flow").at("rows");
  ASSERT_EQ(Rows.size(), 4u);
  EXPECT_EQ(Rows.at(0).at(1).at("type"), "file-location");
  EXPECT_EQ(Rows.at(0).at(1).at("file_name"), "src/handler.cpp");
  EXPECT_EQ(Rows.at(0).at(1).at("line_start"), 3);
  EXPECT_EQ(Rows.at(3).at(2).at("value"), "reaches sqlite3_exec");
}

TEST(GitlabSast, IdsSurviveMovedLines) {
  Sample S = sampleReport();
  Json Before = Json::parse(written("gitlab-sast", S));
  for (ReportedFinding &F : S.Value.Findings)
    if (F.Value.RuleId == "sql-injection") {
      F.Value.Range.Line += 2;
      F.Value.Range.EndLine += 2;
    }
  std::string Text =
      "\n\n" + S.Sources.find("src/orders db.cpp")->contents().str();
  S.Sources = BufferSources({{"src/orders db.cpp", Text}});
  Json After = Json::parse(written("gitlab-sast", S));
  EXPECT_EQ(Before.at("vulnerabilities").at(1).at("id"),
            After.at("vulnerabilities").at(1).at("id"));
  EXPECT_EQ(After.at("vulnerabilities").at(1).at("location").at("start_line"),
            7);
}

TEST(GitlabSast, NothingAnalysedIsAFailure) {
  Sample S = emptyReport();
  EXPECT_EQ(Json::parse(written("gitlab-sast", S)).at("scan").at("status"),
            "success");
  S.Value.Units.Units = 0;
  Json Scan = Json::parse(written("gitlab-sast", S)).at("scan");
  EXPECT_EQ(Scan.at("status"), "failure");
  EXPECT_EQ(Scan.at("messages").at(0).at("level"), "fatal");
}

TEST(GitlabSast, LongTextsKeepToTheSchema) {
  Sample S = sampleReport();
  S.Value.Rules[1].Title = std::string(300, 'a') + "é";
  S.Value.Findings.back().Value.Hint = std::string(8000, 'b');
  Json V = Json::parse(written("gitlab-sast", S)).at("vulnerabilities").at(1);
  EXPECT_EQ(characterCount(V.at("name").get<std::string>()), 255u);
  EXPECT_EQ(characterCount(V.at("solution").get<std::string>()), 7000u);
}

// --- gitlab-codequality --------------------------------------------------

TEST(GitlabCodeQuality, HasWhatTheWidgetReads) {
  Sample S = sampleReport();
  Json Issues = Json::parse(written("gitlab-codequality", S));
  ASSERT_EQ(Issues.size(), 2u);
  std::set<std::string> Fingerprints;
  for (const Json &Issue : Issues) {
    Fingerprints.insert(Issue.at("fingerprint").get<std::string>());
    EXPECT_THAT((std::set<std::string>{"info", "minor", "major", "critical",
                                       "blocker"}),
                ::testing::Contains(Issue.at("severity").get<std::string>()));
  }
  EXPECT_EQ(Fingerprints.size(), 2u);
  const Json &Sql = Issues.at(1);
  EXPECT_EQ(Sql.at("check_name"), "sql-injection");
  EXPECT_EQ(Sql.at("severity"), "blocker");
  EXPECT_EQ(Sql.at("description"),
            "Text from an HTTP request is embedded in an SQL statement. Bind "
            "the value with sqlite3_bind_text.");
  EXPECT_EQ(Sql.at("location").at("path"), "src/orders db.cpp");
  EXPECT_EQ(Sql.at("location").at("lines").at("begin"), 5);
  Sample Empty = emptyReport();
  EXPECT_EQ(Json::parse(written("gitlab-codequality", Empty)), Json::array());
}

TEST(GitlabCodeQuality, SeverityFollowsLevelAndScore) {
  auto Of = [](Severity Level, double Score) {
    Sample S = sampleReport();
    S.Value.Rules[1].SecuritySeverity = Score;
    S.Value.Findings.back().Value.Level = Level;
    return Json::parse(written("gitlab-codequality", S))
        .at(1)
        .at("severity")
        .get<std::string>();
  };
  EXPECT_EQ(Of(Severity::Error, 9.0), "blocker");
  EXPECT_EQ(Of(Severity::Error, 8.9), "critical");
  EXPECT_EQ(Of(Severity::Error, 6.9), "major");
  EXPECT_EQ(Of(Severity::Error, 1.0), "major");
  EXPECT_EQ(Of(Severity::Warning, 9.9), "critical");
  EXPECT_EQ(Of(Severity::Warning, 3.9), "minor");
  EXPECT_EQ(Of(Severity::Note, 9.9), "info");
}

// --- github --------------------------------------------------------------

TEST(GithubAnnotations, SayWhereAndWhy) {
  Sample S = sampleReport();
  S.Value.Units.Problems.clear();
  std::vector<std::string> Others;
  auto Found = parseAnnotations(written("github", S), Others);
  EXPECT_THAT(Others, IsEmpty());
  ASSERT_EQ(Found.size(), 2u);
  EXPECT_EQ(Found[0].Command, "error"); // before the warning of login.cpp
  EXPECT_EQ(Found[0].Properties["file"], "src/orders db.cpp");
  EXPECT_EQ(Found[0].Properties["line"], "5");
  EXPECT_EQ(Found[0].Properties["endLine"], "5");
  EXPECT_EQ(Found[0].Properties["col"], "19");
  EXPECT_EQ(Found[0].Properties["endColumn"], "32");
  EXPECT_EQ(Found[0].Properties["title"],
            "Untrusted text in an SQL statement [sql-injection]");
  EXPECT_EQ(Found[0].Message,
            "text from an HTTP request is embedded in an SQL statement\n"
            "1. src/handler.cpp:3: an HTTP request is read here\n"
            "2. src/handler.cpp:4: passed to removeOrder\n"
            "3. src/orders db.cpp:4: embedded in query\n"
            "4. src/orders db.cpp:5: reaches sqlite3_exec\n"
            "Hint: bind the value with sqlite3_bind_text");
  EXPECT_EQ(Found[1].Command, "warning");
}

TEST(GithubAnnotations, EscapeWhatWouldEndThem) {
  Sample S = emptyReport();
  Finding F;
  F.RuleId = "sql-injection";
  F.Level = Severity::Error;
  F.Range = {"a,b:c%d\r\n::error::x.cpp", 1, 1, 1, 2};
  F.Message = "100 %\r\n::set-output name=x::y\n::error::z%0A";
  S.Value.Findings = {{F, std::nullopt}};
  std::string Text = written("github", S);
  EXPECT_EQ(llvm::StringRef(Text).count('\n'), 1u) << Text;
  EXPECT_EQ(llvm::StringRef(Text).count('\r'), 0u) << Text;
  EXPECT_THAT(Text, StartsWith("::error file=a%2Cb%3Ac%25d%0D%0A%3A%3Aerror"
                               "%3A%3Ax.cpp,line=1,"));
  std::vector<std::string> Others;
  auto Found = parseAnnotations(Text, Others);
  ASSERT_EQ(Found.size(), 1u);
  EXPECT_EQ(Found[0].Properties["file"], F.Range.File);
  EXPECT_EQ(Found[0].Message, F.Message);
}

TEST(GithubAnnotations, TenOfALevelThenACount) {
  Sample S = emptyReport();
  addFindings(S, Severity::Note, 10);
  addFindings(S, Severity::Warning, 11);
  addFindings(S, Severity::Error, 13);
  std::vector<std::string> Others;
  auto Found = parseAnnotations(written("github", S), Others);
  ASSERT_EQ(Found.size(), 30u);
  EXPECT_EQ(Found[0].Message, "error 1");
  EXPECT_EQ(Found[9].Message, "error 10");
  EXPECT_EQ(Found[10].Command, "warning");
  EXPECT_EQ(Found[20].Command, "notice");
  EXPECT_THAT(
      Others,
      ElementsAre("cppwarden: 3 more errors are not annotated: GitHub shows 10 "
                  "of a level",
                  "cppwarden: 1 more warning is not annotated: GitHub shows 10 "
                  "of a level"));
}

TEST(GithubAnnotations, AnIncompleteRunTakesAWarning) {
  Sample S = sampleReport();
  addFindings(S, Severity::Warning, 10);
  std::vector<std::string> Others;
  auto Found = parseAnnotations(written("github", S), Others);
  ASSERT_EQ(Found.size(), 11u);
  EXPECT_EQ(Found[1].Properties["title"], "cppwarden: incomplete");
  EXPECT_THAT(Found[1].Message,
              HasSubstr("3 of 5 units were analysed in full"));
  EXPECT_THAT(Found[1].Message,
              HasSubstr("src/slow.cpp: timed out after 120 s"));
  ASSERT_EQ(Others.size(), 1u);
  EXPECT_THAT(Others[0], HasSubstr("2 more warnings are"));
}

// --- checkstyle and junit ------------------------------------------------

TEST(Checkstyle, IsWellFormedAndComplete) {
  Sample S = sampleReport();
  XmlDocument Xml(written("checkstyle", S));
  EXPECT_THAT(Xml.all("/checkstyle/file/@name"),
              ElementsAre("src/login.cpp", "src/orders db.cpp", "src/odd.cpp",
                          "src/slow.cpp"));
  EXPECT_THAT(
      Xml.all("//error/@source"),
      ElementsAre("cppwarden.hardcoded-credential", "cppwarden.sql-injection",
                  "cppwarden.unit-incomplete", "cppwarden.unit-failed"));
  EXPECT_THAT(Xml.all("//error/@severity"),
              ElementsAre("warning", "error", "warning", "error"));
  EXPECT_THAT(Xml.all("//error/@line"), ElementsAre("5", "5", "3", "0"));
  EXPECT_EQ(Xml.one("//file[2]/error/@column"), "19");
  EXPECT_EQ(Xml.one("//file[2]/error/@message"),
            "Text from an HTTP request is embedded in an SQL statement. Bind "
            "the value with sqlite3_bind_text.");
  Sample Empty = emptyReport();
  EXPECT_THAT(XmlDocument(written("checkstyle", Empty)).all("//file"),
              IsEmpty());
}

TEST(Junit, CountsAreThoseOfItsTests) {
  Sample S = sampleReport();
  XmlDocument Xml(written("junit", S));
  EXPECT_THAT(Xml.all("/testsuites/testsuite/@name"),
              ElementsAre("src/login.cpp", "src/orders db.cpp", "coverage"));
  EXPECT_EQ(Xml.one("/testsuites/@tests"), "5");
  EXPECT_EQ(Xml.one("/testsuites/@failures"), "2");
  EXPECT_EQ(Xml.one("/testsuites/@errors"), "2");
  EXPECT_EQ(Xml.one("/testsuites/@skipped"), "1");
  EXPECT_EQ(Xml.all("//testcase").size(), 5u);
  EXPECT_EQ(Xml.all("//failure").size(), 2u);
  EXPECT_EQ(Xml.one("//skipped/@message"), "suppressed: test rig");
  EXPECT_EQ(Xml.all("//testsuite[@name='coverage']//error").size(), 2u);
  std::vector<std::string> Names = Xml.all("//testcase/@name");
  EXPECT_EQ(std::set<std::string>(Names.begin(), Names.end()).size(), 5u);
  EXPECT_THAT(Xml.one("//testsuite[2]/testcase/failure"),
              HasSubstr("  2. src/handler.cpp:4:27: passed to removeOrder\n"));
  EXPECT_THAT(Xml.one("//testsuite[2]/testcase/@name"),
              StartsWith("sql-injection in removeOrder ("));
}

TEST(Junit, FailsFromTheSeverityThatFailsTheRun) {
  Sample S = sampleReport();
  WriteOptions Options;
  Options.FailFrom = Severity::Error;
  XmlDocument Xml(written("junit", S, Options));
  EXPECT_EQ(Xml.one("//failure/@type"), "error");
  EXPECT_THAT(Xml.one("//testsuite[1]/testcase/system-out"),
              HasSubstr("is the password of a login"));
  Options.FailFrom = std::nullopt;
  EXPECT_THAT(XmlDocument(written("junit", S, Options)).all("//failure"),
              IsEmpty());
}

TEST(Junit, ACleanRunIsAPassedTest) {
  Sample S = emptyReport();
  XmlDocument Clean(written("junit", S));
  EXPECT_EQ(Clean.one("/testsuites/@tests"), "1");
  EXPECT_EQ(Clean.one("/testsuites/@errors"), "0");
  S.Value.Units.Units = 0;
  XmlDocument Nothing(written("junit", S));
  EXPECT_EQ(Nothing.one("/testsuites/@errors"), "1");
  EXPECT_EQ(Nothing.one("//error/@type"), "nothing-analysed");
}

TEST(XmlFormats, CarryHostileText) {
  Sample S = hostileReport();
  for (const char *Format : {"checkstyle", "junit"}) {
    XmlDocument Xml(written(Format, S));
    EXPECT_THAT(Xml.all("//script"), IsEmpty()) << Format;
    std::vector<std::string> Messages = Xml.all("//@message");
    ASSERT_FALSE(Messages.empty()) << Format;
    EXPECT_THAT(Messages, ::testing::Contains(HasSubstr("</script><script>")))
        << Format;
    // A vertical tab cannot be written in XML, in no way.
    EXPECT_THAT(Messages, ::testing::Contains(HasSubstr("bell \xEF\xBF\xBD")))
        << Format;
  }
}

// --- csv -----------------------------------------------------------------

TEST(Csv, IsRfc4180) {
  Sample S = sampleReport();
  auto Rows = parseCsv(written("csv", S));
  ASSERT_EQ(Rows.size(), 4u); // the suppressed one, too
  for (const auto &Row : Rows)
    EXPECT_EQ(Row.size(), Rows[0].size());
  EXPECT_THAT(Rows[0], ElementsAre("rule", "severity", "file", "line", "column",
                                   "end_line", "end_column", "function",
                                   "message", "hint", "cwe", "flow",
                                   "fingerprint", "state", "justification"));
  EXPECT_EQ(Rows[1][13], "suppressed");
  EXPECT_EQ(Rows[1][14], "test rig");
  EXPECT_EQ(Rows[3][0], "sql-injection");
  EXPECT_EQ(Rows[3][2], "src/orders db.cpp");
  EXPECT_EQ(Rows[3][3], "5");
  EXPECT_EQ(Rows[3][10], "CWE-89 CWE-943");
  EXPECT_THAT(Rows[3][11],
              StartsWith("src/handler.cpp:3:13: an HTTP request is read "
                         "here\nsrc/handler.cpp:4:27: "));
  EXPECT_EQ(Rows[3][13], "active");
}

TEST(Csv, NoCellBeginsAFormula) {
  Sample S = emptyReport();
  const char *Starts[] = {"=1+1",
                          "+1",
                          "-1",
                          "@SUM(A1)",
                          "\t=1",
                          "\r=1",
                          "\n=1",
                          ("\xEF\xBC\x9D"
                           "1")};
  std::uint32_t Line = 0;
  for (const char *Start : Starts) {
    Finding F;
    F.RuleId = "sql-injection";
    F.Range = {Start, ++Line, 1, 1, 2};
    F.Message = std::string(Start) + "\"quoted\", and more";
    F.EnclosingFunction = Start;
    F.Hint = Start;
    S.Value.Findings.push_back({F, AppliedSuppression{Start, F.Range}});
  }
  auto Rows = parseCsv(written("csv", S));
  ASSERT_EQ(Rows.size(), 1 + std::size(Starts));
  for (std::size_t I = 1; I < Rows.size(); ++I) {
    for (std::size_t Column : {2, 7, 8, 9, 14})
      EXPECT_THAT(Rows[I][Column], StartsWith(std::string("'") + Starts[I - 1]))
          << Column;
    for (const std::string &Cell : Rows[I])
      EXPECT_TRUE(Cell.empty() ||
                  !llvm::StringRef("=+-@\t\r\n").contains(Cell[0]))
          << Cell;
  }
}

// --- all -----------------------------------------------------------------

TEST(EveryFormat, KeepsTheOrderOfTheReport) {
  Sample S = emptyReport();
  addFindings(S, Severity::Error, 9);
  std::vector<std::string> Expected;
  for (int I = 1; I <= 9; ++I)
    Expected.push_back("error " + std::to_string(I));
  static const std::regex Message("rror [1-9]");
  for (const Format &F : formats()) {
    std::string Text = written(F.Name, S);
    // The first mention of each finding.
    std::vector<std::string> Found;
    for (std::sregex_iterator It(Text.begin(), Text.end(), Message), End;
         It != End; ++It) {
      std::string Name = "e" + It->str();
      if (std::find(Found.begin(), Found.end(), Name) == Found.end())
        Found.push_back(Name);
    }
    EXPECT_EQ(Found, Expected) << F.Name.str();
  }
}

TEST(EveryFormat, SurvivesHostileText) {
  Sample S = hostileReport();
  for (const Format &F : formats()) {
    std::string Text = written(F.Name, S);
    EXPECT_EQ(Text, wellFormedUtf8(Text)) << F.Name.str();
    EXPECT_EQ(Text.find('\0'), std::string::npos) << F.Name.str();
    if (F.Name.contains("gitlab") || F.Name == "sarif") {
      EXPECT_TRUE(Json::accept(Text)) << F.Name.str();
    }
  }
}

TEST(EveryFormat, KnowsTheBaseline) {
  Sample S = sampleReport();
  for (ReportedFinding &F : S.Value.Findings)
    F.InBaseline = true;
  S.Value.Baseline.emplace();
  for (const char *Name :
       {"github", "gitlab-sast", "gitlab-codequality", "checkstyle", "text"})
    EXPECT_THAT(written(Name, S), Not(HasSubstr("sqlite3_exec"))) << Name;
  XmlDocument Xml(written("junit", S));
  EXPECT_THAT(Xml.all("//failure"), IsEmpty());
  EXPECT_THAT(Xml.all("//skipped/@message"),
              ElementsAre("suppressed: test rig", "in the baseline",
                          "in the baseline"));
  EXPECT_EQ(parseCsv(written("csv", S))[3][13], "baseline");
  std::string Page = written("html", S);
  EXPECT_THAT(Page, HasSubstr("<b>2</b><span>in the baseline</span>"));
  EXPECT_THAT(Page, HasSubstr("<title>cppwarden: 0 findings</title>"));
}
