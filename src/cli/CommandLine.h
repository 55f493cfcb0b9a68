//===- CommandLine.h - The words of a call, understood ---------*- C++ -*-===//
//
// What main() got, as a value that the commands work from. docs/cli.md is the
// user's reference.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_CLI_COMMANDLINE_H
#define CPPWARDEN_CLI_COMMANDLINE_H

#include "driver/ChangeFilter.h"
#include "driver/ExitCode.h"
#include "driver/Project.h"
#include "report/FormatRegistry.h"
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace cppwarden::cli {

enum class Command {
  Check,
  Analyze,
  Link,
  Ninja,
  Init,
  Suppressions,
  BaselineCreate,
  BaselineUpdate,
  BaselinePrune,
  BaselineShow,
  CacheStats,
  CacheClean,
  Doctor,
  Rules,
  Explain,
  ConfigDump,
  ConfigVerify,
  ModelsList,
  ModelsVerify,
  Lsp,
  Worker,
  Version
};

/// What to do with the fixes that findings carry.
enum class FixMode {
  Offer, ///< name them in the report
  Make,  ///< --fix
  Show   ///< --diff
};

enum class ColourWhen { Auto, Always, Never };

/// `--output FORMAT[:FILE]`.
struct OutputSpec {
  const report::Format *Format = nullptr;
  std::string File; ///< empty: standard output
};

struct CommandLine {
  Command What = Command::Check;
  driver::ProjectRequest Project;
  bool AllowIncomplete = false;
  bool ExitZero = false;
  std::vector<OutputSpec> Outputs; ///< at least one for check without --diff
  ColourWhen Colour = ColourWhen::Auto;
  bool ShowSuppressed = false;
  report::SarifProfile Sarif = report::SarifProfile::Full;
  bool Quiet = false;
  bool Verbose = false;
  std::string Baseline; ///< --baseline, as written; empty: not given
  bool NoBaseline = false;
  std::optional<driver::ChangeRequest> Change; ///< --since and its like
  driver::NewLines Lines = driver::NewLines::AnyStep;
  bool OnlyAffected = false;
  FixMode Fixes = FixMode::Offer;
  bool UnsafeFixes = false; ///< --unsafe-fixes: --fix and --diff take them too
  std::string StdinFile;    ///< --stdin-filename
  std::string ObjectFile;   ///< -o of analyze
  std::string DependencyFile; ///< --depfile of analyze
  bool RecordFailure = false; ///< --record-failure of analyze
  std::string NinjaFile;      ///< -o of ninja
  std::string ObjectFolder;   ///< --objects of ninja; empty: by the file's name
  std::string Launcher;       ///< --launcher of ninja
  /// All words of the call but the program's name.
  std::vector<std::string> Words;
  bool Force = false;
  bool ForGitHub = false, ForGitLab = false, ForPreCommit = false; ///< init
  bool NoBackground = false;                                       ///< lsp
  std::optional<int> Debounce;                                     ///< lsp; ms
  std::string DumpFlow; ///< a function's name
  bool Json = false;
  std::vector<std::string> Names; ///< of rules, explain, config verify, models
  std::uint64_t WorkerMemory = 0; ///< MB
};

/// Parses the arguments of main(); WorkingDirectory is absolute. The int is the
/// exit status when there is nothing left to do: help was printed, or an error.
std::variant<CommandLine, int>
parseCommandLine(int Argc, const char *const *Argv,
                 llvm::StringRef WorkingDirectory);

} // namespace cppwarden::cli

#endif
