#include "frontend/CompileDatabase.h"

#include "frontend/CommandAdapter.h"
#include "frontend/DatabaseReader.h"
#include "frontend/FileSelection.h"
#include "frontend/ProjectRoot.h"
#include "support/InputFile.h"
#include "support/Paths.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/StringSaver.h"
#include <tuple>

using namespace llvm;

namespace cppwarden::frontend {
namespace {

/// An entry of the database after its flags were adapted.
struct Candidate {
  UnitJob Job;
  bool Exists = true;
  bool IsCxx = true;
  std::string Target;
};

/// Flags that make no difference to the reader of a source, only to the object
/// file: the static and the shared library of one CMake target differ in these.
bool isObjectOnly(StringRef Flag) {
  return Flag == "-fPIC" || Flag == "-fpic" || Flag == "-fPIE" ||
         Flag == "-fpie" || Flag == "-fno-pic" || Flag == "-fno-PIC" ||
         Flag == "-fno-pie" || Flag == "-fno-PIE" || Flag == "-DPIC" ||
         (Flag.starts_with("-D") && Flag.ends_with("_EXPORTS"));
}

class Planner {
public:
  explicit Planner(const PlanRequest &Request) : Request(Request) {}

  Expected<Plan> run() {
    Error Failed = Request.HasFixedFlags ? planFixed() : planFromDatabase();
    if (Failed)
      return std::move(Failed);
    finish();
    return std::move(Out);
  }

private:
  static Error failure(const Twine &Message) {
    return createStringError(inconvertibleErrorCode(), Message);
  }

  Error planFixed() {
    if (Request.Files.empty())
      return failure("flags were given after `--` but no file to check: name "
                     "files or folders before it");
    std::string Directory =
        absolutePath(Request.FlagsDirectory, Request.WorkingDirectory);
    if (Request.FlagsAreAdapted)
      return planAdapted(Directory);
    Expected<std::vector<std::string>> Files =
        sourcesOnDisk(Request.Files, Request.WorkingDirectory);
    if (!Files)
      return Files.takeError();
    std::vector<std::string> Words = Request.FixedFlags;
    bool NamesCompiler = !Words.empty() &&
                         !StringRef(Words[0]).starts_with("-") &&
                         !StringRef(Words[0]).starts_with("/") &&
                         !StringRef(Words[0]).starts_with("@");
    for (const std::string &File : *Files) {
      std::vector<std::string> Command = Words;
      if (!NamesCompiler)
        Command.insert(Command.begin(), "clang");
      if (isHeaderName(File))
        Command.insert(Command.end(), {"-x", "c++"});
      addEntry({Directory, File, std::move(Command)}, /*Count=*/true);
    }
    return Error::success();
  }

  /// Flags are not looked into, but that a single `@FILE` holds them.
  Error planAdapted(StringRef Directory) {
    std::vector<std::string> Flags = Request.FixedFlags;
    if (Flags.size() == 1 && StringRef(Flags[0]).starts_with("@")) {
      std::string Path =
          absolutePath(StringRef(Flags[0]).drop_front(), Directory);
      auto Buffer = readInputFile(Path);
      if (!Buffer)
        return failure(Path + ": " + Buffer.getError().message());
      BumpPtrAllocator Memory;
      StringSaver Saver(Memory);
      SmallVector<const char *, 64> Words;
      cl::TokenizeGNUCommandLine((*Buffer)->getBuffer(), Saver, Words);
      Flags.assign(Words.begin(), Words.end());
    }
    for (const std::string &Name : Request.Files) {
      Candidate New;
      New.Job.Directory = Directory.str();
      New.Job.File = absolutePath(Name, Request.WorkingDirectory);
      New.Job.Arguments = Flags;
      New.Exists = sys::fs::is_regular_file(New.Job.File);
      Candidates.push_back(std::move(New));
    }
    return Error::success();
  }

  Error planFromDatabase() {
    Expected<std::string> Found = findDatabase(
        Request.BuildPath, Request.WorkingDirectory, Out.Report.Warnings);
    if (!Found)
      return Found.takeError();
    if (Found->empty())
      return planWithoutDatabase();
    Expected<Database> Read = readDatabase(*Found);
    if (!Read)
      return Read.takeError();
    Out.Report.DatabasePath = Read->Path;
    Out.Report.Entries = Read->Total;
    for (std::string &Warning : Read->Warnings)
      Out.Report.Warnings.push_back(std::move(Warning));

    Expected<FileSelection> Selected =
        FileSelection::create(Request.Files, Request.WorkingDirectory);
    if (!Selected)
      return Selected.takeError();
    for (DatabaseEntry &Entry : Read->Entries)
      AllSources.push_back(Entry.File);
    std::vector<bool> Wanted = Selected->choose(AllSources);
    for (std::size_t I = 0; I < Read->Entries.size(); ++I)
      if (Wanted[I])
        addEntry(std::move(Read->Entries[I]), /*Count=*/true);
    std::vector<std::string> Guesses;
    for (const std::string &Unmatched : Selected->unmatched()) {
      std::string Path = absolutePath(Unmatched, Request.WorkingDirectory);
      if (!sys::fs::is_regular_file(Path))
        return failure(Unmatched +
                       (sys::fs::is_directory(Path)
                            ? ": no unit of " + *Found + " lies in this folder"
                        : isGlob(Unmatched)
                            ? ": matches no unit of " + *Found
                            : ": no such file, and no unit of " + *Found));
      if (!isSourceName(Path) && !isHeaderName(Path))
        return failure(Unmatched + ": neither a unit of " + *Found +
                       " nor a C or C++ file");
      Guesses.push_back(Path);
    }
    if (!Guesses.empty())
      guess(Guesses, *Read, Wanted);
    return Error::success();
  }

  Error planWithoutDatabase() {
    if (Request.Files.empty())
      return failure(
          "no compile_commands.json in " + Request.WorkingDirectory +
          ", the folders above it or its build folders; make one with `cmake "
          "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON` or `bear -- make`, name it with "
          "-p, or give files and "
          "flags: `FILE… -- FLAGS…`");
    Expected<std::vector<std::string>> Files =
        sourcesOnDisk(Request.Files, Request.WorkingDirectory);
    if (!Files)
      return Files.takeError();
    for (const std::string &File : *Files) {
      std::vector<std::string> Command = {"clang"};
      bool C = sys::path::extension(File) == ".c";
      if (!C)
        Command.push_back("-std=gnu++20");
      if (isHeaderName(File))
        Command.insert(Command.end(), {"-x", "c++"});
      addEntry({Request.WorkingDirectory, File, std::move(Command)},
               /*Count=*/false);
      Guessed.emplace_back(
          File, "no compile database: " +
                    std::string(C ? "Clang's default flags" : "-std=gnu++20"));
    }
    return Error::success();
  }

  void addEntry(DatabaseEntry Entry, bool Count) {
    CommandTokens Tokens = readCommand(std::move(Entry.Words), Entry.Directory);
    for (const std::string &Warning : Tokens.Warnings)
      if (Warned.insert(Warning).second)
        Out.Report.Warnings.push_back(Warning);
    Out.Report.ResponseFiles.insert(Tokens.ResponseFiles.begin(),
                                    Tokens.ResponseFiles.end());
    if (Tokens.Compiler.empty()) {
      Out.Report.Warnings.push_back(
          Entry.File + ": the command names no compiler; entry ignored");
      return;
    }
    AdaptedCommand Adapted = adaptCommand(Tokens, Entry.File);
    if (!Adapted.NotCxx.empty()) {
      NotCxx.emplace_back(Entry.File, Adapted.NotCxx);
      return;
    }
    bool Exists = sys::fs::is_regular_file(Entry.File);
    if (Count && Exists) {
      for (const std::string &Flag : Adapted.Dropped)
        ++Out.Report.DroppedFlags[Flag];
      for (const std::string &Flag : Adapted.Translated)
        ++Out.Report.TranslatedFlags[Flag];
    }
    Candidate New;
    New.Exists = Exists;
    New.Job.Directory = Tokens.Directory;
    New.Job.File = Entry.File;
    New.Job.Arguments = std::move(Adapted.Arguments);
    New.IsCxx = Adapted.IsCxx;
    New.Target = Adapted.Target;
    Candidates.push_back(std::move(New));
  }

  /// Clang's interpolation over adapted commands, so that a guessed unit has
  /// flags that Clang knows.
  void guess(ArrayRef<std::string> Files, Database &Read,
             const std::vector<bool> &Wanted) {
    std::size_t Given = Candidates.size();
    PlanReport Kept = Out.Report;
    auto KeptNotCxx = NotCxx;
    for (std::size_t I = 0; I < Read.Entries.size(); ++I)
      if (!Wanted[I])
        addEntry(std::move(Read.Entries[I]), /*Count=*/false);
    Out.Report = std::move(Kept);
    NotCxx = std::move(KeptNotCxx);

    class Known final : public clang::tooling::CompilationDatabase {
    public:
      std::vector<clang::tooling::CompileCommand> Commands;
      std::vector<clang::tooling::CompileCommand>
      getCompileCommands(StringRef File) const override {
        std::vector<clang::tooling::CompileCommand> Of;
        for (const auto &Command : Commands)
          if (Command.Filename == File)
            Of.push_back(Command);
        return Of;
      }
      std::vector<std::string> getAllFiles() const override {
        std::vector<std::string> All;
        for (const auto &Command : Commands)
          All.push_back(Command.Filename);
        return All;
      }
      std::vector<clang::tooling::CompileCommand>
      getAllCompileCommands() const override {
        return Commands;
      }
    };
    auto Base = std::make_unique<Known>();
    std::vector<Candidate> All = mergedOf(Candidates);
    for (const Candidate &C : All) {
      if (!C.Exists)
        continue;
      std::vector<std::string> Line = {C.IsCxx ? "clang++" : "clang"};
      append_range(Line, C.Job.Arguments);
      Line.insert(Line.end(), {"--", C.Job.File});
      Base->Commands.emplace_back(C.Job.Directory, C.Job.File, std::move(Line),
                                  "");
    }
    Candidates.resize(Given);
    auto Guessing =
        clang::tooling::inferMissingCompileCommands(std::move(Base));
    for (const std::string &File : Files) {
      auto Commands = Guessing->getCompileCommands(File);
      if (Commands.empty()) {
        std::vector<std::string> Command = {"clang"};
        if (isHeaderName(File))
          Command.insert(Command.end(), {"-x", "c++"});
        addEntry({Request.WorkingDirectory, File, std::move(Command)},
                 /*Count=*/false);
        Guessed.emplace_back(
            File,
            "the database has no unit to compare with: Clang's default flags");
        continue;
      }
      const clang::tooling::CompileCommand &Best = Commands.front();
      Candidate New;
      New.Job.Directory = Best.Directory;
      New.Job.File = File;
      New.Job.Arguments.assign(Best.CommandLine.begin() + 1,
                               Best.CommandLine.end());
      // "-- FILE" ends an inferred command.
      while (!New.Job.Arguments.empty() && (New.Job.Arguments.back() == "--" ||
                                            New.Job.Arguments.back() == File))
        New.Job.Arguments.pop_back();
      New.IsCxx = Best.CommandLine.front() == "clang++";
      StringRef From = Best.Heuristic;
      From.consume_front("inferred from ");
      Guessed.emplace_back(
          File, "flags of " + (From.empty() ? "the database" : From.str()));
      Candidates.push_back(std::move(New));
    }
  }

  static std::size_t weight(const Candidate &C) {
    return C.Job.Arguments.size() -
           llvm::count_if(C.Job.Arguments, isObjectOnly);
  }

  /// One candidate a file, language and target. See CompileDatabase.h.
  static std::vector<Candidate> mergedOf(std::vector<Candidate> All) {
    auto key = [](const Candidate &C) {
      return std::make_tuple(StringRef(C.Job.File), C.IsCxx,
                             StringRef(C.Target));
    };
    llvm::sort(All, [&](const Candidate &A, const Candidate &B) {
      return std::make_tuple(key(A), weight(A), ArrayRef(A.Job.Arguments),
                             StringRef(A.Job.Directory)) <
             std::make_tuple(key(B), weight(B), ArrayRef(B.Job.Arguments),
                             StringRef(B.Job.Directory));
    });
    All.erase(std::unique(All.begin(), All.end(),
                          [&](const Candidate &A, const Candidate &B) {
                            return key(A) == key(B);
                          }),
              All.end());
    return All;
  }

  void finish() {
    std::size_t Before = Candidates.size();
    Candidates = mergedOf(std::move(Candidates));
    std::vector<std::string> Missing;
    for (const Candidate &C : Candidates)
      if (!C.Exists)
        Missing.push_back(C.Job.File);
    Out.Report.Duplicates = Before - Candidates.size();

    Out.ProjectRoot = Request.ProjectRoot;
    if (Out.ProjectRoot.empty()) {
      if (AllSources.empty())
        for (const Candidate &C : Candidates)
          AllSources.push_back(C.Job.File);
      Out.ProjectRoot =
          AllSources.empty()
              ? Request.WorkingDirectory
              : deriveProjectRoot(AllSources, sys::path::parent_path(
                                                  Out.Report.DatabasePath));
      // Single files of no project: names as the user would type them here.
      if (Out.Report.DatabasePath.empty() &&
          isBelow(Out.ProjectRoot, Request.WorkingDirectory) &&
          !isMarkedRoot(Out.ProjectRoot))
        Out.ProjectRoot = Request.WorkingDirectory;
    }
    for (Candidate &C : Candidates) {
      append_range(C.Job.Arguments, Request.ExtraArguments);
      C.Job.ProjectRoot = Out.ProjectRoot;
      (C.Exists ? Out.Jobs : Out.MissingJobs).push_back(std::move(C.Job));
    }
    for (auto *Jobs : {&Out.Jobs, &Out.MissingJobs})
      llvm::sort(*Jobs, [](const UnitJob &A, const UnitJob &B) {
        return std::tie(A.File, A.Arguments, A.Directory) <
               std::tie(B.File, B.Arguments, B.Directory);
      });

    auto shown = [&](const std::string &File) {
      return relativeTo(File, Out.ProjectRoot);
    };
    for (const auto &[File, From] : Guessed)
      Out.Report.Guessed.push_back(shown(File) + ": " + From);
    for (const auto &[File, Why] : NotCxx)
      Out.Report.NotCxx.push_back(shown(File) + ": " + Why);
    for (const std::string &File : Missing)
      Out.Report.Missing.push_back(shown(File));
    for (auto *List :
         {&Out.Report.Guessed, &Out.Report.NotCxx, &Out.Report.Missing}) {
      llvm::sort(*List);
      List->erase(std::unique(List->begin(), List->end()), List->end());
    }
  }

  const PlanRequest &Request;
  Plan Out;
  std::vector<Candidate> Candidates;
  std::vector<std::string> AllSources;
  StringSet<> Warned;
  std::vector<std::pair<std::string, std::string>> NotCxx, Guessed;
};

} // namespace

Expected<Plan> planUnits(const PlanRequest &Request) {
  return Planner(Request).run();
}

} // namespace cppwarden::frontend
