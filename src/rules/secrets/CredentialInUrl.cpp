//===- CredentialInUrl.cpp - user:password@host, and connection strings ---===//
//
// Two spellings, both read in literals only: in comments they are mostly
// explanations.
//
//   scheme://user:PASSWORD@host                     (RFC 3986, section 3.2.1)
//   key=value; password=PASSWORD; key=value         (ODBC, ADO.NET, MySQL)
//   key=value password=PASSWORD key=value           (libpq)
//   scheme://host/database?user=name&password=…     (JDBC)
//
// A text with `password=` alone is no connection string: one of the keys that
// say where to connect to must stand beside it.
//
//===----------------------------------------------------------------------===//
#include "rules/ShippedSecrets.h"
#include "rules/StructuralRule.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace cppwarden::rules {

namespace {

RuleDescriptor describe() {
  RuleDescriptor D;
  D.Id = "credential-in-url";
  D.Group = "secrets";
  D.Title = "Password in a URL or connection string";
  D.Cwes = {798, 522};
  D.Level = Severity::Error;
  D.InPack = Pack::Audit;
  D.HowPrecise = Precision::High;
  D.SecuritySeverity = 8.6;
  D.Summary =
      "Finds literals with a password in the address of a server: "
      "`scheme://user:password@host`, and connection strings with `password=` "
      "or `pwd=` beside a host, a database or a user. Raw, concatenated and "
      "wide literals and the bodies of macros are read. Placeholders, format "
      "strings, expansions, the words `user:password` themselves, example "
      "hosts and comments are silent. In files that are plainly tests or "
      "examples the finding is a note.";
  D.Rationale =
      "The password is known to everybody who can read the repository, its "
      "history or the shipped binary. Addresses are also what programs log, "
      "show in error messages and pass to other programs, so that it spreads "
      "further than a password that is kept by itself.";
  D.Remedy =
      "Keep the address without the password, and add the password at run "
      "time from the environment, a protected file or a secret store. Change "
      "the password that was in the source.";
  D.References = {"https://cwe.mitre.org/data/definitions/798.html",
                  "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1"};
  D.Bad = {"#include <string>\n"
           "\n"
           "std::string databaseAddress() {\n"
           "  return \"postgresql://orders:7uN-pelican4@db.internal/orders\";\n"
           "}\n",
           "bad.cpp"};
  D.Good = {"#include <cstdlib>\n"
            "#include <stdexcept>\n"
            "#include <string>\n"
            "\n"
            "std::string databaseAddress() {\n"
            "  const char *password = std::getenv(\"ORDERS_DB_PASSWORD\");\n"
            "  if (!password)\n"
            "    throw std::runtime_error(\"ORDERS_DB_PASSWORD is not set\");\n"
            "  return std::string(\"postgresql://orders:\") + password +\n"
            "         \"@db.internal/orders\";\n"
            "}\n",
            "good.cpp"};
  return D;
}

/// A part of the text that is a password.
struct Found {
  std::size_t Begin, End;
};

/// `user:password` in a manual, and what is to be filled in.
bool isExplanation(StringRef Password) {
  for (StringRef Word : {"password", "passwd", "pass", "pwd", "pw", "secret",
                         "passwort", "token", "p", "key", "apikey", "api_key",
                         "passw", "pword", "motdepasse"})
    if (Password.equals_insensitive(Word))
      return true;
  // A field of a format: "%1", "%s", "{}", "$1", "<password>", "***".
  return Password.find_first_of("%{}<>$*[]") != StringRef::npos &&
         (Password.size() <= 4 || Password.contains("%s") ||
          Password.find_first_of("{}<>[]") != StringRef::npos ||
          Password.starts_with("$") || Password.starts_with("*"));
}

bool isSecret(StringRef Password) {
  return !isExplanation(Password) &&
         shippedJudge().accepts(Password, "credential.password", "");
}

bool isExampleHost(StringRef Host) {
  Host = Host.take_while([](char C) {
    return llvm::isAlnum(C) || C == '.' || C == '-' || C == '_';
  });
  return Host.empty() || Host.equals_insensitive("host") ||
         Host.equals_insensitive("hostname") ||
         Host.equals_insensitive("server") ||
         Host.contains_insensitive("example") ||
         Host.ends_with_insensitive(".test") ||
         Host.ends_with_insensitive(".invalid");
}

bool isSchemeLetter(char C) {
  return llvm::isAlnum(C) || C == '+' || C == '-' || C == '.';
}

void scanUrls(StringRef Text, llvm::SmallVectorImpl<Found> &Into) {
  for (std::size_t At = Text.find("://"); At != StringRef::npos;
       At = Text.find("://", At + 3)) {
    if (!At || !isSchemeLetter(Text[At - 1]))
      continue;
    std::size_t Begin = At + 3;
    std::size_t End = Text.find_first_of("/?# \t\r\n\"'`\\", Begin);
    StringRef Authority = Text.slice(Begin, End);
    std::size_t Sign = Authority.rfind('@');
    if (Sign == StringRef::npos)
      continue;
    auto [User, Password] = Authority.take_front(Sign).split(':');
    if (Password.empty() || isExampleHost(Authority.drop_front(Sign + 1)) ||
        !isSecret(Password))
      continue;
    Begin += User.size() + 1;
    Into.push_back({Begin, Begin + Password.size()});
  }
}

bool isOneOf(StringRef Key, llvm::ArrayRef<StringRef> Known) {
  return llvm::any_of(
      Known, [&](StringRef Each) { return Key.equals_insensitive(Each); });
}

/// One `key=value` after the other; Separators end a value.
void scanPairs(StringRef Text, std::size_t From, StringRef Separators,
               llvm::SmallVectorImpl<Found> &Into) {
  static constexpr StringRef PasswordKeys[] = {"password", "pwd", "passwd",
                                               "sslpassword"};
  static constexpr StringRef PlaceKeys[] = {
      "host",        "hostaddr",       "server",   "data source",
      "address",     "addr",           "dbname",   "database",
      "db",          "driver",         "dsn",      "user",
      "uid",         "user id",        "username", "service",
      "unix_socket", "initial catalog"};
  llvm::SmallVector<Found, 2> Passwords;
  bool HasPlace = false;
  std::size_t At = From;
  while (At < Text.size()) {
    std::size_t Equals = Text.find('=', At);
    if (Equals == StringRef::npos)
      break;
    StringRef Key = Text.slice(At, Equals);
    // What separates pairs ends an unpaired text in front of the key.
    std::size_t Cut =
        Key.find_last_of(Separators == " " ? " \t\n" : Separators);
    if (Cut != StringRef::npos)
      Key = Key.drop_front(Cut + 1);
    Key = Key.trim();
    std::size_t Begin = Equals + 1;
    while (Begin < Text.size() && Text[Begin] == ' ')
      ++Begin;
    std::size_t End;
    if (Begin < Text.size() && (Text[Begin] == '\'' || Text[Begin] == '"')) {
      char Quote = Text[Begin++];
      End = Text.find(Quote, Begin);
    } else {
      End = Text.find_first_of(
          Separators == " " ? StringRef(" \t\r\n") : Separators, Begin);
    }
    End = std::min(End, Text.size());
    if (isOneOf(Key, PasswordKeys)) {
      if (isSecret(Text.slice(Begin, End).trim()))
        Passwords.push_back({Begin, End});
    } else if (isOneOf(Key, PlaceKeys)) {
      HasPlace |= End > Begin;
    }
    At = std::max(End, Equals + 1);
    if (At < Text.size() && (Text[At] == '\'' || Text[At] == '"'))
      ++At;
  }
  if (HasPlace)
    Into.append(Passwords);
}

class CredentialInUrl final : public StructuralRule {
public:
  const RuleDescriptor &descriptor() const override {
    static const RuleDescriptor Descriptor = describe();
    return Descriptor;
  }
  std::vector<std::string> supersedes() const override {
    return {"hardcoded-credential"};
  }
  bool isNoteInTests() const override { return true; }
  bool readsTexts() const override { return true; }

  void checkText(const WrittenText &Text, FindingSink &Sink) override {
    if (Text.Is != WrittenText::Kind::Literal || Text.Text.size() > 4096)
      return;
    llvm::SmallVector<Found, 2> Where;
    StringRef What = Text.Text;
    std::size_t Scheme = What.find("://");
    if (Scheme != StringRef::npos && What.contains('@'))
      scanUrls(What, Where);
    if (Where.empty() && (What.contains_insensitive("password") ||
                          What.contains_insensitive("pwd") ||
                          What.contains_insensitive("passwd"))) {
      std::size_t Query =
          Scheme == StringRef::npos ? StringRef::npos : What.find('?', Scheme);
      if (Query != StringRef::npos)
        scanPairs(What, Query + 1, "&", Where);
      else if (What.contains(';'))
        scanPairs(What, 0, ";", Where);
      else if (What.contains(' '))
        scanPairs(What, 0, " ", Where);
    }
    for (const Found &Each : Where) {
      Finding &F = Sink.report(
          Text.range(Each.Begin, Each.End),
          Scheme != StringRef::npos
              ? "the password of a server is written into its address"
              : "a password is written into a connection string");
      F.Hint = "add the password at run time, from the environment or a "
               "secret store";
      F.Secrets = Text.spellings(Each.Begin, Each.End);
      F.Secrets.push_back(What.slice(Each.Begin, Each.End).str());
    }
  }
};

} // namespace

std::unique_ptr<StructuralRule> makeCredentialInUrl() {
  return std::make_unique<CredentialInUrl>();
}

} // namespace cppwarden::rules
