#include "rules/SecretFormats.h"
#include "rules/Entropy.h"
#include "support/Resources.h"
#include <gtest/gtest.h>
#include <set>

namespace cppwarden::tests {
namespace {

using rules::SecretFormats;

const SecretFormats &formats() {
  static const SecretFormats Formats = [] {
    Resource R = resource("rules", "rules/secret-formats.yaml");
    return llvm::cantFail(SecretFormats::read({R.Contents, R.Name}));
  }();
  return Formats;
}

/// "id,id" of what is found.
std::string found(const std::string &Text, const std::string &Before = "") {
  llvm::SmallVector<SecretFormats::Match, 2> Matches;
  formats().scan(Text, Before, Matches);
  std::string Result;
  for (const SecretFormats::Match &M : Matches)
    Result += (Result.empty() ? "" : ",") + M.Format->Id;
  return Result;
}

/// Deterministic characters that look generated.
std::string generated(std::size_t Length, llvm::StringRef Alphabet) {
  std::string Result;
  std::uint64_t State = 0x9e3779b97f4a7c15u + Length;
  while (Result.size() < Length) {
    State = State * 6364136223846793005u + 1442695040888963407u;
    Result += Alphabet[(State >> 33) % Alphabet.size()];
  }
  return Result;
}
constexpr const char *Base62 =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr const char *Hex = "0123456789abcdef";

/// A text that a pattern of our data matches, looking generated. Knows what the
/// data uses: classes, groups with alternatives, bounded repetition, escapes.
class Sample {
public:
  Sample(llvm::StringRef Pattern, unsigned Seed)
      : Rest(Pattern), State(Seed + 1) {}
  std::string make() { return alternatives(); }

private:
  unsigned next(unsigned Below) {
    State = State * 6364136223846793005u + 1442695040888963407u;
    return static_cast<unsigned>((State >> 33) % Below);
  }
  std::string alternatives() {
    std::vector<std::string> All{sequence()};
    while (Rest.consume_front("|"))
      All.push_back(sequence());
    return All[next(All.size())];
  }
  std::string sequence() {
    std::string Result;
    while (!Rest.empty() && Rest[0] != '|' && Rest[0] != ')') {
      llvm::StringRef Begin = Rest;
      std::string Once = atom();
      unsigned Count = repetition();
      if (Count)
        Result += Once;
      llvm::StringRef After = Rest;
      for (unsigned I = 1; I < Count; ++I) {
        Rest = Begin;
        Result += atom();
      }
      Rest = After;
    }
    return Result;
  }
  std::string atom() {
    if (Rest.consume_front("(")) {
      std::string Result = alternatives();
      Rest.consume_front(")");
      return Result;
    }
    if (Rest.consume_front("[")) {
      std::string Set;
      while (Rest[0] != ']') {
        if (Rest.size() > 2 && Rest[1] == '-' && Rest[2] != ']') {
          for (char C = Rest[0]; C <= Rest[2]; ++C)
            Set += C;
          Rest = Rest.drop_front(3);
        } else {
          Set += Rest[0];
          Rest = Rest.drop_front();
        }
      }
      Rest = Rest.drop_front();
      return std::string(1, Set[next(Set.size())]);
    }
    Rest.consume_front("\\");
    char C = Rest[0];
    Rest = Rest.drop_front();
    return std::string(1, C);
  }
  unsigned repetition() {
    if (Rest.consume_front("?"))
      return next(2);
    if (Rest.consume_front("*"))
      return 0;
    if (Rest.consume_front("+"))
      return 1;
    if (!Rest.consume_front("{"))
      return 1;
    unsigned Least = 0;
    Rest.consumeInteger(10, Least);
    Rest = Rest.drop_front(Rest.find('}') + 1);
    return Least;
  }

  llvm::StringRef Rest;
  std::uint64_t State;
};

std::string withChecksum(std::string Token, std::size_t PrefixLength) {
  // Computed bit by bit: LLVM's table is what is tested.
  std::uint32_t Crc = 0xffffffffu;
  for (std::size_t I = PrefixLength; I + 6 < Token.size(); ++I) {
    Crc ^= static_cast<unsigned char>(Token[I]);
    for (int Bit = 0; Bit != 8; ++Bit)
      Crc = (Crc >> 1) ^ (Crc & 1 ? 0xedb88320u : 0);
  }
  Crc = ~Crc;
  for (std::size_t I = Token.size(); I-- > Token.size() - 6; Crc /= 62)
    Token[I] = Base62[Crc % 62];
  return Token;
}

/// No format is dead: its prefix, pattern, length and floor fit each other.
TEST(SecretFormats, EveryFormatIsFound) {
  for (const auto &Format : formats().formats()) {
    if (Format->MustPass == rules::SecretFormat::Check::Pem ||
        Format->MustPass == rules::SecretFormat::Check::Jwt)
      continue; // tested by themselves below
    std::set<std::string> Unseen(Format->Prefixes.begin(),
                                 Format->Prefixes.end());
    unsigned Found = 0;
    for (unsigned Seed = 0; Seed != 400 && (!Found || !Unseen.empty());
         ++Seed) {
      std::string Token = Sample(Format->Pattern, Seed).make();
      std::string Prefix;
      for (const std::string &P : Format->Prefixes)
        if (llvm::StringRef(Token).starts_with(P) && P.size() > Prefix.size())
          Prefix = P;
      if (Format->MustPass == rules::SecretFormat::Check::Base62Crc32)
        Token = withChecksum(Token, Prefix.size());
      if (Format->BeforeMin)
        Token = generated(Format->BeforeMin,
                          Format->Before == "0-9" ? "123456789" : Base62) +
                Token;
      std::string Near = Format->Near.empty() ? "" : Format->Near[0] + " = \"";
      if (found(Token, Near) != Format->Id)
        continue;
      ++Found;
      Unseen.erase(Prefix);
    }
    EXPECT_GT(Found, 0u) << Format->Id << " finds nothing, e.g. not "
                         << Sample(Format->Pattern, 0).make();
    for (const std::string &Prefix : Unseen)
      ADD_FAILURE() << Format->Id << ": the prefix '" << Prefix
                    << "' finds nothing";
  }
}

TEST(SecretFormats, DataIsSound) {
  EXPECT_GE(formats().formats().size(), 120u);
  llvm::Error E = formats().checkPatterns();
  EXPECT_FALSE(bool(E)) << llvm::toString(std::move(E));
  for (const auto &Format : formats().formats()) {
    EXPECT_TRUE(Format->Name.starts_with("a ") ||
                Format->Name.starts_with("an "))
        << Format->Id << ": the name is a noun phrase";
    EXPECT_GT(Format->Entropy, 2.0) << Format->Id;
    // What the documentation shows must not be found.
    for (const std::string &Example : Format->Documented)
      EXPECT_EQ(found(Example, "aws "), "") << Format->Id;
  }
}

TEST(SecretFormats, PrefixDoesNotNeedARunOfItsOwn) {
  std::string Token = "glpat-" + generated(20, Base62);
  EXPECT_EQ(found(Token), "gitlab-personal-token");
  EXPECT_EQ(found("https://oauth2:" + Token + "@gitlab.com/x.git"),
            "gitlab-personal-token");
  EXPECT_EQ(found(Token + "\n" + Token),
            "gitlab-personal-token,gitlab-personal-token");
  EXPECT_EQ(found("my" + Token), "");
  EXPECT_EQ(found(Token.substr(0, 20)), "");
}

TEST(SecretFormats, EntropyAndFillersSilence) {
  EXPECT_EQ(found("glpat-" + std::string(20, 'a')), "");
  EXPECT_EQ(found("glpat-" + std::string("abababababababababab")), "");
  EXPECT_EQ(found("glpat-" + generated(13, Base62) + "example"), "");
  EXPECT_EQ(found("glpat-abcdefghijklmnopqrst"), "");
}

TEST(SecretFormats, ChecksumDecides) {
  // CRC-32 of the first thirty characters, in base 62.
  EXPECT_TRUE(rules::hasBase62Crc32("u8jzPde0IgxLd6GncfBAepfJBd0Kh8024xXH"));
  EXPECT_TRUE(rules::hasBase62Crc32("oOOL8dKLzdocJ2isAjIhKtJ0RlgLKO24tJGF"));
  EXPECT_FALSE(rules::hasBase62Crc32("u8jzPde0IgxLd6GncfBAepfJBd0Kh8024xXh"));
  EXPECT_FALSE(rules::hasBase62Crc32("abc"));
  EXPECT_EQ(found("ghp_"
                  "u8jzPde0IgxLd6GncfBAepfJBd0Kh8024xXH"),
            "github-personal-token");
  EXPECT_EQ(found("ghp_"
                  "u8jzPde0IgxLd6GncfBAepfJBd0Kh8024xXJ"),
            "");
}

TEST(SecretFormats, ShapesNeedTheirProvider) {
  std::string Key = generated(40, Base62);
  EXPECT_EQ(found(Key), "");
  EXPECT_EQ(found(Key, "std::string awsSecretKey = \""),
            "aws-secret-access-key");
  EXPECT_EQ(found("aws_secret_access_key=" + Key), "aws-secret-access-key");
  EXPECT_EQ(found(Key + "A", "awsSecretKey = \""), "");
  std::string Digits = generated(32, Hex);
  EXPECT_EQ(found(Digits, "twilioAuth = \""), "twilio-auth-token");
  EXPECT_EQ(found(Digits, "md5 = \""), "");
}

/// Cut short, of another alphabet, or without its provider: no secret.
TEST(SecretFormats, LookAlikesAreSilent) {
  auto Uuid = [] {
    return generated(8, Hex) + "-" + generated(4, Hex) + "-" +
           generated(4, Hex) + "-" + generated(4, Hex) + "-" +
           generated(12, Hex);
  };
  for (const std::string &Text :
       {"nfp_" + generated(30, Base62),
        "nfp_" + generated(37, Base62),
        "tskey-auth-" + generated(12, Base62),
        "tskey-node-k" + generated(8, Base62) + "-" + generated(24, Base62),
        "sha256~" + generated(40, Base62),
        "sha256:" + generated(64, Hex),
        "CCIPAT_" + generated(22, Base62),
        "CCIPAT_" + generated(22, Base62) + "_" + generated(39, Hex),
        "pat." + generated(22, Base62) + "." + generated(20, Base62),
        "pat." + generated(22, Base62) + "." + generated(24, Base62) + "." +
            generated(20, Base62) + ".x",
        "sdk-" + generated(32, Hex),
        "mob-" + Uuid(),
        "sgp_" + generated(39, Hex),
        "sgp_remote_" + generated(40, Hex),
        "ico-" + generated(31, Base62),
        "ico-" + generated(33, Base62),
        "dnkey-" + generated(26, Hex),
        "dnkey-" + generated(78, Base62),
        Uuid(),
        "00" + generated(40, Base62),
        "akab-" + generated(32, Hex),
        "akab-" + generated(16, Hex),
        generated(32, Hex),
        generated(40, Hex),
        "mlsn." + generated(63, Hex),
        "mlsn_" + generated(64, Hex),
        "re_" + generated(33, Base62),
        "pre_" + generated(8, Base62) + "_" + generated(24, Base62),
        "duffel_test_" + generated(43, Base62),
        "duffel_live_" + generated(20, Base62),
        generated(6, Base62) + "_" + generated(29, Base62) + "_mmk",
        "nvapi-" + generated(40, Base62),
        "nvapi-" + generated(65, Base62),
        "pcsk_" + generated(60, Base62),
        "pcsk_" + generated(6, Base62) + "_" + generated(20, Base62),
        "lsv2_pt_" + generated(32, Hex),
        "lsv2_" + generated(42, Hex)})
    EXPECT_EQ(found(Text), "") << Text;
  EXPECT_EQ(found(Uuid(), "request = \""), "");
  EXPECT_EQ(found(Uuid(), "snykToken = \""), "snyk-token");
  EXPECT_EQ(found(generated(40, Hex), "commit = \""), "");
  EXPECT_EQ(found(generated(40, Hex), "wandbKey = \""), "wandb-key");
  EXPECT_EQ(found(generated(36, Hex), "dd_api_key = \""), "");
  EXPECT_EQ(found(generated(32, Hex), "dd_api_key = \""), "datadog-key");
}

TEST(SecretFormats, CharactersBeforeThePrefixBelongToTheSecret) {
  std::string Token = "259636499:"
                      "AA" +
                      generated(33, Base62);
  llvm::SmallVector<SecretFormats::Match, 2> Matches;
  formats().scan("bot" + Token + "/getMe", "", Matches);
  ASSERT_EQ(Matches.size(), 1u);
  EXPECT_EQ(Matches[0].Format->Id, "telegram-bot-token");
  EXPECT_EQ(Matches[0].Begin, 3u);
  EXPECT_EQ(Matches[0].End, 3 + Token.size());
  EXPECT_EQ(found("12:"
                  "AA" +
                  generated(33, Base62)),
            "");
}

TEST(SecretFormats, JwtNeedsAHeaderWithAlgorithm) {
  // {"alg":"HS256"} and {"kid":"HS256"}.
  std::string Rest = ".eyJzdWIiOiJmaXh0dXJlLTcifQ." + generated(43, Base62);
  EXPECT_EQ(found("eyJhbGciOiJIUzI1NiJ9" + Rest), "json-web-token");
  EXPECT_EQ(found("eyJraWQiOiJIUzI1NiJ9" + Rest), "");
  EXPECT_FALSE(rules::isJwt("eyJ.."));
  EXPECT_FALSE(rules::isJwt(""));
}

TEST(SecretFormats, PrivateKeyNeedsABody) {
  std::string Line = generated(64, Base62);
  std::string Body = Line + "\n" + generated(60, Base62) + "\n";
  EXPECT_EQ(found("-----BEGIN PRIVATE KEY-----\n" + Body +
                  "-----END PRIVATE KEY-----\n"),
            "private-key");
  EXPECT_EQ(found("-----BEGIN EC PRIVATE KEY-----\n" + Body), "private-key");
  EXPECT_EQ(found("-----BEGIN OPENSSH PRIVATE KEY-----\n" + Body),
            "private-key");
  EXPECT_EQ(
      found("-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: 2\n\n" + Body),
      "private-key");
  EXPECT_EQ(found("-----BEGIN RSA PRIVATE KEY-----\nProc-Type: "
                  "4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n" +
                  Body),
            "private-key");
  EXPECT_EQ(found("{\"private_key\": \"-----BEGIN PRIVATE KEY-----\\n" + Line +
                  "\\n" + Line + "\\n-----END\"}"),
            "private-key");
  EXPECT_EQ(found("// -----BEGIN PRIVATE KEY-----\n// " + Line + "\n// " +
                  Line + "\n"),
            "private-key");
  EXPECT_EQ(found("-----BEGIN PRIVATE KEY-----"), "");
  EXPECT_EQ(
      found("-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----\n" +
            Body),
      "");
  EXPECT_EQ(found("-----BEGIN PUBLIC KEY-----\n" + Body), "");
  EXPECT_EQ(found("-----BEGIN CERTIFICATE-----\n" + Body), "");
  EXPECT_EQ(
      found("-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----"),
      "");
}

TEST(SecretFormats, EmptyAndShortTextsAreRead) {
  for (const char *Text : {"", "g", "gh", "ghp", "ghp_", "eyJ", "-----BEGIN "})
    EXPECT_EQ(found(Text), "");
}

TEST(SecretFormats, ErrorsNameTheirPlace) {
  auto Why = [](const char *Yaml) {
    auto Read = SecretFormats::read({Yaml, "f.yaml"});
    return Read ? std::string() : llvm::toString(Read.takeError());
  };
  EXPECT_NE(Why("formats:\n  - {id: a, nam: b}\n").find("f.yaml:2"),
            std::string::npos);
  EXPECT_NE(Why("formats:\n  - {id: a, nam: b}\n").find("'name'"),
            std::string::npos);
  EXPECT_NE(
      Why("formats:\n  - {id: a, name: an a, pattern: x, prefixes: [ab]}\n")
          .find("too short"),
      std::string::npos);
  EXPECT_NE(
      Why("formats:\n  - {id: a, name: an a, pattern: x}\n").find("'near'"),
      std::string::npos);
  EXPECT_NE(Why("formats:\n  - {id: a, name: an a, pattern: x, prefixes: "
                "[abc], check: jwd}\n")
                .find("jwt"),
            std::string::npos);
  EXPECT_EQ(
      Why("formats:\n  - {id: a, name: an a, pattern: x, prefixes: [abc]}\n"),
      "");
}

TEST(Entropy, OfKnownTexts) {
  EXPECT_DOUBLE_EQ(rules::shannonEntropy("aaaa"), 0);
  EXPECT_DOUBLE_EQ(rules::shannonEntropy("abab"), 1);
  EXPECT_DOUBLE_EQ(rules::shannonEntropy("abcdefgh"), 3);
  EXPECT_DOUBLE_EQ(rules::shannonEntropy(""), 0);
  EXPECT_EQ(rules::longestSequence("xabcdy"), 4u);
  EXPECT_EQ(rules::longestSequence("a1111b"), 4u);
  EXPECT_EQ(rules::longestSequence(""), 0u);
}

} // namespace
} // namespace cppwarden::tests
