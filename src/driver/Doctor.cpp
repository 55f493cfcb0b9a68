#include "driver/Doctor.h"
#include "driver/Check.h"
#include "driver/Version.h"
#include "support/Glob.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include <map>

namespace cppwarden::driver {
namespace {

constexpr std::size_t ShownItems = 20;

void printList(llvm::raw_ostream &Out, llvm::StringRef Title,
               const std::vector<std::string> &Items) {
  if (Items.empty())
    return;
  Out << Title << " (" << Items.size() << "):\n";
  for (const std::string &Item : llvm::ArrayRef(Items).take_front(ShownItems))
    Out << "  " << Item << '\n';
  if (Items.size() > ShownItems)
    Out << "  … and " << Items.size() - ShownItems << " more\n";
}

/// Most frequent first, then by name.
void printCounts(llvm::raw_ostream &Out, llvm::StringRef Title,
                 const std::map<std::string, unsigned> &Counts) {
  if (Counts.empty())
    return;
  std::vector<std::pair<std::string, unsigned>> Sorted(Counts.begin(),
                                                       Counts.end());
  llvm::sort(Sorted, [](const auto &A, const auto &B) {
    return std::pair(B.second, A.first) < std::pair(A.second, B.first);
  });
  Out << Title << ":\n";
  for (const auto &[Name, Count] : Sorted)
    Out << "  " << Name << "  (" << Count
        << (Count == 1 ? " entry)\n" : " entries)\n");
}

void printPlan(llvm::raw_ostream &Out, const Project &Project) {
  const frontend::Plan &Plan = Project.Plan;
  const frontend::PlanReport &Report = Plan.Report;
  Out << versionLine() << '\n';
  Out << "project root:      " << Plan.ProjectRoot << '\n';
  Out << "configuration:     "
      << (Project.Config.ConfigurationFile.empty()
              ? "none"
              : Project.Config.ConfigurationFile)
      << '\n';
  Out << "compile database:  "
      << (Report.DatabasePath.empty() ? "none: flags were given or guessed"
                                      : Report.DatabasePath)
      << '\n';
  if (!Report.DatabasePath.empty())
    Out << "entries:           " << Report.Entries << ", " << Report.Duplicates
        << (Report.Duplicates == 1 ? " duplicate merged" : " duplicates merged")
        << '\n';
  Out << "units:             " << Plan.Jobs.size() << '\n';
  printCounts(Out, "flags dropped", Report.DroppedFlags);
  printCounts(Out, "flags translated", Report.TranslatedFlags);
  printList(Out, "flags guessed", Report.Guessed);
  printList(Out, "missing files", Report.Missing);
  printList(Out, "other languages, left out", Report.NotCxx);
  printList(Out, "warnings", Report.Warnings);
}

/// `'gen/config.h' file not found` → gen/config.h
llvm::StringRef missingHeader(llvm::StringRef Error) {
  if (!Error.contains("file not found"))
    return "";
  llvm::StringRef Name = Error.split('\'').second.split('\'').first;
  return Name;
}

bool looksGenerated(llvm::StringRef Header) {
  static const NameGlob Names = llvm::cantFail(NameGlob::compile(
      "{ui_*.h,moc_*,*.moc,*.pb.h,*.grpc.pb.h,config.h,*config.h,*-config.h,"
      "*_export.h,*version.h,*.tab.h,*.tab.hh,*generated*,*_generated.h,"
      "*.inc,*.gen.h}"));
  return Names.matches(llvm::sys::path::filename(Header));
}

class Diagnosis {
public:
  explicit Diagnosis(const Project &Project) : Project(Project) {}

  void add(const report::UnitProblem &Problem) {
    if (Problem.State == report::UnitState::Failed) {
      if (Problem.Reason == "no such file")
        advise("Some files of the database do not exist: build the project "
               "first (generated sources), or configure it again.");
      else if (Problem.Reason.find("timed out") != std::string::npos)
        advise("Units that need longer than " +
               std::to_string(Project.Config.Values.UnitTimeout) +
               " s: raise --unit-timeout.");
      else if (Problem.Reason.find("memory") != std::string::npos)
        advise("Units that need more than " +
               std::to_string(Project.Config.Values.UnitMemory) +
               " MB: raise --unit-memory.");
      else
        advise("A worker crashed: please report it with the unit's "
               "preprocessed source.");
      return;
    }
    advise(adviceFor(Problem.FirstError));
  }
  void print(llvm::raw_ostream &Out) {
    if (!Project.Plan.Report.Guessed.empty())
      advise("Flags were guessed: give the compile database with -p BUILD, or "
             "the flags after `--`.");
    if (Advice.empty())
      return;
    Out << "what to do:\n";
    for (const std::string &Text : Advice)
      Out << "  * " << Text << '\n';
  }

private:
  void advise(std::string Text) {
    if (!Text.empty() && !llvm::is_contained(Advice, Text))
      Advice.push_back(std::move(Text));
  }
  const driver::Project &Project;
  std::vector<std::string> Advice; ///< in the order of the units
};

void printProblem(llvm::raw_ostream &Out, const report::UnitProblem &Problem) {
  Out << "  " << Problem.File << ": " << Problem.Reason;
  if (!Problem.FirstError.empty()) {
    Out << "; first: ";
    const SourceRange &At = Problem.FirstErrorAt;
    if (At.Line)
      Out << At.File << ':' << At.Line << ':' << At.Column << ": ";
    Out << Problem.FirstError;
  }
  Out << '\n';
}

} // namespace

std::string adviceFor(llvm::StringRef Error) {
  llvm::StringRef Header = missingHeader(Error);
  if (!Header.empty() && looksGenerated(Header))
    return ("'" + Header +
            "' is not there and looks generated: build the project first, so "
            "that its generated headers exist.")
        .str();
  if (!Header.empty())
    return ("'" + Header +
            "' is not there: install the package that ships it, or build the "
            "project first if it generates it.")
        .str();
  if (Error.contains("unknown argument") ||
      Error.contains("unsupported option"))
    return "A flag of another compiler got through: drop or replace it, and "
           "please report it.";
  if (Error.contains("unknown type name") || Error.contains("undeclared") ||
      Error.contains("no member named") || Error.contains("no template named"))
    return "Names are unknown that the build knows: compare the unit's flags "
           "with the build's (-std, -D, -I); --extra-arg adds to them.";
  return "";
}

llvm::Expected<ExitCode> examine(const Project &Project,
                                 const RunContext &Context,
                                 llvm::raw_ostream &Out) {
  printPlan(Out, Project);
  Out.flush();
  // With the rules of a check, although whether a unit parses does not depend
  // on them: the check that follows takes the results from the cache.
  auto Units =
      compileUnits(Project.Plan.Jobs, compileOptions(Project, Context));
  if (!Units)
    return Units.takeError();
  if (Context.Interrupted && *Context.Interrupted)
    return ExitInterrupted;

  report::Report Report;
  Report.Units = coverage(Project.Plan, *Units);
  Report.normalise();
  Diagnosis Advice(Project);
  for (report::UnitState State :
       {report::UnitState::Failed, report::UnitState::Incomplete}) {
    bool First = true;
    for (const report::UnitProblem &Problem : Report.Units.Problems) {
      if (Problem.State != State)
        continue;
      if (std::exchange(First, false))
        Out << (State == report::UnitState::Failed
                    ? "units that failed:\n"
                    : "units that do not parse cleanly:\n");
      printProblem(Out, Problem);
      Advice.add(Problem);
    }
  }
  Advice.print(Out);
  const report::Coverage &C = Report.Units;
  Out << C.complete() << " of " << C.Units
      << (C.Units == 1 ? " unit parses" : " units parse");
  if (C.incomplete())
    Out << ", " << C.incomplete() << " incomplete";
  if (C.failed())
    Out << ", " << C.failed() << " failed";
  Out << '\n';
  return C.isFull() ? ExitClean : ExitIncomplete;
}

} // namespace cppwarden::driver
