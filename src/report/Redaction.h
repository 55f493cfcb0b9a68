//===- Redaction.h - Keeps secrets out of every output ---------*- C++ -*-===//
//
// A linter that prints the password it found copies it into CI logs and
// dashboards. Every writer passes every text through one Redactor: messages,
// hints, steps, excerpts, snippets, the command line.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_REDACTION_H
#define CPPWARDEN_REPORT_REDACTION_H

#include "report/Report.h"
#include "report/SourceProvider.h"
#include <map>
#include <unordered_map>

namespace cppwarden::report {

/// Bytes of a line, from 0, the end exclusive.
struct ByteSpan {
  std::size_t Begin = 0, End = 0;
  auto operator<=>(const ByteSpan &) const = default;
};

/// How many characters of a secret may be shown: none of a short one.
unsigned shownCharacters(llvm::StringRef Secret);
/// For running text: "AKI…(20 characters)", "*****".
std::string redactedForm(llvm::StringRef Secret);
/// For excerpts: as many characters as the secret has, "AKI…****************".
std::string maskedForm(llvm::StringRef Secret);

class Redactor {
public:
  /// Report and Sources must outlive it.
  Redactor(const Report &Report, SourceProvider &Sources);

  /// A text about one finding.
  std::string text(const Finding &About, llvm::StringRef Text) const;
  /// A text about none: a compiler's error, a command line.
  std::string text(llvm::StringRef Text) const;

  /// What to hide in a line of source; sorted, disjoint.
  std::vector<ByteSpan> hiddenIn(llvm::StringRef File, std::uint32_t Line,
                                 llvm::StringRef LineText) const;
  /// A line of source with as many characters as before; empty when the source
  /// is not there.
  std::string line(llvm::StringRef File, std::uint32_t Line) const;

private:
  using Place = std::pair<std::string, std::uint32_t>;
  void addPlaces(const Finding &Finding);
  void hideLiterals(const SourceRange &Range, const SourceText &Text);
  void findEverywhere(llvm::StringRef Text, std::vector<ByteSpan> &Spans) const;

  SourceProvider &Sources;
  /// Secrets of eight bytes and more, by their first eight: hidden anywhere.
  std::unordered_map<std::uint64_t, std::vector<std::string>> Long;
  /// Secrets of the findings that touch a line, hidden there however short.
  std::map<Place, std::vector<std::string>> AtLine;
  /// Literals that spell a secret in a way we cannot search for.
  std::map<Place, std::vector<ByteSpan>> Literals;
};

} // namespace cppwarden::report

#endif
