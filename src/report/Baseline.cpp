//===- Baseline.cpp --------------------------------------------*- C++ -*-===//
//
// The file is a JSON object with one member a line:
//
//   {
//   "<fingerprint>-<n>": {"rule": "…", "file": "…", "function": "…"},
//   …
//   "version": 1
//   }
//
// Keys are sorted and "version" sorts behind all hexadecimal digits, so every
// entry's line ends in a comma and two branches that add entries touch
// different lines. A merge may leave equal keys; both count, as there are then
// two such findings. No line numbers, no messages: neither moving code nor
// wording a rule better makes anything new. Secrets are masked before they are
// hashed.
//
//===----------------------------------------------------------------------===//
#include "report/Baseline.h"
#include "report/Excerpt.h"
#include "report/Fingerprints.h"
#include "report/Json.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>
#include <map>

namespace cppwarden::report {

namespace {

constexpr std::size_t FingerprintDigits = 32;
constexpr std::size_t MaxBytes = 64u << 20;

/// Reads without building a tree, so that equal keys are both seen and nesting
/// costs nothing.
class BaselineReader final : public nlohmann::json_sax<nlohmann::json> {
public:
  Baseline Result;
  bool HasVersion = false;
  std::string Problem; ///< first one; reading stops there

  bool null() override { return unexpected(); }
  bool boolean(bool) override { return unexpected(); }
  bool number_integer(number_integer_t Value) override {
    return number(Value == 1);
  }
  bool number_unsigned(number_unsigned_t Value) override {
    return number(Value == 1);
  }
  bool number_float(number_float_t, const string_t &) override {
    return unexpected();
  }
  bool binary(binary_t &) override { return unexpected(); }
  bool start_array(std::size_t) override { return unexpected(); }
  bool end_array() override { return true; }

  bool string(string_t &Text) override {
    if (Depth != 2)
      return unexpected();
    if (Member == "rule")
      Entry.Rule = Text;
    else if (Member == "file")
      Entry.File = Text;
    else if (Member == "function")
      Entry.Function = Text;
    return true;
  }
  bool start_object(std::size_t) override {
    if (Depth == 2 || (Depth == 1 && Key == "version"))
      return unexpected();
    if (++Depth == 2 && !beginEntry())
      return fail("'" + Key + "' is no fingerprint");
    return true;
  }
  bool key(string_t &Text) override {
    (Depth == 1 ? Key : Member) = Text;
    return true;
  }
  bool end_object() override {
    if (Depth-- == 2) {
      if (Entry.Rule.empty())
        return fail("the entry '" + Key + "' names no rule");
      Result.Entries.push_back(Entry);
    }
    return true;
  }
  bool parse_error(std::size_t, const std::string &,
                   const nlohmann::detail::exception &Error) override {
    // "[json.exception.parse_error.101] parse error at line 3, column 1: …"
    llvm::StringRef Text = Error.what();
    Text = Text.substr(Text.find("] ") + 2);
    return fail(Text.take_until([](char C) { return C == ';'; }).str());
  }

private:
  bool beginEntry() {
    auto [Digits, Number] = llvm::StringRef(Key).split('-');
    unsigned Occurrence = 0;
    if (Digits.size() != FingerprintDigits ||
        !llvm::all_of(Digits, llvm::isHexDigit) ||
        Number.getAsInteger(10, Occurrence))
      return false;
    Entry = {Digits.lower(), "", "", ""};
    return true;
  }
  bool number(bool IsOne) {
    if (Depth != 1 || Key != "version")
      return unexpected();
    HasVersion = true;
    return IsOne || fail("it was written by a newer cppwarden");
  }
  bool unexpected() {
    return fail(Depth == 0 ? "it is no JSON object"
                           : "'" + (Depth == 1 ? Key : Member) +
                                 "' has a value of another form");
  }
  bool fail(std::string Why) {
    if (Problem.empty())
      Problem = std::move(Why);
    return false;
  }

  int Depth = 0;
  std::string Key, Member;
  BaselineEntry Entry;
};

bool byFile(const BaselineEntry &A, const BaselineEntry &B) {
  return std::tie(A.File, A.Rule, A.Function, A.Fingerprint) <
         std::tie(B.File, B.Rule, B.Function, B.Fingerprint);
}

BaselineEntry entryOf(const Finding &F, SourceProvider &Sources,
                      const Redactor &Redact) {
  return {movableFingerprint(F, Sources, Redact), F.RuleId, F.Range.File,
          F.EnclosingFunction};
}

} // namespace

llvm::Expected<Baseline> readBaseline(llvm::MemoryBufferRef Buffer) {
  llvm::StringRef Text = Buffer.getBuffer();
  std::string Problem;
  BaselineReader Reader;
  if (Text.size() > MaxBytes)
    Problem = "it is larger than 64 MB";
  else if (Text.starts_with("<<<<<<< ") || Text.contains("\n<<<<<<< "))
    Problem = "it holds conflict markers of git: keep the lines of both sides";
  else {
    nlohmann::json::sax_parse(Text.begin(), Text.end(), &Reader);
    Problem = Reader.Problem;
    if (Problem.empty() && !Reader.HasVersion)
      Problem = "it has no \"version\"";
  }
  if (!Problem.empty())
    return llvm::createStringError(
        Buffer.getBufferIdentifier() + ": no baseline: " + printable(Problem) +
        "; `cppwarden baseline create --force` writes it anew");
  return std::move(Reader.Result);
}

std::string writeBaseline(const Baseline &Value) {
  std::vector<BaselineEntry> Entries = Value.Entries;
  std::sort(Entries.begin(), Entries.end());
  std::string Text = "{\n";
  unsigned Occurrence = 0;
  for (std::size_t I = 0; I < Entries.size(); ++I) {
    const BaselineEntry &E = Entries[I];
    Occurrence = I > 0 && Entries[I - 1].Fingerprint == E.Fingerprint
                     ? Occurrence + 1
                     : 1;
    Json Members;
    Members["rule"] = E.Rule;
    Members["file"] = E.File;
    Members["function"] = E.Function;
    Text += "\"" + E.Fingerprint + "-" + std::to_string(Occurrence) +
            "\": " + dumpJson(Members) + ",\n";
  }
  return Text + "\"version\": 1\n}\n";
}

Baseline makeBaseline(const Report &Report, SourceProvider &Sources) {
  Redactor Redact(Report, Sources);
  Baseline Result;
  for (const ReportedFinding &F : Report.Findings)
    if (!F.Suppression)
      Result.Entries.push_back(entryOf(F.Value, Sources, Redact));
  return Result;
}

BaselineMatch applyBaseline(const Baseline &Old, Report &Report,
                            SourceProvider &Sources) {
  Redactor Redact(Report, Sources);
  std::map<std::string, std::vector<BaselineEntry>> Open;
  for (const BaselineEntry &E : Old.Entries)
    Open[E.Fingerprint].push_back(E);
  for (auto &[Fingerprint, Entries] : Open)
    std::sort(Entries.begin(), Entries.end(), byFile);

  std::vector<std::pair<ReportedFinding *, BaselineEntry>> Findings;
  for (ReportedFinding &F : Report.Findings)
    if (!F.Suppression)
      Findings.emplace_back(&F, entryOf(F.Value, Sources, Redact));

  BaselineMatch Match;
  for (bool SameFile : {true, false})
    for (auto &[F, Entry] : Findings) {
      auto It = Open.find(Entry.Fingerprint);
      if (F->InBaseline || It == Open.end())
        continue;
      std::vector<BaselineEntry> &Candidates = It->second;
      auto Candidate =
          llvm::find_if(Candidates, [&, &Wanted = Entry](const auto &C) {
            return !SameFile || C.File == Wanted.File;
          });
      if (Candidate == Candidates.end())
        continue;
      F->InBaseline = true;
      Candidates.erase(Candidate);
    }
  for (auto &[F, Entry] : Findings)
    (F->InBaseline ? Match.Matched : Match.New).push_back(std::move(Entry));
  for (auto &[Fingerprint, Entries] : Open)
    Match.Unmatched.insert(Match.Unmatched.end(), Entries.begin(),
                           Entries.end());
  for (auto *Entries : {&Match.Matched, &Match.New, &Match.Unmatched})
    std::sort(Entries->begin(), Entries->end(), byFile);
  return Match;
}

} // namespace cppwarden::report
