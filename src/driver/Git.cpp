#include "driver/Git.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"

extern char **environ;

namespace cppwarden::driver {
namespace {

std::string readAll(llvm::StringRef File) {
  auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  return Buffer ? (*Buffer)->getBuffer().str() : std::string();
}

} // namespace

Git Git::inOtherRepository(llvm::StringRef Folder) {
  Git Result(Folder);
  Result.KeepsRepository = false;
  return Result;
}

llvm::Expected<std::string>
Git::run(const std::vector<std::string> &Words) const {
  auto Program = llvm::sys::findProgramByName("git");
  if (!Program)
    return llvm::createStringError("there is no git on the path");
  llvm::SmallString<128> OutFile, ErrFile;
  llvm::scope_exit Remove([&] {
    for (llvm::StringRef File : {OutFile, ErrFile})
      if (!File.empty())
        llvm::sys::fs::remove(File);
  });
  for (auto *File : {&OutFile, &ErrFile})
    if (std::error_code Error =
            llvm::sys::fs::createTemporaryFile("cppwarden-git", "txt", *File))
      return llvm::createStringError("cannot make a temporary file: " +
                                     Error.message());

  // A monitor that a repository names must not be started for reading it.
  std::vector<llvm::StringRef> Arguments = {*Program, "--no-pager", "-c",
                                            "core.fsmonitor=false"};
  if (!Folder.empty())
    Arguments.insert(Arguments.end(), {"-C", Folder});
  Arguments.insert(Arguments.end(), Words.begin(), Words.end());
  // Messages are compared with English ones; nothing may lock the repository.
  std::vector<llvm::StringRef> Variables = {"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0"};
  for (char **Variable = environ; *Variable; ++Variable) {
    llvm::StringRef Text = *Variable;
    if (Text.starts_with("LC_ALL=") ||
        Text.starts_with("GIT_OPTIONAL_LOCKS=") ||
        Text.starts_with("GIT_DIFF_OPTS=") ||
        Text.starts_with("GIT_EXTERNAL_DIFF="))
      continue;
    if (!KeepsRepository &&
        (Text.starts_with("GIT_DIR=") || Text.starts_with("GIT_INDEX_FILE=") ||
         Text.starts_with("GIT_WORK_TREE=") || Text.starts_with("GIT_PREFIX=")))
      continue;
    Variables.push_back(Text);
  }
  std::optional<llvm::StringRef> Redirects[] = {
      llvm::StringRef(), llvm::StringRef(OutFile), llvm::StringRef(ErrFile)};
  std::string Why;
  int Status = llvm::sys::ExecuteAndWait(*Program, Arguments,
                                         llvm::ArrayRef(Variables), Redirects,
                                         /*SecondsToWait=*/0,
                                         /*MemoryLimit=*/0, &Why);
  if (Status == 0)
    return readAll(OutFile);
  std::string Errors = readAll(ErrFile);
  llvm::StringRef Last = llvm::StringRef(Errors).rtrim();
  Last = Last.substr(Last.rfind('\n') + 1);
  if (!Why.empty())
    Last = Why;
  return llvm::createStringError("git: " + (Last.empty() ? "it failed" : Last));
}

} // namespace cppwarden::driver
