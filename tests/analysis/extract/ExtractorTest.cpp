//===- ExtractorTest.cpp - Flow through real C++ spellings ----------------===//
//
// Each case is a small program of one or more units. `// hit` marks the lines
// that must be reported, and no other line may be: text from source() reaching
// sink() in the spelling the case's name gives.
//
//===----------------------------------------------------------------------===//
#include "analysis/extract/Extractor.h"
#include "analysis/Linker.h"
#include "analysis/ModelReader.h"
#include "analysis/Solver.h"
#include "analysis/TuObject.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <fstream>
#include <gtest/gtest.h>
#include <set>

using namespace cppwarden;
using namespace cppwarden::analysis;

namespace {

struct Case {
  const char *Name;
  std::vector<const char *> Units;
  const char *Extension = "cpp";
};

const char *const Probe = R"yaml(
library: probe
functions:
  - {name: source, sources: [{at: return, kind: untrusted}]}
  - {name: csource, sources: [{at: return, kind: untrusted}]}
  - {name: fill, sources: [{at: arg0, kind: untrusted}]}
  - {name: number, sources: [{at: return, kind: untrusted}]}
  - {name: sink, sinks: [{at: arg0, kind: command.shell}]}
  - {name: csink, sinks: [{at: arg0, kind: command.shell}]}
  - {name: runJob, sinks: [{at: arg0.command, kind: command.shell}]}
  - name: onRequest
    callbacks: [{at: arg0, params: {0: untrusted}}]
)yaml";

const char *const Prelude = R"cpp(
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <filesystem>
#include <functional>
#include <iostream>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <variant>
#include <vector>
std::string source();
const char *csource();
void fill(char *text);
int number();
void sink(const std::string &text);
void csink(const char *text);
void onRequest(std::function<void(std::string)> handler);
)cpp";

const char *const CPrelude = R"c(
#include <stdio.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
const char *csource(void);
void fill(char *text);
int number(void);
void csink(const char *text);
)c";

llvm::Error readAllModels(ModelSet &Models) {
  std::string Root = CPPWARDEN_SOURCE_DIR;
  auto Kinds = llvm::MemoryBuffer::getFile(Root + "/rules/kinds.yaml");
  if (llvm::Error E = readKinds((*Kinds)->getMemBufferRef(), Models))
    return E;
  std::set<std::string> Files;
  std::error_code Code;
  for (llvm::sys::fs::directory_iterator I(Root + "/rules/models", Code), End;
       I != End && !Code; I.increment(Code))
    Files.insert(I->path());
  for (const std::string &File : Files) {
    auto Buffer = llvm::MemoryBuffer::getFile(File);
    if (llvm::Error E = readModels((*Buffer)->getMemBufferRef(), Models))
      return E;
  }
  if (llvm::Error E =
          readModels(llvm::MemoryBufferRef(Probe, "probe.yaml"), Models))
    return E;
  Models.index();
  return llvm::Error::success();
}

const ModelSet &models() {
  static ModelSet Models = [] {
    ModelSet Loaded;
    if (llvm::Error E = readAllModels(Loaded))
      ADD_FAILURE() << llvm::toString(std::move(E));
    return Loaded;
  }();
  return Models;
}

const NameLexicon &names() {
  static NameLexicon Names = [] {
    NameLexicon Loaded;
    auto Yaml = llvm::MemoryBuffer::getFile(std::string(CPPWARDEN_SOURCE_DIR) +
                                            "/rules/secrets.yaml");
    if (llvm::Error E = Loaded.add((*Yaml)->getMemBufferRef()))
      ADD_FAILURE() << llvm::toString(std::move(E));
    return Loaded;
  }();
  return Names;
}

class ExtractorTest : public testing::TestWithParam<Case> {};

TEST_P(ExtractorTest, ReportsTheMarkedLinesOnly) {
  const Case &Each = GetParam();
  llvm::SmallString<128> Folder;
  ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("extract", Folder));
  std::vector<TuObject> Objects;
  std::set<std::string> Expected;
  bool IsC = std::string(Each.Extension) == "c";
  std::string Head = IsC ? CPrelude : Prelude;
  unsigned Offset = std::count(Head.begin(), Head.end(), '\n');
  for (unsigned I = 0; I < Each.Units.size(); ++I) {
    std::string Name = "unit" + std::to_string(I) + "." + Each.Extension;
    std::string Text = Head + Each.Units[I];
    std::istringstream Lines(Each.Units[I]);
    std::string Line;
    for (unsigned Number = 1; std::getline(Lines, Line); ++Number)
      if (Line.find("// hit") != std::string::npos)
        Expected.insert(Name + ":" + std::to_string(Number));
    std::string Path = (Folder + "/" + Name).str();
    std::ofstream(Path) << Text;
    frontend::UnitJob Job;
    Job.Directory = Folder.str().str();
    Job.File = Path;
    Job.Arguments = {IsC ? "-std=c11" : "-std=c++20", Path};
    Job.ProjectRoot = Folder.str().str();
    TuObject Object;
    Object.MainFile = Name;
    frontend::UnitResult Result = frontend::parseUnit(
        Job, [](clang::CompilerInstance &) {},
        [&](frontend::ParsedUnit &Unit) {
          extractFlow(Unit, models(), names(), Object);
        });
    for (const UnitDiagnostic &Error : Result.Errors)
      ADD_FAILURE() << Error.Range.Line << ": " << Error.Message;
    Objects.push_back(std::move(Object));
  }
  LinkedGraph Program = link(std::move(Objects));
  FlowQuery Query;
  Query.Id = "probe";
  Query.Sources = {"untrusted"};
  Query.Sinks = {"command"};
  Query.Sanitisers = {"allowlist", "compare-constant", "anchored-match",
                      "character-class"};
  std::set<std::string> Found;
  const FlowGraph &Graph = Program.Graph;
  for (const FlowAnswer &Answer : solve(Program, {Query})) {
    const Node &At = Graph.Nodes[Answer.Steps[Answer.ReportStep].Node];
    const Location &Where = Graph.Locations[At.Location];
    Found.insert(Graph.Strings[Where.File] + ":" +
                 std::to_string(Where.Line - Offset));
  }
  EXPECT_EQ(Found, Expected);
  if (!HasFailure())
    llvm::sys::fs::remove_directories(Folder);
}

const Case Cases[] = {
    {"Direct", {"void f() { sink(source()); } // hit\n"}},
    {"Auto",
     {"void f() {\n auto s = source();\n const auto &r = s;\n sink(r); // "
      "hit\n}\n"}},
    {"Overwritten",
     {"void f() {\n auto s = source();\n s = \"ls\";\n sink(s);\n}\n"}},
    {"OneBranch",
     {"void f(bool b) {\n std::string s;\n if (b) s = source(); else s = "
      "\"x\";\n sink(s); // hit\n}\n"}},
    {"BothBranchesConstant",
     {"void f(bool b) {\n std::string s = source();\n if (b) s = \"y\"; else s "
      "= \"x\";\n sink(s);\n}\n"}},
    {"Concatenation", {"void f() { sink(\"ls \" + source()); } // hit\n"}},
    {"Append",
     {"void f() {\n std::string c = \"ls \";\n c += source();\n c.append(\" "
      "-l\");\n sink(c); // hit\n}\n"}},
    {"PushBackCharacters",
     {"void f() {\n std::string c;\n for (char ch : source()) "
      "c.push_back(ch);\n sink(c); // hit\n}\n"}},
    {"CharacterPointer",
     {"void f() {\n std::string s = source();\n const char *p = s.c_str();\n "
      "csink(p + 1); // hit\n}\n"}},
    {"View",
     {"void f() {\n std::string s = source();\n std::string_view v = s;\n "
      "v.remove_prefix(1);\n sink(std::string(v)); // hit\n}\n"}},
    {"Number", {"void f() { sink(\"sleep \" + std::to_string(number())); }\n"}},
    {"Snprintf",
     {"void f() {\n char b[64];\n snprintf(b, sizeof b, \"ls %s\", "
      "csource());\n csink(b); // hit\n}\n"}},
    {"SnprintfNumber",
     {"void f() {\n char b[64];\n snprintf(b, sizeof b, \"ls %d\", "
      "number());\n csink(b);\n}\n"}},
    {"Strcpy",
     {"void f() {\n char b[64], *p = b;\n strcpy(p, csource());\n csink(b); // "
      "hit\n}\n"}},
    {"OutParameter",
     {"void f() {\n char b[64];\n fill(b);\n csink(b); // hit\n}\n"}},
    {"Stream",
     {"void f() {\n std::ostringstream o;\n o << \"ls \" << source() << ' ' << "
      "3;\n sink(o.str()); // hit\n}\n"}},
    {"Vector",
     {"void f() {\n std::vector<std::string> v;\n v.push_back(source());\n for "
      "(const auto &s : v)\n  sink(s); // hit\n}\n"}},
    {"VectorAt",
     {"void f() {\n std::vector<std::string> v{\"a\", source()};\n sink(v[1]); "
      "// hit\n sink(v.front()); // hit\n}\n"}},
    {"MapValue",
     {"void f() {\n std::map<std::string, std::string> m;\n m[\"k\"] = "
      "source();\n sink(m[\"k\"]); // hit\n sink(m.at(\"k\")); // hit\n for "
      "(auto &[k, v] : m) {\n  sink(v); // hit\n  sink(k);\n }\n}\n"}},
    {"MapKey",
     {"void f() {\n std::map<std::string, std::string> m;\n m[source()] = "
      "\"v\";\n for (const auto &e : m) {\n  sink(e.first); // hit\n  "
      "sink(e.second);\n }\n}\n"}},
    {"MapFind",
     {"void f() {\n std::unordered_map<std::string, std::string> m;\n "
      "m.emplace(\"k\", source());\n auto it = m.find(\"k\");\n if (it != "
      "m.end()) sink(it->second); // hit\n}\n"}},
    {"Optional",
     {"std::optional<std::string> g() { return source(); }\nvoid f() {\n if "
      "(auto o = g()) sink(*o); // hit\n sink(g().value_or(\"x\")); // "
      "hit\n}\n"}},
    {"UniquePointer",
     {"void f() {\n auto p = std::make_unique<std::string>(source());\n "
      "sink(*p); // hit\n}\n"}},
    {"SharedObject",
     {"struct J { std::string cmd; };\nvoid f() {\n auto p = "
      "std::make_shared<J>();\n p->cmd = source();\n sink(p->cmd); // "
      "hit\n}\n"}},
    {"Pair",
     {"void f() {\n std::pair<std::string, std::string> p(\"a\", source());\n "
      "sink(p.second); // hit\n sink(p.first);\n}\n"}},
    {"StructuredBinding",
     {"std::pair<std::string, std::string> g() { return {source(), \"x\"}; "
      "}\nvoid f() {\n auto [a, b] = g();\n sink(a); // hit\n sink(b);\n}\n"}},
    {"Tuple",
     {"void f() {\n auto t = std::make_tuple(std::string(\"x\"), source());\n "
      "sink(std::get<1>(t)); // hit\n sink(std::get<0>(t));\n}\n"}},
    {"Variant",
     {"void f() {\n std::variant<int, std::string> v = source();\n "
      "sink(std::get<std::string>(v)); // hit\n}\n"}},
    {"Field",
     {"struct J { std::string a, b; };\nvoid f() {\n J j;\n j.a = source();\n "
      "sink(j.b);\n sink(j.a); // hit\n}\n"}},
    {"Designated",
     {"struct J { std::string a, b; };\nvoid f() {\n J j{.a = \"x\", .b = "
      "source()};\n sink(j.a);\n sink(j.b); // hit\n}\n"}},
    {"FieldOfParameter",
     {"struct J { std::string a, b; };\nvoid g(const J &j) {\n "
      "sink(j.a);\n}\nvoid f() {\n J j;\n j.a = source();\n g(j); // "
      "hit\n}\n"}},
    {"MethodField",
     {"class C {\n std::string s_;\npublic:\n void set(const std::string &s) { "
      "s_ = s; }\n void run() { sink(s_); } // hit\n};\nvoid f(C &c) { "
      "c.set(source()); c.run(); }\n"}},
    {"ConstructorField",
     {"class C {\n std::string s_;\npublic:\n explicit C(std::string s) : "
      "s_(std::move(s)) {}\n void run() const { sink(s_); } // hit\n};\nvoid "
      "f() { C c(source()); c.run(); }\n"}},
    {"Wrapper",
     {"void run(const std::string &c) {\n sink(c);\n}\nvoid f() { run(\"ls \" "
      "+ source()); } // hit\nvoid g() { run(\"ls\"); }\n"}},
    {"MatchedCalls",
     {"std::string id(const std::string &s) { return s; }\nvoid f() {\n auto a "
      "= id(source());\n auto b = id(\"x\");\n sink(a); // hit\n "
      "sink(b);\n}\n"}},
    {"ReturnedThroughTwo",
     {"std::string g() { return source(); }\nstd::string h() { return \"x\" + "
      "g(); }\nvoid f() { sink(h()); } // hit\n"}},
    {"OutReference",
     {"void get(std::string &out) { out = source(); }\nvoid f() {\n "
      "std::string s;\n get(s);\n sink(s); // hit\n}\n"}},
    {"OutPointer",
     {"bool get(std::string *out) { *out = source(); return true; }\nvoid f() "
      "{\n std::string s;\n if (get(&s)) sink(s); // hit\n}\n"}},
    {"Lambda",
     {"void f() {\n auto run = [](const std::string &c) { sink(c); };\n "
      "run(source()); // hit\n}\n"}},
    {"CaptureByReference",
     {"void f() {\n std::string s = source();\n auto run = [&] { sink(s); }; "
      "// hit\n run();\n}\n"}},
    {"CaptureWrite",
     {"void f() {\n std::string s;\n auto get = [&s] { s = source(); };\n "
      "get();\n sink(s); // hit\n}\n"}},
    {"InitCapture",
     {"void f() {\n auto run = [s = source()] { sink(s); }; // hit\n "
      "run();\n}\n"}},
    {"StdFunction",
     {"void f() {\n std::function<void(const std::string &)> g = [](const "
      "std::string &c) { sink(c); };\n g(source()); // hit\n}\n"}},
    {"FunctionPointer",
     {"void g(const std::string &c) { sink(c); }\nvoid f() {\n void (*p)(const "
      "std::string &) = g;\n p(source()); // hit\n}\n"}},
    {"Callback",
     {"void f() {\n onRequest([](std::string text) { sink(text); }); // "
      "hit\n}\n"}},
    {"Thread",
     {"void work(std::string c) { sink(c); }\nvoid f() {\n std::thread t(work, "
      "source()); // hit\n t.join();\n}\n"}},
    {"ThreadMethod",
     {"struct W { void run(std::string c) { sink(c); } };\nvoid f(W &w) {\n "
      "std::thread t(&W::run, &w, source()); // hit\n t.join();\n}\n"}},
    {"Virtual",
     {"struct B { virtual ~B() = default; virtual void run(const std::string "
      "&c) = 0; };\nstruct D : B { void run(const std::string &c) override { "
      "sink(c); } };\nvoid f(B &b) { b.run(source()); } // hit\n"}},
    {"Template",
     {"template <typename T> void run(const T &c) { sink(c); }\nvoid f() { "
      "run(source()); } // hit\n"}},
    {"VariadicTemplate",
     {"template <typename... T> void run(const T &...c) { (sink(c), ...); "
      "}\nvoid f() { run(std::string(\"x\"), source()); } // hit\n"}},
    {"Ternary", {"void f(bool b) { sink(b ? source() : \"x\"); } // hit\n"}},
    {"Move",
     {"void f() {\n std::string s = source();\n std::string t = "
      "std::move(s);\n sink(t); // hit\n}\n"}},
    {"DefaultArgument",
     {"void run(std::string c = source()) { sink(c); }\nvoid f() { run(); } // "
      "hit\n"}},
    {"Global",
     {"static std::string g;\nvoid set() { g = source(); }\nvoid f() { "
      "sink(g); } // hit\n"}},
    {"GlobalInitialiser",
     {"const std::string g = source();\nvoid f() { sink(g); } // hit\n"}},
    {"StaticLocal",
     {"void f() {\n static const std::string g = source();\n sink(g); // "
      "hit\n}\n"}},
    {"Replace",
     {"void f() {\n std::string s = \"ls X\";\n s.replace(3, 1, source());\n "
      "sink(s.substr(1)); // hit\n}\n"}},
    {"CinAcrossFiles",
     {"void run(const std::string &);\nvoid f() {\n std::string s;\n std::cin "
      ">> s;\n run(\"ls \" + s); // hit\n}\n",
      "void run(const std::string &c) {\n csink(c.c_str());\n}\n"}},
    {"GetenvSystem",
     {"void f() {\n std::string s = getenv(\"X\");\n csink(s.c_str()); // "
      "hit\n}\n"}},
    {"GetlineLoop",
     {"void f() {\n std::string line;\n while (std::getline(std::cin, line)) "
      "{\n  if (line.empty()) continue;\n  sink(line); // hit\n }\n}\n"}},
    {"Allowlist",
     {"void f() {\n static const std::set<std::string> ok{\"a\", \"b\"};\n "
      "auto s = source();\n if (!ok.count(s)) return;\n sink(s);\n}\n"}},
    {"AllowlistFind",
     {"void f() {\n static const std::set<std::string> ok{\"a\", \"b\"};\n "
      "auto s = source();\n if (ok.find(s) == ok.end()) return;\n "
      "sink(s);\n}\n"}},
    {"AllowlistWrongBranch",
     {"void f() {\n static const std::set<std::string> bad{\"a\", \"b\"};\n "
      "auto s = source();\n if (bad.count(s)) return;\n sink(s); // hit\n}\n"}},
    {"ConstantComparison",
     {"void f() {\n auto s = source();\n if (s == \"start\" || s == \"stop\") "
      "sink(s);\n}\n"}},
    {"StrcmpGuard",
     {"void f() {\n const char *s = csource();\n if (strcmp(s, \"on\") == 0) "
      "csink(s);\n}\n"}},
    {"CompareGuard",
     {"void f() {\n auto s = source();\n if (s.compare(\"on\") == 0) "
      "sink(s);\n if (s.compare(source()) == 0) sink(s); // hit\n}\n"}},
    {"MakeUniqueConstructor",
     {"class C {\n std::string s_;\npublic:\n C(int, std::string s) : "
      "s_(std::move(s)) { sink(s_); }\n explicit C(const char *) "
      "{}\n};\nvoid f() {\n auto p = std::make_unique<C>(1, source()); // "
      "hit\n auto q = std::make_shared<C>(\"x\");\n}\n"}},
    {"EmplaceConstructor",
     {"struct C {\n std::string a, b;\n C(std::string x, std::string y) : "
      "a(x), b(y) {}\n};\nvoid f() {\n std::vector<C> v;\n "
      "v.emplace_back(\"x\", source());\n sink(v[0].b); // hit\n "
      "std::optional<C> o;\n o.emplace(source(), \"x\");\n sink(o->a); // "
      "hit\n std::map<int, C> m;\n m.try_emplace(1, source(), \"x\");\n "
      "sink(m.at(1).a); // hit\n}\n"}},
    {"ArrayOfPointers",
     {"void f() {\n const char *words[] = {\"a\", csource(), \"b\"};\n "
      "csink(words[1]); // hit\n const char *plain[] = {\"a\", \"b\"};\n "
      "csink(plain[1]);\n}\n"}},
    {"BooleanGuard",
     {"void f() {\n static const std::set<std::string> ok{\"a\"};\n auto s = "
      "source();\n bool known = ok.count(s) > 0;\n if (!known) return;\n "
      "sink(s);\n}\n"}},
    {"Validator",
     {"bool isValidName(const std::string &);\nvoid f() {\n auto s = "
      "source();\n if (!isValidName(s)) return;\n sink(s);\n}\n"}},
    {"CatchBlock",
     {"void f() {\n std::string s = source();\n try { s += \"x\"; } catch "
      "(...) { sink(s); } // hit\n}\n"}},
    {"Recursion",
     {"std::string g(int n) { return n ? g(n - 1) : source(); }\nvoid f() { "
      "sink(g(3)); } // hit\n"}},
    {"LinkedList",
     {"struct N { std::string v; N *next = nullptr; };\nvoid f() {\n N a, b;\n "
      "a.next = &b;\n b.v = source();\n for (N *n = &a; n; n = n->next) "
      "sink(n->v); // hit\n}\n"}},
    {"IteratorLoop",
     {"void f() {\n std::list<std::string> l;\n l.push_back(source());\n for "
      "(auto it = l.begin(); it != l.end(); ++it)\n  sink(*it); // hit\n}\n"}},
    {"ConversionOperator",
     {"struct S { operator std::string() const { return source(); } };\nvoid "
      "f() {\n S s;\n sink(s); // hit\n}\n"}},
    {"OperatorOverload",
     {"struct L { std::string t; L &operator<<(const std::string &s) { t += s; "
      "return *this; } ~L() { sink(t); } }; // hit\nvoid f() { L() << \"ls \" "
      "<< source(); }\n"}},
    {"PointerInField",
     {"struct job { const char *command; int n; };\nvoid runJob(job *);\nvoid "
      "f() {\n static char word[64];\n "
      "fill(word);\n job j;\n j.command = word;\n runJob(&j); // hit\n}\n"}},
    {"PointerByReference",
     {"template <class... T> void join(std::string &to, const T &...parts) { "
      "((to += parts), ...); }\ntemplate <class T> void run(T &&text) { "
      "csink(text); }\nvoid f() {\n const char *p = csource(), *q = \"x\";\n "
      "run(p); // hit\n run(q);\n std::string s;\n join(s, \"ls \", p);\n "
      "sink(s); // hit\n}\n"}},
    {"LibraryUnknown",
     {"void f() {\n std::filesystem::path p(source());\n sink(p.string()); // "
      "hit\n}\n"}},
    {"Coroutine",
     {"#include <coroutine>\nstruct T { struct promise_type { T "
      "get_return_object() { return {}; } std::suspend_never initial_suspend() "
      "{ return {}; } std::suspend_never final_suspend() noexcept { return {}; "
      "} void return_void() {} void unhandled_exception() {} }; };\nT f() {\n "
      "auto s = source();\n co_await std::suspend_never{};\n sink(s); // "
      "hit\n}\n"}},
    {"CVarargs",
     {"static void run(const char *fmt, ...) {\n char b[256];\n va_list ap;\n "
      "va_start(ap, fmt);\n vsnprintf(b, sizeof b, fmt, ap);\n va_end(ap);\n "
      "csink(b);\n}\nvoid f(void) { run(\"ls %s\", csource()); } // hit\nvoid "
      "g(void) { run(\"ls %s\", \"x\"); }\n"},
     "c"},
    {"CStruct",
     {"struct job { char cmd[64]; int n; };\nstatic void prepare(struct job "
      "*j, const char *s) { strncpy(j->cmd, s, sizeof j->cmd); }\nvoid f(void) "
      "{\n struct job j;\n prepare(&j, csource());\n csink(j.cmd); // "
      "hit\n}\n"},
     "c"},
    {"CHeap",
     {"void f(void) {\n char *p = malloc(100);\n if (!p) return;\n sprintf(p, "
      "\"x%s\", csource());\n csink(p); // hit\n free(p);\n}\n"},
     "c"},
};

INSTANTIATE_TEST_SUITE_P(Spellings, ExtractorTest, testing::ValuesIn(Cases),
                         [](const auto &Info) {
                           return std::string(Info.param.Name);
                         });

} // namespace
