#include "TestProject.h"
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace cppwarden::test {
namespace fs = std::filesystem;
namespace {

fs::path temporaryFolder() {
  std::string Template =
      (fs::temp_directory_path() / "cppwarden-test-XXXXXX").string();
  if (!::mkdtemp(Template.data()))
    throw std::runtime_error("cannot make a temporary folder");
  return fs::canonical(Template);
}

std::string readAll(const fs::path &File) {
  std::ifstream In(File, std::ios::binary);
  std::ostringstream Text;
  Text << In.rdbuf();
  return Text.str();
}

} // namespace

RunResult runProgram(const fs::path &Program,
                     const std::vector<std::string> &Arguments,
                     const fs::path &Folder, const Environment &Variables) {
  fs::path Capture = temporaryFolder();
  std::string OutFile = Capture / "out", ErrFile = Capture / "err";
  std::vector<std::string> Words = {Program.string()};
  Words.insert(Words.end(), Arguments.begin(), Arguments.end());
  std::vector<char *> Argv;
  for (std::string &Word : Words)
    Argv.push_back(Word.data());
  Argv.push_back(nullptr);
  pid_t Pid = ::fork();
  if (Pid == 0) {
    for (auto [Name, FD] : {std::pair(&OutFile, 1), std::pair(&ErrFile, 2)}) {
      int File = ::open(Name->c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
      ::dup2(File, FD);
    }
    for (const auto &[Name, Value] : Variables)
      ::setenv(Name.c_str(), Value.c_str(), 1);
    if (::chdir(Folder.c_str()) != 0)
      ::_exit(126);
    ::execv(Argv[0], Argv.data());
    ::_exit(127);
  }
  int Status = 0;
  ::waitpid(Pid, &Status, 0);
  RunResult Result;
  Result.Status =
      WIFEXITED(Status) ? WEXITSTATUS(Status) : 128 + WTERMSIG(Status);
  Result.Out = readAll(OutFile);
  Result.Err = readAll(ErrFile);
  fs::remove_all(Capture);
  return Result;
}

fs::path builtBinary() {
  if (const char *Given = std::getenv("CPPWARDEN_BINARY"))
    return Given;
  return CPPWARDEN_PROGRAM;
}

std::string readFile(const std::filesystem::path &File) {
  std::ifstream In(File, std::ios::binary);
  std::ostringstream Text;
  Text << In.rdbuf();
  return Text.str();
}

std::string flawed(const std::string &Name) {
  return "#include <stdlib.h>\nvoid run_" + Name +
         "() {\n  if (const char *c = getenv(\"" + Name +
         "\"))\n    system(c);\n}\n";
}

TestProject::TestProject() : Root(temporaryFolder()) {
  // The top of a work tree: configurations above it do not count.
  fs::create_directories(Root / ".git");
}

TestProject::~TestProject() {
  std::error_code Ignored;
  fs::remove_all(Root, Ignored);
}

void TestProject::write(const std::string &Path,
                        const std::string &Text) const {
  fs::create_directories((Root / Path).parent_path());
  std::ofstream(Root / Path, std::ios::binary) << Text;
}

void TestProject::addEntry(const std::string &Path,
                           const std::string &Command) {
  std::string File = Root / Path, Text = Command;
  for (std::size_t At; (At = Text.find("{file}")) != std::string::npos;)
    Text.replace(At, 6, File);
  Entries.push_back(nlohmann::json{
      {"directory", (Root / "build").string()},
      {"file", File},
      {"command", Text}}.dump());
}

void TestProject::writeDatabase() const {
  std::string Text = "[";
  for (std::size_t I = 0; I < Entries.size(); ++I)
    Text += (I ? ",\n" : "\n") + Entries[I];
  write("build/compile_commands.json", Text + "\n]\n");
}

RunResult TestProject::run(const std::vector<std::string> &Arguments,
                           const Environment &Variables) const {
  return runProgram(builtBinary(), Arguments, Root, Variables);
}

} // namespace cppwarden::test
