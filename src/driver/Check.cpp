//===- Check.cpp - Compile, link, suppress, filter ------------------------===//
//
// Suppressions are applied to everything the link found, the filters of the
// configuration afterwards: a comment that silences a finding which the
// configuration leaves out as well is not unused.
//
//===----------------------------------------------------------------------===//
#include "driver/Check.h"
#include "driver/FindingFilter.h"
#include "driver/GitRepository.h"
#include "driver/Version.h"
#include "report/Suppressions.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include <cstdlib>
#include <future>
#include <unistd.h>

namespace cppwarden::driver {
namespace {

using Clock = std::chrono::steady_clock;

std::chrono::milliseconds since(Clock::time_point Begin) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() -
                                                               Begin);
}

/// Files that every unit which reads them has read completely, and the comments
/// of all units.
struct UnitFacts {
  std::set<std::string, std::less<>> Complete;
  std::vector<report::SuppressionComment> Comments;
  bool AllComplete = true;
};

UnitFacts collectFacts(const std::vector<CompiledUnit> &Units) {
  UnitFacts Facts;
  std::set<std::string, std::less<>> Incomplete;
  for (const CompiledUnit &Unit : Units) {
    if (!Unit.Object) {
      Facts.AllComplete = false;
      continue;
    }
    bool IsComplete = Unit.Object->Errors.empty();
    Facts.AllComplete &= IsComplete;
    auto &Into = IsComplete ? Facts.Complete : Incomplete;
    Into.insert(Unit.Object->MainFile);
    Into.insert(Unit.Object->ProjectFiles.begin(),
                Unit.Object->ProjectFiles.end());
    for (const analysis::CommentFact &C : Unit.Object->Comments)
      Facts.Comments.push_back(
          {C.File, C.Line, C.Column, C.EndLine, C.Text, C.OwnLine});
  }
  for (const std::string &File : Incomplete)
    Facts.Complete.erase(File);
  llvm::sort(Facts.Comments);
  Facts.Comments.erase(llvm::unique(Facts.Comments), Facts.Comments.end());
  return Facts;
}

CheckTimes timesOf(const frontend::Plan &Plan,
                   const std::vector<CompiledUnit> &Units) {
  CheckTimes Times;
  for (std::size_t I = 0; I < Units.size(); ++I) {
    Times.FromCache += Units[I].FromCache;
    Times.PeakWorkerBytes = std::max(Times.PeakWorkerBytes, Units[I].PeakBytes);
    if (Units[I].Duration > Times.SlowestTime) {
      Times.SlowestTime = Units[I].Duration;
      Times.SlowestUnit = relativeTo(Plan.Jobs[I].File, Plan.ProjectRoot);
    }
  }
  return Times;
}

/// The build folder relative to the root, if its findings are to be left out.
std::string buildFolder(const frontend::Plan &Plan) {
  if (Plan.Report.DatabasePath.empty())
    return "";
  llvm::StringRef Folder =
      llvm::sys::path::parent_path(Plan.Report.DatabasePath);
  if (Folder == Plan.ProjectRoot || !isBelow(Folder, Plan.ProjectRoot) ||
      !isBuildFolder(Folder))
    return "";
  return relativeTo(Folder, Plan.ProjectRoot);
}

/// For the test of interrupts, as in Worker.cpp.
void hangIfAsked() {
  if (std::getenv("CPPWARDEN_TEST_HANG_IN_LINK"))
    for (;;)
      ::pause();
}

std::vector<report::ReportedFinding>
suppress(std::vector<Finding> Findings, UnitFacts Facts, const Project &Project,
         report::SourceProvider &Sources, bool IsWholeProgram,
         std::chrono::year_month_day Today) {
  const Configuration &Values = Project.Config.Values;
  report::SuppressionOptions Options;
  Options.Today = Today;
  Options.KnownRules = Project.Config.Rules.rules();
  for (RuleDescriptor &Rule : Options.KnownRules) {
    auto Level = Values.Severities.find(Rule.Id);
    if (Level != Values.Severities.end())
      Rule.Level = Level->second;
  }
  std::set<std::string> Enabled = Values.enabledAnywhere();
  Options.EnabledRules.insert(Enabled.begin(), Enabled.end());
  Options.RequireReason = Values.RequireSuppressionReason;
  Options.IsFileComplete = [&Facts](llvm::StringRef File) {
    return Facts.Complete.find(File.str()) != Facts.Complete.end();
  };
  Options.IsProgramComplete = IsWholeProgram && Facts.AllComplete;
  return report::applySuppressions(std::move(Findings),
                                   std::move(Facts.Comments), Sources, Options);
}

} // namespace

report::Coverage coverage(const frontend::Plan &Plan,
                          const std::vector<CompiledUnit> &Units) {
  report::Coverage Result;
  Result.Units = unsigned(Units.size() + Plan.Report.Missing.size());
  for (const std::string &File : Plan.Report.Missing)
    Result.Problems.push_back(
        {File, report::UnitState::Failed, "no such file", "", {}});
  for (std::size_t I = 0; I < Units.size(); ++I) {
    std::string File = relativeTo(Plan.Jobs[I].File, Plan.ProjectRoot);
    if (!Units[I].Object) {
      Result.Problems.push_back(
          {File, report::UnitState::Failed, Units[I].Failure, "", {}});
      continue;
    }
    const auto &Errors = Units[I].Object->Errors;
    if (Errors.empty())
      continue;
    report::UnitProblem Problem{
        File, report::UnitState::Incomplete,
        std::to_string(Errors.size()) +
            (Errors.size() == 1 ? " compiler error" : " compiler errors"),
        Errors.front().Message, Errors.front().Range};
    Result.Problems.push_back(std::move(Problem));
  }
  return Result;
}

CheckResult linkUnits(const Project &Project, std::vector<CompiledUnit> Units,
                      const rules::RuleSet &Rules,
                      report::SourceProvider &Sources,
                      const ProjectRequest &Request,
                      std::chrono::year_month_day Today) {
  auto Begin = Clock::now();
  const frontend::Plan &Plan = Project.Plan;
  const Configuration &Values = Project.Config.Values;
  CheckResult Result;
  report::Report &Report = Result.Report;
  Report.ToolVersion = version().str();
  Report.ProjectRoot = Plan.ProjectRoot;
  Report.VersionControl = describeRepository(Plan.ProjectRoot);
  Report.Units = coverage(Plan, Units);
  Report.Units.NothingToDo = Project.IsPartial && Units.empty();
  std::set<std::string> Enabled = Values.enabledAnywhere();
  for (const RuleDescriptor &Rule : Project.Config.Rules.rules())
    if (Enabled.count(Rule.Id))
      Report.Rules.push_back(Rule);

  hangIfAsked();
  UnitFacts Facts = collectFacts(Units);
  bool IsWholeProgram = Request.Files.empty() && !Project.IsPartial &&
                        Plan.Report.Missing.empty();
  Result.SawWholeProgram =
      IsWholeProgram && Facts.AllComplete && !Units.empty();
  std::vector<analysis::TuObject> Objects;
  for (CompiledUnit &Unit : Units)
    if (Unit.Object)
      Objects.push_back(std::move(*Unit.Object));
  for (const analysis::TuObject &Object : Objects) {
    Result.Times.Graph.Functions += Object.Graph.Functions.size();
    Result.Times.Graph.Nodes += Object.Graph.Nodes.size();
    Result.Times.Graph.Edges += Object.Graph.Edges.size();
  }
  std::vector<Finding> Findings = Rules.link(std::move(Objects));
  Result.Times.Link = since(Begin);

  Report.Findings = suppress(std::move(Findings), std::move(Facts), Project,
                             Sources, IsWholeProgram, Today);
  std::vector<std::string> Named;
  for (const std::string &File : Request.Files)
    Named.push_back(relativeTo(absolutePath(File, Request.WorkingDirectory),
                               Plan.ProjectRoot));
  FindingFilter Filter(Values, buildFolder(Plan), Named);
  llvm::erase_if(Report.Findings, [&](report::ReportedFinding &F) {
    return !Filter.apply(F.Value);
  });
  Report.normalise();
  return Result;
}

llvm::Expected<CheckResult> check(const Project &Project,
                                  const RunContext &Context,
                                  report::SourceProvider &Sources,
                                  const ProjectRequest &Request,
                                  std::chrono::year_month_day Today) {
  auto Begin = Clock::now();
  CompileOptions Options = compileOptions(Project, Context);

  // The driver needs the rules only for the link: it reads them while the
  // workers compile.
  auto Loading = std::async(std::launch::async, [&Options] {
    return rules::RuleSet::load(Options.Rules);
  });
  auto Units = compileUnits(Project.Plan.Jobs, Options);
  auto Rules = Loading.get();
  if (!Rules) {
    // The workers say the same, less directly.
    if (!Units)
      llvm::consumeError(Units.takeError());
    return Rules.takeError();
  }
  if (!Units)
    return Units.takeError();

  CheckTimes Times = timesOf(Project.Plan, *Units);
  Times.Compile = since(Begin);
  // Before the question, so that no interrupt falls between the two.
  if (Context.WorkersGone)
    Context.WorkersGone();
  if (Context.Interrupted && *Context.Interrupted) {
    CheckResult Result;
    Result.Interrupted = true;
    Result.UnitsDone = std::size_t(llvm::count_if(
        *Units, [](const CompiledUnit &U) { return U.Object.has_value(); }));
    return Result;
  }
  CheckResult Result =
      linkUnits(Project, std::move(*Units), **Rules, Sources, Request, Today);
  Times.Link = Result.Times.Link;
  Times.Graph = Result.Times.Graph;
  Times.Total = since(Begin);
  Result.Times = Times;
  return Result;
}

} // namespace cppwarden::driver
