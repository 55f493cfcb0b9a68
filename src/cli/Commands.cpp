#include "cli/Commands.h"
#include "cli/BaselineCommands.h"
#include "cli/CheckRun.h"
#include "cli/CommandLine.h"
#include "cli/Interrupt.h"
#include "cli/OutputWriter.h"
#include "cli/RuleListing.h"
#include "driver/BaselineFile.h"
#include "driver/Check.h"
#include "driver/Doctor.h"
#include "driver/FlowDump.h"
#include "driver/ModelCatalogue.h"
#include "driver/Version.h"
#include "driver/Worker.h"
#include "support/Paths.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"
#include <set>
#include <sys/ioctl.h>
#include <unistd.h>

namespace cppwarden::cli {
namespace {

using driver::ExitCode;

/// The severity from which on a finding fails the run; none: never.
std::optional<Severity> failFrom(driver::FailOn Level) {
  switch (Level) {
  case driver::FailOn::Note:
    return Severity::Note;
  case driver::FailOn::Warning:
    return Severity::Warning;
  case driver::FailOn::Error:
    return Severity::Error;
  case driver::FailOn::Never:
    break;
  }
  return std::nullopt;
}

unsigned terminalWidth() {
  winsize Size{};
  if (::isatty(STDOUT_FILENO) &&
      ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &Size) == 0 && Size.ws_col >= 40)
    return Size.ws_col;
  return report::WriteOptions().Width;
}

std::string seconds(std::chrono::milliseconds Time) {
  std::string Text;
  llvm::raw_string_ostream(Text)
      << llvm::format("%.2f s", double(Time.count()) / 1000);
  return Text;
}

/// Summary and incomplete units, for when no text goes to standard output.
void printSummary(const report::Report &Report) {
  report::SeverityCounts Counts = Report.counts();
  const report::Coverage &Units = Report.Units;
  llvm::errs() << "cppwarden: " << Counts.Errors << " errors, "
               << Counts.Warnings << " warnings, " << Counts.Notes << " notes";
  if (Counts.Known)
    llvm::errs() << " (" << Counts.Known << " in the baseline)";
  llvm::errs() << "; " << Units.complete() << " of " << Units.Units << " units";
  if (Units.incomplete())
    llvm::errs() << ", " << Units.incomplete() << " incomplete";
  if (Units.failed())
    llvm::errs() << ", " << Units.failed() << " failed";
  llvm::errs() << '\n';
  for (const report::UnitProblem &Problem : Units.Problems) {
    llvm::errs() << "cppwarden: " << Problem.File << ": " << Problem.Reason;
    if (!Problem.FirstError.empty())
      llvm::errs() << ": " << Problem.FirstError;
    llvm::errs() << '\n';
  }
}

void printTimes(const driver::Project &Project,
                const driver::CheckTimes &Times) {
  llvm::errs() << "cppwarden: root " << Project.Plan.ProjectRoot << ", "
               << Project.Plan.Jobs.size() << " units, "
               << Project.Config.Values.EnabledRules.size() << " rules"
               << (Project.Config.ConfigurationFile.empty()
                       ? ""
                       : ", " + Project.Config.ConfigurationFile)
               << '\n'
               << "cppwarden: compile " << seconds(Times.Compile) << ", link "
               << seconds(Times.Link) << ", total " << seconds(Times.Total)
               << "; " << Times.FromCache << " units from the cache";
  if (Times.FromCache < Project.Plan.Jobs.size())
    llvm::errs() << "; slowest unit " << Times.SlowestUnit << " "
                 << seconds(Times.SlowestTime) << "; largest worker "
                 << (Times.PeakWorkerBytes >> 20) << " MB";
  llvm::errs() << '\n';
}

int runCheck(CommandLine &Line, const driver::RunContext &Context) {
  auto Opened = openProject(Line);
  if (int *Status = std::get_if<int>(&Opened))
    return *Status;
  const auto &Project = std::get<driver::Project>(Opened);
  const driver::Configuration &Values = Project.Config.Values;
  if (!Line.DumpFlow.empty()) {
    auto Found =
        driver::dumpFlow(Project, Context, Line.DumpFlow, llvm::outs());
    if (!Found)
      return fail(Found.takeError());
    if (!*Found)
      return fail("no unit has a function '" + Line.DumpFlow + "' with a body");
    return flushStandardOutput() ? driver::ExitClean : driver::ExitUsage;
  }

  std::optional<report::Baseline> Baseline;
  if (!Line.NoBaseline && !(Line.Baseline.empty() && Values.Baseline.empty())) {
    auto Loaded = driver::loadBaseline(driver::baselineFile(
        Project.Config, Line.Baseline, Project.Plan.ProjectRoot,
        Line.Project.WorkingDirectory));
    if (!Loaded)
      return fail(Loaded.takeError());
    Baseline = std::move(*Loaded);
  }
  auto Checked = checkProject(Project, Line, Context);
  if (int *Status = std::get_if<int>(&Checked))
    return *Status;
  auto &[Sources, Result] = std::get<CheckRun>(Checked);
  if (Baseline)
    driver::compareWithBaseline(*Baseline, Result, *Sources);

  ExitCode Code = driver::judge(
      Result.Report, {Values.FailAt, Line.AllowIncomplete, Line.ExitZero});
  Result.Report.Run.ExitCode = int(Code);
  report::WriteOptions Options;
  Options.Colour = wantsColour(Line.Colour);
  Options.Width = terminalWidth();
  Options.ShowSuppressed = Line.ShowSuppressed;
  Options.Sarif = Line.Sarif;
  Options.FailFrom = failFrom(Values.FailAt);
  bool Written = writeOutputs(Line.Outputs, Result.Report, *Sources, Options);
  bool TextShown = llvm::any_of(Line.Outputs, [](const OutputSpec &Spec) {
    return Spec.File.empty() && Spec.Format->Name == "text";
  });
  if (!Line.Quiet && !TextShown)
    printSummary(Result.Report);
  if (Line.Verbose)
    printTimes(Project, Result.Times);
  return Written ? int(Code) : int(driver::ExitUsage);
}

int runDoctor(CommandLine &Line, const driver::RunContext &Context) {
  auto Project = driver::openProject(Line.Project);
  if (!Project)
    return fail(Project.takeError());
  auto Code = driver::examine(*Project, Context, llvm::outs());
  if (!Code)
    return fail(Code.takeError());
  return flushStandardOutput() ? int(*Code) : int(driver::ExitUsage);
}

int runRules(const CommandLine &Line) {
  auto Catalogue = driver::RuleCatalogue::load();
  if (!Catalogue)
    return fail(Catalogue.takeError());
  std::vector<RuleDescriptor> Rules = Catalogue->rules();
  if (!Line.Names.empty()) {
    std::set<std::string> Wanted;
    for (const std::string &Name : Line.Names) {
      auto Ids = Catalogue->expand(Name);
      if (!Ids)
        return fail(Ids.takeError());
      Wanted.insert(Ids->begin(), Ids->end());
    }
    llvm::erase_if(
        Rules, [&](const RuleDescriptor &R) { return !Wanted.count(R.Id); });
  }
  if (Line.Json)
    printRulesJson(Rules, llvm::outs());
  else
    printRules(Rules, llvm::outs());
  return flushStandardOutput() ? driver::ExitClean : driver::ExitUsage;
}

int runExplain(const CommandLine &Line) {
  auto Catalogue = driver::RuleCatalogue::load();
  if (!Catalogue)
    return fail(Catalogue.takeError());
  bool First = true;
  for (const std::string &Name : Line.Names) {
    auto Ids = Catalogue->expand(Name);
    if (!Ids)
      return fail(Ids.takeError());
    for (const std::string &Id : *Ids) {
      if (!std::exchange(First, false))
        llvm::outs() << '\n';
      printRule(*Catalogue->find(Id), llvm::outs());
    }
  }
  return flushStandardOutput() ? driver::ExitClean : driver::ExitUsage;
}

int runConfigDump(const CommandLine &Line) {
  auto Config =
      driver::openSettings(Line.Project, driver::guessRoot(Line.Project));
  if (!Config)
    return fail(Config.takeError());
  llvm::outs() << "# effective configuration of " << driver::versionLine()
               << "\n# "
               << (Config->ConfigurationFile.empty()
                       ? "no .cppwarden.yaml"
                       : "from " + Config->ConfigurationFile)
               << '\n';
  driver::printConfiguration(Config->Values, llvm::outs());
  return flushStandardOutput() ? driver::ExitClean : driver::ExitUsage;
}

int runConfigVerify(CommandLine &Line) {
  std::string Root = driver::guessRoot(Line.Project);
  std::vector<std::string> Files = Line.Names;
  if (Files.empty()) {
    auto Found = driver::findConfiguration(Line.Project.WorkingDirectory);
    if (!Found)
      return fail(llvm::createStringError("no .cppwarden.yaml in " +
                                          Line.Project.WorkingDirectory +
                                          " or the folders above it"));
    Files.push_back(*Found);
  }
  int Code = driver::ExitClean;
  for (const std::string &File : Files) {
    driver::ProjectRequest Request = Line.Project;
    Request.ConfigurationFile = File;
    auto Config = driver::openSettings(Request, Root);
    if (!Config) {
      Code = fail(Config.takeError());
      continue;
    }
    if (auto Models = driver::listModels(*Config); !Models) {
      Code = fail(Models.takeError());
      continue;
    }
    llvm::outs() << File << ": ok\n";
  }
  return flushStandardOutput() ? Code : int(driver::ExitUsage);
}

int runModelsList(const CommandLine &Line) {
  auto Config =
      driver::openSettings(Line.Project, driver::guessRoot(Line.Project));
  if (!Config)
    return fail(Config.takeError());
  auto Libraries = driver::listModels(*Config);
  if (!Libraries)
    return fail(Libraries.takeError());
  std::size_t Width = 0;
  for (const driver::ModelledLibrary &Library : *Libraries)
    Width = std::max(Width, Library.Name.size());
  for (const driver::ModelledLibrary &Library : *Libraries) {
    llvm::outs() << llvm::left_justify(Library.Name, unsigned(Width))
                 << llvm::format("  %4u functions  %3u types",
                                 Library.Functions, Library.Types);
    if (!Library.Packages.empty())
      llvm::outs() << "  " << llvm::join(Library.Packages, ", ");
    llvm::outs() << '\n';
  }
  return flushStandardOutput() ? driver::ExitClean : driver::ExitUsage;
}

int runModelsVerify(const CommandLine &Line) {
  auto Config =
      driver::openSettings(Line.Project, driver::guessRoot(Line.Project));
  if (!Config)
    return fail(Config.takeError());
  auto Code = driver::verifyModels(*Config, Line.Names, llvm::outs());
  if (!Code)
    return fail(Code.takeError());
  return flushStandardOutput() ? int(*Code) : int(driver::ExitUsage);
}

int runCache(const CommandLine &Line) {
  std::string Root = driver::guessRoot(Line.Project);
  auto Config = driver::openSettings(Line.Project, Root);
  if (!Config)
    return fail(Config.takeError());
  driver::CacheSettings Cache = driver::cacheSettings(Config->Values, Root);
  bool Clean = Line.What == Command::CacheClean;
  auto Statistics = Clean ? driver::cleanCache(Cache.Folder)
                          : driver::cacheStatistics(Cache.Folder);
  if (!Statistics)
    return fail(Statistics.takeError());
  auto MegaBytes = [](std::uint64_t Bytes) {
    return llvm::format("%.1f MB", double(Bytes) / (1 << 20));
  };
  if (Clean) {
    llvm::outs() << Statistics->Entries << " results removed, "
                 << MegaBytes(Statistics->Bytes) << '\n';
  } else {
    llvm::outs() << "folder:   " << Cache.Folder << '\n'
                 << "results:  " << Statistics->Entries << '\n'
                 << "size:     " << MegaBytes(Statistics->Bytes) << " of "
                 << MegaBytes(Cache.MaxBytes) << '\n';
    if (Statistics->Entries)
      llvm::outs() << llvm::formatv(
          "used:     {0:%Y-%m-%d %H:%M} to {1:%Y-%m-%d %H:%M}\n",
          Statistics->Oldest, Statistics->Newest);
  }
  return flushStandardOutput() ? driver::ExitClean : driver::ExitUsage;
}

int dispatch(CommandLine &Line, const char *Executable) {
  driver::RunContext Context;
  Context.Executable = Executable;
  Context.ShowProgress = !Line.Quiet;
  switch (Line.What) {
  case Command::Check:
    Context.Interrupted = &watchInterrupts();
    return runCheck(Line, Context);
  case Command::BaselineCreate:
  case Command::BaselineUpdate:
  case Command::BaselinePrune:
    Context.Interrupted = &watchInterrupts();
    return runBaselineChange(Line, Context);
  case Command::BaselineShow:
    return runBaselineShow(Line);
  case Command::CacheStats:
  case Command::CacheClean:
    return runCache(Line);
  case Command::Doctor:
    Context.Interrupted = &watchInterrupts();
    return runDoctor(Line, Context);
  case Command::Rules:
    return runRules(Line);
  case Command::Explain:
    return runExplain(Line);
  case Command::ConfigDump:
    return runConfigDump(Line);
  case Command::ConfigVerify:
    return runConfigVerify(Line);
  case Command::ModelsList:
    return runModelsList(Line);
  case Command::ModelsVerify:
    return runModelsVerify(Line);
  case Command::Worker:
    return driver::runWorker(Line.WorkerMemory << 20);
  case Command::Version:
    llvm::outs() << driver::versionLine() << '\n';
    return flushStandardOutput() ? driver::ExitClean : driver::ExitUsage;
  }
  return driver::ExitUsage;
}

} // namespace

int run(int Argc, const char *const *Argv, const char *Executable) {
  llvm::SmallString<256> WorkingDirectory;
  if (std::error_code Error = llvm::sys::fs::current_path(WorkingDirectory))
    return fail(
        llvm::createStringError("no working directory: " + Error.message()));
  auto Parsed = parseCommandLine(Argc, Argv, WorkingDirectory);
  if (int *Status = std::get_if<int>(&Parsed))
    return *Status;
  return dispatch(std::get<CommandLine>(Parsed), Executable);
}

} // namespace cppwarden::cli
