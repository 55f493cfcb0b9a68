//===- GitRepository.cpp --------------------------------------------------===//
//
// Of the layout (gitrepository-layout(5)) this knows: `.git` as a folder, or as
// a file that points to one (work trees, submodules); `commondir`; HEAD; loose
// and packed references; the sections `remote` and `branch` of `config`.
// Repositories whose references are in a reftable have neither.
//
//===----------------------------------------------------------------------===//
#include "driver/GitRepository.h"
#include "support/InputFile.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <map>

namespace cppwarden::driver {
namespace {

using llvm::StringRef;

/// HEAD may name a reference that names another.
constexpr unsigned MaxSymbolicDepth = 5;

std::string contentsOf(const llvm::Twine &File) {
  auto Buffer = readInputFile(File);
  return Buffer ? (*Buffer)->getBuffer().str() : "";
}

bool isObjectName(StringRef Text) {
  return (Text.size() == 40 || Text.size() == 64) &&
         llvm::all_of(Text, llvm::isHexDigit);
}

/// A reference is a path below the git folder: it must not lead out of it.
bool isReference(StringRef Name) {
  return Name.starts_with("refs/") && !Name.contains("..") &&
         !Name.contains('\0');
}

/// `[section "name"]` and `key = value` of a git configuration. Includes are
/// not followed.
class GitSettings {
public:
  explicit GitSettings(StringRef Text) {
    std::string Section, Name;
    while (!Text.empty()) {
      auto [Line, Rest] = Text.split('\n');
      Text = Rest;
      Line = Line.trim();
      if (Line.consume_front("[")) {
        auto [Head, Behind] = Line.split(']');
        auto [Kind, Quoted] = Head.split('"');
        Section = Kind.trim().lower();
        Name = Quoted.split('"').first.str();
        continue;
      }
      auto [Key, Value] = Line.split('=');
      Value = Value.trim();
      if (Value.consume_front("\""))
        Value = Value.split('"').first;
      Values[Section][Name].try_emplace(Key.trim().lower(), Value.str());
    }
  }

  StringRef value(StringRef Section, StringRef Name, StringRef Key) const {
    auto Names = Values.find(Section.str());
    if (Names == Values.end())
      return "";
    auto Keys = Names->second.find(Name.str());
    if (Keys == Names->second.end())
      return "";
    auto It = Keys->second.find(Key.str());
    return It == Keys->second.end() ? StringRef() : StringRef(It->second);
  }
  /// The name of the only section of this kind.
  StringRef only(StringRef Section) const {
    auto Names = Values.find(Section.str());
    return Names != Values.end() && Names->second.size() == 1
               ? StringRef(Names->second.begin()->first)
               : StringRef();
  }

private:
  using Keys = std::map<std::string, std::string>;
  std::map<std::string, std::map<std::string, Keys>> Values;
};

/// As a URL; empty for a path, which means something on this machine alone.
std::string urlOf(StringRef Remote) {
  if (Remote.starts_with("file:"))
    return "";
  if (Remote.contains("://"))
    return Remote.str();
  // git@host:group/project.git
  auto [Host, Path] = Remote.split(':');
  if (Path.empty() || Host.empty() || Host.contains('/') || Host.size() == 1)
    return "";
  return ("ssh://" + Host + "/" + Path.ltrim('/')).str();
}

class GitReader {
public:
  explicit GitReader(std::string Folder)
      : Folder(std::move(Folder)), Common(this->Folder) {
    std::string Shared = contentsOf(this->Folder + "/commondir");
    if (StringRef Path = StringRef(Shared).trim(); !Path.empty())
      Common = absolutePath(Path, this->Folder);
  }

  report::Repository read() const {
    report::Repository Result;
    std::string Head = contentsOf(Folder + "/HEAD");
    StringRef Text = StringRef(Head).trim();
    if (Text.consume_front("ref:")) {
      Text = Text.trim();
      Result.Revision = revisionOf(Text, 0);
      if (Text.consume_front("refs/heads/") && Text != ".invalid")
        Result.Branch = Text.str();
    } else if (isObjectName(Text)) {
      Result.Revision = Text.str();
    }
    std::string Config = contentsOf(Common + "/config");
    GitSettings Settings(Config);
    StringRef Remote = Settings.value("branch", Result.Branch, "remote");
    if (Settings.value("remote", Remote, "url").empty())
      Remote = "origin";
    if (Settings.value("remote", Remote, "url").empty())
      Remote = Settings.only("remote");
    Result.Uri = urlOf(Settings.value("remote", Remote, "url"));
    return Result;
  }

private:
  std::string revisionOf(StringRef Name, unsigned Depth) const {
    if (!isReference(Name) || Depth == MaxSymbolicDepth)
      return "";
    for (const std::string &Base : {Folder, Common}) {
      std::string Loose = contentsOf(Base + "/" + Name);
      StringRef Text = StringRef(Loose).trim();
      if (Text.consume_front("ref:"))
        return revisionOf(Text.trim(), Depth + 1);
      if (isObjectName(Text))
        return Text.str();
    }
    std::string Packed = contentsOf(Common + "/packed-refs");
    StringRef Rest = Packed;
    while (!Rest.empty()) {
      StringRef Line;
      std::tie(Line, Rest) = Rest.split('\n');
      auto [Object, Reference] = Line.trim().split(' ');
      if (Reference == Name && isObjectName(Object))
        return Object.str();
    }
    return "";
  }

  std::string Folder, Common;
};

/// What a `.git` file names: "gitdir: PATH".
std::string gitFolder(const std::string &Marker) {
  if (llvm::sys::fs::is_directory(Marker))
    return Marker;
  std::string Text = contentsOf(Marker);
  StringRef Path = Text;
  if (!Path.consume_front("gitdir:"))
    return "";
  return absolutePath(Path.trim(), llvm::sys::path::parent_path(Marker));
}

} // namespace

report::Repository describeRepository(StringRef Folder) {
  auto Marker = findUpward(Folder, ".git");
  if (!Marker)
    return {};
  std::string Git = gitFolder(*Marker);
  if (Git.empty())
    return {};
  report::Repository Result = GitReader(std::move(Git)).read();
  Result.IsAtRoot = llvm::sys::path::parent_path(*Marker) == Folder;
  return Result;
}

} // namespace cppwarden::driver
