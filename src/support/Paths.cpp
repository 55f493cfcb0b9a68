#include "support/Paths.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace cppwarden {

std::string absolutePath(llvm::StringRef Path, llvm::StringRef Base) {
  llvm::SmallString<256> Result(Path);
  if (!llvm::sys::path::is_absolute(Path)) {
    Result = Base;
    llvm::sys::path::append(Result, Path);
  }
  llvm::sys::path::remove_dots(Result, /*remove_dot_dot=*/true);
  while (Result.size() > 1 && llvm::sys::path::is_separator(Result.back()))
    Result.pop_back();
  return std::string(Result);
}

bool isBelow(llvm::StringRef Path, llvm::StringRef Folder) {
  if (!Path.consume_front(Folder))
    return false;
  return Path.empty() || Folder.ends_with("/") || Path.starts_with("/");
}

std::string relativeTo(llvm::StringRef Absolute, llvm::StringRef Root) {
  if (!isBelow(Absolute, Root))
    return Absolute.str();
  llvm::StringRef Rest = Absolute.drop_front(Root.size()).ltrim('/');
  return Rest.empty() ? "." : Rest.str();
}

std::optional<std::string> findUpward(llvm::StringRef Start,
                                      llvm::StringRef Name) {
  namespace path = llvm::sys::path;
  llvm::SmallString<256> Folder(Start);
  while (!Folder.empty()) {
    llvm::SmallString<256> Candidate(Folder);
    path::append(Candidate, Name);
    llvm::sys::fs::file_status Status;
    if (!llvm::sys::fs::status(Candidate, Status) &&
        (Status.type() == llvm::sys::fs::file_type::regular_file ||
         Status.type() == llvm::sys::fs::file_type::directory_file))
      return std::string(Candidate);
    llvm::SmallString<256> Git(Folder);
    path::append(Git, ".git");
    llvm::StringRef Parent = path::parent_path(Folder);
    if (llvm::sys::fs::exists(Git) || Parent.size() == Folder.size())
      break;
    Folder.resize(Parent.size());
  }
  return std::nullopt;
}

} // namespace cppwarden
