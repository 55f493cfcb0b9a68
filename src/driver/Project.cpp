#include "driver/Project.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace cppwarden::driver {
namespace {

constexpr const char *ModelFolder = ".cppwarden/models";

ConfigurationLayer automaticModels(llvm::StringRef Root,
                                   llvm::StringRef ConfigurationFile) {
  ConfigurationLayer Layer;
  for (std::string &Folder : automaticModelFolders(Root, ConfigurationFile))
    Layer.Models.push_back({std::move(Folder), ModelFolder});
  return Layer;
}

} // namespace

std::vector<std::string>
automaticModelFolders(llvm::StringRef Root, llvm::StringRef ConfigurationFile) {
  std::vector<std::string> Folders = {absolutePath(ModelFolder, Root)};
  if (!ConfigurationFile.empty())
    Folders.push_back(absolutePath(
        ModelFolder, llvm::sys::path::parent_path(ConfigurationFile)));
  llvm::erase_if(Folders, [](const std::string &Folder) {
    return !llvm::sys::fs::is_directory(Folder);
  });
  return Folders;
}

llvm::Expected<Settings> openSettings(const ProjectRequest &Request,
                                      llvm::StringRef Root) {
  auto Rules = RuleCatalogue::load();
  if (!Rules)
    return Rules.takeError();
  std::vector<ConfigurationLayer> Layers;
  std::string File;
  std::vector<std::string> Files;
  if (!Request.NoConfiguration) {
    if (!Request.ConfigurationFile.empty())
      File = absolutePath(Request.ConfigurationFile, Request.WorkingDirectory);
    else if (auto Found = findConfiguration(
                 isBelow(Request.WorkingDirectory, Root)
                     ? llvm::StringRef(Request.WorkingDirectory)
                     : Root))
      File = *Found;
    Layers.push_back(automaticModels(Root, File));
    if (!File.empty()) {
      auto Read = readConfiguration(File);
      if (!Read)
        return Read.takeError();
      for (ConfigurationLayer &Layer : *Read) {
        Files.push_back(absolutePath(Layer.File, Request.WorkingDirectory));
        Layers.push_back(std::move(Layer));
      }
    }
  }
  Layers.push_back(Request.CommandLine);
  auto Values = resolve(Layers, *Rules);
  if (!Values)
    return Values.takeError();
  return Settings{std::move(*Rules), std::move(*Values), std::move(File),
                  std::move(Files)};
}

std::string guessRoot(const ProjectRequest &Request) {
  if (!Request.Root.empty())
    return absolutePath(Request.Root, Request.WorkingDirectory);
  for (const char *Mark : {".cppwarden.yaml", ".git"})
    if (auto Found = findUpward(Request.WorkingDirectory, Mark))
      return llvm::sys::path::parent_path(*Found).str();
  return Request.WorkingDirectory;
}

llvm::Expected<Project> openProject(const ProjectRequest &Request) {
  frontend::PlanRequest Wanted;
  Wanted.BuildPath = Request.BuildPath;
  Wanted.Files = Request.Files;
  Wanted.FixedFlags = Request.FixedFlags;
  Wanted.HasFixedFlags = Request.HasFixedFlags;
  Wanted.FlagsAreAdapted = Request.FlagsAreAdapted;
  Wanted.FlagsDirectory = Request.FlagsDirectory;
  Wanted.ExtraArguments = Request.ExtraArguments;
  Wanted.WorkingDirectory = Request.WorkingDirectory;
  if (!Request.Root.empty()) {
    Wanted.ProjectRoot = absolutePath(Request.Root, Request.WorkingDirectory);
    if (!llvm::sys::fs::is_directory(Wanted.ProjectRoot))
      return llvm::createStringError("--root: no folder '" +
                                     Wanted.ProjectRoot + "'");
  }
  auto Plan = frontend::planUnits(Wanted);
  if (!Plan)
    return Plan.takeError();
  auto Config = openSettings(Request, Plan->ProjectRoot);
  if (!Config)
    return Config.takeError();
  Project Result{std::move(*Plan), std::move(*Config), {}, false, {}};
  if (!Request.NoCache) {
    Result.Cache = cacheSettings(Result.Config.Values, Result.Plan.ProjectRoot);
    // By itself a run leaves nothing where no project is set up, nor fails
    // because it may not write to it.
    bool IsAsked = !Result.Config.Values.Cache.empty();
    if (!IsAsked && (Result.Plan.Report.DatabasePath.empty() ||
                     llvm::sys::fs::access(Result.Plan.ProjectRoot,
                                           llvm::sys::fs::AccessMode::Write)))
      Result.Cache.Folder.clear();
  }
  return Result;
}

CacheSettings cacheSettings(const Configuration &Values, llvm::StringRef Root) {
  CacheSettings Cache;
  Cache.Folder = Values.Cache.empty() ? absolutePath(DefaultCacheFolder, Root)
                                      : Values.Cache;
  Cache.MaxBytes = std::uint64_t(Values.CacheSize) << 20;
  return Cache;
}

CompileOptions compileOptions(const Project &Project,
                              const RunContext &Context) {
  const Configuration &Values = Project.Config.Values;
  CompileOptions Options;
  Options.Cache = Project.Cache;
  Options.Buffer = Project.Buffer;
  Options.ProjectRoot = Project.Plan.ProjectRoot;
  Options.Rules = Values.ruleOptions();
  Options.Workers = Values.Jobs;
  Options.UnitTimeout = Values.UnitTimeout;
  Options.UnitMemory = Values.UnitMemory;
  Options.Executable = Context.Executable;
  Options.ShowProgress = Context.ShowProgress;
  Options.Interrupted = Context.Interrupted;
  return Options;
}

} // namespace cppwarden::driver
