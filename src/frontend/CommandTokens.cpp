#include "frontend/CommandTokens.h"

#include "frontend/FlagTable.h"
#include "support/InputFile.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/StringSaver.h"
#include <optional>

using namespace llvm;

namespace cppwarden::frontend {
namespace {

bool quotesLikeWindows(StringRef Command) {
  Command = Command.ltrim();
  StringRef First;
  if (Command.consume_front("\""))
    First = Command.take_until([](char C) { return C == '"'; });
  else
    First = Command.take_until([](char C) { return C == ' ' || C == '\t'; });
  bool Drive = First.size() > 2 && isAlpha(First[0]) && First[1] == ':' &&
               (First[2] == '\\' || First[2] == '/');
  return Drive || First.ends_with_insensitive(".exe") ||
         First.ends_with_insensitive("cl");
}

std::vector<std::string> split(StringRef Text, bool Windows) {
  BumpPtrAllocator Memory;
  StringSaver Saver(Memory);
  SmallVector<const char *, 64> Words;
  if (Windows)
    cl::TokenizeWindowsCommandLine(Text, Saver, Words);
  else
    cl::TokenizeGNUCommandLine(Text, Saver, Words);
  return {Words.begin(), Words.end()};
}

/// Replaces each `@file` by the words of the file, to a bounded depth and
/// amount. GCC and Clang read a nested name relative to the working folder.
class ResponseFiles {
public:
  ResponseFiles(CommandTokens &Of, bool Windows)
      : Directory(Of.Directory), Windows(Windows), Read(Of.ResponseFiles),
        Warnings(Of.Warnings) {}

  std::vector<std::string> expand(std::vector<std::string> Words) {
    add(std::move(Words), 0);
    return std::move(Out);
  }

private:
  static constexpr unsigned MaxDepth = 16;
  static constexpr std::size_t MaxWords = 200'000;
  static constexpr unsigned MaxFiles = 1000;
  static constexpr std::uint64_t MaxBytes = 64 << 20;

  void add(std::vector<std::string> Words, unsigned Depth) {
    for (std::string &Word : Words) {
      if (Word.size() < 2 || Word[0] != '@') {
        if (Out.size() < MaxWords)
          Out.push_back(std::move(Word));
        else
          warnOnce("response files give more than " + std::to_string(MaxWords) +
                   " arguments; the rest is ignored");
        continue;
      }
      std::string Path = absolutePath(StringRef(Word).drop_front(), Directory);
      if (Depth == MaxDepth) {
        warnOnce("response file " + Path + ": nested deeper than " +
                 std::to_string(MaxDepth) + "; ignored");
        continue;
      }
      if (++Files > MaxFiles) {
        warnOnce("more than " + std::to_string(MaxFiles) +
                 " response files in one command; the rest is ignored");
        return;
      }
      auto Buffer = readInputFile(Path);
      if (!Buffer) {
        Warnings.push_back("response file " + Path + ": " +
                           Buffer.getError().message() + "; ignored");
        continue;
      }
      Bytes += (*Buffer)->getBufferSize();
      if (Bytes > MaxBytes) {
        warnOnce("response files larger than " +
                 std::to_string(MaxBytes >> 20) + " MB; the rest is ignored");
        continue;
      }
      Read.push_back(Path);
      StringRef Text = (*Buffer)->getBuffer();
      Text.consume_front("\xEF\xBB\xBF");
      add(split(Text, Windows), Depth + 1);
    }
  }

  void warnOnce(std::string Message) {
    if (!is_contained(Warnings, Message))
      Warnings.push_back(std::move(Message));
  }

  StringRef Directory;
  bool Windows;
  std::vector<std::string> &Read, &Warnings;
  std::vector<std::string> Out;
  unsigned Files = 0;
  std::uint64_t Bytes = 0;
};

bool isAssignment(StringRef Word) {
  StringRef Name =
      Word.take_while([](char C) { return isAlnum(C) || C == '_'; });
  return !Name.empty() && !isDigit(Name[0]) &&
         Word.substr(Name.size()).starts_with("=");
}

/// How many words stand before the compiler. A command that does not begin with
/// a known launcher names its compiler first, whatever its name.
std::size_t launcherWords(ArrayRef<std::string> Words) {
  std::size_t At = 0;
  while (At < Words.size() && isAssignment(Words[At]))
    ++At;
  if (At >= Words.size())
    return 0;
  std::string First = programStem(Words[At]);
  bool CompilerItself = isCompilerName(First) && !isLauncher(First);
  if (CompilerItself || !isLauncher(First))
    return At;
  // The compiler is the next word that has the name of one and is no option's
  // or the launcher's own argument (`--source=x.cc`, `-n 5`, `-E`).
  for (std::size_t I = At + 1; I < Words.size(); ++I) {
    StringRef Word = Words[I];
    if (Word.starts_with("-") || isAssignment(Word))
      continue;
    if (isCompilerName(programStem(Word)))
      return I;
  }
  // A launcher before a compiler of an unknown name: the first word that is
  // followed by flags only.
  for (std::size_t I = At + 1; I < Words.size(); ++I)
    if (!StringRef(Words[I]).starts_with("-") && !isAssignment(Words[I]) &&
        !isLauncher(programStem(Words[I])))
      return I;
  return At;
}

} // namespace

std::string programStem(StringRef Program) {
  std::size_t Slash = Program.find_last_of("/\\");
  if (Slash != StringRef::npos)
    Program = Program.drop_front(Slash + 1);
  std::string Stem = Program.str();
  if (Program.ends_with_insensitive(".exe"))
    Stem.resize(Stem.size() - 4);
  return Stem;
}

std::vector<std::string> splitCommand(StringRef Command) {
  return split(Command, quotesLikeWindows(Command));
}

CommandTokens readCommand(std::vector<std::string> Words, StringRef Directory) {
  CommandTokens Out;
  Out.Directory = Directory.str();

  // `cd sub && compiler … && other`: each part between `&&` on its own; the
  // first that is neither `cd` nor `:` is the compile command.
  std::vector<std::string> Command;
  for (std::size_t I = 0; I < Words.size();) {
    std::size_t End =
        std::find(Words.begin() + I, Words.end(), "&&") - Words.begin();
    Command.assign(Words.begin() + I, Words.begin() + End);
    I = End + 1;
    if (Command.size() == 2 && Command[0] == "cd")
      Out.Directory = absolutePath(Command[1], Out.Directory);
    else if (!Command.empty() && Command[0] != ":")
      break;
    Command.clear();
  }

  std::size_t Skip = launcherWords(Command);
  for (std::size_t I = 0; I < Skip; ++I)
    if (std::string Stem = programStem(Command[I]); isLauncher(Stem))
      Out.Launchers.push_back(Stem);
  if (Skip >= Command.size())
    return Out;
  Out.Compiler = Command[Skip];
  Command.erase(Command.begin(), Command.begin() + Skip + 1);
  bool Windows = quotesLikeWindows(Out.Compiler);
  Out.Arguments = ResponseFiles(Out, Windows).expand(std::move(Command));
  return Out;
}

} // namespace cppwarden::frontend
