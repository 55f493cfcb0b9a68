//===- Project.h - The units, rules and settings of one run ----*- C++ -*-===//
//
// What every command that works on a program does first: plan the units, find
// the configuration, merge it with the command line. Used by check, doctor and
// `config dump`.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_PROJECT_H
#define CPPWARDEN_DRIVER_PROJECT_H

#include "driver/CompileUnits.h"
#include "driver/Configuration.h"
#include "driver/RuleCatalogue.h"
#include "frontend/CompileDatabase.h"
#include <atomic>
#include <functional>
#include <string>
#include <vector>

namespace cppwarden::driver {

struct ProjectRequest {
  std::string WorkingDirectory;        ///< absolute
  std::string BuildPath;               ///< -p; empty: searched for
  std::vector<std::string> Files;      ///< files, folders, globs; empty: all
  bool HasFixedFlags = false;          ///< `--` was given
  std::vector<std::string> FixedFlags; ///< after `--`
  bool FlagsAreAdapted = false;        ///< --adapted
  std::string FlagsDirectory;          ///< --directory; empty: the working one
  std::vector<std::string> ExtraArguments;
  std::string Root;               ///< --root; empty: derived
  std::string ConfigurationFile;  ///< --config; empty: searched for
  bool NoConfiguration = false;   ///< --no-config
  bool NoCache = false;           ///< --no-cache
  ConfigurationLayer CommandLine; ///< the other options
};

/// How to run workers; what of it is a setting comes from the configuration.
struct RunContext {
  std::string Executable; ///< the running cppwarden, absolute
  bool ShowProgress = false;
  const std::atomic<bool> *Interrupted = nullptr;
  /// Called when no worker is left: from here on an interrupt may end the
  /// process where it stands.
  std::function<void()> WorkersGone;
};

struct Settings {
  RuleCatalogue Rules;
  Configuration Values;
  std::string ConfigurationFile; ///< absolute; empty: none
  /// With the files it extends, absolute.
  std::vector<std::string> ConfigurationFiles = {};
};

/// The configuration for a project at Root (absolute). Without a
/// --config, the nearest .cppwarden.yaml above the working directory if that
/// lies in the project, else above Root.
llvm::Expected<Settings> openSettings(const ProjectRequest &Request,
                                      llvm::StringRef Root);

/// The folders whose models belong to a project without being named:
/// `.cppwarden/models` at Root and beside ConfigurationFile, where they exist.
std::vector<std::string>
automaticModelFolders(llvm::StringRef Root, llvm::StringRef ConfigurationFile);

/// Where the project of Request seems to begin when there is nothing to
/// compile:
/// --root, the nearest folder with a .git or .cppwarden.yaml, or the working
/// directory.
std::string guessRoot(const ProjectRequest &Request);

struct Project {
  frontend::Plan Plan;
  Settings Config;
  CacheSettings Cache;
  bool IsPartial = false; ///< units of the program were left out
  FileBuffer Buffer;      ///< what an editor has for one of the files
};
llvm::Expected<Project> openProject(const ProjectRequest &Request);

CompileOptions compileOptions(const Project &Project,
                              const RunContext &Context);

/// Where results are kept: as configured, else below Root.
CacheSettings cacheSettings(const Configuration &Values, llvm::StringRef Root);

} // namespace cppwarden::driver

#endif
