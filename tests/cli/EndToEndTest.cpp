// The real binary over a generated program: what a gate in CI relies on.
#include "TestProject.h"
#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using namespace cppwarden::test;
using testing::HasSubstr;
using testing::Not;

/// An environment variable reaches a shell in this very function.
std::string flawedUnit(const std::string &Name) {
  return "#include <stdlib.h>\n"
         "void run_" +
         Name +
         "() {\n"
         "  if (const char *command = getenv(\"X_" +
         Name +
         "\"))\n"
         "    system(command);\n"
         "}\n";
}

const char *CleanUnit = "int twice(int x) { return 2 * x; }\n";

/// The rule ids of a run's JSON lines, with their files.
std::vector<std::string> findingsOf(const TestProject &Project,
                                    std::vector<std::string> Arguments = {}) {
  Arguments.insert(Arguments.begin(),
                   {"check", "-p", "build", "--format", "jsonl", "-q"});
  std::istringstream Lines(Project.run(Arguments).Out);
  std::vector<std::string> Result;
  for (std::string Line; std::getline(Lines, Line);) {
    auto Object = nlohmann::json::parse(Line, nullptr, false);
    if (Object.is_object() && Object.value("type", "") == "finding")
      Result.push_back(Object.value("ruleId", Object.value("rule", "")) + " " +
                       Object.value("file", ""));
  }
  return Result;
}

/// A source in one file reaches a sink in another; and some more of both.
void fillProject(TestProject &Project) {
  Project.write("include/run.h", "void run(const char *command);\n");
  Project.write("src/run.cpp", "#include \"run.h\"\n#include <stdlib.h>\n"
                               "void run(const char *command) {\n"
                               "  system(command);\n}\n");
  Project.write("src/main.cpp", "#include \"run.h\"\n#include <stdlib.h>\n"
                                "int main() {\n"
                                "  const char *name = getenv(\"NAME\");\n"
                                "  if (name)\n    run(name);\n}\n");
  std::string Flags = " -I" + (Project.root() / "include").string();
  // As CMake writes them for a static and a shared library, through a launcher,
  // with flags of GCC that Clang does not know.
  for (const char *Path : {"src/run.cpp", "src/main.cpp"}) {
    Project.addEntry(Path, "ccache g++ -fno-tree-dominator-opts "
                           "-Wno-maybe-uninitialized -mabi=sysv" +
                               Flags + " -c {file} -o a.o");
    Project.addEntry(Path, "ccache g++ -fPIC -Dlib_EXPORTS "
                           "-fno-tree-dominator-opts "
                           "-Wno-maybe-uninitialized -mabi=sysv" +
                               Flags + " -c {file} -o b.o");
  }
  for (int I = 0; I < 12; ++I)
    Project.addUnit("src/unit" + std::to_string(I) + ".cpp",
                    flawedUnit(std::to_string(I)));
}

TEST(EndToEnd, FindsAFlowAcrossFilesAndMergesDuplicates) {
  TestProject Project;
  fillProject(Project);
  Project.writeDatabase();
  RunResult R = Project.run({"check", "-p", "build"});
  EXPECT_EQ(R.Status, 1) << R.Err;
  EXPECT_THAT(R.Out, HasSubstr("[command-injection]"));
  EXPECT_THAT(R.Out, HasSubstr("src/main.cpp:"));
  EXPECT_THAT(R.Out, HasSubstr("src/run.cpp:"));
  EXPECT_THAT(R.Out, HasSubstr("all 14 units were analysed in full"));
  EXPECT_EQ(R.Err, "") << "no progress without a terminal";
}

/// As CMake's target_compile_definitions() writes it: told once, redacted.
TEST(EndToEnd, ASecretInTheCompileCommandIsFound) {
  TestProject Project;
  Project.write("include/login.h",
                "#pragma once\nvoid login(const char *password);\n"
                "inline void start() { login(DB_PASSWORD); }\n");
  for (const char *Path : {"src/a.cpp", "src/b.cpp"}) {
    Project.write(Path, "#include \"login.h\"\n");
    Project.addEntry(Path, "clang++ -DDB_PASSWORD='\"Tr0ub4dor-and-9\"' "
                           "-DPASSWORD_FILE='\"/run/secrets/db\"' -I" +
                               (Project.root() / "include").string() +
                               " -c {file} -o {file}.o");
  }
  Project.writeDatabase();
  RunResult R = Project.run({"check", "-p", "build"});
  EXPECT_EQ(R.Status, 1) << R.Err;
  EXPECT_THAT(R.Out, HasSubstr("include/login.h:3:29: error: a secret is given "
                               "in the compile command (-DDB_PASSWORD) "
                               "[secret-in-compile-definition]"));
  EXPECT_THAT(R.Out, HasSubstr("1 error"));
  EXPECT_THAT(R.Out, Not(HasSubstr("Tr0ub4dor")));
}

TEST(EndToEnd, OutputIsByteIdentical) {
  TestProject Project;
  fillProject(Project);
  Project.writeDatabase();
  auto Run = [&](const char *Workers, const char *Format) {
    RunResult R = Project.run(
        {"check", "-p", "build", "-j", Workers, "--format", Format, "-q"});
    EXPECT_EQ(R.Status, 1) << R.Err;
    EXPECT_EQ(R.Err, "");
    return R.Out;
  };
  std::map<std::string, std::string> First;
  for (const char *Format : {"text", "sarif", "jsonl", "html"}) {
    First[Format] = Run("1", Format);
    EXPECT_THAT(First[Format], HasSubstr("command-injection"));
    EXPECT_EQ(Run("8", Format), First[Format]) << Format;
  }
  std::mt19937 Random(7);
  std::shuffle(Project.entries().begin(), Project.entries().end(), Random);
  Project.writeDatabase();
  for (const char *Format : {"text", "sarif", "jsonl", "html"})
    EXPECT_EQ(Run("3", Format), First[Format]) << Format;
}

TEST(EndToEnd, AFailingUnitCostsItselfAlone) {
  TestProject Project;
  Project.addUnit("src/before.cpp", flawedUnit("before"));
  Project.addUnit("src/broken.cpp",
                  flawedUnit("broken") + "int x = nothing;\n");
  Project.addUnit("src/crashing.cpp", flawedUnit("crashing"));
  Project.addUnit("src/hanging.cpp", flawedUnit("hanging"));
  Project.addUnit("src/hungry.cpp", flawedUnit("hungry"));
  Project.addUnit("src/zlast.cpp", flawedUnit("zlast"));
  Project.addEntry("src/absent.cpp");
  Project.writeDatabase();
  Environment Switches = {{"CPPWARDEN_TEST_CRASH_ON", "crashing"},
                          {"CPPWARDEN_TEST_HANG_ON", "hanging"},
                          {"CPPWARDEN_TEST_OOM_ON", "hungry"}};
  std::string Last;
  for (const char *Workers : {"1", "4"}) {
    std::vector<std::string> Arguments = {
        "check",          "-p", "build",         "-j", Workers,
        "--unit-timeout", "20", "--unit-memory", "600"};
    RunResult R = Project.run(Arguments, Switches);
    EXPECT_EQ(R.Status, 1) << "findings come before incompleteness\n" << R.Err;
    for (const char *File : {"before", "broken", "zlast"})
      EXPECT_THAT(R.Out, HasSubstr("src/" + std::string(File) + ".cpp:4:"))
          << "what parsed is analysed";
    for (const char *File : {"crashing", "hanging", "hungry"})
      EXPECT_THAT(R.Out,
                  Not(HasSubstr("src/" + std::string(File) + ".cpp:4:")));
    EXPECT_THAT(R.Out, HasSubstr("crashed: SIGSEGV (segmentation fault)\n"));
    EXPECT_THAT(R.Out, HasSubstr("timed out after 20 s"));
    EXPECT_THAT(R.Out, HasSubstr("over the memory limit of 600 MB"));
    EXPECT_THAT(R.Out, HasSubstr("nothing")) << "the first compiler error";
    EXPECT_THAT(R.Out, HasSubstr("no such file"));
    EXPECT_THAT(R.Out, HasSubstr("2 of 7 units"));
    if (!Last.empty())
      EXPECT_EQ(R.Out, Last);
    Last = R.Out;
  }
}

TEST(EndToEnd, AFailingUnitIsNoSuccess) {
  TestProject Project;
  Project.addUnit("src/clean.cpp", CleanUnit);
  Project.addUnit("src/crashing.cpp", CleanUnit);
  Project.writeDatabase();
  Environment Crash = {{"CPPWARDEN_TEST_CRASH_ON", "crashing"}};
  auto Status = [&](std::vector<std::string> More) {
    More.insert(More.begin(), {"check", "-p", "build"});
    return Project.run(More, Crash).Status;
  };
  EXPECT_EQ(Status({}), 3);
  EXPECT_EQ(Status({"--allow-incomplete"}), 0);
  EXPECT_EQ(Status({"--exit-zero"}), 0);
  EXPECT_EQ(Status({"src/clean.cpp"}), 0);
  EXPECT_EQ(Status({"src/crashing.cpp", "--allow-incomplete"}), 3);
}

TEST(EndToEnd, ExitStatus) {
  TestProject Project;
  Project.addUnit("src/clean.cpp", CleanUnit);
  Project.writeDatabase();
  EXPECT_EQ(Project.run({"check", "-p", "build"}).Status, 0);
  Project.addUnit("src/flawed.cpp", flawedUnit("x"));
  Project.writeDatabase();
  auto Status = [&](std::vector<std::string> More) {
    More.insert(More.begin(), {"check", "-p", "build"});
    return Project.run(More).Status;
  };
  EXPECT_EQ(Status({}), 1);
  EXPECT_EQ(Status({"--fail-on", "error"}), 1);
  EXPECT_EQ(Status({"--fail-on", "never"}), 0);
  EXPECT_EQ(Status({"--exit-zero"}), 0);
  EXPECT_EQ(Status({"--ignore", "CWE-78"}), 0);
  EXPECT_EQ(Status({"--select", "secrets"}), 0);
  EXPECT_EQ(Status({"src/clean.cpp"}), 0);
  EXPECT_EQ(Project.run({"-p", "build"}).Status, 1) << "check is the default";
  EXPECT_EQ(Project.run({}).Status, 2) << "nothing to do is no success";
}

TEST(EndToEnd, NothingAnalysedIsNoSuccess) {
  TestProject Project;
  Project.addEntry("src/absent.cpp");
  Project.writeDatabase();
  EXPECT_EQ(Project.run({"check", "-p", "build"}).Status, 3);
  EXPECT_EQ(Project.run({"check", "-p", "build", "--allow-incomplete"}).Status,
            3);
  EXPECT_EQ(Project.run({"check", "-p", "nowhere"}).Status, 2);
}

TEST(EndToEnd, UsageErrorsAreOneClearLine) {
  TestProject Project;
  Project.addUnit("src/clean.cpp", CleanUnit);
  Project.writeDatabase();
  auto Complaint = [&](std::vector<std::string> More) {
    More.insert(More.begin(), {"check", "-p", "build"});
    RunResult R = Project.run(More);
    EXPECT_EQ(R.Status, 2);
    EXPECT_EQ(R.Out, "");
    EXPECT_EQ(std::count(R.Err.begin(), R.Err.end(), '\n'), 1) << R.Err;
    return R.Err;
  };
  EXPECT_THAT(Complaint({"--select", "sql-injecton"}),
              HasSubstr("did you mean 'sql-injection'?"));
  EXPECT_THAT(Complaint({"--ignore", "CWE-99999"}), HasSubstr("CWE-99999"));
  EXPECT_THAT(Complaint({"--format", "xml"}), HasSubstr("sarif"));
  EXPECT_THAT(Complaint({"--fail-on", "fatal"}), HasSubstr("--fail-on"));
  EXPECT_THAT(Complaint({"--no-such-option"}), HasSubstr("--no-such-option"));
  EXPECT_THAT(Complaint({"--models", "absent.yaml"}), HasSubstr("absent.yaml"));
  EXPECT_THAT(Complaint({"--output", "text", "--output", "jsonl"}),
              HasSubstr("two outputs"));
}

TEST(EndToEnd, FlagsMayFollowDashes) {
  TestProject Project;
  Project.write("a.cpp",
                "#ifndef WANTED\n#error no flag\n#endif\n" + flawedUnit("a"));
  RunResult R = Project.run({"check", "a.cpp", "--", "-DWANTED", "-std=c++17"});
  EXPECT_EQ(R.Status, 1) << R.Out << R.Err;
  EXPECT_THAT(R.Out, HasSubstr("the one unit was analysed in full"));
  R = Project.run({"a.cpp"});
  EXPECT_EQ(R.Status, 1);
  EXPECT_THAT(R.Err, HasSubstr("guessed"));
  EXPECT_THAT(R.Out, HasSubstr("incomplete"));
}

TEST(EndToEnd, SeveralOutputsAndOneThatCannotBeWritten) {
  TestProject Project;
  Project.addUnit("src/flawed.cpp", flawedUnit("x"));
  Project.writeDatabase();
  RunResult R =
      Project.run({"check", "-p", "build", "--output", "sarif:out.sarif",
                   "--output", "jsonl:out.jsonl", "--output", "text"});
  EXPECT_EQ(R.Status, 1);
  EXPECT_THAT(R.Out, HasSubstr("[command-injection]"));
  auto Sarif = nlohmann::json::parse(readFile(Project.root() / "out.sarif"));
  EXPECT_EQ(Sarif["runs"][0]["results"].size(), 1u);
  EXPECT_THAT(readFile(Project.root() / "out.jsonl"),
              HasSubstr("command-injection"));

  R = Project.run({"check", "-p", "build", "--output",
                   "sarif:no/such/out.sarif", "--output",
                   "jsonl:second.jsonl"});
  EXPECT_EQ(R.Status, 2);
  EXPECT_THAT(R.Err, HasSubstr("no/such/out.sarif"));
  EXPECT_THAT(readFile(Project.root() / "second.jsonl"),
              HasSubstr("command-injection"));

  R = Project.run(
      {"check", "-p", "build", "--output", "sarif:no/such/out.sarif"});
  EXPECT_EQ(R.Status, 2);
  EXPECT_THAT(R.Out, HasSubstr("[command-injection]")) << "no finding is lost";

  R = Project.run({"check", "-p", "build", "--output", "sarif:out2.sarif"});
  EXPECT_EQ(R.Status, 1);
  EXPECT_THAT(R.Err, HasSubstr("1 of 1 unit")) << "a summary for the log";
}

TEST(EndToEnd, FormatsForServers) {
  TestProject Project;
  fillProject(Project);
  Project.writeDatabase();
  std::vector<std::string> Arguments = {
      "check", "-p", "build", "-q", "--sarif-profile", "github"};
  for (const char *Format :
       {"sarif", "github", "gitlab-sast", "gitlab-codequality", "checkstyle",
        "junit", "csv", "html"})
    Arguments.insert(Arguments.end(),
                     {"--output", std::string(Format) + ":out." + Format});
  Environment Time = {{"SOURCE_DATE_EPOCH", "86400"}};
  RunResult R = Project.run(Arguments, Time);
  EXPECT_EQ(R.Status, 1) << R.Err;
  auto Read = [&](const std::string &Format) {
    return readFile(Project.root() / ("out." + Format));
  };
  for (const char *Format :
       {"sarif", "github", "gitlab-sast", "gitlab-codequality", "checkstyle",
        "junit", "csv", "html"})
    EXPECT_THAT(Read(Format), HasSubstr("command-injection")) << Format;
  EXPECT_THAT(Read("sarif"), Not(HasSubstr("snippet")));
  EXPECT_THAT(Read("gitlab-sast"), HasSubstr("1970-01-02T00:00:00"));
  EXPECT_THAT(Read("junit"), HasSubstr("<failure "));

  // The severity that fails the run fails the test.
  Arguments.insert(Arguments.end(), {"--fail-on", "never"});
  EXPECT_EQ(Project.run(Arguments, Time).Status, 0);
  EXPECT_THAT(Read("junit"), Not(HasSubstr("<failure ")));

  R = Project.run({"check", "-p", "build", "--sarif-profile", "gitlab"});
  EXPECT_EQ(R.Status, 2);
  EXPECT_THAT(R.Err, HasSubstr("--sarif-profile: gitlab not in {full,github}"));
}

TEST(EndToEnd, TheConfigurationDecides) {
  TestProject Project;
  Project.addUnit("src/flawed.cpp", flawedUnit("x"));
  Project.addUnit("tests/flawed.cpp", flawedUnit("y"));
  Project.addUnit("third_party/flawed.cpp", flawedUnit("z"));
  Project.addUnit("build/generated.cpp", flawedUnit("g"));
  Project.writeDatabase();
  EXPECT_EQ(findingsOf(Project),
            (std::vector<std::string>{"command-injection src/flawed.cpp",
                                      "command-injection tests/flawed.cpp"}));
  EXPECT_EQ(
      findingsOf(Project, {"third_party/flawed.cpp"}),
      (std::vector<std::string>{"command-injection third_party/flawed.cpp"}))
      << "a file that the user names is wanted";

  Project.write(".cppwarden.yaml", "default-excludes: false\n"
                                   "paths:\n"
                                   "  - {match: tests/, ignore: CWE-78}\n");
  EXPECT_EQ(
      findingsOf(Project),
      (std::vector<std::string>{"command-injection build/generated.cpp",
                                "command-injection src/flawed.cpp",
                                "command-injection third_party/flawed.cpp"}));
  Project.write(".cppwarden.yaml", "severity: {command-injection: note}\n"
                                   "fail-on: warning\n");
  EXPECT_EQ(Project.run({"check", "-p", "build"}).Status, 0);
  EXPECT_EQ(Project.run({"check", "-p", "build", "--fail-on", "note"}).Status,
            1);
  EXPECT_EQ(Project.run({"check", "-p", "build", "--no-config"}).Status, 1);
  Project.write(".cppwarden.yaml", "ignroe: [CWE-78]\n");
  RunResult R = Project.run({"check", "-p", "build"});
  EXPECT_EQ(R.Status, 2);
  EXPECT_THAT(R.Err, HasSubstr(".cppwarden.yaml:1:1"));
  EXPECT_THAT(R.Err, HasSubstr("did you mean 'ignore'?"));
}

TEST(EndToEnd, ModelsOfTheProjectAreFound) {
  TestProject Project;
  Project.addUnit("src/a.cpp", "#include <stdlib.h>\n"
                               "void acme_shell(const char *command);\n"
                               "void f() { acme_shell(getenv(\"X\")); }\n");
  Project.writeDatabase();
  EXPECT_EQ(Project.run({"check", "-p", "build"}).Status, 0);
  std::string Model = "library: acme\nfunctions:\n"
                      "  - name: acme_shell\n"
                      "    sinks: [{at: arg0, kind: command.shell}]\n";
  Project.write("elsewhere/acme.yaml", Model);
  EXPECT_EQ(
      Project.run({"check", "-p", "build", "--models", "elsewhere"}).Status, 1);
  Project.write(".cppwarden/models/acme.yaml", Model);
  EXPECT_EQ(Project.run({"check", "-p", "build"}).Status, 1);
  EXPECT_THAT(Project.run({"models", "list"}).Out, HasSubstr("acme"));
  Project.write(".cppwarden/models/acme.yaml",
                "library: acme\nfunktions: []\n");
  RunResult R = Project.run({"check", "-p", "build"});
  EXPECT_EQ(R.Status, 2);
  EXPECT_THAT(R.Err, HasSubstr("acme.yaml:2:1"));
}

TEST(EndToEnd, ModelsAreVerifiedAgainstTheHeaders) {
  TestProject Project;
  Project.write("include/acme.h", "void acme_shell(const char *command);\n");
  auto Verify = [&](const char *Name) {
    Project.write("acme.yaml",
                  "library: acme\nverify:\n  packages: [acme-dev]\n  headers: "
                  "[acme.h]\n  flags: [-I" +
                      (Project.root() / "include").string() +
                      "]\nfunctions:\n  - name: " + Name +
                      "\n    sinks: [{at: arg0, kind: command.shell}]\n");
    return Project.run({"models", "verify", "--models", "acme.yaml", "acme"});
  };
  RunResult R = Verify("acme_shell");
  EXPECT_EQ(R.Status, 0) << R.Out << R.Err;
  EXPECT_THAT(R.Out, HasSubstr("acme: 1 name matches"));
  R = Verify("acme_shel");
  EXPECT_EQ(R.Status, 1);
  EXPECT_THAT(R.Out, HasSubstr("acme.yaml:7: 'acme_shel'"));
  EXPECT_THAT(R.Out, HasSubstr("did you mean 'acme_shell'?"));
  std::filesystem::remove_all(Project.root() / "include");
  EXPECT_EQ(Verify("acme_shell").Status, 3);
  EXPECT_EQ(Project.run({"models", "verify", "acmee"}).Status, 2);
}

TEST(EndToEnd, ACopiedBinaryIsACompleteInstallation) {
  TestProject Project;
  Project.addUnit("src/a.cpp", "#include <stdarg.h>\n#include <stddef.h>\n" +
                                   flawedUnit("a"));
  Project.writeDatabase();
  fs::create_directories(Project.root() / "empty");
  fs::copy_file(builtBinary(), Project.root() / "empty/cw");
  RunResult R = runProgram(
      Project.root() / "empty/cw", {"check", "-p", Project.root() / "build"},
      Project.root() / "empty", {{"PATH", "/nonexistent"}});
  EXPECT_EQ(R.Status, 1) << R.Err;
  EXPECT_THAT(R.Out, HasSubstr("the one unit was analysed in full"));
}

TEST(EndToEnd, AnInterruptEndsTheRunAndTheWorkers) {
  TestProject Project;
  Project.addUnit("src/hanging.cpp", CleanUnit);
  Project.writeDatabase();
  std::string Marker = Project.root() / "src/hanging";
  pid_t Driver = ::fork();
  ASSERT_GE(Driver, 0);
  if (Driver == 0) {
    ::setenv("CPPWARDEN_TEST_HANG_ON", Marker.c_str(), 1);
    std::string Binary = builtBinary();
    std::string Build = Project.root() / "build";
    if (!std::freopen("/dev/null", "w", stderr))
      ::_exit(126);
    ::execl(Binary.c_str(), Binary.c_str(), "check", "-p", Build.c_str(),
            nullptr);
    ::_exit(127);
  }
  // Workers carry the marker in their environment.
  auto Workers = [&] {
    int Count = 0;
    for (const auto &Entry : fs::directory_iterator("/proc")) {
      std::string Id = Entry.path().filename();
      if (!std::isdigit(static_cast<unsigned char>(Id[0])) ||
          Id == std::to_string(Driver))
        continue;
      Count +=
          readFile(Entry.path() / "environ").find(Marker) != std::string::npos;
    }
    return Count;
  };
  auto Await = [&](auto Condition) {
    for (int I = 0; I < 600 && !Condition(); ++I)
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    return Condition();
  };
  ASSERT_TRUE(Await([&] { return Workers() > 0; }));
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  ::kill(Driver, SIGINT);
  int Status = 0;
  ASSERT_EQ(::waitpid(Driver, &Status, 0), Driver);
  ASSERT_TRUE(WIFEXITED(Status));
  EXPECT_EQ(WEXITSTATUS(Status), 130);
  EXPECT_TRUE(Await([&] { return Workers() == 0; }));
}

TEST(EndToEnd, TheDoctorSaysWhatIsWrong) {
  TestProject Project;
  fillProject(Project);
  Project.writeDatabase();
  RunResult R = Project.run({"doctor", "-p", "build"});
  EXPECT_EQ(R.Status, 0) << R.Out << R.Err;
  EXPECT_THAT(R.Out, HasSubstr("16, 2 duplicates merged"));
  EXPECT_THAT(R.Out, HasSubstr("-fno-tree-dominator-opts"));
  EXPECT_THAT(R.Out, HasSubstr("14 of 14 units parse"));

  Project.addUnit("src/gui.cpp", "#include \"ui_main.h\"\n");
  Project.addEntry("src/absent.cpp");
  Project.writeDatabase();
  R = Project.run({"doctor", "-p", "build"});
  EXPECT_EQ(R.Status, 3);
  EXPECT_THAT(R.Out, HasSubstr("src/gui.cpp: 1 compiler error; first: "
                               "src/gui.cpp:1:10: 'ui_main.h' file not found"));
  EXPECT_THAT(R.Out, HasSubstr("build the project first"));
  EXPECT_THAT(R.Out, HasSubstr("src/absent.cpp"));
  EXPECT_THAT(R.Out, HasSubstr("14 of 16 units parse"));
}

TEST(EndToEnd, RulesAndConfigurationDescribeThemselves) {
  TestProject Project;
  auto Rules = nlohmann::json::parse(Project.run({"rules", "--json"}).Out);
  ASSERT_GT(Rules.size(), 10u);
  for (const auto &Rule : Rules)
    EXPECT_EQ(Project.run({"explain", Rule["id"]}).Status, 0) << Rule["id"];
  RunResult R = Project.run({"explain", "weak-hsah"});
  EXPECT_EQ(R.Status, 2);
  EXPECT_THAT(R.Err, HasSubstr("weak-hash"));

  Project.write(".cppwarden.yaml", "policy: {rsa-bits: 4096}\n");
  R = Project.run({"config", "dump", "--ignore", "weak-hash"});
  EXPECT_EQ(R.Status, 0) << R.Err;
  EXPECT_THAT(R.Out, testing::ContainsRegex(
                         "rsa-bits: 4096 +# .*\\.cppwarden\\.yaml:1:"));
  EXPECT_THAT(R.Out, testing::ContainsRegex("- weak-hash +# --ignore"));
  EXPECT_EQ(Project.run({"config", "verify"}).Status, 0);
  Project.write(".cppwarden.yaml", "policy: {rsa-bit: 4096}\n");
  EXPECT_EQ(Project.run({"config", "verify"}).Status, 2);
}

TEST(EndToEnd, TheFlowOfAFunctionCanBeShown) {
  TestProject Project;
  Project.addUnit("src/a.cpp", flawedUnit("a"));
  Project.writeDatabase();
  RunResult R = Project.run({"check", "-p", "build", "--dump-flow", "run_a"});
  EXPECT_EQ(R.Status, 0);
  EXPECT_THAT(R.Out, HasSubstr("untrusted.environment"));
  EXPECT_EQ(
      Project.run({"check", "-p", "build", "--dump-flow", "no_such"}).Status,
      2);
}

} // namespace
