#include "frontend/KeptPreamble.h"
#include "frontend/UnitObservers.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include <list>

using namespace clang;

namespace cppwarden::frontend {
namespace {

/// Some 50 MB each.
constexpr std::size_t KeptUnits = 3;

/// Everything that the headers depend on, but for their contents.
std::string keyOf(const UnitJob &Job) {
  std::string Key = Job.ProjectRoot + '\0' + Job.Directory + '\0' + Job.File;
  for (const std::string &Argument : Job.Arguments)
    (Key += '\0') += Argument;
  Key += '\0';
  for (const std::string &Header : Job.SkippedHeaderBodies)
    (Key += '\0') += Header;
  return Key;
}

/// Notes for the headers what parseUnit() notes for a whole unit.
class Observers final : public PreambleCallbacks {
public:
  Observers(const UnitJob &Job, ErrorCollector &Errors,
            std::set<analysis::CommentFact> &FoundComments,
            std::set<std::string> &ProjectFiles,
            std::set<std::string> &SystemFiles)
      : Job(Job), Errors(Errors), FoundComments(FoundComments),
        ProjectFiles(ProjectFiles), SystemFiles(SystemFiles) {}

  void BeforeExecute(CompilerInstance &Compiler) override {
    Files.emplace(Job, Compiler.getSourceManager(), Compiler.getLangOpts());
    Errors.Files = &Files;
    Comments.emplace(*Files, FoundComments);
  }
  void AfterExecute(CompilerInstance &) override { Errors.Files = nullptr; }
  std::unique_ptr<PPCallbacks> createPPCallbacks() override {
    return std::make_unique<FileCollector>(*Files, ProjectFiles, SystemFiles);
  }
  CommentHandler *getCommentHandler() override { return &*Comments; }
  bool shouldSkipFunctionBody(Decl *D) override {
    return Files->isBodySkipped(D->getLocation());
  }

private:
  const UnitJob &Job;
  ErrorCollector &Errors;
  std::set<analysis::CommentFact> &FoundComments;
  std::set<std::string> &ProjectFiles, &SystemFiles;
  std::optional<ParsedUnit::FileCache> Files;
  std::optional<SuppressionComments> Comments;
};

} // namespace

/// Clang's own check takes a file of the same size and second for the same.
/// That is not enough for what is being edited, nor for headers that appear.
void KeptPreamble::noteProject(const UnitJob &Job, FileSystem &Files) {
  for (const std::string &File : ProjectFiles) {
    std::string Path = absolutePath(File, Job.ProjectRoot);
    if (Path == MainFile)
      continue;
    if (auto Text = Files.getBufferForFile(Path))
      Project.push_back(
          {Path, FileAnswer::Contents, digestOf((*Text)->getBuffer())});
  }
  for (const FileFact &Fact : Trace)
    if (Fact.Answer == FileAnswer::Absent &&
        isBelow(Fact.Path, Job.ProjectRoot))
      Project.push_back(Fact);
}

bool KeptPreamble::isProjectSame(FileSystem &Files) const {
  return llvm::all_of(Project, [&](const FileFact &Fact) {
    if (Fact.Answer == FileAnswer::Absent)
      return !Files.exists(Fact.Path);
    auto Text = Files.getBufferForFile(Fact.Path);
    return Text && digestOf((*Text)->getBuffer()) == Fact.Digest;
  });
}

void KeptPreamble::use(
    CompilerInstance &Compiler,
    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> &Files) const {
  auto Text = Files->getBufferForFile(MainFile);
  if (!Text)
    return;
  // The source manager of the compiler will own the text.
  Compiled->AddImplicitPreamble(Compiler.getInvocation(), Files,
                                Text->release());
}

void KeptPreamble::addTo(UnitResult &Result) const {
  Result.Errors.insert(Result.Errors.begin(), Errors.begin(), Errors.end());
  std::set<analysis::CommentFact> AllComments = Comments;
  AllComments.insert(Result.Comments.begin(), Result.Comments.end());
  Result.Comments.assign(AllComments.begin(), AllComments.end());
  std::set<std::string> Project = ProjectFiles, System = SystemFiles;
  Project.insert(Result.ProjectFiles.begin(), Result.ProjectFiles.end());
  System.insert(Result.SystemFiles.begin(), Result.SystemFiles.end());
  for (const std::string &File : Project)
    System.erase(File);
  Result.ProjectFiles.assign(Project.begin(), Project.end());
  Result.SystemFiles.assign(System.begin(), System.end());
}

std::shared_ptr<const KeptPreamble>
keptPreamble(const UnitJob &Job, const CompilerInvocation &Invocation,
             llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files,
             TraceRecorder &Recorder) {
  static std::list<std::shared_ptr<const KeptPreamble>> Kept;
  auto Text = Files->getBufferForFile(Job.File);
  if (!Text)
    return nullptr;
  PreambleBounds Bounds =
      ComputePreambleBounds(Invocation.getLangOpts(), **Text, /*MaxLines=*/0);
  if (Bounds.Size == 0)
    return nullptr;

  std::string Key = keyOf(Job);
  auto Old = llvm::find_if(Kept, [&](auto &One) { return One->Key == Key; });
  if (Old != Kept.end()) {
    if ((*Old)->Compiled->CanReuse(Invocation, **Text, Bounds, *Files) &&
        (*Old)->isProjectSame(*Files)) {
      Kept.splice(Kept.begin(), Kept, Old);
      for (const FileFact &Fact : Kept.front()->Trace)
        Recorder.record(Fact.Path, Fact.Answer, Fact.Digest);
      return Kept.front();
    }
    Kept.erase(Old);
  }

  auto New = std::make_shared<KeptPreamble>();
  New->Key = std::move(Key);
  New->MainFile = Job.File;
  ErrorCollector Errors(Job, New->Errors);
  Observers Notes(Job, Errors, New->Comments, New->ProjectFiles,
                  New->SystemFiles);
  DiagnosticOptions DiagnosticSettings;
  auto Diagnostics = CompilerInstance::createDiagnostics(
      *Files, DiagnosticSettings, &Errors, /*ShouldOwnClient=*/false);
  Diagnostics->setIgnoreAllWarnings(true);
  Diagnostics->setFatalsAsError(true);
  auto Built = PrecompiledPreamble::Build(
      Invocation, Text->get(), Bounds, Diagnostics, Files,
      std::make_shared<PCHContainerOperations>(), /*StoreInMemory=*/true,
      /*StoragePath=*/"", Notes);
  if (!Built)
    return nullptr;
  New->Compiled.emplace(std::move(*Built));
  New->Trace = Recorder.take();
  New->noteProject(Job, *Files);
  Kept.push_front(New);
  if (Kept.size() > KeptUnits)
    Kept.pop_back();
  return New;
}

} // namespace cppwarden::frontend
