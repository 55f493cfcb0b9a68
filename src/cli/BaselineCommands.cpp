// A baseline is written even when units failed: what was found is worth
// recording. The exit status says then that it may lack something, as it does
// for a check.
#include "cli/BaselineCommands.h"
#include "cli/CheckRun.h"
#include "cli/OutputWriter.h"
#include "driver/BaselineFile.h"
#include "report/Excerpt.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

namespace cppwarden::cli {
namespace {

std::string entries(std::size_t Count) {
  return std::to_string(Count) + (Count == 1 ? " entry" : " entries");
}

/// As a check, findings apart.
int judgeCoverage(const CommandLine &Line, const report::Report &Report) {
  return driver::judge(
      Report, {driver::FailOn::Never, Line.AllowIncomplete, Line.ExitZero});
}

void warnOfGaps(const report::Report &Report) {
  for (const report::UnitProblem &Problem : Report.Units.Problems)
    llvm::errs() << "cppwarden: " << Problem.File << ": " << Problem.Reason
                 << "; its findings may be missing\n";
}

} // namespace

int runBaselineChange(const CommandLine &Line,
                      const driver::RunContext &Context) {
  bool Create = Line.What == Command::BaselineCreate;
  bool Prune = Line.What == Command::BaselinePrune;
  if (Prune && !Line.Project.Files.empty())
    return fail("baseline prune looks at the whole program: name no files");
  auto Opened = openProject(Line);
  if (int *Status = std::get_if<int>(&Opened))
    return *Status;
  const auto &Project = std::get<driver::Project>(Opened);
  std::string File = driver::baselineFile(Project.Config, Line.Baseline,
                                          Project.Plan.ProjectRoot,
                                          Line.Project.WorkingDirectory);
  report::Baseline Old;
  if (!Create) {
    auto Loaded = driver::loadBaseline(File);
    if (!Loaded)
      return fail(Loaded.takeError());
    Old = std::move(*Loaded);
  } else if (!Line.Force && llvm::sys::fs::exists(File)) {
    return fail("the baseline '" + File +
                "' exists; `cppwarden baseline update` adds what is new, "
                "--force replaces it");
  }
  auto Checked = checkProject(Project, Line, Context);
  if (int *Status = std::get_if<int>(&Checked))
    return *Status;
  auto &[Sources, Result] = std::get<CheckRun>(Checked);
  warnOfGaps(Result.Report);
  int Code = judgeCoverage(Line, Result.Report);
  if (Prune && !Result.SawWholeProgram) {
    llvm::errs() << "cppwarden: not every unit was analysed in full: nothing "
                    "is removed, since it might still be there\n";
    return Code == driver::ExitClean ? int(driver::ExitIncomplete) : Code;
  }

  driver::BaselineChange Change;
  if (Create) {
    Change.Value = report::makeBaseline(Result.Report, *Sources);
    Change.Added = Change.Value.Entries.size();
  } else {
    Change = driver::revisedBaseline(Old, Result, *Sources, !Prune);
  }
  if (llvm::Error Failed = driver::saveBaseline(File, Change.Value))
    return fail(std::move(Failed));
  if (!Line.Quiet) {
    llvm::outs() << relativeTo(File, Line.Project.WorkingDirectory) << ": "
                 << entries(Change.Value.Entries.size());
    if (!Create)
      llvm::outs() << " (" << Change.Added << " added, " << Change.Removed
                   << " removed)";
    llvm::outs() << '\n';
  }
  return flushStandardOutput() ? Code : int(driver::ExitUsage);
}

int runBaselineShow(const CommandLine &Line) {
  std::string Root = driver::guessRoot(Line.Project);
  auto Config = driver::openSettings(Line.Project, Root);
  if (!Config)
    return fail(Config.takeError());
  std::string File = driver::baselineFile(*Config, Line.Baseline, Root,
                                          Line.Project.WorkingDirectory);
  auto Loaded = driver::loadBaseline(File);
  if (!Loaded)
    return fail(Loaded.takeError());
  auto &Entries = Loaded->Entries;
  auto Key = [](const report::BaselineEntry &E) {
    return std::tie(E.File, E.Rule, E.Function);
  };
  llvm::sort(Entries, [&](const auto &A, const auto &B) {
    return Key(A) != Key(B) ? Key(A) < Key(B) : A < B;
  });
  for (std::size_t I = 0, End = 0; I < Entries.size(); I = End) {
    while (End < Entries.size() && Key(Entries[End]) == Key(Entries[I]))
      ++End;
    llvm::outs() << report::printable(Entries[I].File) << ": ["
                 << report::printable(Entries[I].Rule) << ']';
    if (!Entries[I].Function.empty())
      llvm::outs() << " in " << report::printable(Entries[I].Function);
    if (End - I > 1)
      llvm::outs() << " (" << End - I << " times)";
    llvm::outs() << '\n';
  }
  llvm::outs() << entries(Entries.size()) << '\n';
  return flushStandardOutput() ? driver::ExitClean : driver::ExitUsage;
}

} // namespace cppwarden::cli
