#include "cli/Commands.h"
#include "cli/BaselineCommands.h"
#include "cli/CheckRun.h"
#include "cli/CommandLine.h"
#include "cli/FixRun.h"
#include "cli/InitCommand.h"
#include "cli/Interrupt.h"
#include "cli/NinjaCommand.h"
#include "cli/OutputWriter.h"
#include "cli/RuleListing.h"
#include "cli/SuppressionListing.h"
#include "driver/BaselineFile.h"
#include "driver/Check.h"
#include "driver/Doctor.h"
#include "driver/EditedFile.h"
#include "driver/FlowDump.h"
#include "driver/ModelCatalogue.h"
#include "driver/ObjectFiles.h"
#include "driver/RunDate.h"
#include "driver/Version.h"
#include "driver/Worker.h"
#include "lsp/Server.h"
#include "report/Counted.h"
#include "report/RuleDocumentation.h"
#include "support/Paths.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
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
  llvm::errs() << "cppwarden: " << report::counted(Counts.Errors, "error")
               << ", " << report::counted(Counts.Warnings, "warning") << ", "
               << report::counted(Counts.Notes, "note");
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

void printTimes(const driver::Project &Project, const driver::CheckTimes &Times,
                Command What) {
  llvm::errs() << "cppwarden: root " << Project.Plan.ProjectRoot << ", "
               << Project.Plan.Jobs.size() << " units, "
               << Project.Config.Values.EnabledRules.size() << " rules"
               << (Project.Config.ConfigurationFile.empty()
                       ? ""
                       : ", " + Project.Config.ConfigurationFile)
               << "\ncppwarden: ";
  if (What == Command::Link) {
    llvm::errs() << "link " << seconds(Times.Link);
  } else {
    llvm::errs() << "compile " << seconds(Times.Compile) << ", link "
                 << seconds(Times.Link) << ", total " << seconds(Times.Total)
                 << "; " << Times.FromCache << " units from the cache";
    if (Times.FromCache < Project.Plan.Jobs.size())
      llvm::errs() << "; slowest unit " << Times.SlowestUnit << " "
                   << seconds(Times.SlowestTime) << "; largest worker "
                   << (Times.PeakWorkerBytes >> 20) << " MB";
  }
  llvm::errs() << "\ncppwarden: flow graph of " << Times.Graph.Functions
               << " functions, " << Times.Graph.Nodes << " nodes, "
               << Times.Graph.Edges << " edges\n";
}

/// Says what the change is; with --only-affected leaves out the other units.
/// An exit status other than 0 ends the command.
int narrowToChange(driver::Project &Project, const driver::Changes &Changes,
                   const CommandLine &Line, const driver::RunContext &Context) {
  std::size_t Units = Project.Plan.Jobs.size();
  if (Line.OnlyAffected) {
    auto Before = driver::keepAffectedUnits(Project, Changes, Context);
    if (!Before)
      return fail(Before.takeError());
    if (Context.Interrupted && *Context.Interrupted)
      return driver::ExitInterrupted;
  }
  if (Line.Quiet)
    return driver::ExitClean;
  for (const std::string &Warning : Changes.Warnings)
    llvm::errs() << "cppwarden: " << Warning << '\n';
  llvm::errs() << "cppwarden: " << Changes.files()
               << (Changes.files() == 1 ? " file" : " files") << " changed";
  if (Line.OnlyAffected)
    llvm::errs() << "; " << Project.Plan.Jobs.size() << " of " << Units
                 << " units are affected, flows through the others are not "
                    "seen";
  llvm::errs() << '\n';
  return driver::ExitClean;
}

/// A baseline, when one is asked for.
llvm::Expected<std::optional<report::Baseline>>
wantedBaseline(const CommandLine &Line, const driver::Project &Project) {
  if (Line.NoBaseline ||
      (Line.Baseline.empty() && Project.Config.Values.Baseline.empty()))
    return std::nullopt;
  auto Loaded = driver::loadBaseline(driver::baselineFile(
      Project.Config, Line.Baseline, Project.Plan.ProjectRoot,
      Line.Project.WorkingDirectory));
  if (!Loaded)
    return Loaded.takeError();
  return std::move(*Loaded);
}

/// Writes the report of a run that ends with Code; the exit status.
int writeReport(const CommandLine &Line, const driver::Project &Project,
                CheckRun &Run, ExitCode Code) {
  report::Report &Report = Run.Result.Report;
  Report.Run.ExitCode = int(Code);
  report::WriteOptions Options;
  Options.Colour = wantsColour(Line.Colour);
  Options.Width = terminalWidth();
  Options.ShowSuppressed = Line.ShowSuppressed;
  Options.Sarif = Line.Sarif;
  Options.FailFrom = failFrom(Project.Config.Values.FailAt);
  bool Written = writeOutputs(Line.Outputs, Report, *Run.Sources, Options);
  bool TextShown = llvm::any_of(Line.Outputs, [](const OutputSpec &Spec) {
    return Spec.File.empty() && Spec.Format->Name == "text";
  });
  if (!Line.Quiet && !TextShown)
    printSummary(Report);
  if (Line.Verbose)
    printTimes(Project, Run.Result.Times, Line.What);
  return Written ? int(Code) : int(driver::ExitUsage);
}

/// Judges and writes the report; the exit status.
int conclude(const CommandLine &Line, const driver::Project &Project,
             CheckRun &Run) {
  ExitCode Code =
      driver::judge(Run.Result.Report, {Project.Config.Values.FailAt,
                                        Line.AllowIncomplete, Line.ExitZero});
  return writeReport(Line, Project, Run, Code);
}

/// `--diff`: the fixes on standard output, the report in files.
int concludeWithDiff(const CommandLine &Line, const driver::Project &Project,
                     CheckRun &Run) {
  bool IsShown = true;
  bool Any = showFixes(Line, Run.Result.Report, *Run.Sources, IsShown);
  // A run that did not see everything must not pass for one without a fix.
  ExitCode Code =
      driver::judge(Run.Result.Report, {driver::FailOn::Never,
                                        Line.AllowIncomplete, Line.ExitZero});
  if (Any && !Line.ExitZero)
    Code = driver::ExitFindings;
  int Status = writeReport(Line, Project, Run, Code);
  return IsShown ? Status : int(driver::ExitUsage);
}

int dumpFlow(const CommandLine &Line, const driver::Project &Project,
             const driver::RunContext &Context) {
  auto Found = driver::dumpFlow(Project, Context, Line.DumpFlow, llvm::outs());
  if (!Found)
    return fail(Found.takeError());
  if (!*Found)
    return fail("no unit has a function '" + Line.DumpFlow + "' with a body");
  return flushStandardOutput() ? driver::ExitClean : driver::ExitUsage;
}

/// Everything of `check` before the report is written: what is found, less what
/// the baseline has and what the change does not touch.
std::variant<CheckRun, int> findAll(driver::Project &Project,
                                    const CommandLine &Line,
                                    const driver::RunContext &Context) {
  auto Baseline = wantedBaseline(Line, Project);
  if (!Baseline)
    return fail(Baseline.takeError());
  driver::Changes Changes;
  if (Line.Change) {
    auto Found = driver::changesByGit(*Line.Change, Project.Plan.ProjectRoot,
                                      Line.Project.WorkingDirectory);
    if (!Found)
      return fail(Found.takeError());
    Changes = std::move(*Found);
    if (int Status = narrowToChange(Project, Changes, Line, Context))
      return Status;
  }
  auto Checked = checkProject(Project, Line, Context);
  if (std::holds_alternative<int>(Checked))
    return Checked;
  auto &Run = std::get<CheckRun>(Checked);
  if (*Baseline)
    driver::compareWithBaseline(**Baseline, Run.Result, *Run.Sources);
  if (Line.Change)
    driver::keepTouching(Run.Result.Report, Changes, Line.Lines);
  if (!Project.Buffer.Path.empty())
    driver::keepInFile(Run.Result.Report, Project);
  return Checked;
}

/// Opens the project and finds all; the exit status when there is no result.
struct Found {
  driver::Project In;
  CheckRun Run;
};
std::variant<Found, int> openAndFind(const CommandLine &Line,
                                     const driver::RunContext &Context) {
  auto Opened = openProject(Line);
  if (int *Status = std::get_if<int>(&Opened))
    return *Status;
  auto &Project = std::get<driver::Project>(Opened);
  if (!Line.DumpFlow.empty())
    return dumpFlow(Line, Project, Context);
  auto Checked = findAll(Project, Line, Context);
  if (int *Status = std::get_if<int>(&Checked))
    return *Status;
  return Found{std::move(Project), std::move(std::get<CheckRun>(Checked))};
}

int runCheck(const CommandLine &Line, driver::RunContext Context) {
  auto First = openAndFind(Line, Context);
  if (int *Status = std::get_if<int>(&First))
    return *Status;
  auto &[Project, Run] = std::get<Found>(First);
  if (Line.Fixes == FixMode::Show)
    return concludeWithDiff(Line, Project, Run);
  if (Line.Fixes == FixMode::Offer)
    return conclude(Line, Project, Run);

  std::size_t Fixed = 0;
  bool Written = makeFixes(Line, Run.Result.Report, Fixed);
  int Status = driver::ExitClean;
  if (Fixed == 0) {
    Status = conclude(Line, Project, Run);
  } else {
    // What remains is what a check finds now: it reports the files as they are,
    // and mending one fault may have shown another. The cache has all units
    // that nothing was changed in. What the plan had to say was said.
    CommandLine Again = Line;
    Again.Quiet = true;
    Context.Interrupted = &watchInterrupts();
    auto Second = openAndFind(Again, Context);
    if (int *Failed = std::get_if<int>(&Second))
      return *Failed;
    auto &[Now, Remaining] = std::get<Found>(Second);
    if (!Line.Quiet && Written)
      printRemaining(Remaining.Result.Report, Fixed);
    Status = conclude(Line, Now, Remaining);
  }
  return Written ? Status : int(driver::ExitUsage);
}

int runAnalyze(const CommandLine &Line, const driver::RunContext &Context) {
  auto Opened = openProject(Line);
  if (int *Status = std::get_if<int>(&Opened))
    return *Status;
  auto &Project = std::get<driver::Project>(Opened);
  driver::ObjectOutput Output{Project.Plan.ProjectRoot,
                              Line.Project.WorkingDirectory, Line.ObjectFile,
                              Line.DependencyFile};
  auto Record = [&](const frontend::UnitJob &Job, driver::FailureKind Kind,
                    llvm::StringRef Why) -> int {
    if (llvm::Error Failed = driver::writeFailure(Job, Kind, Why, Output))
      return fail(std::move(Failed));
    return driver::ExitClean;
  };
  if (Line.RecordFailure && Project.Plan.Jobs.empty() &&
      Project.Plan.MissingJobs.size() == 1)
    return Record(Project.Plan.MissingJobs.front(),
                  driver::FailureKind::Missing, "no such file");
  if (Project.Plan.Jobs.size() != 1)
    return fail("analyze compiles one unit, and '" +
                llvm::join(Line.Project.Files, " ") + "' stands for " +
                llvm::Twine(Project.Plan.Jobs.size()) +
                "; name one source, with its flags behind `--`");
  auto Unit = driver::compileOne(Project, Context);
  if (!Unit)
    return fail(Unit.takeError());
  if (!Unit->Object) {
    llvm::errs() << "cppwarden: " << Line.Project.Files.front() << ": "
                 << Unit->Failure << '\n';
    if (Context.Interrupted && *Context.Interrupted)
      return driver::ExitInterrupted;
    if (Line.RecordFailure)
      return Record(Project.Plan.Jobs.front(), driver::FailureKind::Unit,
                    Unit->Failure);
    return driver::ExitIncomplete;
  }
  // Compiler errors are in the object: `link` reports them and fails.
  if (llvm::Error Failed = driver::writeObject(*Unit->Object, Output))
    return fail(std::move(Failed));
  return driver::ExitClean;
}

/// Names, with those that `@FILE` stands for.
llvm::Expected<std::vector<std::string>>
expandLists(const std::vector<std::string> &Names,
            llvm::StringRef WorkingDirectory) {
  std::vector<std::string> Result;
  for (llvm::StringRef Name : Names) {
    if (!Name.consume_front("@")) {
      Result.push_back(Name.str());
      continue;
    }
    auto List =
        llvm::MemoryBuffer::getFile(absolutePath(Name, WorkingDirectory));
    if (!List)
      return llvm::createStringError("cannot read the list '" + Name +
                                     "': " + List.getError().message());
    for (llvm::StringRef Line : llvm::split((*List)->getBuffer(), '\n'))
      if (!Line.trim().empty())
        Result.push_back(Line.trim().str());
  }
  return Result;
}

int runLink(const CommandLine &Line) {
  auto Files = expandLists(Line.Names, Line.Project.WorkingDirectory);
  if (!Files)
    return fail(Files.takeError());
  auto Linked = driver::readObjects(*Files, Line.Project);
  if (!Linked)
    return fail(Linked.takeError());
  auto Baseline = wantedBaseline(Line, Linked->Of);
  if (!Baseline)
    return fail(Baseline.takeError());
  CheckRun Run;
  Run.Sources =
      std::make_unique<report::DirectorySources>(Linked->Of.Plan.ProjectRoot);
  auto Result =
      driver::linkObjects(*Linked, *Run.Sources, Line.Project, driver::today());
  if (!Result)
    return fail(Result.takeError());
  Run.Result = std::move(*Result);
  if (*Baseline)
    driver::compareWithBaseline(**Baseline, Run.Result, *Run.Sources);
  return Line.Fixes == FixMode::Show ? concludeWithDiff(Line, Linked->Of, Run)
                                     : conclude(Line, Linked->Of, Run);
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
      report::printRule(*Catalogue->find(Id), llvm::outs());
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

int runLsp(const CommandLine &Line, driver::RunContext Context) {
  Context.ShowProgress = false;
  lsp::ServerSettings Settings;
  Settings.Request = Line.Project;
  Settings.Context = std::move(Context);
  Settings.Live.WithBackground = !Line.NoBackground;
  Settings.Baseline = Line.Baseline;
  if (Line.Debounce)
    Settings.Debounce = std::chrono::milliseconds(*Line.Debounce);
  return lsp::runServer(std::move(Settings));
}

int dispatch(CommandLine &Line, const char *Executable) {
  driver::RunContext Context;
  Context.Executable = Executable;
  Context.ShowProgress = !Line.Quiet;
  Context.WorkersGone = endAtInterrupts;
  switch (Line.What) {
  case Command::Check:
    Context.Interrupted = &watchInterrupts();
    return runCheck(Line, Context);
  case Command::Analyze:
    Context.Interrupted = &watchInterrupts();
    return runAnalyze(Line, Context);
  case Command::Link:
    return runLink(Line);
  case Command::Ninja:
    return runNinja(Line, Executable);
  case Command::Init:
    return runInit(Line);
  case Command::Suppressions:
    Context.Interrupted = &watchInterrupts();
    return runSuppressions(Line, Context);
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
  case Command::Lsp:
    return runLsp(Line, Context);
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
