//===- Unit.cpp -------------------------------------------------*- C++ -*-===//
//
// Clang's driver turns the job's arguments into an invocation: it finds the
// system headers, such as those of the installed GCC. The invocation is then
// pared down to what an analysis of project code needs:
//
//  - bodies of functions outside the project, and in headers whose bodies
//    another unit owns, are not parsed (Clang keeps the constexpr ones and
//    those whose return type is deduced);
//  - no warnings, no spelling correction, no attached comments, no output.
//
// Errors do not end the parse: a missing header is an error like another, and
// what could be parsed is handed over.
//
//===----------------------------------------------------------------------===//
#include "frontend/Unit.h"

#include "frontend/KeptPreamble.h"
#include "frontend/UnitFileSystem.h"
#include "frontend/UnitFiles.h"
#include "frontend/UnitObservers.h"
#include "support/Paths.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/Basic/DiagnosticLex.h"
#include "clang/Basic/Stack.h"
#include "clang/Driver/CreateInvocationFromArgs.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/thread.h"
#include <optional>
#include <set>

using namespace clang;

namespace cppwarden::frontend {
namespace {

/// Deep nesting is Clang's and the analysis' recursion; untouched pages of a
/// stack cost nothing.
constexpr unsigned StackBytes = 256u << 20;

class UnitConsumer final : public ASTConsumer {
public:
  UnitConsumer(CompilerInstance &Compiler, const UnitJob &Job,
               ParsedUnit::FileCache &Files,
               llvm::function_ref<void(ParsedUnit &)> Consumer, bool &Parsed)
      : Compiler(Compiler), Job(Job), Files(Files), Consumer(Consumer),
        Parsed(Parsed) {}

  bool shouldSkipFunctionBody(Decl *D) override {
    return Files.isBodySkipped(D->getLocation());
  }

  void HandleTranslationUnit(ASTContext &Context) override {
    Parsed = true;
    ParsedUnit Unit{Compiler, Context, Compiler.getPreprocessor(), Job, Files};
    Consumer(Unit);
  }

private:
  CompilerInstance &Compiler;
  const UnitJob &Job;
  ParsedUnit::FileCache &Files;
  llvm::function_ref<void(ParsedUnit &)> Consumer;
  bool &Parsed;
};

class UnitAction final : public ASTFrontendAction {
public:
  UnitAction(const UnitJob &Job, UnitResult &Result, ErrorCollector &Errors,
             llvm::function_ref<void(CompilerInstance &)> BeforeParse,
             llvm::function_ref<void(ParsedUnit &)> Consumer)
      : Job(Job), Result(Result), Errors(Errors), BeforeParse(BeforeParse),
        Consumer(Consumer) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 llvm::StringRef) override {
    Files.emplace(Job, Compiler.getSourceManager(), Compiler.getLangOpts());
    Errors.Files = &Files;
    Comments.emplace(*Files, FoundComments);
    Preprocessor &PP = Compiler.getPreprocessor();
    PP.addCommentHandler(&*Comments);
    PP.addPPCallbacks(
        std::make_unique<FileCollector>(*Files, ProjectFiles, SystemFiles));
    if (BeforeParse)
      BeforeParse(Compiler);
    return std::make_unique<UnitConsumer>(Compiler, Job, *Files, Consumer,
                                          Result.Parsed);
  }

  void EndSourceFileAction() override {
    getCompilerInstance().getPreprocessor().removeCommentHandler(&*Comments);
    for (const std::string &File : ProjectFiles)
      SystemFiles.erase(File);
    Result.ProjectFiles.assign(ProjectFiles.begin(), ProjectFiles.end());
    Result.SystemFiles.assign(SystemFiles.begin(), SystemFiles.end());
    Result.Comments.assign(FoundComments.begin(), FoundComments.end());
    Errors.Files = nullptr;
  }

private:
  const UnitJob &Job;
  UnitResult &Result;
  ErrorCollector &Errors;
  llvm::function_ref<void(CompilerInstance &)> BeforeParse;
  llvm::function_ref<void(ParsedUnit &)> Consumer;
  std::optional<ParsedUnit::FileCache> Files;
  std::optional<SuppressionComments> Comments;
  std::set<analysis::CommentFact> FoundComments;
  std::set<std::string> ProjectFiles, SystemFiles;
};

/// Finds the files and goes no further.
class FilesAction final : public PreprocessOnlyAction {
public:
  FilesAction(const UnitJob &Job, UnitResult &Result, ErrorCollector &Errors)
      : Job(Job), Result(Result), Errors(Errors) {}

  bool BeginSourceFileAction(CompilerInstance &Compiler) override {
    Files.emplace(Job, Compiler.getSourceManager(), Compiler.getLangOpts());
    Errors.Files = &Files;
    Compiler.getPreprocessor().addPPCallbacks(
        std::make_unique<FileCollector>(*Files, ProjectFiles, SystemFiles));
    return PreprocessOnlyAction::BeginSourceFileAction(Compiler);
  }

  void EndSourceFileAction() override {
    for (const std::string &File : ProjectFiles)
      SystemFiles.erase(File);
    Result.ProjectFiles.assign(ProjectFiles.begin(), ProjectFiles.end());
    Result.SystemFiles.assign(SystemFiles.begin(), SystemFiles.end());
    Errors.Files = nullptr;
    PreprocessOnlyAction::EndSourceFileAction();
  }

private:
  const UnitJob &Job;
  UnitResult &Result;
  ErrorCollector &Errors;
  std::optional<ParsedUnit::FileCache> Files;
  std::set<std::string> ProjectFiles, SystemFiles;
};

/// The name under which the driver runs. It looks for libc++ beside itself; GCC
/// and its libstdc++ are found without.
std::string driverName(const UnitJob &Job) {
  for (llvm::StringRef Argument : Job.Arguments)
    if (Argument == "-stdlib=libc++")
      for (llvm::StringRef Name : {"clang++-22", "clang++"})
        if (auto Path = llvm::sys::findProgramByName(Name)) {
          llvm::SmallString<256> Real;
          return llvm::sys::fs::real_path(*Path, Real) ? *Path
                                                       : Real.str().str();
        }
  return "/usr/bin/clang";
}

std::vector<std::string> driverArguments(const UnitJob &Job) {
  std::vector<std::string> Line = {driverName(Job)};
  for (std::size_t I = 0; I < Job.Arguments.size(); ++I) {
    const std::string &Argument = Job.Arguments[I];
    bool IsValue = I && (Job.Arguments[I - 1] == "-include" ||
                         Job.Arguments[I - 1] == "-imacros" ||
                         Job.Arguments[I - 1] == "-Xclang");
    if (Argument == "--" ||
        (!IsValue && !Argument.empty() && Argument[0] != '-' &&
         Argument[0] != '/' &&
         absolutePath(Argument, Job.Directory) == Job.File) ||
        (!IsValue && Argument == Job.File))
      continue;
    Line.push_back(Argument);
  }
  Line.insert(Line.end(), {"--no-default-config",
                           "-resource-dir=" + VirtualResourceFolder.str(), "-w",
                           "-fno-spell-checking", "--", Job.File});
  return Line;
}

/// "/usr/lib/clang/22/include" and the like.
bool isBuiltinHeaderFolder(llvm::StringRef Path) {
  Path = Path.rtrim('/');
  if (!Path.consume_back("/include"))
    return false;
  if (Path == VirtualResourceFolder)
    return true;
  llvm::StringRef Version = llvm::sys::path::filename(Path);
  return !Version.empty() &&
         Version.find_first_not_of("0123456789.") == llvm::StringRef::npos &&
         llvm::sys::path::filename(llvm::sys::path::parent_path(Path)) ==
             "clang";
}

/// Distributions patch the driver to look for Clang's own headers at a place of
/// theirs instead of the resource folder. The embedded ones take that place.
void useEmbeddedHeaders(const UnitJob &Job, HeaderSearchOptions &Search) {
  Search.ResourceDir = VirtualResourceFolder.str();
  auto &Entries = Search.UserEntries;
  auto isOne = [](const HeaderSearchOptions::Entry &E) {
    return isBuiltinHeaderFolder(E.Path);
  };
  auto Place = llvm::find_if(Entries, isOne);
  if (Place == Entries.end()) {
    for (llvm::StringRef Argument : Job.Arguments)
      if (Argument == "-nostdinc" || Argument == "-nobuiltininc" ||
          Argument == "--no-standard-includes")
        return;
    Place = llvm::find_if(Entries, [](const HeaderSearchOptions::Entry &E) {
      return E.Group == clang::frontend::ExternCSystem;
    });
    Place = Entries.insert(
        Place,
        HeaderSearchOptions::Entry("", clang::frontend::System, false, true));
  }
  Place->Path = (VirtualResourceFolder + "/include").str();
  Entries.erase(std::remove_if(std::next(Place), Entries.end(), isOne),
                Entries.end());
}

void pareDown(CompilerInvocation &Invocation) {
  FrontendOptions &Frontend = Invocation.getFrontendOpts();
  Frontend.ProgramAction = clang::frontend::ParseSyntaxOnly;
  Frontend.SkipFunctionBodies = true;
  Frontend.DisableFree = false;
  Frontend.Plugins.clear();
  Frontend.AddPluginActions.clear();
  Frontend.PluginArgs.clear();
  Frontend.OutputFile.clear();
  Frontend.StatsFile.clear();
  Frontend.TimeTracePath.clear();
  Frontend.LLVMArgs.clear();
  Frontend.ModuleOutputPath.clear();
  Invocation.getDependencyOutputOpts() = DependencyOutputOptions();

  DiagnosticOptions &Diagnostics = Invocation.getDiagnosticOpts();
  Diagnostics.IgnoreWarnings = true;
  Diagnostics.ErrorLimit = 0;
  Diagnostics.ShowCarets = false;
  Diagnostics.VerifyDiagnostics = false;
  Diagnostics.DiagnosticLogFile.clear();
  Diagnostics.DiagnosticSerializationFile.clear();

  LangOptions &Lang = Invocation.getLangOpts();
  Lang.SpellChecking = false;
  Lang.CommentOpts = CommentOptions();
  Lang.RetainCommentsFromSystemHeaders = false;

  PreprocessorOptions &Preprocessor = Invocation.getPreprocessorOpts();
  Preprocessor.ImplicitPCHInclude.clear();
  Preprocessor.DetailedRecord = false;
}

void parseOnThisStack(const UnitJob &Job,
                      llvm::function_ref<void(CompilerInstance &)> BeforeParse,
                      llvm::function_ref<void(ParsedUnit &)> Consumer,
                      UnitResult &Result) {
  noteBottomOfStack();
  ErrorCollector Errors(Job, Result.Errors);
  auto fail = [&](const llvm::Twine &Message) {
    analysis::UnitDiagnostic New;
    New.Range.File = relativeTo(Job.File, Job.ProjectRoot);
    New.Message = Message.str();
    New.Fatal = true;
    Result.Errors.push_back(std::move(New));
  };

  TraceRecorder Recorder;
  llvm::scope_exit KeepTrace([&] { Result.Trace = Recorder.take(); });
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files =
      createUnitFileSystem(&Recorder, Job.Buffers);
  if (std::error_code E = Files->setCurrentWorkingDirectory(Job.Directory))
    return fail("cannot enter the working folder " + Job.Directory + ": " +
                E.message());
  if (auto Status = Files->status(Job.File); !Status)
    return fail("cannot read the file: " + Status.getError().message());

  std::vector<std::string> Line = driverArguments(Job);
  std::vector<const char *> Pointers;
  for (const std::string &Argument : Line)
    Pointers.push_back(Argument.c_str());

  DiagnosticOptions DriverOptions;
  CreateInvocationOptions Options;
  Options.Diags = CompilerInstance::createDiagnostics(
      *Files, DriverOptions, &Errors, /*ShouldOwnClient=*/false);
  Options.Diags->setIgnoreAllWarnings(true);
  Options.VFS = Files;
  Options.RecoverOnError = true;
  std::unique_ptr<CompilerInvocation> Invocation =
      createInvocation(Pointers, Options);
  if (!Invocation) {
    if (Result.Errors.empty())
      fail("Clang does not understand the flags of this unit");
    return;
  }
  pareDown(*Invocation);
  useEmbeddedHeaders(Job, Invocation->getHeaderSearchOpts());

  std::shared_ptr<const KeptPreamble> Before;
  if (Job.KeepPreamble && !Job.OnlyFiles)
    Before = keptPreamble(Job, *Invocation, Files, Recorder);

  CompilerInstance Compiler(
      std::shared_ptr<CompilerInvocation>(std::move(Invocation)));
  if (Before)
    Before->use(Compiler, Files);
  Compiler.setVirtualFileSystem(Files);
  Compiler.createDiagnostics(&Errors, /*ShouldOwnClient=*/false);
  Compiler.getDiagnostics().setIgnoreAllWarnings(true);
  // A missing header must not silence the errors and instantiations after it.
  Compiler.getDiagnostics().setFatalsAsError(true);
  Compiler.createFileManager();
  if (Job.OnlyFiles) {
    FilesAction Action(Job, Result, Errors);
    Compiler.ExecuteAction(Action);
  } else {
    UnitAction Action(Job, Result, Errors, BeforeParse, Consumer);
    Compiler.ExecuteAction(Action);
  }
  if (Before)
    Before->addTo(Result);
  Errors.addRest();
}

} // namespace

UnitResult parseUnit(const UnitJob &Job,
                     llvm::function_ref<void(CompilerInstance &)> BeforeParse,
                     llvm::function_ref<void(ParsedUnit &)> Consumer) {
  UnitResult Result;
  llvm::thread Parser(std::optional<unsigned>(StackBytes), [&] {
    parseOnThisStack(Job, BeforeParse, Consumer, Result);
  });
  Parser.join();
  return Result;
}

} // namespace cppwarden::frontend
