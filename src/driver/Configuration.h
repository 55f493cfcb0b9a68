//===- Configuration.h - What a run is told to do --------------*- C++ -*-===//
//
// Three steps: a layer says what one source of settings says and where (the
// defaults, a .cppwarden.yaml and the files it extends, the command line);
// resolve() merges the layers against the rules that exist; the result is what
// `check` runs with and `config dump` prints. docs/configuration.md is the
// user's reference.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_CONFIGURATION_H
#define CPPWARDEN_DRIVER_CONFIGURATION_H

#include "driver/RuleCatalogue.h"
#include "rules/RuleSet.h"
#include "support/Glob.h"
#include "llvm/Support/MemoryBufferRef.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace cppwarden::driver {

enum class FailOn : std::uint8_t { Note, Warning, Error, Never };
std::optional<FailOn> parseFailOn(llvm::StringRef Text);
llvm::StringRef failOnName(FailOn Level);
std::optional<Severity> parseSeverity(llvm::StringRef Text);

/// A value and the place that states it: "file:line:column", "--select".
template <typename T> struct Stated {
  T Value{};
  std::string Where;
};
using StatedText = Stated<std::string>;

/// `trust:` of one source kind.
struct StatedTrust {
  StatedText Kind;
  std::vector<StatedText> Rules; ///< selectors, or "*"; empty: nowhere
};

/// One entry of `paths:`.
struct StatedPathSettings {
  StatedText Match;
  std::vector<StatedText> Select, Ignore;
  std::vector<std::pair<StatedText, Severity>> Severities;
  std::optional<Stated<bool>> Exclude;
};

/// What one source of settings says; absent means silent.
struct ConfigurationLayer {
  std::string File; ///< where it was read from; empty: no file
  std::optional<std::vector<StatedText>> Packs, Select;
  std::vector<StatedText> Ignore;
  std::vector<std::pair<StatedText, Severity>> Severities;
  std::vector<StatedPathSettings> Paths;
  std::vector<StatedTrust> Trust;
  std::vector<std::pair<StatedText, std::string>> SecretNames; ///< → kind
  std::vector<StatedText> Models; ///< absolute files and folders
  std::vector<std::pair<StatedText, std::int64_t>> Policy;
  std::vector<StatedText> Exclude;
  std::optional<StatedText> Baseline, Cache; ///< absolute
  std::optional<Stated<bool>> DefaultExcludes, RequireSuppressionReason;
  std::optional<Stated<FailOn>> FailAt;
  std::optional<Stated<std::int64_t>> Jobs, UnitTimeout, UnitMemory, CacheSize;
};

/// Reads File and what it extends: the files extended come first. Errors carry
/// file:line:column.
llvm::Expected<std::vector<ConfigurationLayer>>
readConfiguration(llvm::StringRef File);
/// What one file says by itself, from memory; `extends` is checked for its form
/// only.
llvm::Expected<ConfigurationLayer>
parseConfiguration(llvm::MemoryBufferRef Yaml);
/// The .cppwarden.yaml that rules over Start: nearest upward, not beyond the
/// top of a git work tree.
std::optional<std::string> findConfiguration(llvm::StringRef Start);

/// Settings for the files that Match.
struct PathSettings {
  PathGlob Match;
  std::set<std::string> Select, Ignore; ///< rule ids
  std::map<std::string, Severity> Severities;
  std::optional<bool> Exclude;
};

/// A setting as `config dump` shows it.
struct EffectiveSetting {
  std::string Text;  ///< a line of YAML, indented
  std::string Where; ///< "" for lines that only open a mapping or a list
};

struct Configuration {
  std::vector<std::string> EnabledRules; ///< for the whole project, sorted
  std::map<std::string, Severity> Severities;
  std::map<std::string, std::vector<std::string>> Trusted;
  std::map<std::string, std::string> SecretNames;
  std::map<std::string, std::int64_t> Policy;
  std::vector<std::string> ModelFiles; ///< absolute, in order
  std::vector<PathSettings> Paths;
  std::vector<PathGlob> Exclude;
  bool DefaultExcludes = true;
  bool RequireSuppressionReason = false;
  FailOn FailAt = FailOn::Warning;
  std::string Baseline;     ///< absolute; empty: none
  std::string Cache;        ///< absolute folder; empty: the default one
  unsigned CacheSize = 0;   ///< MB
  unsigned Jobs = 0;        ///< 0: one a core
  unsigned UnitTimeout = 0; ///< seconds
  unsigned UnitMemory = 0;  ///< MB; 0: no limit
  std::vector<EffectiveSetting> Effective;

  /// Ids of the rules that are on for the project or for some path.
  std::set<std::string> enabledAnywhere() const;
  /// What the rules and the workers need: every rule that is on anywhere.
  rules::RuleOptions ruleOptions() const;
};

/// The first layer of every run.
const ConfigurationLayer &defaultConfiguration();

/// Later layers win. Names nobody knows (rules, kinds, policies), malformed
/// patterns and missing model files are errors that say where they stand.
llvm::Expected<Configuration> resolve(const std::vector<ConfigurationLayer> &,
                                      const RuleCatalogue &Rules);

/// The effective settings as a .cppwarden.yaml, each with a comment that says
/// where it comes from.
void printConfiguration(const Configuration &, llvm::raw_ostream &Out);

} // namespace cppwarden::driver

#endif
