//===- TestProject.h - A generated program and the real binary -*- C++ -*-===//
//
// The end-to-end tests write a program with its compile database into a
// temporary folder and run the built cppwarden over it, as a user would.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_TESTS_CLI_TESTPROJECT_H
#define CPPWARDEN_TESTS_CLI_TESTPROJECT_H

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace cppwarden::test {

struct RunResult {
  int Status = -1; ///< exit status, or 128 + signal
  std::string Out, Err;
};

using Environment = std::map<std::string, std::string>;

/// Waits for the program. Standard error is no terminal.
RunResult runProgram(const std::filesystem::path &Program,
                     const std::vector<std::string> &Arguments,
                     const std::filesystem::path &Folder,
                     const Environment &Variables = {});

/// The binary under test: CPPWARDEN_BINARY, or that of this build.
std::filesystem::path builtBinary();

/// All of the file's bytes; empty if it cannot be read.
std::string readFile(const std::filesystem::path &File);

/// A unit in which the environment variable Name reaches a shell in run_Name().
std::string flawed(const std::string &Name);

class TestProject {
public:
  TestProject();
  ~TestProject();
  TestProject(const TestProject &) = delete;
  TestProject &operator=(const TestProject &) = delete;

  const std::filesystem::path &root() const { return Root; }
  void write(const std::string &Path, const std::string &Text) const;
  /// Adds an entry for src/NAME; Command may use {file}.
  void addEntry(const std::string &Path,
                const std::string &Command = "clang++ -c {file} -o {file}.o");
  /// A unit with its entry.
  void addUnit(const std::string &Path, const std::string &Text) {
    write(Path, Text);
    addEntry(Path);
  }
  std::vector<std::string> &entries() { return Entries; }
  /// Writes build/compile_commands.json with the entries in their order.
  void writeDatabase() const;
  /// cppwarden with Arguments, in the root.
  RunResult run(const std::vector<std::string> &Arguments,
                const Environment &Variables = {}) const;

private:
  std::filesystem::path Root;
  std::vector<std::string> Entries; ///< JSON objects
};

} // namespace cppwarden::test

#endif
