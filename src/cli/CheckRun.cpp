#include "cli/CheckRun.h"
#include "driver/EditedFile.h"
#include "driver/RunDate.h"
#include "support/Paths.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

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
  std::chrono::sys_seconds Start = driver::now();
  auto Result =
      driver::check(Project, Context, *Sources, Line.Project, driver::today());
  if (!Result)
    return fail(Result.takeError());
  if (Result->Interrupted) {
    llvm::errs() << "cppwarden: interrupted after " << Result->UnitsDone
                 << " of " << Project.Plan.Jobs.size()
                 << " units; nothing is reported\n";
    return driver::ExitInterrupted;
  }
  Result->Report.Run.Start = Start;
  Result->Report.Run.End = driver::now();
  return CheckRun{std::move(Sources), std::move(*Result)};
}

} // namespace cppwarden::cli
