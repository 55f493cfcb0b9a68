#include "cli/CheckRun.h"
#include "driver/EditedFile.h"
#include "support/Paths.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdlib>
#include <ctime>

namespace cppwarden::cli {
namespace {

/// What the plan has to say before the work starts.
void printPlanNotes(const driver::Project &Project) {
  const auto &Report = Project.Plan.Report;
  auto Print = [](llvm::StringRef What, const std::vector<std::string> &Lines) {
    constexpr std::size_t Shown = 3;
    for (const std::string &Line : llvm::ArrayRef(Lines).take_front(Shown))
      llvm::errs() << "cppwarden: " << What << Line << '\n';
    if (Lines.size() > Shown)
      llvm::errs() << "cppwarden: " << What << Lines.size() - Shown
                   << " more; `cppwarden doctor` lists them\n";
  };
  Print("", Report.Warnings);
  Print("flags guessed: ", Report.Guessed);
}

} // namespace

int fail(llvm::Error Error) {
  llvm::errs() << "cppwarden: " << llvm::toString(std::move(Error)) << '\n';
  return driver::ExitUsage;
}

int fail(const llvm::Twine &Message) {
  return fail(llvm::createStringError(Message));
}

std::chrono::sys_seconds now() {
  std::time_t Now = std::time(nullptr);
  if (const char *Epoch = std::getenv("SOURCE_DATE_EPOCH")) {
    long long Seconds = 0;
    if (!llvm::StringRef(Epoch).getAsInteger(10, Seconds) && Seconds >= 0)
      Now = std::time_t(Seconds);
  }
  return std::chrono::floor<std::chrono::seconds>(
      std::chrono::system_clock::from_time_t(Now));
}

std::chrono::year_month_day today() {
  return std::chrono::floor<std::chrono::days>(now());
}

std::variant<driver::Project, int> openProject(const CommandLine &Line) {
  bool IsEdit = !Line.StdinFile.empty();
  driver::FileBuffer Buffer;
  if (IsEdit) {
    auto Text = llvm::MemoryBuffer::getSTDIN();
    if (!Text)
      return fail("cannot read standard input: " + Text.getError().message());
    Buffer = {absolutePath(Line.StdinFile, Line.Project.WorkingDirectory),
              (*Text)->getBuffer().str()};
  }
  auto Project = IsEdit ? driver::openForEdit(Line.Project, std::move(Buffer))
                        : driver::openProject(Line.Project);
  if (!Project)
    return fail(Project.takeError());
  if (!Line.Quiet)
    printPlanNotes(*Project);
  return std::move(*Project);
}

std::variant<CheckRun, int> checkProject(const driver::Project &Project,
                                         const CommandLine &Line,
                                         const driver::RunContext &Context) {
  std::unique_ptr<report::SourceProvider> Sources;
  if (Project.Buffer.Path.empty())
    Sources =
        std::make_unique<report::DirectorySources>(Project.Plan.ProjectRoot);
  else
    Sources = std::make_unique<driver::EditedSources>(Project.Plan.ProjectRoot,
                                                      Project.Buffer);
  std::chrono::sys_seconds Start = now();
  auto Result =
      driver::check(Project, Context, *Sources, Line.Project, today());
  if (!Result)
    return fail(Result.takeError());
  if (Result->Interrupted) {
    llvm::errs() << "cppwarden: interrupted after " << Result->UnitsDone
                 << " of " << Project.Plan.Jobs.size()
                 << " units; nothing is reported\n";
    return driver::ExitInterrupted;
  }
  Result->Report.Run.Start = Start;
  Result->Report.Run.End = now();
  return CheckRun{std::move(Sources), std::move(*Result)};
}

} // namespace cppwarden::cli
