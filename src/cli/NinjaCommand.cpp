#include "cli/NinjaCommand.h"
#include "cli/CheckRun.h"
#include "driver/BaselineFile.h"
#include "driver/NinjaFile.h"
#include "driver/PortableNames.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

namespace cppwarden::cli {
namespace {

/// The words that make `analyze` and `link` see the settings of this call.
class OptionWriter {
public:
  OptionWriter(const CommandLine &Line, const driver::Project &Project,
               llvm::StringRef Folder)
      : Line(Line), Project(Project),
        Portable(Project.Plan.ProjectRoot, Folder) {}

  std::vector<std::string> ofAnalyze() {
    Words.clear();
    addCommon();
    const driver::ConfigurationLayer &Layer = Line.Project.CommandLine;
    auto Number =
        [&](const char *Option,
            const std::optional<driver::Stated<std::int64_t>> &Value) {
          if (Value)
            add(Option, std::to_string(Value->Value));
        };
    Number("--unit-timeout", Layer.UnitTimeout);
    Number("--unit-memory", Layer.UnitMemory);
    if (Line.Project.NoCache)
      Words.push_back("--no-cache");
    else if (Layer.Cache)
      add("--cache", Portable(Layer.Cache->Value));
    return std::move(Words);
  }

  std::vector<std::string> ofLink() {
    Words.clear();
    addCommon();
    add("-p", Portable(llvm::sys::path::parent_path(
                  Project.Plan.Report.DatabasePath)));
    if (const auto &FailAt = Line.Project.CommandLine.FailAt)
      add("--fail-on", driver::failOnName(FailAt->Value).str());
    for (const OutputSpec &Output : Line.Outputs)
      add("--output",
          Output.Format->Name.str() +
              (Output.File.empty() ? "" : ":" + Portable(Output.File)));
    if (Line.Sarif == report::SarifProfile::GitHub)
      add("--sarif-profile", "github");
    if (Line.NoBaseline)
      Words.push_back("--no-baseline");
    else if (!Line.Baseline.empty())
      add("--baseline",
          Portable(absolutePath(Line.Baseline, Line.Project.WorkingDirectory)));
    for (auto [Given, Option] : {std::pair(Line.ExitZero, "--exit-zero"),
                                 {Line.AllowIncomplete, "--allow-incomplete"},
                                 {Line.ShowSuppressed, "--show-suppressed"},
                                 {Line.Quiet, "--quiet"}})
      if (Given)
        Words.push_back(Option);
    if (Line.Colour != ColourWhen::Auto)
      add("--color", Line.Colour == ColourWhen::Always ? "always" : "never");
    return std::move(Words);
  }

private:
  void add(const char *Option, std::string Value) {
    Words.push_back(Option);
    Words.push_back(std::move(Value));
  }

  /// Names the configuration: the nearest one seen from Ninja's folder may be
  /// another, or none.
  void addCommon() {
    const driver::ConfigurationLayer &Layer = Line.Project.CommandLine;
    add("--root", Portable(Project.Plan.ProjectRoot));
    if (const std::string &File = Project.Config.ConfigurationFile;
        !File.empty()) {
      add("--config", Portable(File));
    } else {
      Words.push_back("--no-config");
      if (!Line.Project.NoConfiguration)
        for (const std::string &Folder : driver::automaticModelFolders(
                 Project.Plan.ProjectRoot, /*ConfigurationFile=*/""))
          add("--models", Portable(Folder));
    }
    for (const driver::StatedText &Path : Layer.Models)
      add("--models", Portable(Path.Value));
    for (const driver::StatedText &Name :
         Layer.Packs.value_or(std::vector<driver::StatedText>()))
      add("--pack", Name.Value);
    for (const driver::StatedText &Name :
         Layer.Select.value_or(std::vector<driver::StatedText>()))
      add("--select", Name.Value);
    for (const driver::StatedText &Name : Layer.Ignore)
      add("--ignore", Name.Value);
  }

  const CommandLine &Line;
  const driver::Project &Project;
  driver::PortableNames Portable;
  std::vector<std::string> Words;
};

/// The baseline that `link` will read, if there is one.
void addBaseline(const CommandLine &Line, const driver::Project &Project,
                 std::vector<std::string> &Inputs) {
  if (Line.NoBaseline ||
      (Line.Baseline.empty() && Project.Config.Values.Baseline.empty()))
    return;
  std::string File = driver::baselineFile(Project.Config, Line.Baseline,
                                          Project.Plan.ProjectRoot,
                                          Line.Project.WorkingDirectory);
  if (llvm::sys::fs::exists(File))
    Inputs.push_back(std::move(File));
}

} // namespace

int runNinja(const CommandLine &Line, const char *Executable) {
  if (Line.Project.HasFixedFlags)
    return fail("ninja takes the units of a compile database, no flags behind "
                "`--`");
  auto Opened = openProject(Line);
  if (int *Status = std::get_if<int>(&Opened))
    return *Status;
  auto &Project = std::get<driver::Project>(Opened);

  driver::NinjaFile File;
  llvm::StringRef Folder = Line.Project.WorkingDirectory;
  File.Path = absolutePath(
      Line.NinjaFile.empty() ? "lint.ninja" : Line.NinjaFile, Folder);
  llvm::StringRef NinjaFolder = llvm::sys::path::parent_path(File.Path);
  File.Objects =
      Line.ObjectFolder.empty()
          ? absolutePath(llvm::sys::path::stem(File.Path).str() + "-objects",
                         NinjaFolder)
          : absolutePath(Line.ObjectFolder, Folder);
  File.Executable = Executable;
  File.Launcher = Line.Launcher;
  OptionWriter Options(Line, Project, NinjaFolder);
  File.AnalyzeOptions = Options.ofAnalyze();
  File.LinkOptions = Options.ofLink();
  for (const OutputSpec &Output : Line.Outputs)
    if (!Output.File.empty())
      File.Reports.push_back(Output.File);

  File.UnitInputs = {Executable};
  llvm::append_range(File.UnitInputs, Project.Config.ConfigurationFiles);
  llvm::append_range(File.UnitInputs, Project.Config.Values.ModelFiles);
  File.LinkInputs = File.UnitInputs;
  addBaseline(Line, Project, File.LinkInputs);

  File.Regenerate = {Executable};
  llvm::append_range(File.Regenerate, Line.Words);
  File.RegenerateFolder = Folder.str();
  File.RegenerateInputs = File.UnitInputs;
  File.RegenerateInputs.push_back(Project.Plan.Report.DatabasePath);
  llvm::append_range(File.RegenerateInputs, Project.Plan.Report.ResponseFiles);
  // A folder changes when a model comes or goes.
  for (const std::string &Model : Project.Config.Values.ModelFiles)
    File.RegenerateInputs.push_back(llvm::sys::path::parent_path(Model).str());

  if (llvm::Error Failed = driver::writeNinjaFile(File, Project.Plan))
    return fail(std::move(Failed));
  if (!Line.Quiet)
    llvm::errs() << "cppwarden: "
                 << Project.Plan.Jobs.size() + Project.Plan.MissingJobs.size()
                 << " units; run it with `ninja -C " << NinjaFolder << " -f "
                 << llvm::sys::path::filename(File.Path) << "`\n";
  return driver::ExitClean;
}

} // namespace cppwarden::cli
