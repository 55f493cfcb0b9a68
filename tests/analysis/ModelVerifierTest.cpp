#include "analysis/ModelVerifier.h"

#include "analysis/ModelReader.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <fstream>

namespace cppwarden::analysis {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::unique_ptr<llvm::MemoryBuffer> fileOf(llvm::StringRef Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path);
  EXPECT_TRUE(bool(Buffer)) << Path.str();
  return std::move(*Buffer);
}

ModelSet withKinds() {
  ModelSet Set;
  EXPECT_EQ(
      llvm::toString(readKinds(
          fileOf(CPPWARDEN_SOURCE_DIR "/rules/kinds.yaml")->getMemBufferRef(),
          Set)),
      "");
  return Set;
}

/// A folder of stubs with one header.
class Stubs {
public:
  explicit Stubs(llvm::StringRef Header) {
    llvm::SmallString<128> Path;
    EXPECT_FALSE(llvm::sys::fs::createUniqueDirectory("cppwarden-stubs", Path));
    Root = Path.str().str();
    EXPECT_FALSE(llvm::sys::fs::create_directory(Root + "/lib"));
    std::ofstream(Root + "/lib/lib.h") << Header.str();
  }
  ~Stubs() { llvm::sys::fs::remove_directories(Root); }
  std::string Root;
};

const char Header[] = R"(
#pragma once
extern "C" { int c_open(const char *path, int flags, ...); extern int c_errno; typedef struct c_conn_ c_conn; }
enum c_option { C_PASSWORD = 1, C_USER };
#define C_LEGACY_USER 7
#define c_macro_open(p) c_open(p, 0)
extern "C" void c_setopt(c_conn *, c_option, long);
namespace lib { inline namespace v1 {
template <class T> struct basic_text {
  basic_text(const T *s); basic_text &append(const T *s, int n = 0); operator const T *() const; static int count();
  template <class... A> void emplace(A &&...); int size() const;
};
typedef basic_text<char> text;
struct Base { void inherited(const char *s); };
struct Derived : Base { void own(int a); void own(int a, int b); bool operator==(const Derived &) const; };
template <class T> struct Box : basic_text<T> { };
struct Plain { const char *p; };
enum class Mode { Fast };
void run(Mode m);
void free_function(const char *a, int b = 1);
} }
)";

VerificationReport verify(llvm::StringRef Models, llvm::StringRef Text = Header,
                          llvm::StringRef More = "") {
  Stubs Folder(Text);
  ModelSet Set = withKinds();
  std::string Yaml = ("library: l\nverify: {stubs: lib, headers: [lib.h]" +
                      More + "}\n" + Models)
                         .str();
  EXPECT_EQ(
      llvm::toString(readModels(llvm::MemoryBufferRef(Yaml, "m.yaml"), Set)),
      "");
  auto Report = verifyLibrary(Set, Set.Verifications.at(0), Folder.Root);
  if (!Report) {
    ADD_FAILURE() << llvm::toString(Report.takeError());
    return {};
  }
  EXPECT_THAT(Report->MissingHeaders, IsEmpty());
  EXPECT_THAT(Report->CompileErrors, IsEmpty());
  return std::move(*Report);
}

/// The problems of one entry, as one text.
std::string problemsOf(llvm::StringRef Entry) {
  std::string Out;
  for (const VerificationProblem &P :
       verify(("functions:\n  - {" + Entry + "}\n").str()).Problems) {
    EXPECT_EQ(P.File, "m.yaml");
    EXPECT_EQ(P.Line, 4u);
    Out += P.Message + "\n";
  }
  return Out;
}

TEST(ModelVerifier, SoundModels) {
  VerificationReport Report = verify(R"(functions:
  - {name: c_open, arity: 4, when: {arg3: X}, sinks: [{at: arg0, kind: path}, {at: arg3, kind: path}]}
  - {name: c_open, sinks: [{at: arg9, kind: path}], sources: [{at: return, kind: untrusted.file}]}
  - {name: c_setopt, when: {arg1: [C_PASSWORD, C_LEGACY_USER, "3"]}, sinks: [{at: arg2, kind: credential.password}]}
  - {names: ["lib::basic_text::basic_text", "lib::basic_text::append"], flows: [{from: arg0, to: this, as: copy}]}
  - {name: "lib::basic_text::append", arity: 2, types: ["const char *"], flows: [{from: this, to: return, as: alias}]}
  - {name: "lib::basic_text::operator conversion", flows: [{from: this, to: return, as: alias}]}
  - {name: "lib::basic_text::emplace", flows: [{from: args, to: this, as: copy}, {from: arg7, to: this, as: copy}]}
  - {names: ["lib::basic_text::count", "lib::Derived::operator=="], pure: true}
  - {name: "lib::Derived::own", arity: 2, sinks: [{at: arg1, kind: sql}]}
  - {names: ["lib::Plain::Plain", "lib::Plain::~Plain"], pure: true}
  - {name: "lib::run", when: {arg0: Fast}, pure: true}
types:
  - {names: ["lib::basic_text", "lib::Derived", "lib::Mode", c_option], as: text}
variables:
  - {name: c_errno, source: error.detail}
)");
  EXPECT_THAT(Report.Problems, IsEmpty()) << Report.Problems.front().Message;
  EXPECT_EQ(Report.Verified, 19u);
  EXPECT_EQ(Report.Library, "l");
}

TEST(ModelVerifier, NamesThatAreNothing) {
  struct {
    const char *Name, *Message;
  } const Cases[] = {
      {"c_opne", "'c_opne' is declared nowhere; did you mean 'c_open'?"},
      {"lib::c_open", "did you mean 'c_open'?"},
      {"free_function", "did you mean 'lib::free_function'?"},
      {"lib::Derived::inherited",
       "it is inherited: name 'lib::Base::inherited'"},
      {"lib::Box::append", "it is inherited: name 'lib::basic_text::append'"},
      {"lib::text::append",
       "'lib::text' is an alias: name 'lib::basic_text::append'"},
      {"c_macro_open", "it is a macro: model 'c_open', which it expands to"},
      {"lib::Derived::onw", "did you mean 'lib::Derived::own'?"},
      {"quite::another", "'quite::another' is declared nowhere\n"},
      {"lib::v1::free_function", "did you mean 'lib::free_function'?"},
  };
  for (const auto &Case : Cases)
    EXPECT_THAT(
        problemsOf(std::string("name: \"") + Case.Name + "\", pure: true"),
        HasSubstr(Case.Message));
}

TEST(ModelVerifier, ArityTypesPositions) {
  struct {
    const char *Entry, *Message;
  } const Cases[] = {
      {"name: \"lib::Derived::own\", arity: 3, pure: true",
       "no 'lib::Derived::own' takes 3 arguments (defaulted ones counted); "
       "declared are 1, 2"},
      {"name: \"lib::free_function\", arity: 1, pure: true", "declared are 2"},
      {"name: c_open, arity: 0..1, pure: true", "takes 0 to 1 arguments"},
      {"name: c_open, types: [\"\", \"char\"], pure: true",
       "no 'c_open' has the parameter types (, char); declared are (const char "
       "*, int)"},
      {"name: c_setopt, sinks: [{at: arg3, kind: sql}]",
       "'arg3' of 'c_setopt': no selected overload has so many (3)"},
      {"name: \"lib::Derived::own\", arity: 1, sinks: [{at: this, kind: sql}], "
       "flows: [{from: arg0, to: return, as: copy}]",
       "'return' of 'lib::Derived::own': it returns nothing"},
      {"name: c_open, flows: [{from: this, to: return, as: copy}]",
       "it is no method and has no object"},
      {"name: \"lib::basic_text::count\", flows: [{from: this, to: return, as: "
       "copy}]",
       "it is no method"},
      {"name: \"lib::basic_text::basic_text\", flows: [{from: arg0, to: "
       "return, as: copy}]",
       "a constructor makes 'this'"},
      {"name: c_setopt, format: {style: printf, template: arg5, to: arg0}",
       "'arg5' of 'c_setopt'"},
      {"name: \"lib::run\", callbacks: [{at: arg0, params: {0: arg4}}]",
       "'arg4' of 'lib::run'"},
  };
  for (const auto &Case : Cases)
    EXPECT_THAT(problemsOf(Case.Entry), HasSubstr(Case.Message)) << Case.Entry;
}

TEST(ModelVerifier, Conditions) {
  EXPECT_THAT(problemsOf("name: c_setopt, when: {arg1: C_PASWORD}, pure: true"),
              HasSubstr("'when' value 'C_PASWORD' is no enumerator, macro or "
                        "constant of these headers; did you mean "
                        "'C_PASSWORD'?"));
  EXPECT_THAT(
      problemsOf(
          "name: \"lib::run\", when: {arg0: \"Mode::Fast\"}, pure: true"),
      HasSubstr("write 'Fast'"));
  EXPECT_THAT(problemsOf("name: c_setopt, when: {arg4: X}, pure: true"),
              HasSubstr("'when' asks for arg4"));
  EXPECT_EQ(
      problemsOf(
          "name: \"lib::free_function\", when: {arg0: anything}, pure: true"),
      "")
      << "may be a string";
}

TEST(ModelVerifier, Fixes) {
  EXPECT_EQ(problemsOf("name: c_open, sinks: [{at: arg0, kind: path}], fixes: ["
                       "{at: callee, with: free_function, kind: path}, "
                       "{at: arg0, with: '\"x\"', kind: path}, "
                       "{at: arg1, with: 3, kind: path}, "
                       "{at: arg1, with: C_LEGACY_USER, kind: path}, "
                       "{at: arg1, with: 'lib::Mode::Fast', kind: path}, "
                       "{at: arg1, with: c_open(), kind: path}]"),
            "");
  EXPECT_THAT(problemsOf("name: c_open, pure: true, fixes: [{at: callee, with: "
                         "c_opne, kind: path}]"),
              HasSubstr("'fixes' of 'c_open': 'c_opne' is declared nowhere"));
  EXPECT_THAT(problemsOf("name: c_open, pure: true, fixes: [{at: arg1, with: "
                         "C_GONE, kind: path}]"),
              HasSubstr("'C_GONE' is declared nowhere"));
  EXPECT_THAT(problemsOf("name: c_open, pure: true, fixes: [{at: arg1, with: "
                         "c_gone(), kind: path}]"),
              HasSubstr("'c_gone()' is declared nowhere"));
  EXPECT_THAT(problemsOf("name: 'lib::run', pure: true, fixes: [{at: arg1, "
                         "with: 1, kind: path}]"),
              HasSubstr("arg1: no selected overload has so many"));
}

TEST(ModelVerifier, TypesAndVariables) {
  VerificationReport Report =
      verify("types: [{name: \"lib::Derivd\", as: text}, {name: \"lib::text\", "
             "as: text}]\n"
             "variables: [{name: c_erno, source: error.detail}]\n");
  std::string All;
  for (const VerificationProblem &P : Report.Problems)
    All += P.Message + "\n";
  EXPECT_THAT(All, HasSubstr("the type 'lib::Derivd' is declared nowhere; did "
                             "you mean 'lib::Derived'?"));
  EXPECT_THAT(
      All, HasSubstr("the type 'lib::text' is an alias of 'lib::basic_text'"));
  EXPECT_THAT(All, HasSubstr("the variable 'c_erno' is declared nowhere; did "
                             "you mean 'c_errno'?"));
  EXPECT_EQ(Report.Verified, 0u);
}

TEST(ModelVerifier, CHeaders) {
  VerificationReport Report = verify(
      "functions:\n  - {name: old_style, sinks: [{at: arg3, kind: sql}]}\n"
      "  - {name: class, pure: true}\n",
      "int old_style(); int class(int new);\n",
      ", language: c, flags: [-std=c99]");
  EXPECT_THAT(Report.Problems, IsEmpty());
  EXPECT_EQ(Report.Verified, 2u);
}

TEST(ModelVerifier, HeadersThatAreMissingOrBroken) {
  ModelSet Set = withKinds();
  LibraryVerification Verification;
  Verification.Library = "l";
  Verification.Headers = {"string.h", "no/such/header.h"};
  auto Report = verifyLibrary(Set, Verification);
  ASSERT_TRUE(bool(Report)) << llvm::toString(Report.takeError());
  EXPECT_FALSE(Report->isInstalled());
  EXPECT_THAT(Report->MissingHeaders, ElementsAre("no/such/header.h"));

  Stubs Folder("int broken(;\n");
  Verification.Headers = {"lib.h"};
  Verification.StubFolder = "lib";
  Report = verifyLibrary(Set, Verification, Folder.Root);
  ASSERT_TRUE(bool(Report)) << llvm::toString(Report.takeError());
  EXPECT_TRUE(Report->isInstalled());
  ASSERT_FALSE(Report->CompileErrors.empty());
  EXPECT_THAT(Report->CompileErrors[0], HasSubstr("lib.h:1: "));
}

// --- the shipped models ---

class ShippedModels : public testing::TestWithParam<std::string> {};

TEST_P(ShippedModels, MatchTheRealHeaders) {
  std::string Path =
      std::string(CPPWARDEN_SOURCE_DIR "/rules/models/") + GetParam() + ".yaml";
  ModelSet Set = withKinds();
  ASSERT_EQ(llvm::toString(readModels(fileOf(Path)->getMemBufferRef(), Set)),
            "");
  if (Set.Verifications.empty())
    FAIL() << Path
           << " has no 'verify': a shipped model must say how it is verified";
  for (const LibraryVerification &Verification : Set.Verifications) {
    auto Report =
        verifyLibrary(Set, Verification, CPPWARDEN_SOURCE_DIR "/tests/stubs");
    ASSERT_TRUE(bool(Report)) << llvm::toString(Report.takeError());
    if (!Report->isInstalled())
      GTEST_SKIP() << "not installed: " << Report->MissingHeaders[0];
    for (const std::string &Error : Report->CompileErrors)
      ADD_FAILURE() << Error;
    for (const VerificationProblem &P : Report->Problems)
      ADD_FAILURE() << P.File << ":" << P.Line << ": " << P.Message;
    EXPECT_GT(Report->Verified, 0u);
  }
}

std::vector<std::string> shippedLibraries() {
  std::vector<std::string> Out;
  std::error_code Failed;
  for (llvm::sys::fs::directory_iterator
           It(CPPWARDEN_SOURCE_DIR "/rules/models", Failed),
       End;
       It != End && !Failed; It.increment(Failed))
    if (llvm::sys::path::extension(It->path()) == ".yaml")
      Out.push_back(llvm::sys::path::stem(It->path()).str());
  llvm::sort(Out);
  return Out;
}

INSTANTIATE_TEST_SUITE_P(Models, ShippedModels,
                         testing::ValuesIn(shippedLibraries()),
                         [](const auto &Info) {
                           std::string Name = Info.param;
                           for (char &C : Name)
                             if (!llvm::isAlnum(C))
                               C = '_';
                           return Name;
                         });

} // namespace
} // namespace cppwarden::analysis
