// Layers → Configuration: everything that names a rule, a kind, a policy or a
// file is checked here, against what exists.
#include "driver/Configuration.h"
#include "report/Suppressions.h"
#include "support/InputFile.h"
#include "support/Resources.h"
#include "support/Yaml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace cppwarden::driver {
namespace {

constexpr const char *FromDefaults = "default";

/// Numbers a rule may compare with. The KDF costs are those of the OWASP
/// password storage cheat sheet; the key sizes those of NIST SP 800-131A.
struct PolicyDefault {
  llvm::StringRef Name;
  std::int64_t Value;
};
constexpr PolicyDefault PolicyDefaults[] = {
    {"argon2-iterations", 2},
    {"argon2-memory", 19456}, // KiB
    {"bcrypt-cost", 10},
    {"dh-bits", 2048},
    {"dsa-bits", 2048},
    {"ec-bits", 224},
    {"pbkdf2-iterations", 210000},
    {"rsa-bits", 2048},
    {"scrypt-n", 16384},
    {"symmetric-bits", 128},
};

llvm::Error at(const StatedText &Text, llvm::Error Why) {
  return llvm::createStringError(Text.Where + ": " +
                                 llvm::toString(std::move(Why)));
}

/// Adds the names under `kinds:` of a kinds or model file. Its form is checked
/// by the model reader; here a file that is no YAML adds nothing.
void addKinds(llvm::MemoryBufferRef Buffer, std::set<std::string> &Into) {
  auto Document = parseYaml(Buffer);
  if (!Document) {
    llvm::consumeError(Document.takeError());
    return;
  }
  const YamlNode *Kinds = Document->find("kinds");
  if (!Kinds)
    return;
  for (const YamlNode &Kind : Kinds->Items)
    if (const YamlNode *Name = Kind.find("name"))
      Into.insert(Name->Value);
}

class Resolver {
public:
  explicit Resolver(const RuleCatalogue &Rules) : Rules(Rules) {}
  llvm::Expected<Configuration>
  run(const std::vector<ConfigurationLayer> &Layers);

private:
  llvm::Expected<std::vector<std::string>> expand(const StatedText &Selector) {
    auto Ids = Rules.expand(Selector.Value);
    if (!Ids)
      return at(Selector, Ids.takeError());
    return Ids;
  }
  llvm::Error addIds(const std::vector<StatedText> &Selectors,
                     std::set<std::string> &Into);
  llvm::Error selection(const ConfigurationLayer &Layer);
  llvm::Error severities(const ConfigurationLayer &Layer);
  llvm::Error paths(const ConfigurationLayer &Layer);
  llvm::Error models(const ConfigurationLayer &Layer);
  llvm::Error policy(const ConfigurationLayer &Layer);
  llvm::Error excludes(const ConfigurationLayer &Layer);
  void numbers(const ConfigurationLayer &Layer);
  void readKinds();
  llvm::Expected<std::string> kind(const StatedText &Given,
                                   llvm::ArrayRef<llvm::StringRef> Roots);
  llvm::Error trust(const ConfigurationLayer &Layer);
  llvm::Error secretNames(const ConfigurationLayer &Layer);
  void describe();
  void line(llvm::Twine Text, llvm::StringRef Where = "") {
    Result.Effective.push_back({Text.str(), Where.str()});
  }

  const RuleCatalogue &Rules;
  Configuration Result;
  std::set<std::string> Kinds;
  // Each effective value's place, by name.
  std::map<std::string, std::string> SelectedAt, IgnoredAt, SeverityAt,
      TrustedAt, SecretAt, PolicyAt;
  std::vector<StatedPathSettings> StatedPaths;
  std::vector<StatedText> StatedModels, StatedExclude;
  StatedText Baseline, Cache;
  Stated<bool> DefaultExcludes, RequireReason;
  Stated<FailOn> FailAt;
  Stated<std::int64_t> Jobs, UnitTimeout, UnitMemory, CacheSize;
};

llvm::Error Resolver::addIds(const std::vector<StatedText> &Selectors,
                             std::set<std::string> &Into) {
  for (const StatedText &Selector : Selectors) {
    auto Ids = expand(Selector);
    if (!Ids)
      return Ids.takeError();
    Into.insert(Ids->begin(), Ids->end());
  }
  return llvm::Error::success();
}

/// `packs` and `select` of a layer together replace what earlier layers
/// selected. `ignore` stands through later layers, except for a rule that a
/// later one selects by its very id.
llvm::Error Resolver::selection(const ConfigurationLayer &Layer) {
  if (Layer.Packs || Layer.Select)
    SelectedAt.clear();
  if (Layer.Packs)
    for (const StatedText &Name : *Layer.Packs) {
      if (Name.Value != "default" && Name.Value != "audit" &&
          Name.Value != "all")
        return at(Name, llvm::createStringError(
                            "unknown pack '" + Name.Value +
                            "'; there are default, audit and all"));
      auto Ids = expand(Name);
      if (!Ids)
        return Ids.takeError();
      for (const std::string &Id : *Ids)
        SelectedAt[Id] = Name.Where == FromDefaults
                             ? Name.Where
                             : "pack " + Name.Value + ", " + Name.Where;
    }
  if (Layer.Select)
    for (const StatedText &Selector : *Layer.Select) {
      auto Ids = expand(Selector);
      if (!Ids)
        return Ids.takeError();
      for (const std::string &Id : *Ids)
        SelectedAt[Id] = Selector.Where;
      IgnoredAt.erase(Selector.Value);
    }
  for (const StatedText &Selector : Layer.Ignore) {
    auto Ids = expand(Selector);
    if (!Ids)
      return Ids.takeError();
    for (const std::string &Id : *Ids)
      IgnoredAt[Id] = Selector.Where;
  }
  return llvm::Error::success();
}

llvm::Error Resolver::severities(const ConfigurationLayer &Layer) {
  for (const auto &[Selector, Level] : Layer.Severities) {
    auto Ids = expand(Selector);
    if (!Ids)
      return Ids.takeError();
    for (const std::string &Id : *Ids) {
      Result.Severities[Id] = Level;
      SeverityAt[Id] = Selector.Where;
    }
  }
  return llvm::Error::success();
}

llvm::Error Resolver::paths(const ConfigurationLayer &Layer) {
  for (const StatedPathSettings &Stated : Layer.Paths) {
    auto Match = PathGlob::compile(Stated.Match.Value);
    if (!Match)
      return at(Stated.Match, Match.takeError());
    PathSettings Settings;
    Settings.Match = std::move(*Match);
    if (llvm::Error E = addIds(Stated.Select, Settings.Select))
      return E;
    if (llvm::Error E = addIds(Stated.Ignore, Settings.Ignore))
      return E;
    for (const auto &[Selector, Level] : Stated.Severities) {
      auto Ids = expand(Selector);
      if (!Ids)
        return Ids.takeError();
      for (const std::string &Id : *Ids)
        Settings.Severities[Id] = Level;
    }
    if (Stated.Exclude)
      Settings.Exclude = Stated.Exclude->Value;
    Result.Paths.push_back(std::move(Settings));
    StatedPaths.push_back(Stated);
  }
  return llvm::Error::success();
}

llvm::Error Resolver::models(const ConfigurationLayer &Layer) {
  namespace fs = llvm::sys::fs;
  auto Add = [&](std::string File, const StatedText &Stated) {
    if (llvm::is_contained(Result.ModelFiles, File))
      return;
    StatedModels.push_back({File, Stated.Where});
    Result.ModelFiles.push_back(std::move(File));
  };
  for (const StatedText &Stated : Layer.Models) {
    if (!fs::is_directory(Stated.Value)) {
      if (!fs::exists(Stated.Value))
        return at(Stated, llvm::createStringError("no model file '" +
                                                  Stated.Value + "'"));
      Add(Stated.Value, Stated);
      continue;
    }
    std::vector<std::string> Files;
    std::error_code Error;
    for (fs::directory_iterator I(Stated.Value, Error), End; I != End && !Error;
         I.increment(Error)) {
      llvm::StringRef Extension = llvm::sys::path::extension(I->path());
      if ((Extension == ".yaml" || Extension == ".yml") &&
          !fs::is_directory(I->path()))
        Files.push_back(I->path());
    }
    if (Error)
      return at(Stated, llvm::createStringError("cannot read the folder '" +
                                                Stated.Value +
                                                "': " + Error.message()));
    llvm::sort(Files);
    for (std::string &File : Files)
      Add(std::move(File), Stated);
  }
  return llvm::Error::success();
}

llvm::Error Resolver::policy(const ConfigurationLayer &Layer) {
  for (const auto &[Name, Value] : Layer.Policy) {
    std::vector<llvm::StringRef> Known;
    for (const PolicyDefault &Default : PolicyDefaults)
      Known.push_back(Default.Name);
    if (!llvm::is_contained(Known, Name.Value)) {
      std::string Message = "unknown policy '" + Name.Value + "'";
      if (auto Near = nearestSpelling(Name.Value, Known))
        Message += ("; did you mean '" + *Near + "'?").str();
      else
        Message += "; there are " + llvm::join(Known, ", ");
      return at(Name, llvm::createStringError(Message));
    }
    Result.Policy[Name.Value] = Value;
    PolicyAt[Name.Value] = Name.Where;
  }
  return llvm::Error::success();
}

llvm::Error Resolver::excludes(const ConfigurationLayer &Layer) {
  for (const StatedText &Pattern : Layer.Exclude) {
    auto Glob = PathGlob::compile(Pattern.Value);
    if (!Glob)
      return at(Pattern, Glob.takeError());
    Result.Exclude.push_back(std::move(*Glob));
    StatedExclude.push_back(Pattern);
  }
  return llvm::Error::success();
}

void Resolver::numbers(const ConfigurationLayer &Layer) {
  auto Take = [](auto &Into, const auto &From) {
    if (From)
      Into = *From;
  };
  Take(Baseline, Layer.Baseline);
  Take(DefaultExcludes, Layer.DefaultExcludes);
  Take(RequireReason, Layer.RequireSuppressionReason);
  Take(FailAt, Layer.FailAt);
  Take(Jobs, Layer.Jobs);
  Take(UnitTimeout, Layer.UnitTimeout);
  Take(UnitMemory, Layer.UnitMemory);
  Take(Cache, Layer.Cache);
  Take(CacheSize, Layer.CacheSize);
}

/// Only a configuration that names kinds pays for reading them.
void Resolver::readKinds() {
  if (!Kinds.empty())
    return;
  Resource Embedded = resource("rules", "rules/kinds.yaml");
  addKinds(llvm::MemoryBufferRef(Embedded.Contents, Embedded.Name), Kinds);
  for (const std::string &File : Result.ModelFiles)
    if (auto Buffer = readInputFile(File))
      addKinds(**Buffer, Kinds);
}

/// The full name of a kind below one of Roots. `argv` stands for
/// `untrusted.argv`.
llvm::Expected<std::string>
Resolver::kind(const StatedText &Given, llvm::ArrayRef<llvm::StringRef> Roots) {
  readKinds();
  std::vector<llvm::StringRef> Known;
  for (const std::string &Kind : Kinds)
    for (llvm::StringRef Root : Roots)
      if (analysis::ModelSet::isKindWithin(Kind, Root))
        Known.push_back(Kind);
  if (llvm::is_contained(Known, Given.Value))
    return Given.Value;
  for (llvm::StringRef Root : Roots) {
    std::string Full = (Root + "." + Given.Value).str();
    if (llvm::is_contained(Known, Full))
      return Full;
  }
  std::string Message = "unknown kind '" + Given.Value + "'";
  if (auto Near = nearestSpelling(Given.Value, Known))
    Message += ("; did you mean '" + *Near + "'?").str();
  else
    Message += "; there are " + llvm::join(Known, ", ");
  return at(Given, llvm::createStringError(Message));
}

llvm::Error Resolver::trust(const ConfigurationLayer &Layer) {
  bool IsDefault = &Layer == &defaultConfiguration();
  for (const StatedTrust &Stated : Layer.Trust) {
    std::string Kind = Stated.Kind.Value;
    if (!IsDefault) {
      auto Full = kind(Stated.Kind, {"untrusted"});
      if (!Full)
        return Full.takeError();
      Kind = std::move(*Full);
    }
    std::set<std::string> Ids;
    for (const StatedText &Selector : Stated.Rules) {
      if (Selector.Value == "*") {
        Ids.insert(Selector.Value);
        continue;
      }
      if (IsDefault && !Rules.find(Selector.Value))
        continue;
      auto Expanded = expand(Selector);
      if (!Expanded)
        return Expanded.takeError();
      Ids.insert(Expanded->begin(), Expanded->end());
    }
    if (Ids.count("*"))
      Ids = {"*"};
    Result.Trusted[Kind].assign(Ids.begin(), Ids.end());
    TrustedAt[Kind] = Stated.Kind.Where;
  }
  return llvm::Error::success();
}

llvm::Error Resolver::secretNames(const ConfigurationLayer &Layer) {
  for (const auto &[Name, KindName] : Layer.SecretNames) {
    if (isGlob(Name.Value))
      if (auto Glob = NameGlob::compile(Name.Value); !Glob)
        return at(Name, Glob.takeError());
    auto Kind = kind({KindName, Name.Where}, {"secret", "pii"});
    if (!Kind)
      return Kind.takeError();
    Result.SecretNames[Name.Value] = *Kind;
    SecretAt[Name.Value] = Name.Where;
  }
  return llvm::Error::success();
}

/// A scalar that reads back as Text.
std::string yamlText(llvm::StringRef Text) {
  auto Plain = [](char C) {
    return llvm::isAlnum(C) || C == '-' || C == '_' || C == '.' || C == '/';
  };
  static constexpr llvm::StringRef Words[] = {"true", "false", "null", "yes",
                                              "no",   "on",    "off",  "~"};
  if (!Text.empty() && llvm::all_of(Text, Plain) && Text.front() != '-' &&
      Text.front() != '.' && !llvm::isDigit(Text.front()) &&
      llvm::none_of(
          Words, [&](llvm::StringRef W) { return Text.equals_insensitive(W); }))
    return Text.str();
  std::string Quoted = "\"";
  for (char C : Text) {
    auto Byte = static_cast<unsigned char>(C);
    if (C == '"' || C == '\\')
      Quoted += {'\\', C};
    else if (Byte < 0x20 || Byte == 0x7f)
      Quoted += "\\x" + llvm::utohexstr(Byte, true, 2);
    else
      Quoted += C;
  }
  return Quoted + '"';
}

std::string yamlList(const std::set<std::string> &Items) {
  std::vector<std::string> Texts;
  for (const std::string &Item : Items)
    Texts.push_back(yamlText(Item));
  return "[" + llvm::join(Texts, ", ") + "]";
}

void Resolver::describe() {
  auto List = [&](llvm::StringRef Key, const auto &Items) {
    line(Key + (Items.empty() ? ": []" : ":"));
    for (const auto &[Name, Where] : Items)
      line("  - " + yamlText(Name), Where);
  };
  auto Map = [&](llvm::StringRef Key, const auto &Values, const auto &Places,
                 auto Text) {
    line(Key + (Values.empty() ? ": {}" : ":"));
    for (const auto &[Name, Value] : Values)
      line("  " + yamlText(Name) + ": " + Text(Value), Places.at(Name));
  };
  auto Pairs = [](const std::vector<StatedText> &Texts) {
    std::vector<std::pair<std::string, std::string>> Result;
    for (const StatedText &Text : Texts)
      Result.push_back({Text.Value, Text.Where});
    return Result;
  };
  auto Level = [](Severity S) {
    return std::string(S == Severity::Error     ? "error"
                       : S == Severity::Warning ? "warning"
                                                : "note");
  };

  std::map<std::string, std::string> On = SelectedAt;
  for (const auto &[Id, Where] : IgnoredAt)
    On.erase(Id);
  List("select", On);
  List("ignore", IgnoredAt);
  Map("severity", Result.Severities, SeverityAt, Level);
  line(Result.Paths.empty() ? "paths: []" : "paths:");
  for (std::size_t I = 0; I < Result.Paths.size(); ++I) {
    const PathSettings &Settings = Result.Paths[I];
    line("  - match: " + yamlText(StatedPaths[I].Match.Value),
         StatedPaths[I].Match.Where);
    if (!Settings.Select.empty())
      line("    select: " + yamlList(Settings.Select));
    if (!Settings.Ignore.empty())
      line("    ignore: " + yamlList(Settings.Ignore));
    if (!Settings.Severities.empty())
      line("    severity:");
    for (const auto &[Id, S] : Settings.Severities)
      line("      " + yamlText(Id) + ": " + Level(S));
    if (Settings.Exclude)
      line(llvm::Twine("    exclude: ") +
           (*Settings.Exclude ? "true" : "false"));
  }
  Map("trust", Result.Trusted, TrustedAt,
      [](const std::vector<std::string> &Ids) -> std::string {
        if (Ids == std::vector<std::string>{"*"})
          return "true";
        return yamlList({Ids.begin(), Ids.end()});
      });
  Map("secret-names", Result.SecretNames, SecretAt,
      [](const std::string &Kind) { return Kind; });
  List("models", Pairs(StatedModels));
  Map("policy", Result.Policy, PolicyAt,
      [](std::int64_t Value) { return std::to_string(Value); });
  List("exclude", Pairs(StatedExclude));
  auto Flag = [&](llvm::StringRef Key, const Stated<bool> &S) {
    line(Key + ": " + (S.Value ? "true" : "false"), S.Where);
  };
  auto Number = [&](llvm::StringRef Key, const Stated<std::int64_t> &S) {
    line(Key + ": " + llvm::Twine(S.Value), S.Where);
  };
  if (!Baseline.Value.empty())
    line("baseline: " + yamlText(Baseline.Value), Baseline.Where);
  Flag("default-excludes", DefaultExcludes);
  Flag("require-suppression-reason", RequireReason);
  line("fail-on: " + failOnName(FailAt.Value), FailAt.Where);
  Number("jobs", Jobs);
  Number("unit-timeout", UnitTimeout);
  Number("unit-memory", UnitMemory);
  if (!Cache.Value.empty())
    line("cache-folder: " + yamlText(Cache.Value), Cache.Where);
  Number("cache-size", CacheSize);
}

llvm::Expected<Configuration>
Resolver::run(const std::vector<ConfigurationLayer> &Layers) {
  std::vector<const ConfigurationLayer *> All = {&defaultConfiguration()};
  for (const ConfigurationLayer &Layer : Layers)
    All.push_back(&Layer);
  using Step = llvm::Error (Resolver::*)(const ConfigurationLayer &);
  // Models come before whatever names kinds: they may declare some.
  for (Step S : {&Resolver::models, &Resolver::selection, &Resolver::severities,
                 &Resolver::paths, &Resolver::policy, &Resolver::excludes,
                 &Resolver::trust, &Resolver::secretNames})
    for (const ConfigurationLayer *Layer : All)
      if (llvm::Error E = (this->*S)(*Layer))
        return std::move(E);
  for (const ConfigurationLayer *Layer : All)
    numbers(*Layer);
  for (const auto &[Id, Where] : SelectedAt)
    if (!IgnoredAt.count(Id))
      Result.EnabledRules.push_back(Id);
  Result.DefaultExcludes = DefaultExcludes.Value;
  Result.RequireSuppressionReason = RequireReason.Value;
  Result.Baseline = Baseline.Value;
  Result.FailAt = FailAt.Value;
  Result.Jobs = unsigned(Jobs.Value);
  Result.UnitTimeout = unsigned(UnitTimeout.Value);
  Result.UnitMemory = unsigned(UnitMemory.Value);
  Result.Cache = Cache.Value;
  Result.CacheSize = unsigned(CacheSize.Value);
  describe();
  return std::move(Result);
}

} // namespace

std::optional<FailOn> parseFailOn(llvm::StringRef Text) {
  for (FailOn Level :
       {FailOn::Note, FailOn::Warning, FailOn::Error, FailOn::Never})
    if (Text == failOnName(Level))
      return Level;
  return std::nullopt;
}

llvm::StringRef failOnName(FailOn Level) {
  switch (Level) {
  case FailOn::Note:
    return "note";
  case FailOn::Warning:
    return "warning";
  case FailOn::Error:
    return "error";
  case FailOn::Never:
    break;
  }
  return "never";
}

std::optional<Severity> parseSeverity(llvm::StringRef Text) {
  if (Text == "error")
    return Severity::Error;
  if (Text == "warning")
    return Severity::Warning;
  if (Text == "note")
    return Severity::Note;
  return std::nullopt;
}

const ConfigurationLayer &defaultConfiguration() {
  static const ConfigurationLayer Defaults = [] {
    ConfigurationLayer L;
    L.Packs.emplace().push_back({"default", FromDefaults});
    // Who starts a program may as well open the file himself; a shell or a
    // database that his text reaches is another matter.
    for (const char *Kind : {"untrusted.argv", "untrusted.environment"})
      L.Trust.push_back(
          {{Kind, FromDefaults}, {{"path-traversal", FromDefaults}}});
    for (const PolicyDefault &Default : PolicyDefaults)
      L.Policy.push_back({{Default.Name.str(), FromDefaults}, Default.Value});
    L.DefaultExcludes = {true, FromDefaults};
    L.RequireSuppressionReason = {false, FromDefaults};
    L.FailAt = {FailOn::Warning, FromDefaults};
    L.Jobs = {0, FromDefaults};
    L.UnitTimeout = {120, FromDefaults};
    L.UnitMemory = {4096, FromDefaults};
    L.CacheSize = {5120, FromDefaults};
    return L;
  }();
  return Defaults;
}

std::set<std::string> Configuration::enabledAnywhere() const {
  std::set<std::string> Enabled(EnabledRules.begin(), EnabledRules.end());
  for (const PathSettings &Settings : Paths)
    Enabled.insert(Settings.Select.begin(), Settings.Select.end());
  return Enabled;
}

rules::RuleOptions Configuration::ruleOptions() const {
  std::set<std::string> Enabled = enabledAnywhere();
  // The checks of suppressions run in the driver.
  for (const RuleDescriptor &Own : report::suppressionRules())
    Enabled.erase(Own.Id);
  rules::RuleOptions Options;
  Options.EnabledRules.assign(Enabled.begin(), Enabled.end());
  Options.Severities = Severities;
  Options.Trusted = Trusted;
  Options.SecretNames = SecretNames;
  Options.Policy = Policy;
  Options.ModelFiles = ModelFiles;
  return Options;
}

llvm::Expected<Configuration>
resolve(const std::vector<ConfigurationLayer> &Layers,
        const RuleCatalogue &Rules) {
  return Resolver(Rules).run(Layers);
}

void printConfiguration(const Configuration &Configuration,
                        llvm::raw_ostream &Out) {
  std::size_t Column = 0;
  for (const EffectiveSetting &Setting : Configuration.Effective)
    if (!Setting.Where.empty())
      Column = std::max(Column, Setting.Text.size());
  Column = std::min<std::size_t>(Column, 48);
  for (const EffectiveSetting &Setting : Configuration.Effective) {
    Out << Setting.Text;
    if (!Setting.Where.empty()) {
      if (Setting.Text.size() < Column)
        Out.indent(unsigned(Column - Setting.Text.size()));
      Out << "  # " << Setting.Where;
    }
    Out << '\n';
  }
}

} // namespace cppwarden::driver
