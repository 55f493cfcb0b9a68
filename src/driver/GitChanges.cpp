#include "driver/GitChanges.h"
#include "driver/Git.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include <limits>

namespace cppwarden::driver {
namespace {

namespace fs = llvm::sys::fs;

class ChangeReader {
public:
  ChangeReader(const ChangeRequest &Request, llvm::StringRef Root,
               llvm::StringRef WorkingDirectory)
      : Request(Request), Root(realPath(Root)),
        // A hook's GIT_INDEX_FILE may be relative to where git started it.
        Repository(isBelow(WorkingDirectory, Root) ? "" : Root) {}
  llvm::Expected<Changes> read();

private:
  llvm::Expected<std::string> base();
  llvm::Expected<Diff> diff(std::vector<std::string> More);
  llvm::Error addUntracked(const Git &In, const std::string &Folder);
  llvm::Error addStaged(const Diff &Staged);
  std::string name(llvm::StringRef PathInTree) const {
    return relativeTo(absolutePath(PathInTree, Top), Root);
  }
  static std::string realPath(llvm::StringRef Path) {
    llvm::SmallString<256> Real;
    return fs::real_path(Path, Real) ? Path.str() : Real.str().str();
  }

  const ChangeRequest &Request;
  std::string Root, Top;
  Git Repository;
  Changes Result;
};

/// The commit to compare with.
llvm::Expected<std::string> ChangeReader::base() {
  auto Commit =
      Repository.run({"rev-parse", "--verify", "--quiet", "--end-of-options",
                      Request.Revision + "^{commit}"});
  if (!Commit) {
    llvm::consumeError(Commit.takeError());
    return llvm::createStringError(
        "git knows no commit '" + Request.Revision +
        "'; in a shallow clone, fetch it first (fetch-depth: 0)");
  }
  std::string Id = llvm::StringRef(*Commit).trim().str();
  if (Request.What == ChangeRequest::Against::Revision)
    return Id;
  auto Base = Repository.run({"merge-base", Id, "HEAD"});
  if (!Base) {
    llvm::consumeError(Base.takeError());
    return llvm::createStringError(
        "git finds no common commit of '" + Request.Revision +
        "' and HEAD; in a shallow clone, fetch the history first "
        "(fetch-depth: 0)");
  }
  return llvm::StringRef(*Base).trim().str();
}

llvm::Expected<Diff> ChangeReader::diff(std::vector<std::string> More) {
  std::vector<std::string> Words = {
      // Whatever the user's settings make of a diff is not for us.
      "-c",
      "core.quotePath=true",
      "-c",
      "diff.noprefix=false",
      "-c",
      "diff.mnemonicPrefix=false",
      "diff",
      "--no-color",
      "--no-ext-diff",
      "--no-textconv",
      "--no-relative",
      "--unified=0",
      "--find-renames",
      "--src-prefix=a/",
      "--dst-prefix=b/",
      "--submodule=diff"};
  Words.insert(Words.end(), More.begin(), More.end());
  auto Patch = Repository.run(Words);
  if (!Patch)
    return Patch.takeError();
  return readDiff(*Patch);
}

/// Folder is "" or ends in a slash.
llvm::Error ChangeReader::addUntracked(const Git &In,
                                       const std::string &Folder) {
  auto Names = In.run({"ls-files", "--others", "--exclude-standard", "-z"});
  if (!Names)
    return Names.takeError();
  llvm::SmallVector<llvm::StringRef> Files;
  llvm::StringRef(*Names).split(Files, '\0', -1, /*KeepEmpty=*/false);
  for (llvm::StringRef File : Files)
    Result.Lines[name(Folder + File.str())] = {
        {1, std::numeric_limits<std::uint32_t>::max()}};
  return llvm::Error::success();
}

/// The lines of the index, where they are in the files on disk.
llvm::Error ChangeReader::addStaged(const Diff &Staged) {
  auto Unstaged = diff({});
  if (!Unstaged)
    return Unstaged.takeError();
  std::map<std::string, const FileDiff *> Edited;
  for (const FileDiff &File : Unstaged->Files)
    Edited[File.Path] = &File;
  for (const FileDiff &File : Staged.Files) {
    if (File.IsDeleted)
      continue;
    auto It = Edited.find(File.Path);
    if (It == Edited.end())
      continue;
    Result.Warnings.push_back(
        name(File.Path) +
        " has changes that are not staged; the file on disk is checked");
    std::vector<LineRange> &Lines = Result.Lines[name(File.Path)];
    Lines = mapLines(Lines, It->second->Blocks);
  }
  return llvm::Error::success();
}

llvm::Expected<Changes> ChangeReader::read() {
  auto Found = Repository.run({"rev-parse", "--show-toplevel"});
  if (!Found)
    return llvm::createStringError("'" + Root + "' is in no git work tree: " +
                                   llvm::toString(Found.takeError()));
  Top = realPath(llvm::StringRef(*Found).rtrim("\r\n"));

  bool Staged = Request.What == ChangeRequest::Against::Staged;
  std::vector<std::string> Compared = {"--cached"};
  if (!Staged) {
    auto Base = base();
    if (!Base)
      return Base.takeError();
    Compared = {*Base};
  }
  Compared.push_back("--");
  auto Changed = diff(Compared);
  if (!Changed)
    return Changed.takeError();
  for (const FileDiff &File : Changed->Files)
    if (File.IsDeleted)
      Result.Deleted.insert(name(File.Path));
    else
      Result.Lines[name(File.Path)] = changedLines(File.Blocks);
  for (const std::string &Submodule : Changed->OpaqueSubmodules) {
    Result.WholeFolders.insert(name(Submodule));
    Result.Warnings.push_back("git cannot show what changed in the submodule " +
                              Submodule + "; all of it counts as changed");
  }
  if (Staged) {
    if (llvm::Error E = addStaged(*Changed))
      return std::move(E);
    return std::move(Result);
  }
  Git InTop(Top);
  if (llvm::Error E = addUntracked(InTop, ""))
    return std::move(E);
  if (fs::exists(Top + "/.gitmodules")) {
    auto Modules = InTop.run({"config", "-z", "--file", ".gitmodules",
                              "--get-regexp", "^submodule\\..*\\.path$"});
    if (!Modules) // a file without entries
      llvm::consumeError(Modules.takeError());
    else
      for (llvm::StringRef Entry : llvm::split(*Modules, '\0')) {
        std::string Path = Entry.split('\n').second.str();
        if (!Path.empty() && fs::exists(Top + "/" + Path + "/.git"))
          if (llvm::Error E = addUntracked(
                  Git::inOtherRepository(Top + "/" + Path), Path + "/"))
            return std::move(E);
      }
  }
  return std::move(Result);
}

} // namespace

bool Changes::hasLine(llvm::StringRef File, std::uint32_t First,
                      std::uint32_t Last) const {
  if (llvm::any_of(WholeFolders, [&](const std::string &Folder) {
        return isBelow(File, Folder);
      }))
    return true;
  auto It = Lines.find(File.str());
  return It != Lines.end() &&
         llvm::any_of(It->second, [&](const LineRange &Range) {
           return First <= Range.Last && Range.First <= Last;
         });
}

bool Changes::hasFile(llvm::StringRef File) const {
  return Lines.count(File.str()) || Deleted.count(File.str()) ||
         hasLine(File, 1, 1);
}

llvm::Expected<Changes> changesByGit(const ChangeRequest &Request,
                                     llvm::StringRef Root,
                                     llvm::StringRef WorkingDirectory) {
  return ChangeReader(Request, Root, WorkingDirectory).read();
}

} // namespace cppwarden::driver
