// .cppwarden.yaml: form, merging, names that nobody knows, and `config dump` as
// an input of its own.
#include "driver/Configuration.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;
using namespace cppwarden;
using namespace cppwarden::driver;
using testing::ElementsAre;
using testing::HasSubstr;

RuleDescriptor rule(const char *Id, const char *Group, unsigned Cwe,
                    Pack In = Pack::Default) {
  RuleDescriptor R;
  R.Id = Id;
  R.Group = Group;
  R.Cwes = {Cwe};
  R.InPack = In;
  return R;
}

const RuleCatalogue &catalogue() {
  static const RuleCatalogue Rules(
      {rule("weak-hash", "crypto", 328), rule("weak-cipher", "crypto", 327),
       rule("sql-injection", "input-validation", 89),
       rule("path-traversal", "input-validation", 22),
       rule("binds-all-interfaces", "network", 1327, Pack::Audit)});
  return Rules;
}

class ConfigurationTest : public testing::Test {
protected:
  void SetUp() override {
    llvm::SmallString<128> Folder;
    ASSERT_FALSE(
        llvm::sys::fs::createUniqueDirectory("cppwarden-config", Folder));
    Root = fs::canonical(Folder.c_str());
  }
  void TearDown() override { fs::remove_all(Root); }

  std::string write(const std::string &Path, const std::string &Text) {
    fs::create_directories((Root / Path).parent_path());
    std::ofstream(Root / Path) << Text;
    return Root / Path;
  }
  llvm::Expected<Configuration>
  load(const std::string &Text, const ConfigurationLayer &CommandLine = {}) {
    return loadFile(write(".cppwarden.yaml", Text), CommandLine);
  }
  llvm::Expected<Configuration>
  loadFile(const std::string &File,
           const ConfigurationLayer &CommandLine = {}) {
    auto Layers = readConfiguration(File);
    if (!Layers)
      return Layers.takeError();
    Layers->push_back(CommandLine);
    return resolve(*Layers, catalogue());
  }
  Configuration good(const std::string &Text,
                     const ConfigurationLayer &CommandLine = {}) {
    auto Loaded = load(Text, CommandLine);
    EXPECT_TRUE(bool(Loaded)) << llvm::toString(Loaded.takeError());
    return Loaded ? std::move(*Loaded) : Configuration();
  }
  /// The complaint about Text, without the folder.
  std::string complaint(const std::string &Text) {
    auto Loaded = load(Text);
    if (Loaded)
      return "";
    std::string Message = llvm::toString(Loaded.takeError());
    for (std::size_t At;
         (At = Message.find(Root.string() + "/")) != std::string::npos;)
      Message.erase(At, Root.string().size() + 1);
    return Message;
  }
  fs::path Root;
};

TEST_F(ConfigurationTest, DefaultsWithoutAFile) {
  auto C = llvm::cantFail(resolve({}, catalogue()));
  EXPECT_THAT(C.EnabledRules, ElementsAre("path-traversal", "sql-injection",
                                          "weak-cipher", "weak-hash"));
  EXPECT_EQ(C.FailAt, FailOn::Warning);
  EXPECT_EQ(C.UnitTimeout, 120u);
  EXPECT_EQ(C.Policy.at("rsa-bits"), 2048);
  EXPECT_THAT(C.Trusted.at("untrusted.argv"), ElementsAre("path-traversal"));
  EXPECT_THAT(C.Trusted.at("untrusted.environment"),
              ElementsAre("path-traversal"));
}

TEST_F(ConfigurationTest, AnEmptyFileSaysNothing) {
  EXPECT_EQ(good("").EnabledRules,
            llvm::cantFail(resolve({}, catalogue())).EnabledRules);
  EXPECT_EQ(good("# only a comment\n").EnabledRules.size(), 4u);
}

TEST_F(ConfigurationTest, SelectReplacesAndPacksJoin) {
  EXPECT_THAT(good("select: [weak-hash]").EnabledRules,
              ElementsAre("weak-hash"));
  EXPECT_THAT(good("packs: audit\nselect: crypto").EnabledRules,
              ElementsAre("binds-all-interfaces", "weak-cipher", "weak-hash"));
  EXPECT_THAT(good("packs: [default, audit]").EnabledRules.size(), 5u);
  EXPECT_THAT(good("select: 'weak-*'\nignore: CWE-327").EnabledRules,
              ElementsAre("weak-hash"));
}

TEST_F(ConfigurationTest, IgnoresStandUntilARuleIsSelectedById) {
  ConfigurationLayer CommandLine;
  CommandLine.Packs.emplace().push_back({"all", "--pack"});
  EXPECT_THAT(
      good("ignore: crypto", CommandLine).EnabledRules,
      ElementsAre("binds-all-interfaces", "path-traversal", "sql-injection"));
  ConfigurationLayer ById;
  ById.Select.emplace().push_back({"weak-hash", "--select"});
  EXPECT_THAT(good("ignore: crypto", ById).EnabledRules,
              ElementsAre("weak-hash"));
}

TEST_F(ConfigurationTest, ExtendsReadsTheBaseFirst) {
  write("base/strict.yaml", "fail-on: note\nignore: [weak-hash]\n"
                            "policy: {rsa-bits: 4096, ec-bits: 256}\n"
                            "models: own.yaml\n");
  write("base/own.yaml", "library: own\n");
  auto C = good("extends: base/strict.yaml\npolicy: {rsa-bits: 3072}\n"
                "ignore: [weak-cipher]\n");
  EXPECT_EQ(C.FailAt, FailOn::Note);
  EXPECT_EQ(C.Policy.at("rsa-bits"), 3072);
  EXPECT_EQ(C.Policy.at("ec-bits"), 256);
  EXPECT_THAT(C.EnabledRules, ElementsAre("path-traversal", "sql-injection"));
  EXPECT_THAT(C.ModelFiles, ElementsAre((Root / "base/own.yaml").string()))
      << "relative to the file that names it";
}

TEST_F(ConfigurationTest, ExtendsThatComesBackIsAnError) {
  write("a.yaml", "extends: b.yaml\n");
  write("b.yaml", "extends: a.yaml\n");
  EXPECT_THAT(complaint("extends: a.yaml"),
              HasSubstr("b.yaml:1:10: extends comes back"));
  EXPECT_THAT(complaint("extends: .cppwarden.yaml"),
              HasSubstr("extends comes back"));
  EXPECT_THAT(complaint("extends: absent.yaml"),
              HasSubstr(".cppwarden.yaml:1:10: extends: no file"));
}

TEST_F(ConfigurationTest, ExtendsCannotKeepTheReaderBusy) {
  // Read for ever, if it were read.
  fs::create_symlink("/dev/zero", Root / "endless.yaml");
  EXPECT_THAT(complaint("extends: endless.yaml"), HasSubstr("endless.yaml"));
  // Each level reads the next one twice: 2^20 files, if all were read.
  for (int I = 0; I < 20; ++I) {
    std::string Next = "level" + std::to_string(I + 1) + ".yaml";
    write("level" + std::to_string(I) + ".yaml",
          "extends: [" + Next + ", " + Next + "]\n");
  }
  write("level20.yaml", "fail-on: note\n");
  EXPECT_THAT(complaint("extends: level0.yaml"),
              HasSubstr("extends reads more than 256 files"));
}

TEST_F(ConfigurationTest, ComplaintsNameThePlaceAndTheNearestSpelling) {
  struct Case {
    const char *Text, *Message;
  };
  for (const Case &C : std::initializer_list<Case>{
           {"ignroe: [weak-hash]", ".cppwarden.yaml:1:1: unknown key 'ignroe'; "
                                   "did you mean 'ignore'?"},
           {"jobs: 2\nignore: [weak-hsah]",
            ".cppwarden.yaml:2:10: unknown rule 'weak-hsah'; did you mean "
            "'weak-hash'?"},
           {"ignore: CWE-4711", "no rule covers CWE-4711"},
           {"ignore: 'strong-*'", "no rule matches 'strong-*'"},
           {"packs: strict", "unknown pack 'strict'"},
           {"severity: {weak-hash: fatal}", ".cppwarden.yaml:1:23: "},
           {"severity: weak-hash", "must map"},
           {"fail-on: warnings", "did you mean 'warning'?"},
           {"policy: {rsa-bit: 1}", "did you mean 'rsa-bits'?"},
           {"policy: {rsa-bits: many}", ".cppwarden.yaml:1:20: "},
           {"policy: {rsa-bits: -1}", "at least 0"},
           {"trust: {untrusted.argc: true}", "did you mean 'untrusted.argv'?"},
           {"trust: {argv: [weak-hsah]}", "did you mean 'weak-hash'?"},
           {"secret-names: {x: secret.passwort}",
            "did you mean 'secret.password'?"},
           {"secret-names: {x: untrusted.argv}", "unknown kind"},
           {"paths: {match: x}", "must be a list"},
           {"paths: [{ignore: weak-hash}]", "needs the key match"},
           {"paths: [{match: '[x', ignore: weak-hash}]", "'[' without ']'"},
           {"paths: [{match: x, ignor: weak-hash}]", "did you mean 'ignore'?"},
           {"exclude: '{a'", "'{' without '}'"},
           {"models: absent.yaml", "no file"},
           {"unit-timeout: 0", "at least 1"},
           {"require-suppression-reason: maybe", ".cppwarden.yaml:1:29: "},
           {"- a list", "a configuration is a mapping"},
           {"ignore: [a\nb: c", ".cppwarden.yaml:"}})
    EXPECT_THAT(complaint(C.Text), HasSubstr(C.Message)) << C.Text;
}

TEST_F(ConfigurationTest, TrustNamesKindsShortOrFull) {
  auto C = good("trust:\n  argv: false\n  untrusted.database: true\n"
                "  stdin: [crypto]\n");
  EXPECT_TRUE(C.Trusted.at("untrusted.argv").empty());
  EXPECT_THAT(C.Trusted.at("untrusted.database"), ElementsAre("*"));
  EXPECT_THAT(C.Trusted.at("untrusted.stdin"),
              ElementsAre("weak-cipher", "weak-hash"));
}

TEST_F(ConfigurationTest, KindsOfTheUsersModelsAreKnown) {
  write("own.yaml", "library: own\nkinds:\n"
                    "  - {name: untrusted.bus, roles: [source], is: a bus}\n");
  EXPECT_THAT(
      good("models: own.yaml\ntrust: {bus: true}").Trusted.at("untrusted.bus"),
      ElementsAre("*"));
}

TEST_F(ConfigurationTest, ModelFoldersAreReadInOrder) {
  write("m/b.yaml", "");
  write("m/a.yml", "");
  write("m/readme.txt", "");
  EXPECT_THAT(
      good("models: [m, m/b.yaml]").ModelFiles,
      ElementsAre((Root / "m/a.yml").string(), (Root / "m/b.yaml").string()));
}

TEST_F(ConfigurationTest, TheDumpReadsBackAsTheSame) {
  write("m/own.yaml", "library: own\n");
  std::string Text = "packs: [default, audit]\nignore: [CWE-327]\n"
                     "severity: {weak-hash: note}\n"
                     "paths:\n  - {match: 'tests/**', ignore: crypto}\n"
                     "  - match: \"odd \\\"name\\\"\"\n    exclude: false\n"
                     "    select: audit\n    severity: {sql-injection: note}\n"
                     "trust: {stdin: true, argv: false, cgi: [sql-injection]}\n"
                     "secret-names: {sessionTicket: secret.token, '*_pw': "
                     "secret.password}\n"
                     "models: m\npolicy: {bcrypt-cost: 12}\n"
                     "exclude: ['gen/**', 'true', '- x', '# y']\n"
                     "default-excludes: false\n"
                     "require-suppression-reason: true\nfail-on: note\n"
                     "jobs: 3\nunit-timeout: 7\nunit-memory: 0\n";
  Configuration First = good(Text);
  std::string Dump;
  llvm::raw_string_ostream Out(Dump);
  printConfiguration(First, Out);
  EXPECT_THAT(Dump, HasSubstr(".cppwarden.yaml:2:"));
  Configuration Second = good(Dump);
  EXPECT_EQ(First.EnabledRules, Second.EnabledRules);
  EXPECT_EQ(First.Severities, Second.Severities);
  EXPECT_EQ(First.Trusted, Second.Trusted);
  EXPECT_EQ(First.SecretNames, Second.SecretNames);
  EXPECT_EQ(First.Policy, Second.Policy);
  EXPECT_EQ(First.ModelFiles, Second.ModelFiles);
  EXPECT_EQ(First.DefaultExcludes, Second.DefaultExcludes);
  EXPECT_EQ(First.RequireSuppressionReason, Second.RequireSuppressionReason);
  EXPECT_EQ(First.FailAt, Second.FailAt);
  EXPECT_EQ(First.Jobs, Second.Jobs);
  EXPECT_EQ(First.UnitTimeout, Second.UnitTimeout);
  EXPECT_EQ(First.UnitMemory, Second.UnitMemory);
  auto Texts = [](const Configuration &C) {
    std::vector<std::string> Lines;
    for (const EffectiveSetting &S : C.Effective)
      Lines.push_back(S.Text);
    return Lines;
  };
  EXPECT_EQ(Texts(First), Texts(Second));
}

TEST_F(ConfigurationTest, TheNearestFileUpToTheTopOfTheWorkTree) {
  write("outer/.cppwarden.yaml", "");
  write("outer/project/src/deep/x", "");
  fs::create_directories(Root / "outer/project/.git");
  EXPECT_EQ(findConfiguration((Root / "outer/project/src/deep").string()),
            std::nullopt);
  write("outer/project/.cppwarden.yaml", "");
  EXPECT_EQ(findConfiguration((Root / "outer/project/src/deep").string()),
            (Root / "outer/project/.cppwarden.yaml").string());
}

TEST_F(ConfigurationTest, RulesThatAreOnForAPathReachTheWorkers) {
  auto C = good("select: weak-hash\npaths: [{match: src, select: audit}]");
  EXPECT_THAT(C.ruleOptions().EnabledRules,
              ElementsAre("binds-all-interfaces", "weak-hash"));
  EXPECT_THAT(C.EnabledRules, ElementsAre("weak-hash"));
}

} // namespace
