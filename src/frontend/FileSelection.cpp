#include "frontend/FileSelection.h"

#include "frontend/CommandAdapter.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace cppwarden::frontend {
namespace {

Error failure(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

std::string realPath(StringRef Path) {
  SmallString<256> Real;
  return sys::fs::real_path(Path, Real) ? Path.str() : Real.str().str();
}

/// The path a glob is matched with: relative to the working folder where it
/// lies below it, without the first slash otherwise.
StringRef globSubject(StringRef File, StringRef WorkingDirectory,
                      StringRef Pattern) {
  if (!Pattern.starts_with("/") && isBelow(File, WorkingDirectory))
    File = File.drop_front(WorkingDirectory.size());
  return File.ltrim('/');
}

Error collectSources(StringRef Folder, std::vector<std::string> &Out) {
  std::error_code Failed;
  for (sys::fs::recursive_directory_iterator
           It(Folder, Failed, /*follow_symlinks=*/false),
       End;
       It != End && !Failed; It.increment(Failed)) {
    StringRef Path = It->path();
    if (sys::path::filename(Path).starts_with(".")) {
      It.no_push();
      continue;
    }
    if (isSourceName(Path) && sys::fs::is_regular_file(Path))
      Out.push_back(Path.str());
  }
  if (Failed)
    return failure(Folder + ": " + Failed.message());
  return Error::success();
}

} // namespace

Expected<FileSelection> FileSelection::create(ArrayRef<std::string> Names,
                                              StringRef WorkingDirectory) {
  FileSelection Out;
  Out.WorkingDirectory = WorkingDirectory.str();
  for (const std::string &Name : Names) {
    Item One;
    One.Given = Name;
    One.Path = absolutePath(Name, WorkingDirectory);
    bool Exists = sys::fs::exists(One.Path);
    if (!Exists && isGlob(Name)) {
      StringRef Pattern = Name;
      Pattern.consume_front("./");
      Expected<PathGlob> Glob = PathGlob::compile(Pattern);
      if (!Glob)
        return Glob.takeError();
      One.Glob = std::move(*Glob);
    }
    One.IsFolder = Exists && sys::fs::is_directory(One.Path);
    One.RealPath = Exists ? realPath(One.Path) : One.Path;
    Out.Items.push_back(std::move(One));
  }
  return Out;
}

bool FileSelection::matches(const Item &One, StringRef File) const {
  if (One.Glob)
    return One.Glob->matches(globSubject(File, WorkingDirectory, One.Given));
  if (One.IsFolder)
    return isBelow(File, One.Path) || isBelow(File, One.RealPath);
  if (File == One.Path || File == One.RealPath)
    return true;
  // A checkout reached through a symbolic link.
  return sys::path::filename(File) == sys::path::filename(One.Path) &&
         realPath(File) == One.RealPath;
}

std::vector<bool> FileSelection::choose(ArrayRef<std::string> Files) {
  std::vector<bool> Chosen(Files.size(), Items.empty());
  for (Item &One : Items)
    for (std::size_t I = 0; I < Files.size(); ++I)
      if (matches(One, Files[I]))
        One.Matched = Chosen[I] = true;
  return Chosen;
}

std::vector<std::string> FileSelection::unmatched() const {
  std::vector<std::string> Names;
  for (const Item &One : Items)
    if (!One.Matched)
      Names.push_back(One.Given);
  return Names;
}

Expected<std::vector<std::string>> sourcesOnDisk(ArrayRef<std::string> Names,
                                                 StringRef WorkingDirectory) {
  std::vector<std::string> Out;
  for (const std::string &Name : Names) {
    std::string Path = absolutePath(Name, WorkingDirectory);
    if (sys::fs::is_directory(Path)) {
      std::size_t Before = Out.size();
      if (Error E = collectSources(Path, Out))
        return std::move(E);
      if (Out.size() == Before)
        return failure(Name + ": no C or C++ source in this folder");
    } else if (!sys::fs::is_regular_file(Path)) {
      return failure(Name + ": no such file or folder");
    } else if (!isSourceName(Path) && !isHeaderName(Path)) {
      return failure(Name + ": not a C or C++ file by its extension");
    } else {
      Out.push_back(Path);
    }
  }
  llvm::sort(Out);
  Out.erase(std::unique(Out.begin(), Out.end()), Out.end());
  return Out;
}

} // namespace cppwarden::frontend
