#include "analysis/ModelReader.h"

#include "analysis/PositionSyntax.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace cppwarden::analysis {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

std::unique_ptr<llvm::MemoryBuffer> fileOf(llvm::StringRef Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path);
  EXPECT_TRUE(bool(Buffer)) << Path.str();
  return std::move(*Buffer);
}

ModelSet withKinds() {
  ModelSet Set;
  auto Kinds = fileOf(CPPWARDEN_SOURCE_DIR "/rules/kinds.yaml");
  EXPECT_EQ(llvm::toString(readKinds(Kinds->getMemBufferRef(), Set)), "");
  return Set;
}

std::string errorOf(llvm::StringRef Text) {
  ModelSet Set = withKinds();
  return llvm::toString(readModels(llvm::MemoryBufferRef(Text, "m.yaml"), Set));
}

ModelSet read(llvm::StringRef Text) {
  ModelSet Set = withKinds();
  EXPECT_EQ(
      llvm::toString(readModels(llvm::MemoryBufferRef(Text, "m.yaml"), Set)),
      "");
  return Set;
}

/// One function entry, given as the text behind its name.
FunctionModel function(llvm::StringRef Keys) {
  ModelSet Set =
      read(("library: l\nfunctions:\n  - name: f\n    " + Keys + "\n").str());
  return Set.Functions.empty() ? FunctionModel() : Set.Functions[0];
}
std::string functionError(llvm::StringRef Keys) {
  return errorOf(
      ("library: l\nfunctions:\n  - name: f\n    " + Keys + "\n").str());
}

TEST(ModelReader, Kinds) {
  ModelSet Set = withKinds();
  const Kind *Http = Set.kindNamed("untrusted.network.http");
  ASSERT_TRUE(Http);
  EXPECT_EQ(Http->Description, "an HTTP request");
  EXPECT_EQ(Http->Roles, static_cast<unsigned>(Kind::Role::Source));
  EXPECT_EQ(Set.kindNamed("secret.password")->Roles,
            static_cast<unsigned>(Kind::Role::Source) |
                static_cast<unsigned>(Kind::Role::Sink));
  EXPECT_EQ(Set.kindNamed("nothing"), nullptr);
}

TEST(ModelReader, KindErrors) {
  auto Error = [](llvm::StringRef Text) {
    ModelSet Set;
    return llvm::toString(
        readKinds(llvm::MemoryBufferRef(Text, "k.yaml"), Set));
  };
  EXPECT_EQ(Error("kinds:\n  - {name: a, roles: [sorce], is: x}\n"),
            "k.yaml:2:23: unknown role 'sorce'; did you mean 'source'?");
  EXPECT_EQ(Error("kinds:\n  - {name: a, roles: [sink], is: x}\n  - {name: a, "
                  "roles: [sink], is: y}\n"),
            "k.yaml:3:12: the kind 'a' is declared already");
  EXPECT_THAT(Error("kinds:\n  - {name: A b, roles: [sink], is: x}\n"),
              HasSubstr("dotted lower-case words"));
  EXPECT_EQ(Error("kinds:\n  - {name: a, is: x}\n"),
            "k.yaml:2:5: the key 'roles' is missing");
  EXPECT_THAT(Error("kinds:\n  - {name: a, role: [sink], is: x}\n"),
              HasSubstr("did you mean 'roles'?"));
  EXPECT_THAT(Error("models: []\n"), HasSubstr("unknown key 'models'"));
  EXPECT_THAT(Error(""), HasSubstr("k.yaml:1:1: "));
}

TEST(ModelReader, WholeFile) {
  ModelSet Set =
      read("library: sqlite3\nverify:\n  packages: [libsqlite3-dev]\n  "
           "headers: [sqlite3.h]\n"
           "  language: c\n  flags: [-DX]\nfunctions:\n  - names: "
           "[sqlite3_exec, other]\n"
           "    sinks: [{at: arg1, kind: sql}]\n    remedy: Bind the value.\n"
           "types:\n  - {name: \"httplib::Request\", source: "
           "untrusted.network.http, as: object}\n"
           "variables:\n  - {name: std::cout, sink: log.console}\n");
  ASSERT_THAT(Set.Functions, SizeIs(1));
  EXPECT_EQ(Set.Functions[0].Library, "sqlite3");
  EXPECT_EQ(Set.Functions[0].File, "m.yaml");
  EXPECT_EQ(Set.Functions[0].Line, 8u);
  EXPECT_EQ(Set.Functions[0].Remedy, "Bind the value.");
  EXPECT_THAT(Set.functionsNamed("other"), ElementsAre(0u));
  EXPECT_TRUE(Set.functionsNamed("sqlite3").empty());
  EXPECT_EQ(Set.typeNamed("httplib::Request")->As, "object");
  EXPECT_EQ(Set.variableNamed("std::cout")->Sink, "log.console");
  EXPECT_EQ(Set.variableNamed("std::cin"), nullptr);
  ASSERT_THAT(Set.Verifications, SizeIs(1));
  EXPECT_EQ(Set.Verifications[0].Library, "sqlite3");
  EXPECT_EQ(Set.Verifications[0].Language, "c");
  EXPECT_THAT(Set.Verifications[0].Headers, ElementsAre("sqlite3.h"));
}

TEST(ModelReader, EndpointsAndFlows) {
  FunctionModel F = function(
      "sources: [{at: \"return[]\", kind: untrusted.environment}]\n"
      "    sinks: [{at: arg2+, kind: log}, {at: this.name, kind: sql}]\n"
      "    uses: [crypto.weak-hash]\n"
      "    flows:\n"
      "      - {from: \"arg0[key]\", to: return.first, as: derive, sanitises: "
      "[hash, mask]}\n"
      "      - {from: args, to: this, as: embed, add: true}\n"
      "    clears: [arg0]\n"
      "    compares: [arg0, arg1]");
  EXPECT_EQ(spell(F.Sources.at(0).At), "return[]");
  EXPECT_EQ(spell(F.Sinks.at(0).At), "arg2+");
  EXPECT_EQ(spell(F.Sinks.at(1).At), "this.name");
  EXPECT_EQ(spell(F.Flows.at(0).From), "arg0[key]");
  EXPECT_EQ(spell(F.Flows.at(0).To), "return.first");
  EXPECT_EQ(F.Flows.at(0).As, ModelFlow::How::Derive);
  EXPECT_FALSE(F.Flows.at(0).Add);
  EXPECT_THAT(F.Flows.at(0).Sanitises, ElementsAre("hash", "mask"));
  EXPECT_EQ(spell(F.Flows.at(1).From), "arg0+");
  EXPECT_TRUE(F.Flows.at(1).Add);
  EXPECT_EQ(spell(F.Clears.at(0)), "arg0");
  EXPECT_THAT(F.Compares, SizeIs(2));
}

TEST(ModelReader, Conditions) {
  auto When = [](llvm::StringRef Value) {
    return function(("when: {arg1: " + Value + "}\n    pure: true").str())
        .When.at(0);
  };
  ModelCondition One = When("CURLOPT_PASSWORD");
  EXPECT_EQ(One.Argument, 1u);
  EXPECT_THAT(One.AnyOf, ElementsAre("CURLOPT_PASSWORD"));
  EXPECT_FALSE(One.Negated || One.Absent || One.Pattern);
  EXPECT_THAT(When("[A, 3, \"text\"]").AnyOf, ElementsAre("A", "3", "text"));
  ModelCondition Regex = When("\"/^md[45]$/\"");
  ASSERT_TRUE(Regex.Compiled);
  EXPECT_EQ(*Regex.Pattern, "^md[45]$");
  EXPECT_TRUE(std::regex_search("MD5", *Regex.Compiled));
  EXPECT_FALSE(std::regex_search("sha-md5", *Regex.Compiled));
  ModelCondition Mixed = When("[\"/a{2,3}/\", /^x/, plain]");
  EXPECT_TRUE(std::regex_search("baab", *Mixed.Compiled));
  EXPECT_TRUE(std::regex_search("xy", *Mixed.Compiled));
  EXPECT_FALSE(std::regex_search("yx", *Mixed.Compiled));
  EXPECT_THAT(Mixed.AnyOf, ElementsAre("plain"));
  EXPECT_TRUE(When("absent").Absent);
  EXPECT_THAT(When("\"absent\"").AnyOf, ElementsAre("absent"));
  ModelCondition Not = When("{not: [A, B]}");
  EXPECT_TRUE(Not.Negated);
  EXPECT_THAT(Not.AnyOf, ElementsAre("A", "B"));
  EXPECT_TRUE(When("{not: absent}").Negated);
  EXPECT_THAT(When("\"\"").AnyOf, ElementsAre(""));
}

TEST(ModelReader, ArityAndTypes) {
  EXPECT_EQ(*function("arity: 2\n    pure: true").Arity,
            std::make_pair(2u, 2u));
  EXPECT_EQ(*function("arity: 0..3\n    pure: true").Arity,
            std::make_pair(0u, 3u));
  EXPECT_THAT(function("types: [\"\", \"const char *\"]\n    pure: true")
                  .ParameterTypes,
              ElementsAre("", "const char *"));
}

TEST(ModelReader, Formats) {
  FunctionModel F = function("format: {style: printf, template: arg1, to: "
                             "arg0, add: true, va_list: true}");
  EXPECT_EQ(F.Format->How, ModelFormat::Style::Printf);
  EXPECT_EQ(F.Format->Template, 1u);
  EXPECT_EQ(F.Format->FirstArgument, 2u)
      << "by default the argument behind the template";
  EXPECT_TRUE(F.Format->Add && F.Format->TakesVaList);
  EXPECT_EQ(spell(*F.Format->To), "arg0");
  F = function(
      "format: {style: scanf, template: arg1, args: arg2+, from: arg0}");
  EXPECT_EQ(spell(*F.Format->From), "arg0");
  F = function("format: {style: scanf, template: arg0, args: arg1+, from: "
               "untrusted.stdin}");
  EXPECT_EQ(F.Format->FromKind, "untrusted.stdin");
  F = function(
      "format: {style: braces, template: arg0, args: arg1+, sink: log}");
  EXPECT_EQ(F.Format->SinkKind, "log");
  EXPECT_EQ(
      function("format: {style: qt, template: arg0, to: return}").Format->How,
      ModelFormat::Style::QtPercent);
  EXPECT_EQ(function("format: {style: strftime, template: arg2, to: arg0}")
                .Format->How,
            ModelFormat::Style::Strftime);
}

TEST(ModelReader, GuardsAndCallbacks) {
  FunctionModel F =
      function("guards: [{of: arg0, when: false, sanitises: [allowlist]}]\n"
               "    callbacks: [{at: arg1, params: {0: arg2, 1: "
               "untrusted.network.http, 2: \"arg3[]\"},"
               " result: return}]");
  EXPECT_EQ(spell(F.Guards.at(0).Of), "arg0");
  EXPECT_FALSE(F.Guards.at(0).When);
  EXPECT_THAT(F.Guards.at(0).Sanitises, ElementsAre("allowlist"));
  const ModelCallback &C = F.Callbacks.at(0);
  EXPECT_EQ(spell(C.Function), "arg1");
  ASSERT_THAT(C.Parameters, SizeIs(3));
  EXPECT_EQ(spell(*C.Parameters[0].From), "arg2");
  EXPECT_EQ(C.Parameters[1].Index, 1u);
  EXPECT_EQ(C.Parameters[1].SourceKind, "untrusted.network.http");
  EXPECT_EQ(spell(*C.Parameters[2].From), "arg3[]");
  EXPECT_EQ(spell(*C.Result), "return");
}

TEST(ModelReader, Fixes) {
  FunctionModel F =
      function("uses: [crypto.weak-hash]\n    fixes:\n"
               "      - {at: callee, with: EVP_sha256, kind: crypto.weak-hash, "
               "caution: Hash anew., unless-sized: [16, 20]}\n"
               "      - {at: arg1, with: '\"SHA256\"', kind: crypto.hash-id}\n"
               "      - {at: arg2, with: 3072, kind: crypto.bits.rsa}");
  ASSERT_THAT(F.Fixes, SizeIs(3));
  EXPECT_FALSE(F.Fixes[0].Argument);
  EXPECT_EQ(F.Fixes[0].With, "EVP_sha256");
  EXPECT_EQ(F.Fixes[0].Caution, "Hash anew.");
  EXPECT_THAT(F.Fixes[0].UnlessSized, ElementsAre(16u, 20u));
  EXPECT_EQ(F.Fixes[1].Argument, 1u);
  EXPECT_EQ(F.Fixes[1].With, "\"SHA256\"");
  EXPECT_EQ(F.Fixes[1].Caution, "");
  EXPECT_EQ(F.Fixes[2].Kind, "crypto.bits.rsa");

  auto Error = [](llvm::StringRef Keys) {
    return functionError(
        ("uses: [crypto.weak-hash]\n    fixes: [{" + Keys + "}]").str());
  };
  EXPECT_THAT(Error("at: callee, kind: crypto.weak-hash"), HasSubstr("'with'"));
  EXPECT_THAT(Error("at: this, with: a, kind: crypto.weak-hash"),
              HasSubstr("'at' of a fix"));
  EXPECT_THAT(Error("at: arg0, with: a, kind: escape.sql"),
              HasSubstr("cannot be a source, sink or use; it is a sanitiser"));
  EXPECT_THAT(Error("at: arg0, with: a, kind: crypto.weak-hsh"),
              HasSubstr("crypto.weak-hash"));
  EXPECT_THAT(Error("at: callee, with: f(), kind: crypto.weak-hash"),
              HasSubstr("plain name"));
  EXPECT_THAT(Error("at: arg0, with: 3072u, kind: crypto.weak-hash"),
              HasSubstr("in digits"));
  EXPECT_THAT(
      Error("at: arg0, with: a, kind: crypto.weak-hash, unless-sized: [x]"),
      HasSubstr("no number of bytes"));
  EXPECT_THAT(Error("at: arg0, wit: a, kind: crypto.weak-hash"),
              HasSubstr("did you mean 'with'"));
  EXPECT_THAT(functionError("arity: 1\n    uses: [crypto.weak-hash]\n    "
                            "fixes: [{at: arg1, with: a, kind: "
                            "crypto.weak-hash}]"),
              HasSubstr("beyond the arity"));
}

TEST(ModelReader, OwnKinds) {
  ModelSet Set =
      read("functions:\n  - {name: f, sinks: [{at: arg0, kind: "
           "house.rule}]}\nlibrary: own\n"
           "kinds: [{name: house.rule, roles: [sink], is: a house rule}]\n");
  EXPECT_EQ(Set.Functions.at(0).Sinks.at(0).Kind, "house.rule");
  EXPECT_TRUE(Set.kindNamed("house.rule"));
  EXPECT_THAT(
      errorOf("library: own\nkinds: [{name: sql, roles: [sink], is: x}]\n"),
      HasSubstr("declared already"));
}

TEST(ModelReader, FunctionErrors) {
  struct {
    const char *Keys, *Message;
  } const Cases[] = {
      {"snks: [{at: arg0, kind: sql}]",
       "m.yaml:4:5: unknown key 'snks'; did you mean 'sinks'?"},
      {"sinks: [{at: arg0, knd: sql}]",
       "m.yaml:4:24: unknown key 'knd'; did you mean 'kind'?"},
      {"sinks: [{at: arg0, kind: sqll}]",
       "m.yaml:4:30: unknown kind 'sqll'; did you mean 'sql'?"},
      {"sources: [{at: return, kind: untrusted.http}]",
       "m.yaml:4:34: unknown kind 'untrusted.http'; did you mean "
       "'untrusted.network.http'?"},
      {"sinks: [{at: arg0, kind: untrusted}]",
       "m.yaml:4:30: the kind 'untrusted' (untrusted input) cannot be a sink; "
       "it is a source"},
      {"sources: [{at: return, kind: sql}]",
       "cannot be a source; it is a sink"},
      {"uses: [hash]", "cannot be a use; it is a sanitiser"},
      {"flows: [{from: arg0, to: return, as: copy, sanitises: [sql]}]",
       "cannot be a sanitiser"},
      {"sinks: [{at: arg300, kind: sql}]",
       "m.yaml:4:18: position 'arg300' is beyond the 64 arguments"},
      {"sinks: [{at: arg99999999999999999999, kind: sql}]", "is beyond"},
      {"sinks: [{at: ag0, kind: sql}]",
       "unknown position 'ag0'; did you mean 'arg0'?"},
      {"sinks: [{at: argx, kind: sql}]", "unknown position 'argx'"},
      {"sinks: [{at: arg1++, kind: sql}]", "unknown position 'arg1++'"},
      {"sinks: [{at: \"arg0[0]\", kind: sql}]",
       "'[0]' in position 'arg0[0]' is no path"},
      {"sinks: [{at: arg0., kind: sql}]", "a field's name is missing"},
      {"sinks: [{at: arg0.a.b.c.d, kind: sql}]", "deeper than the 3 elements"},
      {"flows: [{from: return, to: arg0, as: copy}]",
       "'return' cannot stand here"},
      {"sinks: [{at: arg0}]", "m.yaml:4:13: the key 'kind' is missing"},
      {"sinks: {at: arg0, kind: sql}", "sinks must be a list"},
      {"flows: [{from: arg0, to: return}]", "the key 'as' is missing"},
      {"flows: [{from: arg0, to: return, as: cpy}]",
       "unknown way 'cpy'; did you mean 'copy'?"},
      {"flows: [{from: arg0, to: return, as: copy, add: yes}]",
       "add must be true or false"},
      {"format: {style: prntf, template: arg0, to: return}",
       "did you mean 'printf'?"},
      {"format: {style: printf, to: return}", "the key 'template' is missing"},
      {"format: {style: printf, template: arg0}", "a format needs 'to'"},
      {"format: {style: printf, template: \"arg0[]\", to: return}",
       "template must be argN"},
      {"format: {style: printf, template: arg1+, to: return}",
       "template must be argN"},
      {"format: {style: scanf, template: arg0}", "a scanf format needs 'from'"},
      {"format: {style: scanf, template: arg0, from: arg1, to: arg2}",
       "'to' has no meaning"},
      {"format: {style: printf, template: arg0, to: return, from: arg1}",
       "'from' belongs to the style scanf"},
      {"format: {style: printf, template: arg0, to: return, escapes: {q: sql}}",
       "cannot be a sanitiser"},
      {"format: {style: printf, template: arg0, to: return, escapes: {qq: "
       "escape.sql}}",
       "'qq' is no conversion letter"},
      {"format: {style: braces, template: arg0, to: return, escapes: {q: "
       "escape.sql}}",
       "'escapes' belongs to the style printf"},
      {"guards: [{of: arg0, sanitises: [allowlist]}]",
       "the key 'when' is missing"},
      {"callbacks: [{at: arg0, params: {first: arg1}}]",
       "'first' is no parameter number"},
      {"callbacks: [{at: arg0, params: {0: sql}}]", "cannot be a source"},
      {"when: {arg1+: X}", "a key of 'when' must be argN"},
      {"when: {return: X}", "a key of 'when' must be argN"},
      {"when: {this: absent}", "an object is never absent"},
      {"when: {arg1: []}", "nothing could match"},
      {"when: {arg1: }", "the value is missing"},
      {"when: {arg1: {is: X}}", "a condition is a value"},
      {"when: {arg1: {not: {not: X}}}", "a condition is a value"},
      {"when: {arg1: /(/}", "is no regular expression"},
      {"when: X", "'when' maps argument positions"},
      {"arity: two", "arity must be a number"},
      {"arity: 3..2", "holds no number"},
      {"arity: 1\n    sinks: [{at: arg1, kind: sql}]",
       "arg1 is beyond the arity 1"},
      {"arity: 1\n    types: [a, b]\n    pure: true",
       "'types' is longer than the arity"},
      {"arity: 1\n    when: {arg1: X}\n    pure: true",
       "arg1 is beyond the arity 1"},
      {"types: text", "'types' lists a text for each parameter"},
      {"compares: [arg0]", "at least two positions"},
      {"pure: true\n    flows: [{from: arg0, to: return, as: copy}]",
       "'pure' says that nothing flows"},
      {"remedy: Use another.", "gives 'f' no role"},
      {"pure: true\n    remedy: |\n      one\n      two\n",
       "'remedy' is one line"},
      {"names: [g]", "give either 'name' or 'names'"},
  };
  for (const auto &Case : Cases)
    EXPECT_THAT(functionError(Case.Keys), HasSubstr(Case.Message)) << Case.Keys;
}

TEST(ModelReader, NameErrors) {
  auto Error = [](llvm::StringRef Name) {
    return errorOf(
        ("library: l\nfunctions:\n  - {name: \"" + Name + "\", pure: true}\n")
            .str());
  };
  EXPECT_THAT(Error("std::vector<int>::at"),
              HasSubstr("without template arguments"));
  EXPECT_THAT(Error("::open"), HasSubstr("begins without '::'"));
  EXPECT_THAT(Error("open(int)"), HasSubstr("without parameters"));
  EXPECT_THAT(Error("C::operator bool"), HasSubstr("'operator conversion'"));
  EXPECT_THAT(Error("a b"), HasSubstr("cannot stand in a name"));
  EXPECT_THAT(Error(""), HasSubstr("m.yaml:3:12: "));
  for (const char *Good :
       {"C::operator<<", "std::operator+", "C::operator conversion",
        "C::operator()", "C::operator[]", "C::~C", "operator new", "f_$1",
        "operators", "n::operator\\\"\\\"s", "C::operator->"})
    EXPECT_EQ(Error(Good), "") << Good;
  EXPECT_THAT(
      errorOf("library: l\nfunctions:\n  - {names: [f, g, f], pure: true}\n"),
      HasSubstr("3:20: the name 'f' is given twice"));
  EXPECT_THAT(
      errorOf("library: l\nfunctions:\n  - {name: [f, g], pure: true}\n"),
      HasSubstr("'names' takes a list"));
  EXPECT_THAT(errorOf("library: l\nfunctions:\n  - {names: [], pure: true}\n"),
              HasSubstr("the list of names is empty"));
  EXPECT_THAT(errorOf("library: l\nfunctions:\n  - {pure: true}\n"),
              HasSubstr("'name' or 'names' is missing"));
}

TEST(ModelReader, FileErrors) {
  EXPECT_EQ(errorOf("library: l\nfunction: []\n"),
            "m.yaml:2:1: unknown key 'function'; did you mean 'functions'?");
  EXPECT_EQ(errorOf("functions: []\n"),
            "m.yaml:1:1: the key 'library' is missing");
  EXPECT_EQ(errorOf("library:\n"), "m.yaml:1:1: library is empty");
  EXPECT_THAT(errorOf("- a\n"), HasSubstr("m.yaml:1:1: a model file begins"));
  EXPECT_THAT(errorOf("library: l\nfunctions: {name: f}\n"),
              HasSubstr("'functions' must be a list"));
  EXPECT_THAT(errorOf("library: l\nverify: {packages: [p]}\n"),
              HasSubstr("needs the list of headers"));
  EXPECT_THAT(errorOf("library: l\nverify: {headers: [h]}\n"),
              HasSubstr("either 'packages' or 'stubs'"));
  EXPECT_THAT(errorOf("library: l\nverify: {headers: [h], packages: [p], "
                      "language: rust}\n"),
              HasSubstr("unknown language 'rust'; known are c, c++"));
  EXPECT_THAT(errorOf("library: l\ntypes: [{name: T}]\n"),
              HasSubstr("'source' or 'as'"));
  EXPECT_THAT(errorOf("library: l\ntypes: [{name: T, as: blob}]\n"),
              HasSubstr("unknown way 'blob'"));
  EXPECT_THAT(errorOf("library: l\nvariables: [{name: v}]\n"),
              HasSubstr("'source' or 'sink'"));
  EXPECT_THAT(errorOf("library: l\nmacros: [{name: M}]\n"),
              HasSubstr("unknown key 'macros'"));
}

TEST(ModelReader, ReportsFaultsOfSeveralEntriesAndKeepsTheSet) {
  ModelSet Set = withKinds();
  std::size_t Kinds = Set.Kinds.size();
  std::string Message = llvm::toString(
      readModels(llvm::MemoryBufferRef("library: l\nkinds: [{name: new.kind, "
                                       "roles: [sink], is: new}]\nfunctions:\n"
                                       "  - {name: a, sinks: [{at: arg0, kind: "
                                       "sqll}]}\n  - {name: b, pure: true}\n"
                                       "  - {name: c, snks: []}\n",
                                       "m.yaml"),
                 Set));
  EXPECT_THAT(Message, HasSubstr("m.yaml:4:"));
  EXPECT_THAT(Message, HasSubstr("m.yaml:6:"));
  EXPECT_TRUE(Set.Functions.empty());
  EXPECT_EQ(Set.Kinds.size(), Kinds);
  EXPECT_EQ(Set.kindNamed("new.kind"), nullptr);
}

TEST(ModelReader, LaterFilesAddFunctionsAndOverrideTypes) {
  ModelSet Set = withKinds();
  for (const char *Text : {"library: a\nfunctions: [{name: f, pure: "
                           "true}]\ntypes: [{name: T, as: text}]\n",
                           "library: b\nfunctions: [{name: f, uses: "
                           "[crypto]}]\ntypes: [{name: T, as: secret}]\n"})
    EXPECT_EQ(
        llvm::toString(readModels(llvm::MemoryBufferRef(Text, "m.yaml"), Set)),
        "");
  EXPECT_THAT(Set.functionsNamed("f"), ElementsAre(0u, 1u));
  EXPECT_EQ(Set.Functions[1].Library, "b");
  EXPECT_EQ(Set.typeNamed("T")->As, "secret");
}

TEST(ModelSet, KindsWithin) {
  EXPECT_TRUE(ModelSet::isKindWithin("untrusted", "untrusted"));
  EXPECT_TRUE(ModelSet::isKindWithin("untrusted.network.http", "untrusted"));
  EXPECT_TRUE(
      ModelSet::isKindWithin("untrusted.network.http", "untrusted.network"));
  EXPECT_FALSE(ModelSet::isKindWithin("untrustedness", "untrusted"));
  EXPECT_FALSE(ModelSet::isKindWithin("untrusted", "untrusted.network"));
  EXPECT_FALSE(ModelSet::isKindWithin("", "untrusted"));
}

TEST(Positions, RoundTrip) {
  for (const char *Text : {"arg0", "arg63", "arg2+", "this", "return", "arg0[]",
                           "this[key].name", "return.a.b[]"}) {
    auto Position = parsePosition(Text);
    ASSERT_TRUE(bool(Position)) << llvm::toString(Position.takeError());
    EXPECT_EQ(spell(*Position), Text);
    EXPECT_TRUE(looksLikePosition(Text));
  }
  for (const char *Text :
       {"untrusted", "args0", "argument", "sql", "", "thisone"})
    EXPECT_FALSE(looksLikePosition(Text)) << Text;
}

/// Every model that is shipped can be read.
TEST(ModelReader, ShippedModels) {
  std::error_code Failed;
  unsigned Files = 0;
  for (llvm::sys::fs::directory_iterator
           It(CPPWARDEN_SOURCE_DIR "/rules/models", Failed),
       End;
       It != End && !Failed; It.increment(Failed)) {
    if (llvm::sys::path::extension(It->path()) != ".yaml")
      continue;
    ModelSet Set = withKinds();
    EXPECT_EQ(
        llvm::toString(readModels(fileOf(It->path())->getMemBufferRef(), Set)),
        "")
        << It->path();
    ++Files;
  }
  EXPECT_FALSE(Failed) << Failed.message();
  EXPECT_GT(Files, 0u);
}

} // namespace
} // namespace cppwarden::analysis
