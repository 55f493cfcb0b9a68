#include "driver/FactVerifier.h"
#include "driver/CacheEntry.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

namespace cppwarden::driver {

namespace fs = llvm::sys::fs;
using frontend::FileAnswer;
using frontend::FileDigest;
using frontend::FileFact;

FileAnswer FactVerifier::look(const std::string &Path) {
  {
    std::lock_guard Lock(Guard);
    if (auto It = Looked.find(Path); It != Looked.end())
      return It->second;
  }
  fs::file_status Status;
  FileAnswer Answer = fs::status(Path, Status)   ? FileAnswer::Absent
                      : fs::is_directory(Status) ? FileAnswer::Folder
                                                 : FileAnswer::Present;
  std::lock_guard Lock(Guard);
  return Looked.try_emplace(Path, Answer).first->second;
}

std::optional<FileDigest> FactVerifier::read(const std::string &Path) {
  {
    std::lock_guard Lock(Guard);
    if (auto It = Read.find(Path); It != Read.end())
      return It->second;
  }
  std::optional<FileDigest> Digest;
  fs::file_status Status;
  // A pipe must not be opened: nobody may ever write to it.
  if (!fs::status(Path, Status) && fs::is_regular_file(Status))
    if (auto Buffer = llvm::MemoryBuffer::getFile(
            Path, /*IsText=*/false, /*RequiresNullTerminator=*/false,
            /*IsVolatile=*/true))
      Digest = frontend::digestOf((*Buffer)->getBuffer());
  std::lock_guard Lock(Guard);
  return Read.try_emplace(Path, Digest).first->second;
}

bool FactVerifier::factHolds(const FileFact &Fact) {
  switch (Fact.Answer) {
  case FileAnswer::Contents:
    return read(Fact.Path) == Fact.Digest;
  case FileAnswer::Listing:
    return look(Fact.Path) == FileAnswer::Folder &&
           frontend::digestOfListing(Fact.Path) == Fact.Digest;
  case FileAnswer::Absent:
  case FileAnswer::Folder:
  case FileAnswer::Present:
    break;
  }
  return look(Fact.Path) == Fact.Answer;
}

bool FactVerifier::groupHolds(llvm::StringRef Group) {
  {
    std::lock_guard Lock(Guard);
    if (auto It = Groups.find(Group); It != Groups.end())
      return It->second;
  }
  auto Facts = decodeGroup(Group, Root);
  bool Holds = Facts && llvm::all_of(*Facts, [&](const FileFact &Fact) {
                 return factHolds(Fact);
               });
  std::lock_guard Lock(Guard);
  return Groups.try_emplace(Group, Holds).first->second;
}

bool FactVerifier::holds(llvm::StringRef Trace) {
  return forEachGroup(Trace,
                      [&](llvm::StringRef Group) { return groupHolds(Group); });
}

} // namespace cppwarden::driver
