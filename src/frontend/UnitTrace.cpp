#include "frontend/UnitTrace.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <algorithm>

namespace cppwarden::frontend {

FileDigest digestOf(llvm::StringRef Bytes) {
  llvm::BLAKE3 Hasher;
  Hasher.update(Bytes);
  llvm::BLAKE3Result<16> Result = Hasher.final<16>();
  FileDigest Digest;
  std::copy(Result.begin(), Result.end(), Digest.begin());
  return Digest;
}

FileDigest digestOfListing(llvm::StringRef Folder) {
  std::vector<std::string> Names;
  std::error_code Error;
  for (llvm::sys::fs::directory_iterator I(Folder, Error), End;
       I != End && !Error; I.increment(Error))
    Names.push_back(llvm::sys::path::filename(I->path()).str());
  std::sort(Names.begin(), Names.end());
  std::string All;
  for (const std::string &Name : Names)
    (All += Name) += '\0';
  return digestOf(All);
}

} // namespace cppwarden::frontend
