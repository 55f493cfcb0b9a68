#include "support/InputFile.h"
#include "llvm/Support/FileSystem.h"

namespace cppwarden {

llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>
readInputFile(const llvm::Twine &Path) {
  llvm::sys::fs::file_status Status;
  if (std::error_code Error = llvm::sys::fs::status(Path, Status))
    return Error;
  if (llvm::sys::fs::is_directory(Status))
    return std::make_error_code(std::errc::is_a_directory);
  if (!llvm::sys::fs::is_regular_file(Status))
    return std::make_error_code(std::errc::invalid_argument);
  return llvm::MemoryBuffer::getFile(Path);
}

} // namespace cppwarden
