//===- NinjaFile.cpp ------------------------------------------------------===//
//
// Beside the build file, in the folder of the objects, lie
//
//   objects.txt    the objects, one a line, for `link @objects.txt`
//   ninja.d        what the build file was made from
//   UNIT.cwo.flags flags that Ninja or the shell cannot take: those with a line
//                  end, and commands near the length that Linux allows a word
//   .ninja_log …   Ninja's own (`builddir`), apart from those of the program's
//                  build, which may lie in the same folder
//
// `lint`, the default target, is never up to date: a report names the revision,
// and suppressions expire by the day.
//
//===----------------------------------------------------------------------===//
#include "driver/NinjaFile.h"
#include "driver/DependencyRule.h"
#include "driver/PortableNames.h"
#include "driver/Version.h"
#include "support/Paths.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

namespace cppwarden::driver {
namespace {

/// MAX_ARG_STRLEN of Linux is 131072; the rest of the command needs room.
constexpr std::size_t MaxFlags = 100'000;

/// As a shell takes a word.
std::string shellWord(llvm::StringRef Word) {
  auto IsPlain = [](char C) {
    return llvm::isAlnum(C) || llvm::StringRef("_@%+=:,./-").contains(C);
  };
  if (!Word.empty() && llvm::all_of(Word, IsPlain))
    return Word.str();
  std::string Result = "'";
  for (char C : Word) {
    if (C == '\'')
      Result += "'\\''";
    else
      Result += C;
  }
  return Result + "'";
}

std::string shellWords(llvm::ArrayRef<std::string> Words) {
  std::string Result;
  for (const std::string &Word : Words)
    (Result += Result.empty() ? "" : " ") += shellWord(Word);
  return Result;
}

/// As a name in a `build` line.
std::string ninjaName(llvm::StringRef Name) {
  std::string Result;
  for (char C : Name) {
    if (C == '$' || C == ' ' || C == ':')
      Result += '$';
    Result += C;
  }
  return Result;
}

/// As a word in a response file of GCC's quoting.
std::string responseWord(llvm::StringRef Word) {
  std::string Result = "\"";
  for (char C : Word) {
    if (C == '"' || C == '\\')
      Result += '\\';
    Result += C;
  }
  return Result + "\"";
}

llvm::Error write(llvm::StringRef Path, llvm::StringRef Text) {
  auto Old = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                         /*RequiresNullTerminator=*/false);
  if (Old && (*Old)->getBuffer() == Text)
    return llvm::Error::success();
  std::error_code Failed =
      llvm::sys::fs::create_directories(llvm::sys::path::parent_path(Path));
  llvm::Error Error =
      Failed ? llvm::errorCodeToError(Failed)
             : llvm::writeToOutput(Path, [&](llvm::raw_ostream &Out) {
                 Out << Text;
                 return llvm::Error::success();
               });
  if (Error)
    return llvm::createStringError("cannot write '" + Path +
                                   "': " + llvm::toString(std::move(Error)));
  return llvm::Error::success();
}

class Writer {
public:
  Writer(const NinjaFile &File, const frontend::Plan &Plan)
      : File(File), Plan(Plan),
        Portable(Plan.ProjectRoot, llvm::sys::path::parent_path(File.Path)) {}

  llvm::Error run();

private:
  llvm::Error writeAll();
  /// Relative names must not look like options or lists.
  std::string name(llvm::StringRef Path) {
    std::string Name = Portable(Path);
    if (Name.find_first_of("\r\n") != std::string::npos)
      BadName = Name;
    return Name[0] == '-' || Name[0] == '@' ? "./" + Name : Name;
  }
  /// As a value in a Ninja file.
  std::string value(llvm::StringRef Text) {
    std::string Result;
    for (char C : Text) {
      if (C == '$')
        Result += '$';
      if (C == '\n' || C == '\r')
        BadName = Text.str();
      Result += C;
    }
    return Result;
  }
  std::string names(llvm::ArrayRef<std::string> Paths) {
    std::string Result;
    for (const std::string &Path : Paths)
      (Result += ' ') += ninjaName(name(Path));
    return Result;
  }
  std::string objectOf(const frontend::UnitJob &Job);
  llvm::Error flagsOf(const frontend::UnitJob &Job, llvm::StringRef Object,
                      std::string &Flags, std::string &Inputs);
  llvm::Error unit(const frontend::UnitJob &Job, bool Exists);
  void rules();
  void link();
  llvm::Error regeneration();

  const NinjaFile &File;
  const frontend::Plan &Plan;
  PortableNames Portable;
  llvm::raw_ostream *Out = nullptr; ///< the build file
  std::string ObjectList, ObjectNames, UnitInputs, BadName;
  std::vector<std::string> FlagFiles;
  llvm::StringSet<> Taken;
};

/// A file that is compiled for several targets has several.
std::string Writer::objectOf(const frontend::UnitJob &Job) {
  bool Inside = isBelow(Job.File, Plan.ProjectRoot);
  std::string Stem =
      File.Objects + (Inside ? "/" : "/outside") +
      (Inside ? relativeTo(Job.File, Plan.ProjectRoot) : Job.File);
  std::string Object = Stem + ".cwo";
  for (unsigned I = 2; !Taken.insert(Object).second; ++I)
    Object = Stem + "." + std::to_string(I) + ".cwo";
  return Object;
}

llvm::Error Writer::flagsOf(const frontend::UnitJob &Job,
                            llvm::StringRef Object, std::string &Flags,
                            std::string &Inputs) {
  Flags = shellWords(Job.Arguments);
  if (Flags.size() <= MaxFlags &&
      Flags.find_first_of("\r\n") == std::string::npos)
    return llvm::Error::success();
  std::string Words, Path = (Object + ".flags").str();
  for (const std::string &Word : Job.Arguments)
    Words += responseWord(Word) + "\n";
  FlagFiles.push_back(Path);
  // The flags are read in the unit's folder.
  PortableNames FromUnit(Plan.ProjectRoot, Job.Directory);
  Flags = shellWord("@" + FromUnit(Path));
  Inputs += " " + ninjaName(name(Path));
  return write(Path, Words);
}

llvm::Error Writer::unit(const frontend::UnitJob &Job, bool Exists) {
  std::string Object = objectOf(Job), Inputs = UnitInputs, Flags;
  if (llvm::Error E = flagsOf(Job, Object, Flags, Inputs))
    return E;
  std::string ObjectName = name(Object), Source = name(Job.File);
  *Out << "build " + ninjaName(ObjectName) + ": analyze";
  // A file that is not there yet is no input, or Ninja would give up.
  if (Exists)
    *Out << " " + ninjaName(Source);
  *Out << " |" + Inputs + "\n  unit = " + value(shellWord(Source)) +
              "\n  directory = " + value(shellWord(name(Job.Directory))) +
              "\n  flags = " + value(Flags) + "\n";
  ObjectNames += " $\n  " + ninjaName(ObjectName);
  ObjectList += ObjectName + "\n";
  return llvm::Error::success();
}

void Writer::rules() {
  std::string Tool = name(File.Executable);
  if (!llvm::StringRef(Tool).contains('/'))
    Tool = "./" + Tool;
  Tool = value(shellWord(Tool));
  std::string Launcher =
      File.Launcher.empty() ? "" : value(File.Launcher) + " ";
  *Out << "# Written by " + versionLine() +
              ": `cppwarden ninja`.\n"
              "ninja_required_version = 1.7\n"
              "builddir = " +
              value(name(File.Objects)) +
              "\n\n"
              "rule analyze\n"
              "  command = " +
              Launcher + Tool + " analyze " +
              value(shellWords(File.AnalyzeOptions)) +
              " --adapted --record-failure --directory $directory -o $out "
              "--depfile $out.d $unit -- $flags\n"
              "  description = ANALYZE $unit\n"
              "  depfile = $out.d\n"
              "  deps = gcc\n"
              "  restat = 1\n\n"
              "rule link\n"
              "  command = " +
              Tool + " link " + value(shellWords(File.LinkOptions)) + " " +
              value(shellWord("@" + name(File.Objects + "/objects.txt"))) +
              "\n"
              "  description = LINK\n"
              "  pool = console\n\n"
              "rule regenerate\n"
              "  command = cd " +
              value(shellWord(name(File.RegenerateFolder))) + " && " +
              value(shellWords(File.Regenerate)) +
              "\n"
              "  description = REGENERATE\n"
              "  depfile = " +
              value(name(File.Objects + "/ninja.d")) +
              "\n"
              "  generator = 1\n"
              "  restat = 1\n\n";
}

void Writer::link() {
  *Out << "\nbuild objects: phony" + ObjectNames +
              "\nbuild always: phony\nbuild lint";
  if (!File.Reports.empty())
    *Out << " |" + names(File.Reports);
  *Out << ": link | objects" + names(File.LinkInputs) + " " +
              ninjaName(name(File.Objects + "/objects.txt")) +
              " always\ndefault lint\n";
}

llvm::Error Writer::regeneration() {
  std::vector<std::string> Outputs = {File.Path, File.Objects + "/objects.txt"};
  llvm::append_range(Outputs, FlagFiles);
  *Out << "\nbuild" + names(Outputs) + ": regenerate\n";
  std::set<std::string> Inputs;
  for (const std::string &Input : File.RegenerateInputs)
    Inputs.insert(name(Input));
  return write(File.Objects + "/ninja.d",
               dependencyRule(name(File.Path),
                              std::vector(Inputs.begin(), Inputs.end())));
}

llvm::Error Writer::writeAll() {
  UnitInputs = names(File.UnitInputs);
  rules();
  for (const frontend::UnitJob &Job : Plan.Jobs)
    if (llvm::Error E = unit(Job, /*Exists=*/true))
      return E;
  for (const frontend::UnitJob &Job : Plan.MissingJobs)
    if (llvm::Error E = unit(Job, /*Exists=*/false))
      return E;
  link();
  if (llvm::Error E = regeneration())
    return E;
  if (!BadName.empty())
    return llvm::createStringError("a Ninja file cannot hold '" + BadName +
                                   "', which has a line end in it");
  return write(File.Objects + "/objects.txt", ObjectList);
}

llvm::Error Writer::run() {
  // Replaced even if nothing changed: it is newer than its inputs then.
  llvm::Error Failed =
      llvm::writeToOutput(File.Path, [&](llvm::raw_ostream &Stream) {
        Out = &Stream;
        llvm::Error Error = writeAll();
        // writeToOutput() closes the file of a failure before the stream, which
        // must have nothing left to write.
        if (Error)
          Stream.flush();
        return Error;
      });
  if (Failed)
    return llvm::createStringError("cannot write '" + File.Path +
                                   "': " + llvm::toString(std::move(Failed)));
  return llvm::Error::success();
}

} // namespace

llvm::Error writeNinjaFile(const NinjaFile &File, const frontend::Plan &Plan) {
  return Writer(File, Plan).run();
}

} // namespace cppwarden::driver
