#include "report/SourceProvider.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace cppwarden::report {

SourceProvider::~SourceProvider() = default;

const SourceText *SourceProvider::find(llvm::StringRef File) {
  auto It = Texts.find(std::string_view(File));
  if (It == Texts.end()) {
    std::optional<SourceText> Text;
    if (std::optional<std::string> Contents = read(File))
      Text.emplace(std::move(*Contents));
    It = Texts.emplace(File.str(), std::move(Text)).first;
  }
  return It->second ? &*It->second : nullptr;
}

std::optional<std::string> DirectorySources::read(llvm::StringRef File) const {
  constexpr std::uint64_t MaxSize = 64u << 20;
  if (File.empty() || File.contains('\0'))
    return std::nullopt;
  llvm::SmallString<256> Path(File);
  if (!llvm::sys::path::is_absolute(Path)) {
    // Names may come from a shared cache: they must not reach outside.
    for (llvm::StringRef Part : llvm::make_range(llvm::sys::path::begin(File),
                                                 llvm::sys::path::end(File)))
      if (Part == "..")
        return std::nullopt;
    Path = Root;
    llvm::sys::path::append(Path, File);
  }
  llvm::sys::fs::file_status Status;
  if (llvm::sys::fs::status(Path, Status) ||
      !llvm::sys::fs::is_regular_file(Status) || Status.getSize() > MaxSize)
    return std::nullopt;
  auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return std::nullopt;
  return (*Buffer)->getBuffer().str();
}

std::optional<std::string> BufferSources::read(llvm::StringRef File) const {
  auto It = Files.find(std::string_view(File));
  if (It == Files.end())
    return std::nullopt;
  return It->second;
}

} // namespace cppwarden::report
