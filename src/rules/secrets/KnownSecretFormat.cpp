//===- KnownSecretFormat.cpp - A provider's secret in the source ----------===//
#include "rules/ShippedSecrets.h"
#include "rules/StructuralRule.h"

namespace cppwarden::rules {

namespace {

RuleDescriptor describe() {
  RuleDescriptor D;
  D.Id = "known-secret-format";
  D.Group = "secrets";
  D.Title = "Secret of a known provider in the source";
  D.Cwes = {798};
  D.Level = Severity::Error;
  D.HowPrecise = Precision::VeryHigh;
  D.SecuritySeverity = 9.1;
  D.Summary =
      "Finds texts in the format of a known provider's secret: access keys of "
      "clouds, tokens of code hosts, messengers, payment and machine learning "
      "services, private key blocks, JSON Web Tokens. Literals (raw, "
      "concatenated, wide), the bodies of macros, comments and code that the "
      "preprocessor skips are read. A match must have the provider's prefix, "
      "alphabet and length, enough entropy, and the right checksum where the "
      "format has one. Documented example values, public keys, certificates "
      "and texts that say they are examples are silent. In files that are "
      "plainly tests or examples the finding is a note.";
  D.Rationale =
      "Whoever can read the source, its history or the shipped binary holds "
      "the secret: `strings` finds it in seconds, and hosts of public code are "
      "searched for these formats all day. It cannot be changed without a new "
      "release, and it is the same in every installation.";
  D.Remedy =
      "Withdraw the secret at the provider first: it must count as known, even "
      "after it is removed from the code. Read the new one at run time from "
      "the environment, a file that only the service can read, or a secret "
      "store.";
  D.References = {"https://cwe.mitre.org/data/definitions/798.html",
                  "https://cheatsheetseries.owasp.org/cheatsheets/"
                  "Secrets_Management_Cheat_Sheet.html"};
  // The parts keep hosting platforms from taking the example for a true key.
  D.Bad = {"#include <string>\n"
           "\n"
           "std::string mapsUrl(const std::string &place) {\n"
           "  static const char *const apiKey = \"AIza\" "
           "\"SyQ8vL3mZ0tR7wB2nK9xP4cF6hJ1dG5sY\" \"qe\";\n"
           "  return \"https://maps.example.net/geocode?q=\" + place + "
           "\"&key=\" + apiKey;\n"
           "}\n",
           "bad.cpp"};
  D.Good = {"#include <cstdlib>\n"
            "#include <stdexcept>\n"
            "#include <string>\n"
            "\n"
            "std::string mapsUrl(const std::string &place) {\n"
            "  const char *apiKey = std::getenv(\"MAPS_API_KEY\");\n"
            "  if (!apiKey)\n"
            "    throw std::runtime_error(\"MAPS_API_KEY is not set\");\n"
            "  return \"https://maps.example.net/geocode?q=\" + place + "
            "\"&key=\" + apiKey;\n"
            "}\n",
            "good.cpp"};
  return D;
}

class KnownSecretFormat final : public StructuralRule {
public:
  const RuleDescriptor &descriptor() const override {
    static const RuleDescriptor Descriptor = describe();
    return Descriptor;
  }
  std::vector<std::string> supersedes() const override {
    return {"hardcoded-credential", "hardcoded-crypto-key"};
  }
  bool isNoteInTests() const override { return true; }
  bool readsTexts() const override { return true; }

  void checkText(const WrittenText &Text, FindingSink &Sink) override {
    if (Text.Text.size() < 16)
      return;
    Matches.clear();
    shippedFormats().scan(Text.Text, Text.lineBefore(), Matches);
    for (const SecretFormats::Match &M : Matches) {
      bool InComment = Text.Is == WrittenText::Kind::Comment;
      Finding &F = Sink.report(Text.range(M.Begin, M.End),
                               M.Format->Name +
                                   (InComment ? " is left in a comment"
                                              : " is written into the source"));
      F.Hint =
          M.Format->Revoke.empty()
              ? "withdraw it at the provider and read the new one at run time"
              : "withdraw it (" + M.Format->Revoke +
                    ") and read the new one at run time";
      F.Secrets = Text.spellings(M.Begin, M.End);
      F.Secrets.push_back(Text.Text.slice(M.Begin, M.End).str());
    }
  }

private:
  llvm::SmallVector<SecretFormats::Match, 2> Matches;
};

} // namespace

std::unique_ptr<StructuralRule> makeKnownSecretFormat() {
  return std::make_unique<KnownSecretFormat>();
}

} // namespace cppwarden::rules
