#include "frontend/DatabaseReader.h"

#include "frontend/CommandTokens.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <nlohmann/json.hpp>
#include <optional>

using namespace llvm;

namespace cppwarden::frontend {
namespace {

constexpr StringLiteral DatabaseName = "compile_commands.json";
constexpr std::size_t MaxBrokenShown = 20;

Error failure(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

/// Receives the parser's events. Levels: 1 the array of entries, 2 an entry,
/// 3 its list of arguments; anything else below an entry is skipped.
class EntryReader final : public nlohmann::json_sax<nlohmann::json> {
public:
  EntryReader(Database &Out, StringRef Base) : Out(Out), Base(Base) {}

  bool null() override { return value("null"); }
  bool boolean(bool) override { return value("a boolean"); }
  bool number_integer(number_integer_t) override { return value("a number"); }
  bool number_unsigned(number_unsigned_t) override { return value("a number"); }
  bool number_float(number_float_t, const string_t &) override {
    return value("a number");
  }
  bool binary(binary_t &) override { return value("binary data"); }

  bool string(string_t &Text) override {
    if (Depth == 2) {
      if (Key == "directory")
        Directory = std::move(Text);
      else if (Key == "file")
        File = std::move(Text);
      else if (Key == "command")
        CommandText = std::move(Text);
      else if (Key == "arguments")
        complain("\"arguments\" is a string instead of a list of strings");
      return true;
    }
    if (Depth == 3 && InArguments) {
      Arguments->push_back(std::move(Text));
      return true;
    }
    return value("a string");
  }

  bool start_object(std::size_t) override {
    if (Depth == 0)
      return top();
    if (Depth == 1) {
      ++Out.Total;
      Directory.reset(), File.reset(), CommandText.reset(), Arguments.reset();
      Complaint.clear();
    } else {
      value("an object");
    }
    ++Depth;
    return true;
  }
  bool key(string_t &Name) override {
    if (Depth == 2)
      Key = std::move(Name);
    return true;
  }
  bool end_object() override {
    if (--Depth == 1)
      finish();
    return true;
  }

  bool start_array(std::size_t) override {
    if (Depth == 2 && Key == "arguments") {
      InArguments = true;
      Arguments.emplace();
    } else if (Depth != 0) {
      value("a list");
    }
    ++Depth;
    return true;
  }
  bool end_array() override {
    if (--Depth == 2)
      InArguments = false;
    return true;
  }

  bool parse_error(std::size_t Position, const std::string &,
                   const nlohmann::json::exception &E) override {
    ErrorPosition = Position;
    // "[json.exception.parse_error.101] parse error at line 1, column 2: text"
    StringRef What = E.what();
    if (What.contains("] "))
      What = What.split("] ").second;
    ErrorText = What.str();
    return false;
  }

  std::string ErrorText;
  std::size_t ErrorPosition = 0;
  bool NotAnArray = false;

private:
  bool top() {
    NotAnArray = true;
    return false;
  }

  bool value(StringRef What) {
    if (Depth == 0)
      return top();
    if (Depth == 1) {
      ++Out.Total;
      warn("is " + What.str() + " instead of an object");
    } else if (Depth == 2 && (Key == "directory" || Key == "file" ||
                              Key == "command" || Key == "arguments")) {
      complain("\"" + Key + "\" is " + What.str());
    } else if (Depth == 3 && InArguments) {
      complain("\"arguments\" holds " + What.str());
    }
    return true;
  }

  void complain(std::string Text) {
    if (Complaint.empty())
      Complaint = std::move(Text);
  }

  void warn(const std::string &Text) {
    if (Out.Warnings.size() < MaxBrokenShown)
      Out.Warnings.push_back("entry " + std::to_string(Out.Total) +
                             (File ? " (" + *File + ") " : " ") + Text);
    else
      ++Unshown;
  }

  void finish() {
    auto hasNul = [](const std::string &Text) {
      return Text.find('\0') != std::string::npos;
    };
    if (!File || File->empty())
      complain("has no \"file\"");
    else if (!Directory || Directory->empty())
      complain("has no \"directory\"");
    else if (!Arguments && !CommandText)
      complain("has neither \"command\" nor \"arguments\"");
    else if (hasNul(*File) || hasNul(*Directory) ||
             (CommandText && hasNul(*CommandText)) ||
             (Arguments && any_of(*Arguments, hasNul)))
      complain("contains a NUL character");
    if (Complaint.empty()) {
      DatabaseEntry Entry;
      Entry.Directory = absolutePath(*Directory, Base);
      Entry.File = absolutePath(*File, Entry.Directory);
      Entry.Words =
          Arguments ? std::move(*Arguments) : splitCommand(*CommandText);
      if (!Entry.Words.empty()) {
        Out.Entries.push_back(std::move(Entry));
        return;
      }
      complain("has an empty command");
    }
    if (StringRef(Complaint).starts_with("\""))
      Complaint = ": " + Complaint;
    warn(Complaint);
  }

  Database &Out;
  StringRef Base;
  unsigned Depth = 0;
  bool InArguments = false;
  std::string Key, Complaint;
  std::optional<std::string> Directory, File, CommandText;
  std::optional<std::vector<std::string>> Arguments;

public:
  unsigned Unshown = 0;
};

/// Folders of Parent where builds usually stand, sorted.
std::vector<std::string> buildFolders(StringRef Parent) {
  std::vector<std::string> Folders;
  std::error_code Failed;
  for (sys::fs::directory_iterator It(Parent, Failed), End;
       It != End && !Failed; It.increment(Failed)) {
    StringRef Name = sys::path::filename(It->path());
    if ((Name.starts_with("build") || Name.starts_with("cmake-build-") ||
         Name.starts_with("out") || Name == "_build" || Name == "_builds") &&
        sys::fs::is_directory(It->path()))
      Folders.push_back(It->path());
  }
  llvm::sort(Folders);
  return Folders;
}

std::string databaseIn(StringRef Folder) {
  SmallString<256> Path(Folder);
  sys::path::append(Path, DatabaseName);
  return sys::fs::is_regular_file(Path) ? Path.str().str() : "";
}

/// Databases in the build folders of Parent and one level below them.
std::vector<std::string> databasesBelow(StringRef Parent) {
  std::vector<std::string> Found;
  for (const std::string &Folder : buildFolders(Parent)) {
    if (std::string Path = databaseIn(Folder); !Path.empty()) {
      Found.push_back(Path);
      continue;
    }
    std::vector<std::string> Inner;
    std::error_code Failed;
    for (sys::fs::directory_iterator It(Folder, Failed), End;
         It != End && !Failed; It.increment(Failed))
      if (std::string Path = databaseIn(It->path()); !Path.empty())
        Inner.push_back(Path);
    llvm::sort(Inner);
    append_range(Found, Inner);
  }
  return Found;
}

} // namespace

Expected<std::string> findDatabase(StringRef BuildPath,
                                   StringRef WorkingDirectory,
                                   std::vector<std::string> &Warnings) {
  if (!BuildPath.empty()) {
    std::string Path = absolutePath(BuildPath, WorkingDirectory);
    if (sys::fs::is_regular_file(Path))
      return Path;
    if (!sys::fs::is_directory(Path))
      return failure(Path + ": no such file or folder (given with -p)");
    if (std::string Found = databaseIn(Path); !Found.empty())
      return Found;
    return failure(
        Path + ": holds no " + DatabaseName +
        "; configure with `cmake -DCMAKE_EXPORT_COMPILE_COMMANDS=ON`, or "
        "record a build with `bear -- make`");
  }

  std::vector<std::string> Upward;
  for (StringRef Folder = WorkingDirectory; !Folder.empty();
       Folder = sys::path::parent_path(Folder)) {
    Upward.push_back(Folder.str());
    if (sys::fs::exists(Folder + "/.git"))
      break;
  }
  for (const std::string &Folder : Upward)
    if (std::string Found = databaseIn(Folder); !Found.empty())
      return Found;
  // Above the working folder, build folders count only inside one work tree.
  if (!sys::fs::exists(Upward.back() + "/.git"))
    Upward.resize(1);
  for (const std::string &Folder : Upward) {
    std::vector<std::string> Found = databasesBelow(Folder);
    if (Found.empty())
      continue;
    if (Found.size() > 1)
      Warnings.push_back(
          "several databases found; taking " + Found[0] + " rather than " +
          join(ArrayRef(Found).drop_front(), ", ") + " (choose with -p)");
    return Found[0];
  }
  return std::string();
}

Expected<Database> parseDatabase(StringRef Text, StringRef Path,
                                 StringRef Base) {
  Database Out;
  Out.Path = Path.str();
  EntryReader Reader(Out, Base);
  bool Parsed = nlohmann::json::sax_parse(Text.begin(), Text.end(), &Reader);
  if (Reader.NotAnArray)
    return failure(
        Path +
        ": not a compile database: a list of entries was expected at its top");
  if (!Parsed)
    return failure(Path + ": not valid JSON: " + Reader.ErrorText);
  if (Reader.Unshown)
    Out.Warnings.push_back("and " + std::to_string(Reader.Unshown) +
                           " more broken entries");
  return Out;
}

Expected<Database> readDatabase(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return failure(Path + ": " + Buffer.getError().message());
  return parseDatabase((*Buffer)->getBuffer(), Path,
                       sys::path::parent_path(Path));
}

} // namespace cppwarden::frontend
