// Interrupts, secrets in by-ways, and where a report says it comes from.
#include "TestProject.h"
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using namespace cppwarden::test;
using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const char *FlawedUnit = "#include <stdlib.h>\n"
                         "void run() {\n"
                         "  if (const char *command = getenv(\"X\"))\n"
                         "    system(command);\n"
                         "}\n";

template <typename F> bool await(F Condition) {
  for (int I = 0; I < 1200 && !Condition(); ++I)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  return Condition();
}

/// `check` in the background, its streams in files, TMPDIR a folder of its own.
class RunningCheck {
public:
  RunningCheck(const TestProject &Project,
               const std::vector<std::string> &Arguments,
               const Environment &Variables)
      : Root(Project.root()) {
    fs::create_directories(Root / "tmp");
    std::vector<std::string> Words = {builtBinary().string(), "check", "-p",
                                      "build"};
    Words.insert(Words.end(), Arguments.begin(), Arguments.end());
    std::vector<char *> Argv;
    for (std::string &Word : Words)
      Argv.push_back(Word.data());
    Argv.push_back(nullptr);
    Pid = ::fork();
    if (Pid != 0)
      return;
    ::setenv("TMPDIR", (Root / "tmp").c_str(), 1);
    // Told apart from other tests by it.
    ::setenv("CPPWARDEN_TEST_MARKER", Root.c_str(), 1);
    for (const auto &[Name, Value] : Variables)
      ::setenv(Name.c_str(), Value.c_str(), 1);
    if (::chdir(Root.c_str()) != 0 || !std::freopen("out", "w", stdout) ||
        !std::freopen("err", "w", stderr))
      ::_exit(126);
    ::execv(Argv[0], Argv.data());
    ::_exit(127);
  }
  ~RunningCheck() {
    if (!Ended) {
      ::kill(Pid, SIGKILL);
      ::waitpid(Pid, nullptr, 0);
    }
  }
  /// Children that are alive.
  int workers() const {
    int Count = 0;
    for (const auto &Entry : fs::directory_iterator("/proc")) {
      std::string Id = Entry.path().filename();
      if (std::isdigit(static_cast<unsigned char>(Id[0])) &&
          Id != std::to_string(Pid))
        Count += readFile(Entry.path() / "environ")
                     .find("CPPWARDEN_TEST_MARKER=" + Root.string()) !=
                 std::string::npos;
    }
    return Count;
  }
  bool isAlive() { return !Ended && ::waitpid(Pid, nullptr, WNOHANG) == 0; }
  int send(int Signal) {
    ::kill(Pid, Signal);
    int Status = 0;
    ::waitpid(Pid, &Status, 0);
    Ended = true;
    return WIFEXITED(Status) ? WEXITSTATUS(Status) : 128 + WTERMSIG(Status);
  }
  std::string out() const { return readFile(Root / "out"); }
  std::string err() const { return readFile(Root / "err"); }
  /// Files of the root and of its tmp that nobody asked for.
  std::vector<std::string> leftovers(const std::set<std::string> &Wanted) {
    std::vector<std::string> Result;
    for (const auto &Entry : fs::recursive_directory_iterator(Root)) {
      std::string Name = fs::relative(Entry.path(), Root);
      if (Entry.is_regular_file() && !Wanted.count(Name) && Name != "out" &&
          Name != "err" && Name != "build/compile_commands.json" &&
          Name != "src/a.cpp")
        Result.push_back(Name);
    }
    return Result;
  }

private:
  fs::path Root;
  pid_t Pid = -1;
  bool Ended = false;
};

class Interrupts : public testing::TestWithParam<int> {
protected:
  Interrupts() {
    Project.addUnit("src/a.cpp", FlawedUnit);
    Project.writeDatabase();
  }
  TestProject Project;
};

TEST_P(Interrupts, WhileCompiling) {
  RunningCheck Run(
      Project, {"--no-cache", "--output", "sarif:out.sarif"},
      {{"CPPWARDEN_TEST_HANG_ON", (Project.root() / "src/a").string()}});
  ASSERT_TRUE(await([&] { return Run.workers() > 0; }));
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  EXPECT_EQ(Run.send(GetParam()), 130);
  EXPECT_TRUE(await([&] { return Run.workers() == 0; }));
  EXPECT_THAT(Run.err(), HasSubstr("interrupted after 0 of 1 units"));
  EXPECT_THAT(Run.leftovers({}), ElementsAre()) << "not even a report";
}

TEST_P(Interrupts, WhileLinking) {
  RunningCheck Run(Project, {"--no-cache", "--output", "sarif:out.sarif"},
                   {{"CPPWARDEN_TEST_HANG_IN_LINK", "1"}});
  // A worker came and went.
  ASSERT_TRUE(await([&] { return Run.workers() > 0; }));
  ASSERT_TRUE(await([&] { return Run.workers() == 0; }));
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  ASSERT_TRUE(Run.isAlive());
  EXPECT_EQ(Run.send(GetParam()), 130);
  EXPECT_THAT(Run.err(), HasSubstr("interrupted before the report"));
  EXPECT_EQ(Run.out(), "");
  EXPECT_THAT(Run.leftovers({}), ElementsAre()) << "not even a report";
}

TEST_P(Interrupts, WhileReporting) {
  // Nobody reads the pipe: the writer waits there.
  ASSERT_EQ(::mkfifo((Project.root() / "pipe").c_str(), 0600), 0);
  RunningCheck Run(Project,
                   {"--no-cache", "--output", "sarif:out.sarif", "--output",
                    "jsonl:pipe", "--output", "text"},
                   {});
  ASSERT_TRUE(await([&] { return fs::exists(Project.root() / "out.sarif"); }));
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  ASSERT_TRUE(Run.isAlive());
  EXPECT_EQ(Run.send(GetParam()), 130);
  EXPECT_THAT(Run.err(), HasSubstr("interrupted before the report"));
  EXPECT_THAT(Run.out(), Not(HasSubstr("analysed in full")));
  EXPECT_TRUE(json::accept(readFile(Project.root() / "out.sarif")))
      << "what is there is whole";
  EXPECT_THAT(Run.leftovers({"out.sarif"}), ElementsAre());
}

INSTANTIATE_TEST_SUITE_P(Signals, Interrupts, testing::Values(SIGINT, SIGTERM),
                         [](const auto &Info) {
                           return Info.param == SIGINT ? "Interrupt"
                                                       : "Terminate";
                         });

TEST(Robustness, TheFlowDumpShowsNoSecret) {
  TestProject Project;
  Project.addUnit("src/a.cpp",
                  "struct Settings { const char *db_password; };\n"
                  "Settings make() {\n"
                  "  Settings s;\n"
                  "  s.db_password = \"Xk7pQ2\";\n"
                  "  return s;\n"
                  "}\n"
                  "const char *greeting() { return \"good morning\"; }\n");
  Project.writeDatabase();
  // Whatever rules the user asks for.
  for (std::vector<std::string> More :
       {std::vector<std::string>{}, {"--select", "weak-hash"}}) {
    std::vector<std::string> Words = {"check", "-p", "build", "--dump-flow"};
    Words.push_back("make");
    Words.insert(Words.end(), More.begin(), More.end());
    RunResult R = Project.run(Words);
    EXPECT_EQ(R.Status, 0) << R.Err;
    EXPECT_THAT(R.Out, HasSubstr("literal \"******\""));
    EXPECT_THAT(R.Out, Not(HasSubstr("Xk7pQ2")));
  }
  RunResult R = Project.run({"check", "-p", "build", "--dump-flow=greeting"});
  EXPECT_THAT(R.Out, HasSubstr("literal \"good morning\""));
}

TEST(Robustness, SarifNamesTheRevision) {
  TestProject Project;
  Project.addUnit("src/a.cpp", FlawedUnit);
  Project.writeDatabase();
  auto RunOf = [&] {
    RunResult R = Project.run({"check", "-p", "build", "--format", "sarif"});
    return json::parse(R.Out).at("runs").at(0);
  };
  EXPECT_FALSE(RunOf().contains("versionControlProvenance"));
  std::string Commit(40, 'd');
  Project.write(".git/HEAD", "ref: refs/heads/main\n");
  Project.write(".git/refs/heads/main", Commit + "\n");
  Project.write(".git/config",
                "[remote \"origin\"]\n"
                "url = https://ci:t0ken@git.example.org/a.git\n");
  json Run = RunOf();
  json Provenance = Run.at("versionControlProvenance").at(0);
  EXPECT_EQ(Provenance.at("repositoryUri"), "https://git.example.org/a.git");
  EXPECT_EQ(Provenance.at("revisionId"), Commit);
  EXPECT_EQ(Provenance.at("branch"), "main");
  EXPECT_THAT(Run.dump(), Not(HasSubstr("t0ken")));
}

TEST(Robustness, NamesOfSingleFilesAreTheUsers) {
  TestProject Project;
  fs::remove_all(Project.root() / ".git");
  Project.write("src/deep/a.cpp", FlawedUnit);
  RunResult R = Project.run({"check", "src/deep/a.cpp", "--", "-std=c++17"});
  EXPECT_EQ(R.Status, 1) << R.Err;
  EXPECT_THAT(R.Out, HasSubstr("src/deep/a.cpp:4:"));
  R = Project.run(
      {"check", "--format", "sarif", "src/deep/a.cpp", "--", "-std=c++17"});
  EXPECT_THAT(R.Out, HasSubstr("\"uri\": \"src/deep/a.cpp\""));
  EXPECT_THAT(R.Out, Not(HasSubstr(Project.root().string())));
  // With a project around the file, that counts.
  Project.write("src/.cppwarden.yaml", "");
  R = Project.run({"check", "src/deep/a.cpp", "--"});
  EXPECT_THAT(R.Out, HasSubstr("deep/a.cpp:4:"));
  EXPECT_THAT(R.Out, Not(HasSubstr("src/deep/a.cpp:4:")));
}

TEST(Robustness, TestsAreSparedForTheirMadeUpSecretsOnly) {
  TestProject Project;
  Project.addUnit("tests/a_test.cpp",
                  std::string(FlawedUnit) +
                      "const char *password = \"Xk7pQ2w9\";\n");
  Project.writeDatabase();
  RunResult R = Project.run({"check", "-p", "build"});
  EXPECT_THAT(R.Out, HasSubstr("a_test.cpp:4:12: error:"));
  EXPECT_THAT(R.Out, HasSubstr("a_test.cpp:6:")) << R.Out;
  EXPECT_THAT(R.Out, HasSubstr("[hardcoded-credential]"));
  EXPECT_THAT(R.Out, HasSubstr("1 error, 1 note;")) << R.Out;
}

/// Strings, streams and containers, over two files.
void fillLibraryProject(TestProject &Project, const std::string &Flags) {
  Project.write("src/api.h", "#include <string>\n"
                             "#include <string_view>\n"
                             "void run(const std::string &command);\n"
                             "void ask(std::string_view name);\n"
                             "struct sqlite3;\n"
                             "extern \"C\" int sqlite3_exec(sqlite3 *, const "
                             "char *, int (*)(void *, int, char **, char **),\n"
                             "                            void *, char **);\n"
                             "extern sqlite3 *db;\n");
  Project.write(
      "src/api.cpp",
      "#include \"api.h\"\n"
      "#include <cstdlib>\n"
      "#include <sstream>\n"
      "void run(const std::string &command) {\n"
      "  std::system((\"ls \" + command).c_str());\n"
      "}\n"
      "void ask(std::string_view name) {\n"
      "  std::ostringstream query;\n"
      "  query << \"SELECT id FROM t WHERE n = '\" << name << '\\'';\n"
      "  sqlite3_exec(db, query.str().c_str(), 0, 0, 0);\n"
      "}\n");
  Project.write(
      "src/main.cpp",
      "#include \"api.h\"\n"
      "#include <cstdlib>\n"
      "#include <iostream>\n"
      "#include <map>\n"
      "#include <memory>\n"
      "#include <optional>\n"
      "#include <unordered_map>\n"
      "#include <vector>\n"
      "static std::string env(const char *name) {\n"
      "  const char *value = std::getenv(name);\n"
      "  return value ? std::string(value) : std::string();\n"
      "}\n"
      "static std::optional<std::string> line() {\n"
      "  std::string text;\n"
      "  if (!std::getline(std::cin, text))\n"
      "    return std::nullopt;\n"
      "  return text;\n"
      "}\n"
      "void a() { run(env(\"A\")); }\n"
      "void b() { if (auto text = line()) ask(*text); }\n"
      "void c() {\n"
      "  std::map<std::string, std::string> m;\n"
      "  m[\"k\"] = env(\"C\");\n"
      "  std::system(m[\"k\"].c_str());\n"
      "}\n"
      "void d() {\n"
      "  std::vector<std::string> v;\n"
      "  v.push_back(env(\"D\"));\n"
      "  for (const auto &item : v)\n"
      "    std::system(item.c_str());\n"
      "}\n"
      "void e() {\n"
      "  std::string word;\n"
      "  std::cin >> word;\n"
      "  std::string_view view = word;\n"
      "  std::string command = \"cat \";\n"
      "  command += view.substr(1);\n"
      "  std::system(command.c_str());\n"
      "}\n"
      "void f() {\n"
      "  std::unordered_map<std::string, std::string> m;\n"
      "  m.emplace(\"k\", env(\"F\"));\n"
      "  auto it = m.find(\"k\");\n"
      "  if (it != m.end())\n"
      "    std::system(it->second.c_str());\n"
      "}\n"
      "void g() {\n"
      "  auto text = std::make_unique<std::string>(env(\"G\"));\n"
      "  std::system(text->append(\" -l\").c_str());\n"
      "}\n"
      "void h() {\n"
      "  std::string text = env(\"H\");\n"
      "  std::system((\"n \" + std::to_string(text.size())).c_str());\n"
      "}\n");
  for (const char *Path : {"src/api.cpp", "src/main.cpp"})
    Project.addEntry(Path, "clang++ " + Flags + " -c {file}");
  Project.writeDatabase();
}

std::vector<std::string> placesOf(const TestProject &Project) {
  RunResult R =
      Project.run({"check", "-p", "build", "--format", "jsonl", "-q"});
  EXPECT_EQ(R.Status, 1) << R.Out << R.Err;
  std::vector<std::string> Result;
  std::istringstream Lines(R.Out);
  for (std::string Line; std::getline(Lines, Line);) {
    json Object = json::parse(Line);
    if (Object.value("type", "") == "finding")
      Result.push_back(Object.value("rule", Object.value("ruleId", "")) + " " +
                       Object.value("file", "") + ":" +
                       std::to_string(Object.value("line", 0)));
  }
  return Result;
}

/// More of the standard library: each function `f…` has a flow from the
/// environment, standard input or a file to a shell, each `ok…` none.
const char *ManyWays = R"cpp(#include <algorithm>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <list>
#include <memory>
#include <numeric>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>
static std::string env(const char *name) {
  const char *value = std::getenv(name);
  return value ? std::string(value) : std::string();
}
void f02() {
  std::variant<int, std::string> v = env("A");
  std::system(std::get<std::string>(v).c_str());
}
void f03() {
  auto p = std::make_pair(1, env("A"));
  std::system(p.second.c_str());
}
void f04() {
  auto [n, s] = std::make_tuple(1, env("A"));
  std::system(s.c_str());
}
void f05() {
  std::ifstream in("/etc/x");
  std::string line;
  while (std::getline(in, line))
    std::system(line.c_str());
}
void f06() {
  std::filesystem::path p = env("A");
  std::system((p / "x").string().c_str());
}
void f07() {
  std::string s = "ls ";
  s.insert(3, env("A"));
  std::system(s.c_str());
}
void f08() {
  std::string s = "ls X";
  s.replace(3, 1, env("A"));
  std::system(s.data());
}
void f09() {
  std::stringstream s;
  s << "ls " << env("A");
  std::string t;
  std::getline(s, t);
  std::system(t.c_str());
}
void f10() {
  std::ostringstream s;
  s << env("A");
  std::string t = std::move(s).str();
  std::system(t.c_str());
}
void f11() {
  std::set<std::string> s;
  s.insert(env("A"));
  std::system(s.begin()->c_str());
}
void f12() {
  std::deque<std::string> d{env("A")};
  std::system(d.front().c_str());
}
void f14() {
  auto run = [c = env("A")] { std::system(c.c_str()); };
  std::thread(run).join();
}
void f16() {
  std::vector<std::string> v{env("A"), "x"};
  std::string all = std::accumulate(v.begin(), v.end(), std::string());
  std::system(all.c_str());
}
void f17() {
  std::string in = env("A"), out;
  std::transform(in.begin(), in.end(), std::back_inserter(out), ::toupper);
  std::system(out.c_str());
}
void f18() {
  std::shared_ptr<std::string> p = std::make_shared<std::string>(env("A"));
  std::system(p->c_str());
}
void f19() {
  std::optional<std::string> o = env("A");
  std::system(o.value_or("ls").c_str());
}
void f20() {
  std::istringstream in(env("A"));
  std::string word;
  in >> word;
  std::system(word.c_str());
}
void f21() {
  std::string s(std::istreambuf_iterator<char>(std::cin), {});
  std::system(s.c_str());
}
void f22() {
  std::list<std::string> l;
  l.emplace_back(env("A"));
  std::for_each(l.begin(), l.end(),
                [](const std::string &s) { std::system(s.c_str()); });
}
void f23() {
  std::string s = env("A");
  std::string t(s.begin(), s.end());
  std::system(t.c_str());
}
void f24() {
  std::string s = env("A");
  std::swap(s, s);
  std::string t;
  t.swap(s);
  std::system(t.c_str());
}
void f25() {
  std::vector<char> b(100);
  std::cin.read(b.data(), 99);
  std::system(b.data());
}
void ok1() {
  int n = std::stoi(env("A"));
  std::system(("ls " + std::to_string(n)).c_str());
}
void ok2() {
  std::string s = env("A");
  s.clear();
  std::system(s.c_str());
}
)cpp";

TEST(Robustness, LibcxxGivesTheFindingsOfLibstdcxx) {
  TestProject Gnu, Llvm;
  fillLibraryProject(Gnu, "-std=c++20");
  fillLibraryProject(Llvm, "-std=c++20 -stdlib=libc++");
  std::vector<std::string> Found = placesOf(Gnu);
  EXPECT_THAT(Found, testing::UnorderedElementsAre(
                         "command-injection src/api.cpp:5",
                         "sql-injection src/api.cpp:10",
                         "command-injection src/main.cpp:24",
                         "command-injection src/main.cpp:30",
                         "command-injection src/main.cpp:38",
                         "command-injection src/main.cpp:45",
                         "command-injection src/main.cpp:49"));
  EXPECT_EQ(placesOf(Llvm), Found);
}

TEST(Robustness, LibcxxGivesTheFindingsInAllOfTheLibrary) {
  std::vector<std::string> Found[2];
  for (int IsLlvm : {0, 1}) {
    TestProject Project;
    Project.write("src/ways.cpp", ManyWays);
    Project.addEntry("src/ways.cpp", std::string("clang++ -std=c++20") +
                                         (IsLlvm ? " -stdlib=libc++" : "") +
                                         " -c {file}");
    Project.writeDatabase();
    Found[IsLlvm] = placesOf(Project);
  }
  EXPECT_EQ(Found[0].size(), 22u);
  EXPECT_EQ(Found[1], Found[0]);
}

TEST(Robustness, LibcxxFormat) {
  TestProject Project;
  Project.write("src/a.cpp",
                "#include <cstdlib>\n#include <format>\n#include <string>\n"
                "static std::string env(const char *name) {\n"
                "  const char *value = std::getenv(name);\n"
                "  return value ? std::string(value) : std::string();\n"
                "}\n"
                "void run() {\n"
                "  std::system(std::format(\"ls {}\", env(\"A\")).c_str());\n"
                "  std::system(std::format(\"ls {}\", 7).c_str());\n"
                "}\n");
  Project.addEntry("src/a.cpp", "clang++ -std=c++20 -stdlib=libc++ -c {file}");
  Project.writeDatabase();
  EXPECT_THAT(placesOf(Project), ElementsAre("command-injection src/a.cpp:9"));
}

} // namespace
