//===- SecretFormats.h - Formats of providers' secrets ---------*- C++ -*-===//
//
// rules/secret-formats.yaml, compiled for one linear pass over a text. Called
// by the rule known-secret-format for every literal and comment of the project.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_RULES_SECRETFORMATS_H
#define CPPWARDEN_RULES_SECRETFORMATS_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <bitset>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace cppwarden::rules {

struct SecretFormat {
  /// A property beyond the pattern that a true secret has.
  enum class Check : std::uint8_t { None, Base62Crc32, Jwt, Pem };

  std::string Id;
  std::string Name; ///< noun phrase: "a GitHub personal access token"
  std::vector<std::string> Prefixes;
  std::string Pattern; ///< POSIX extended, matched at the prefix
  /// Characters and their number that must stand before the prefix and belong
  /// to the secret.
  std::string Before;
  unsigned BeforeMin = 0, BeforeMax = 0;
  /// Without prefix: the number of characters of the run that is the secret.
  unsigned MinLength = 0, MaxLength = 0;
  /// One of them must stand on the line before the secret; lower case.
  std::vector<std::string> Near;
  double Entropy = 0; ///< least bits a character of what follows the prefix
  Check MustPass = Check::None;
  std::vector<std::string> Documented; ///< example values, silent
  std::string Revoke;                  ///< URL or words: where it is withdrawn
};

class SecretFormats {
public:
  struct Match {
    const SecretFormat *Format = nullptr;
    std::size_t Begin = 0, End = 0;
  };

  static llvm::Expected<SecretFormats> read(llvm::MemoryBufferRef Yaml);
  SecretFormats(SecretFormats &&) noexcept;
  SecretFormats &operator=(SecretFormats &&) noexcept;
  ~SecretFormats();

  /// Secrets in Text, in order, not overlapping. LineBefore is asked for the
  /// source line in front of Text when a format wants to know.
  void scan(llvm::StringRef Text, llvm::StringRef LineBefore,
            llvm::SmallVectorImpl<Match> &Into) const;

  llvm::ArrayRef<std::unique_ptr<SecretFormat>> formats() const {
    return Formats;
  }
  /// The first pattern that is no regular expression, or success.
  llvm::Error checkPatterns() const;

private:
  SecretFormats();
  struct Matcher;
  bool matchesAt(unsigned Format, llvm::StringRef Text,
                 llvm::StringRef LineBefore, std::size_t Prefix,
                 std::size_t PrefixLength, Match &Result) const;
  bool isCredible(const SecretFormat &Format, llvm::StringRef Secret,
                  llvm::StringRef Body) const;
  void scanRuns(llvm::StringRef Text, llvm::StringRef LineBefore,
                llvm::SmallVectorImpl<Match> &Into) const;
  void index();

  std::vector<std::unique_ptr<SecretFormat>> Formats;
  std::vector<std::unique_ptr<Matcher>> Matchers;
  std::vector<std::string> FillerWords; ///< lower case: "example", "xxxx"
  /// May a prefix stand here, by the hash of its first three bytes? Apart for
  /// prefixes that follow a word character and those that never do.
  std::bitset<65536> StartsAtWord, StartsAnywhere;
  struct Start {
    std::string Prefix;
    unsigned Format;
  };
  std::unordered_map<std::uint16_t, std::vector<Start>> ByStart; ///< by hash
  std::vector<unsigned> Shapes; ///< formats without prefix
  unsigned ShortestShape = ~0u;
};

/// The checksum of GitHub's and npm's tokens: are the last six characters of
/// Body the CRC-32 of the rest in base 62?
bool hasBase62Crc32(llvm::StringRef Body);
/// Does the first part decode to a JSON object with "alg"?
bool isJwt(llvm::StringRef Token);
/// How many base64 digits follow the header of a PEM block, over line breaks,
/// escaped line breaks, comment decorations and RFC 1421 headers.
std::string pemBody(llvm::StringRef AfterHeader);

} // namespace cppwarden::rules

#endif
