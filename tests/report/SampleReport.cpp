#include "SampleReport.h"
#include "report/SourceText.h"
#include <stdexcept>

namespace cppwarden::report::testing {

RuleDescriptor sqlRule() {
  RuleDescriptor Rule;
  Rule.Id = "sql-injection";
  Rule.Group = "input-validation";
  Rule.Title = "Untrusted text in an SQL statement";
  Rule.Cwes = {89, 943};
  Rule.Level = Severity::Error;
  Rule.HowPrecise = Precision::High;
  Rule.Form = RuleForm::Flow;
  Rule.SecuritySeverity = 9.1;
  Rule.Summary =
      "Finds text from outside in the *text* of a statement, as with "
      "`\"… WHERE id = \" + id`.";
  Rule.Rationale = "Whoever writes the text writes the statement.";
  Rule.Remedy = "Bind the value: `sqlite3_bind_text`.";
  Rule.References = {"https://owasp.org/www-community/attacks/SQL_Injection"};
  Rule.Bad = {"run(\"DELETE \" + name);\n", "bad.cpp"};
  Rule.Good = {"run(\"DELETE ?\", name);\n", "good.cpp"};
  return Rule;
}

RuleDescriptor credentialRule() {
  RuleDescriptor Rule;
  Rule.Id = "hardcoded-credential";
  Rule.Group = "secrets";
  Rule.Title = "A password in the source";
  Rule.Cwes = {798, 259};
  Rule.Level = Severity::Error;
  Rule.HowPrecise = Precision::High;
  Rule.Form = RuleForm::Flow;
  Rule.SecuritySeverity = 8.0;
  Rule.Summary = "Finds literals that reach a credential position.";
  return Rule;
}

SourceRange rangeOf(const std::string &File, const std::string &Text,
                    std::uint32_t Line, const std::string &Needle) {
  SourceText Source(Text);
  std::size_t At = Source.line(Line).find(Needle);
  if (At == llvm::StringRef::npos)
    throw std::logic_error("no '" + Needle + "' on line " +
                           std::to_string(Line));
  auto Column = static_cast<std::uint32_t>(At + 1);
  return {File, Line, Column, Line,
          Column + static_cast<std::uint32_t>(Needle.size())};
}

static const std::string Orders = R"(#include "orders.h"

void removeOrder(sqlite3 *db, const std::string &id) {
  std::string query = "DELETE FROM orders WHERE id = '" + id + "'";
	sqlite3_exec(db, query.c_str(), nullptr, nullptr, nullptr);
}
)";

static const std::string Handler = R"(#include "orders.h"
void onDelete(const Request &request) {
  auto id = request.get_param_value("id"); // größe 🙂
  removeOrder(database(), id);
}
)";

static const std::string Login = R"(#include "login.h"
bool login() {
  const char *key = "qV7rT2mZ9xLw4KpB";
  connect("db", "hunter2"); // cppwarden-ignore[hardcoded-credential]: test rig
  return connect("api", key);
}
)";

Sample sampleReport() {
  Report R;
  R.ToolVersion = "0.1.0";
  R.ProjectRoot = "/home/someone/project";
  R.Rules = {sqlRule(), credentialRule()};

  Finding Sql;
  Sql.RuleId = "sql-injection";
  Sql.Level = Severity::Error;
  Sql.Range = rangeOf("src/orders db.cpp", Orders, 5, "query.c_str()");
  Sql.Message = "text from an HTTP request is embedded in an SQL statement";
  Sql.Hint = "bind the value with sqlite3_bind_text";
  Sql.EnclosingFunction = "removeOrder";
  Sql.Flow = {
      {FlowStepKind::Origin,
       rangeOf("src/handler.cpp", Handler, 3,
               "request.get_param_value(\"id\")"),
       "an HTTP request is read here"},
      {FlowStepKind::Call, rangeOf("src/handler.cpp", Handler, 4, "id"),
       "passed to removeOrder"},
      {FlowStepKind::Propagation,
       rangeOf("src/orders db.cpp", Orders, 4, "id + \"'\""),
       "embedded in query"},
      {FlowStepKind::Sink, Sql.Range, "reaches sqlite3_exec"},
  };

  Finding Key;
  Key.RuleId = "hardcoded-credential";
  Key.Level = Severity::Warning;
  Key.Range = rangeOf("src/login.cpp", Login, 5, "key");
  Key.Message = std::string("the literal \"") + LongSecret +
                "\" is the password of a login";
  Key.Hint = std::string("read it from the environment, not ") + LongSecret;
  Key.EnclosingFunction = "login";
  Key.Secrets = {LongSecret};
  Key.Flow = {{FlowStepKind::Origin,
               rangeOf("src/login.cpp", Login, 3,
                       std::string("\"") + LongSecret + "\""),
               std::string("the literal ") + LongSecret},
              {FlowStepKind::Sink, Key.Range, "the password of connect"}};

  Finding Quiet;
  Quiet.RuleId = "hardcoded-credential";
  Quiet.Level = Severity::Error;
  Quiet.Range = rangeOf("src/login.cpp", Login, 4, "\"hunter2\"");
  Quiet.Message = "the literal \"hunter2\" is the password of a login";
  Quiet.EnclosingFunction = "login";
  Quiet.Secrets = {ShortSecret};
  AppliedSuppression Because{"test rig",
                             rangeOf("src/login.cpp", Login, 4,
                                     "cppwarden-ignore[hardcoded-credential]")};

  R.Findings = {{Sql, std::nullopt}, {Quiet, Because}, {Key, std::nullopt}};
  R.Units.Units = 5;
  R.Units.Problems = {
      {"src/slow.cpp", UnitState::Failed, "timed out after 120 s", "", {}},
      {"src/odd.cpp",
       UnitState::Incomplete,
       "2 compiler errors",
       "'missing.h' file not found",
       {"src/odd.cpp", 3, 10, 3, 21}},
  };
  R.normalise();
  return {std::move(R),
          BufferSources({{"src/orders db.cpp", Orders},
                         {"src/handler.cpp", Handler},
                         {"src/login.cpp", Login},
                         {"src/odd.cpp", "\n\n#include \"missing.h\"\n"}})};
}

Sample emptyReport() {
  Report R;
  R.ToolVersion = "0.1.0";
  R.Rules = {sqlRule(), credentialRule()};
  R.Units.Units = 12;
  R.normalise();
  return {std::move(R), BufferSources({})};
}

Sample hostileReport() {
  // Would change the page's title and the root's class if it ran.
  static const std::string Script =
      "</script><script>document.title='owned';"
      "document.documentElement.classList.add('owned')</script>";
  static const std::string Image =
      "<img src=x onerror=\"document.documentElement.classList.add('owned')\">";
  static const std::string Ends = "--> ]]> </style></title></textarea>\"'`";
  const std::string Controls("bell \x0B nul \0 bad \xFF bidi \xE2\x80\xAE end",
                             36);
  std::string Source = "// " + Script + "\n" + "// " + Image + "\n" +
                       "const char *a = \"" + Ends + "\"; // " + Controls +
                       "\n" + "run(a); " + Script + Image + "\n";
  Report R;
  R.ToolVersion = "0.1.0";
  R.Rules = {sqlRule()};
  R.Rules[0].Title = "Title " + Image;
  R.Rules[0].Rationale += " " + Script + " `" + Image + "`";
  std::string File = "src/\"><img src=x onerror=alert(1)>&'.cpp";
  for (std::uint32_t Line = 1; Line <= 4; ++Line) {
    Finding F;
    F.RuleId = "sql-injection";
    F.Level = Severity::Error;
    F.Range = {File, Line, 1, Line, 30};
    F.Message = "message " + std::to_string(Line) + " " + Script + Image +
                Ends + Controls;
    F.Hint = "hint `" + Script + "` " + Image;
    F.EnclosingFunction = "operator<" + Script;
    F.Flow = {{FlowStepKind::Origin, {File, 1, 1, 1, 8}, "step " + Image},
              {FlowStepKind::Call, {"javascript:alert(1)", 1, 1, 1, 2}, Script},
              {FlowStepKind::Sink, F.Range, Ends + Controls}};
    R.Findings.push_back({F, std::nullopt});
  }
  R.Findings[3].Suppression =
      AppliedSuppression{"reason " + Script + Image, {File, 4, 1, 4, 2}};
  R.Units.Units = 2;
  R.Units.Problems = {
      {File, UnitState::Failed, "reason " + Script, Image, {File, 1, 1, 1, 2}}};
  R.normalise();
  return {std::move(R), BufferSources({{File, Source}})};
}

std::string written(llvm::StringRef Name, Sample &Sample,
                    const WriteOptions &Options) {
  const Format *Found = findFormat(Name);
  if (!Found)
    throw std::logic_error("no format " + Name.str());
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  Found->Write(Sample.Value, Sample.Sources, Options, Out);
  return Text;
}

} // namespace cppwarden::report::testing
