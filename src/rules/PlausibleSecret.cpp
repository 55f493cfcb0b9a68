//===- PlausibleSecret.cpp - Is this literal a secret? --------------------===//
//
// Position beats names. What is given to an API as a password is one, however
// it looks: "admin" is a bad password, not an innocent word. Only what is
// plainly to be filled in (`<password>`, `${DB_PASSWORD}`, `xxx`) is let go.
//
// A position that is told by its name alone (`const char *apiKey = "…"`) is
// weak evidence: programs name the *keys* under which secrets are stored, the
// labels of input fields, the options of a command line in the same words. The
// literal must then look like a value, and the judgement depends on the kind:
//
//  1. Never: empty or one or two characters, placeholders, text for people
//     (blanks), format strings, markup, regular expressions, locations (paths,
//     URLs, file names), command line options, public halves of key pairs, and
//     password hashes, which are not the secret itself.
//  2. Always: the passwords that everybody tries first.
//  3. Not when it reads as a key: made of letters only, split by '_', '-', '.'
//     or humps, with a word for credentials in it ("db_password",
//     "login.password.label", "X-Api-Key"), or equal to the position's own
//     words. "my-super-secret-key" is a value all the same: nobody calls a key
//     "my" or "super".
//  4. A password may be any other word. A token, key or session id must look
//     generated: at least eight characters with digits and letters, or sixteen
//     with enough entropy; `token = "identifier"` belongs to a parser. A PIN is
//     digits.
//
//===----------------------------------------------------------------------===//
#include "rules/PlausibleSecret.h"
#include "analysis/Model.h"
#include "analysis/NameLexicon.h"
#include "rules/Entropy.h"
#include "support/Yaml.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace cppwarden::rules {

namespace {

bool isWithin(StringRef Kind, StringRef Ancestor) {
  return analysis::ModelSet::isKindWithin(Kind, Ancestor);
}

bool hasDigit(StringRef Text) { return llvm::any_of(Text, llvm::isDigit); }
bool hasLetter(StringRef Text) { return llvm::any_of(Text, llvm::isAlpha); }
bool isDigits(StringRef Text) { return llvm::all_of(Text, llvm::isDigit); }
bool hasHumps(StringRef Text) {
  for (std::size_t I = 1; I < Text.size(); ++I)
    if (llvm::isUpper(Text[I]) && llvm::isLower(Text[I - 1]))
      return true;
  return false;
}

/// One character over and over: "xxxxxx", "******", "......".
bool isRepeated(StringRef Text) {
  return Text.size() > 1 && llvm::all_of(Text, [&](char C) {
           return llvm::toLower(C) == llvm::toLower(Text[0]);
         });
}

/// `%s`, `%-10.3f`, `%1` (Qt), `%VAR%`.
bool hasPercentDirective(StringRef Text) {
  for (std::size_t At = Text.find('%'); At != StringRef::npos;
       At = Text.find('%', At + 1)) {
    StringRef Rest = Text.drop_front(At + 1);
    if (Rest.starts_with("%")) {
      ++At;
      continue;
    }
    std::size_t End = Rest.find_first_not_of("-+ #0123456789.*hlzjtL");
    if (End == StringRef::npos) {
      if (!Rest.empty() && isDigits(Rest))
        return true;
      continue;
    }
    // Between letters and digits, '%' may well be part of a password.
    bool Terminated = End + 1 == Rest.size() || !llvm::isAlnum(Rest[End + 1]);
    if (StringRef("sdiuxXcfgGeEpnoaA").contains(Rest[End]) && Terminated)
      return true;
  }
  return Text.size() > 2 && Text.front() == '%' && Text.back() == '%';
}

/// `{}`, `{0}`, `{name}`, `{:>8}`.
bool hasBraceField(StringRef Text) {
  std::size_t Open = Text.find('{');
  if (Open == StringRef::npos)
    return false;
  std::size_t Close = Text.find('}', Open);
  if (Close == StringRef::npos)
    return false;
  StringRef Inside = Text.slice(Open + 1, Close);
  return llvm::all_of(Inside, [](char C) {
    return llvm::isAlnum(C) || StringRef("_:.<>^{ ").contains(C);
  });
}

/// `${X}`, `$(X)`, `{{X}}`, `@X@`, `$X` with an upper-case name.
bool isExpansion(StringRef Text) {
  if (Text.contains("${") || Text.contains("$(") || Text.contains("{{"))
    return true;
  if (Text.size() > 2 && Text.front() == '@' && Text.back() == '@')
    return true;
  return Text.size() > 2 && Text.consume_front("$") &&
         llvm::all_of(Text,
                      [](char C) {
                        return llvm::isUpper(C) || llvm::isDigit(C) || C == '_';
                      }) &&
         llvm::isUpper(Text.front());
}

bool isRegularExpression(StringRef Text) {
  return Text.starts_with("^") || Text.contains("[a-z") ||
         Text.contains("[A-Z") || Text.contains("[0-9") ||
         Text.contains("(?") || Text.contains("\\d") || Text.contains("\\w") ||
         Text.contains("\\s") || Text.contains(".*") || Text.contains("[^");
}

/// Public halves, certificates, and hashes of passwords.
bool isNotSecretMaterial(StringRef Text) {
  for (StringRef Prefix :
       {"ssh-rsa ",   "ssh-ed25519 ", "ecdsa-sha2-", "MIIBIjANBg",
        "MFkwEwYHKo", "MCowBQYDK2Vw", "$2a$",        "$2b$",
        "$2y$",       "$argon2",      "$1$",         "$5$",
        "$6$",        "$y$",          "$scrypt$",    "pbkdf2_",
        "{SSHA",      "{SHA",         "{MD5}",       "{CRYPT}"})
    if (Text.starts_with(Prefix))
      return true;
  return Text.starts_with("-----BEGIN ") && !Text.contains("PRIVATE KEY");
}

bool isMimeType(StringRef Text) {
  auto [Major, Minor] = Text.split('/');
  return !Minor.empty() &&
         (Major == "application" || Major == "text" || Major == "image" ||
          Major == "multipart" || Major == "audio" || Major == "video");
}

std::vector<std::string> wordsOf(StringRef Text) {
  return analysis::NameLexicon::words(Text);
}

/// Letters, digits at the end of a word, and what joins words.
bool isMadeOfWords(StringRef Text) {
  return llvm::all_of(Text, [](char C) {
    return llvm::isAlpha(C) || C == '_' || C == '-' || C == '.' || C == ':' ||
           C == '/' || C == '[' || C == ']' || C == '=';
  });
}

} // namespace

llvm::Expected<PlausibleSecret>
PlausibleSecret::read(llvm::MemoryBufferRef Yaml) {
  llvm::Expected<YamlNode> Root = parseYaml(Yaml);
  if (!Root)
    return Root.takeError();
  YamlErrors Errors(Yaml.getBufferIdentifier());
  PlausibleSecret Result;
  const std::pair<StringRef, llvm::StringSet<> *> Lists[] = {
      {"placeholders", &Result.Placeholders},
      {"placeholder-words", &Result.PlaceholderWords},
      {"common-passwords", &Result.CommonPasswords},
      {"credential-words", &Result.CredentialWords},
      {"ownership-words", &Result.OwnershipWords},
      {"no-values", &Result.NoValues},
      {"file-extensions", &Result.FileExtensions}};
  if (!Root->isMapping())
    return Errors.at(*Root, "expected a mapping");
  std::vector<StringRef> Keys;
  for (const auto &[Key, List] : Lists)
    Keys.push_back(Key);
  if (llvm::Error E = Errors.checkKeys(*Root, Keys))
    return E;
  for (const auto &[Key, List] : Lists) {
    const YamlNode *Node = Root->find(Key);
    if (!Node)
      return Errors.at(*Root, "'" + Key + "' is missing");
    auto Values = Errors.strings(*Node, Key);
    if (!Values)
      return Values.takeError();
    for (const std::string &Value : *Values)
      List->insert(StringRef(Value).lower());
  }
  return Result;
}

bool PlausibleSecret::accepts(StringRef Literal, StringRef SinkKind,
                              StringRef SinkName) const {
  StringRef Text = Literal.take_while([](char C) { return C != '\0'; }).trim();
  // The value of a header: the scheme is not the secret.
  if (isWithin(SinkKind, "secret") &&
      (Text.consume_front("Bearer ") || Text.consume_front("Basic ")))
    Text = Text.ltrim();
  if (Text.empty() || Text.size() > 16384)
    return false;
  return isWithin(SinkKind, "secret") ? acceptsByName(Text, SinkKind, SinkName)
                                      : acceptsAtApi(Text, SinkKind);
}

bool PlausibleSecret::isPlaceholder(StringRef Text) const {
  std::string Lower = Text.lower();
  if (Placeholders.contains(Lower))
    return true;
  if (Text.size() > 2 && ((Text.front() == '<' && Text.back() == '>') ||
                          (Text.front() == '[' && Text.back() == ']')))
    return true;
  if (isExpansion(Text) || hasPercentDirective(Text))
    return true;
  if (hasBraceField(Text) && Text.contains("{") &&
      (Text.front() == '{' || Text.contains("{}")))
    return true;
  if (isRepeated(Text) &&
      (!llvm::isAlnum(Text[0]) || llvm::toLower(Text[0]) == 'x'))
    return true;
  if (StringRef(Lower).contains("xxxx") || Text.contains("****") ||
      Text.ends_with("...") || Text.contains("\xE2\x80\xA6"))
    return true;
  // "your-password-here", "insert token"; not "Enter1!".
  if (!llvm::all_of(Text, [](char C) {
        return llvm::isAlpha(C) || C == ' ' || C == '_' || C == '-' || C == '.';
      }))
    return false;
  std::vector<std::string> Words = wordsOf(Text);
  return Words.size() > 1 && PlaceholderWords.contains(Words.front());
}

/// The literal is an argument of a modelled API.
bool PlausibleSecret::acceptsAtApi(StringRef Text, StringRef SinkKind) const {
  if (isWithin(SinkKind, "credential.userpwd")) {
    // `user:` and `:` ask the library to prompt or to negotiate.
    auto [User, Password] = Text.split(':');
    if (Password.empty() || User.equals_insensitive("anonymous"))
      return false;
    Text = Password;
  }
  if (Text.starts_with("-----BEGIN ") && !Text.contains("PRIVATE KEY"))
    return false;
  return !isPlaceholder(Text);
}

bool PlausibleSecret::acceptsByName(StringRef Text, StringRef SinkKind,
                                    StringRef SinkName) const {
  bool IsPin = isWithin(SinkKind, "secret.pin");
  if (IsPin)
    return Text.size() >= 4 && Text.size() <= 12 && isDigits(Text);
  if (Text.starts_with("-----BEGIN "))
    return Text.contains("PRIVATE KEY-----\n") && Text.size() > 100;
  if (Text.size() < 3 || isPlaceholder(Text) || isNotSecretMaterial(Text) ||
      readsAsMarkup(Text) || readsAsLocation(Text))
    return false;
  std::string Lower = Text.lower();
  if (NoValues.contains(Lower))
    return false;
  if (CommonPasswords.contains(Lower))
    return true;
  if (readsAsKey(Text, SinkName))
    return false;

  if (isWithin(SinkKind, "secret.password") ||
      isWithin(SinkKind, "secret.credential"))
    return Text.size() >= 4;
  bool IsMixed = hasDigit(Text) && hasLetter(Text);
  if (Text.size() >= 8 && IsMixed && !isRepeated(Text))
    return true;
  if (Text.size() >= 16 && isDigits(Text))
    return shannonEntropy(Text) > 2.0;
  // "my-super-secret-key": words, but of a value.
  for (const std::string &Word : wordsOf(Text))
    if (OwnershipWords.contains(Word))
      return Text.size() >= 6;
  bool IsOneWord = isMadeOfWords(Text) && !hasHumps(Text);
  return Text.size() >= 16 && !IsOneWord && shannonEntropy(Text) > 3.5;
}

/// The name under which a secret is kept, not the secret.
bool PlausibleSecret::readsAsKey(StringRef Text, StringRef SinkName) const {
  // `i2cp.leaseSetPrivKey`, `smtp2.password`: a setting's name, digits and all.
  if (StringRef Last = Text.rsplit('.').second; !Last.empty()) {
    bool IsDotted =
        llvm::isAlpha(Text.front()) && llvm::all_of(Text, [](char C) {
          return llvm::isAlnum(C) || C == '.' || C == '_' || C == '-';
        });
    if (IsDotted && !hasDigit(Last) &&
        llvm::any_of(wordsOf(Last), [&](const std::string &Word) {
          return CredentialWords.contains(Word);
        }))
      return true;
  }
  if (!isMadeOfWords(Text))
    return false;
  std::vector<std::string> Words = wordsOf(Text);
  if (Words.empty())
    return true;
  bool SpeaksOfCredentials = false;
  for (const std::string &Word : Words) {
    if (OwnershipWords.contains(Word))
      return false;
    SpeaksOfCredentials |= CredentialWords.contains(Word);
  }
  if (SpeaksOfCredentials)
    return true;
  // i18n keys, `section.key` of a configuration, header names.
  if (Text.count('.') + Text.count('/') + Text.count(':') > 1 ||
      Text.ends_with(":") || Text.ends_with("="))
    return true;
  // `TUNNEL_WEBIRC_PASSWORD = "webircpassword"`: its own name without gaps.
  std::vector<std::string> Own = wordsOf(SinkName);
  if (Own.size() > 1 && Text.size() >= 8 &&
      llvm::StringRef(llvm::join(Own, "")).contains(llvm::join(Words, "")))
    return true;
  return llvm::all_of(Words, [&](const std::string &Word) {
    return llvm::is_contained(Own, Word);
  });
}

/// Text for people or machines that is no value.
bool PlausibleSecret::readsAsMarkup(StringRef Text) const {
  if (Text.contains(' ') || Text.contains('\t') || Text.contains('\n'))
    return true;
  if (StringRef("-<{[(&?#\\,;|*~").contains(Text.front()) &&
      !(hasDigit(Text) && hasLetter(Text) && Text.size() >= 8 &&
        !Text.starts_with("--") && !StringRef("<{[(").contains(Text.front())))
    return true;
  if (hasBraceField(Text) || isRegularExpression(Text) || isMimeType(Text))
    return true;
  // `password=`, `token:` introduce a value that is not there.
  if (Text.ends_with(":") ||
      (Text.ends_with("=") && isMadeOfWords(Text) && Text.size() < 24))
    return true;
  return !llvm::all_of(Text, [](char C) {
    return static_cast<unsigned char>(C) >= 0x80 || llvm::isPrint(C);
  });
}

bool PlausibleSecret::readsAsLocation(StringRef Text) const {
  if (Text.contains("://") || Text.starts_with("./") ||
      Text.starts_with("../") || Text.starts_with("~/") ||
      Text.starts_with("www."))
    return true;
  if (Text.size() > 2 && llvm::isAlpha(Text[0]) && Text[1] == ':' &&
      (Text[2] == '\\' || Text[2] == '/'))
    return true;
  std::size_t Dot = Text.rfind('.');
  if (Dot != StringRef::npos && Dot != 0 &&
      FileExtensions.contains(Text.drop_front(Dot + 1).lower()))
    return true;
  // `/api/v1/token`; base64 may start with a slash, but has longer runs.
  if (!Text.starts_with("/"))
    return false;
  llvm::SmallVector<StringRef, 8> Segments;
  Text.drop_front().split(Segments, '/');
  return llvm::all_of(Segments, [](StringRef Segment) {
    return Segment.size() <= 24 && !Segment.contains('+') &&
           !Segment.contains('=');
  });
}

} // namespace cppwarden::rules
