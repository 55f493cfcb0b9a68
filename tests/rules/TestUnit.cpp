#include "TestUnit.h"
#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <unistd.h>

namespace fs = std::filesystem;

namespace cppwarden::tests {

TemporaryFolder::TemporaryFolder() {
  std::random_device Random;
  Path = fs::path(CPPWARDEN_BINARY_DIR) / "rules-units" /
         (std::to_string(::getpid()) + "-" + std::to_string(Random()));
  fs::create_directories(Path);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code Ignored;
  fs::remove_all(Path, Ignored);
}

std::string TemporaryFolder::write(const std::string &Name,
                                   const std::string &Contents) const {
  fs::path File = Path / Name;
  fs::create_directories(File.parent_path());
  std::ofstream(File, std::ios::binary) << Contents;
  return File.string();
}

std::unique_ptr<rules::RuleSet> loadRules(std::vector<std::string> Rules) {
  rules::RuleOptions Options;
  Options.EnabledRules = std::move(Rules);
  auto Loaded = rules::RuleSet::load(Options);
  if (!Loaded) {
    ADD_FAILURE() << llvm::toString(Loaded.takeError());
    return nullptr;
  }
  return std::move(*Loaded);
}

LintResult lint(const rules::RuleSet &Rules, const std::string &Root,
                const std::vector<std::string> &Files,
                const std::vector<std::string> &Flags) {
  std::vector<std::string> Includes;
  for (const auto &Entry :
       fs::directory_iterator(fs::path(CPPWARDEN_SOURCE_DIR) / "tests/stubs"))
    if (Entry.is_directory())
      Includes.push_back(Entry.path().string());
  std::sort(Includes.begin(), Includes.end());

  LintResult Result;
  std::vector<analysis::TuObject> Objects;
  for (const std::string &File : Files) {
    frontend::UnitJob Job;
    Job.Directory = Root;
    Job.File = File;
    Job.ProjectRoot = Root;
    Job.Arguments = {File.ends_with(".c") ? "-std=c17" : "-std=c++20", "-w"};
    for (const std::string &Include : Includes)
      Job.Arguments.insert(Job.Arguments.end(), {"-isystem", Include});
    Job.Arguments.insert(Job.Arguments.end(), Flags.begin(), Flags.end());
    analysis::TuObject Object = Rules.compileUnit(Job);
    for (const analysis::UnitDiagnostic &Error : Object.Errors)
      Result.Errors.push_back(Error.Range.File + ":" +
                              std::to_string(Error.Range.Line) + ": " +
                              Error.Message);
    Objects.push_back(std::move(Object));
  }
  Result.Findings = Rules.link(std::move(Objects));
  return Result;
}

const std::vector<std::string> &allRuleIds() {
  static const std::vector<std::string> Ids = [] {
    std::vector<std::string> Result;
    auto Descriptors = rules::RuleSet::allDescriptors();
    if (!Descriptors) {
      // No test can run without them.
      std::fprintf(stderr, "%s\n",
                   llvm::toString(Descriptors.takeError()).c_str());
      std::abort();
    }
    for (const RuleDescriptor &D : *Descriptors)
      Result.push_back(D.Id);
    return Result;
  }();
  return Ids;
}

std::string describe(const Finding &F) {
  auto Place = [](const SourceRange &R) {
    return R.File + ":" + std::to_string(R.Line) + ":" +
           std::to_string(R.Column) + ": ";
  };
  std::string Result = Place(F.Range) + F.Message + " [" + F.RuleId + "]\n";
  for (const FlowStep &Step : F.Flow)
    Result += "    " + Place(Step.Range) + Step.Message + "\n";
  return Result;
}

} // namespace cppwarden::tests
