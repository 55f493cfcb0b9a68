#include "driver/LiveFiles.h"
#include "support/Paths.h"
#include "llvm/Support/MemoryBuffer.h"

namespace cppwarden::driver {
namespace {

bool isOnDisk(llvm::StringRef Path, llvm::StringRef Text) {
  auto File = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                          /*RequiresNullTerminator=*/false,
                                          /*IsVolatile=*/true);
  return File && (*File)->getBuffer() == Text;
}

} // namespace

void LiveFiles::note(llvm::StringRef Path) { Changed[Path.str()] = ++Revision; }

void LiveFiles::setBuffer(llvm::StringRef Path, std::string Text) {
  auto [It, New] = Buffers.try_emplace(Path.str());
  Buffer &Is = It->second;
  bool IsEdited = !isOnDisk(Path, Text);
  bool IsSame = New ? !IsEdited : Is.Text == Text;
  Is = {std::move(Text), IsEdited};
  if (!IsSame)
    note(Path);
}

void LiveFiles::dropBuffer(llvm::StringRef Path) {
  auto It = Buffers.find(Path);
  if (It == Buffers.end())
    return;
  bool WasEdited = It->second.IsEdited;
  Buffers.erase(It);
  if (WasEdited)
    note(Path);
}

void LiveFiles::noteOnDisk(llvm::StringRef Path) {
  auto It = Buffers.find(Path);
  if (It != Buffers.end())
    It->second.IsEdited = !isOnDisk(Path, It->second.Text);
  note(Path);
}

std::vector<std::string> LiveFiles::changedAfter(std::uint64_t Since) const {
  std::vector<std::string> Result;
  for (const auto &[Path, When] : Changed)
    if (When > Since)
      Result.push_back(Path);
  return Result;
}

std::vector<FileBuffer> LiveFiles::edited() const {
  std::vector<FileBuffer> Result;
  for (const auto &[Path, Is] : Buffers)
    if (Is.IsEdited)
      Result.push_back({Path, Is.Text});
  return Result;
}

const std::string *LiveFiles::buffer(llvm::StringRef Path) const {
  auto It = Buffers.find(Path);
  return It == Buffers.end() ? nullptr : &It->second.Text;
}

std::optional<std::string> LiveSources::read(llvm::StringRef File) const {
  if (const std::string *Text = Files.buffer(absolutePath(File, Root)))
    return *Text;
  return DirectorySources::read(File);
}

} // namespace cppwarden::driver
