#include "frontend/UnitFileSystem.h"

#include "support/Resources.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Chrono.h"
#include "llvm/Support/MemoryBuffer.h"
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>

using namespace llvm;

namespace cppwarden::frontend {
namespace {

/// Keeps the bytes alive that a buffer shows, since the cache may replace them.
class SharedBuffer final : public MemoryBuffer {
public:
  SharedBuffer(std::shared_ptr<const MemoryBuffer> Owner, StringRef Name)
      : Owner(std::move(Owner)), Name(Name) {
    init(this->Owner->getBufferStart(), this->Owner->getBufferEnd(),
         /*RequiresNullTerminator=*/true);
  }
  StringRef getBufferIdentifier() const override { return Name; }
  BufferKind getBufferKind() const override { return MemoryBuffer_Malloc; }

private:
  std::shared_ptr<const MemoryBuffer> Owner;
  std::string Name;
};

class CachedFile final : public vfs::File {
public:
  CachedFile(vfs::Status Is, std::shared_ptr<const MemoryBuffer> Contents)
      : Is(std::move(Is)), Contents(std::move(Contents)) {}
  ErrorOr<vfs::Status> status() override { return Is; }
  ErrorOr<std::unique_ptr<MemoryBuffer>> getBuffer(const Twine &Name, int64_t,
                                                   bool, bool) override {
    return std::make_unique<SharedBuffer>(Contents, Name.str());
  }
  std::error_code close() override { return {}; }

private:
  vfs::Status Is;
  std::shared_ptr<const MemoryBuffer> Contents;
};

/// Contents of files by absolute name, for all units of the process.
class ContentCache {
public:
  static ContentCache &instance() {
    static ContentCache Cache;
    return Cache;
  }

  struct Known {
    std::shared_ptr<const MemoryBuffer> Contents;
    FileDigest Digest;
  };

  std::optional<Known> find(StringRef Path, const vfs::Status &Now) {
    std::lock_guard Lock(Guard);
    auto It = Entries.find(Path);
    if (It == Entries.end() || It->second.Size != Now.getSize() ||
        It->second.Time != Now.getLastModificationTime() ||
        It->second.Id != Now.getUniqueID())
      return std::nullopt;
    return It->second.Is;
  }

  void keep(StringRef Path, const vfs::Status &Of, Known Is) {
    // The file may have grown between the two calls.
    if (Is.Contents->getBufferSize() != Of.getSize())
      return;
    if (std::chrono::system_clock::now() - Of.getLastModificationTime() <
        std::chrono::seconds(3))
      return;
    std::lock_guard Lock(Guard);
    if (Bytes + Of.getSize() > MaxBytes)
      return;
    auto [It, New] = Entries.try_emplace(Path);
    if (!New)
      Bytes -= It->second.Size;
    Bytes += Of.getSize();
    It->second = {Of.getSize(), Of.getLastModificationTime(), Of.getUniqueID(),
                  std::move(Is)};
  }

private:
  static constexpr std::uint64_t MaxBytes = 256 << 20;
  struct Entry {
    std::uint64_t Size = 0;
    sys::TimePoint<> Time;
    sys::fs::UniqueID Id;
    Known Is;
  };
  std::mutex Guard;
  StringMap<Entry> Entries;
  std::uint64_t Bytes = 0;
};

/// Only asked for absolute names, so that units on several threads may share
/// it.
vfs::FileSystem &builtinHeaders() {
  static IntrusiveRefCntPtr<vfs::InMemoryFileSystem> Headers = [] {
    auto Files = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
    for (const Resource &R : resources("builtin")) {
      StringRef Name = R.Name;
      Name.consume_front("builtin/");
      Files->addFile(VirtualResourceFolder + "/include/" + Name,
                     /*ModificationTime=*/0,
                     MemoryBuffer::getMemBuffer(R.Contents, R.Name));
    }
    return Files;
  }();
  return *Headers;
}

class UnitFileSystem final : public vfs::FileSystem {
public:
  explicit UnitFileSystem(TraceRecorder *Recorder)
      : Disk(vfs::createPhysicalFileSystem()), Recorder(Recorder) {}

  ErrorOr<vfs::Status> status(const Twine &Path) override {
    SmallString<256> Buffer;
    StringRef Name = Path.toStringRef(Buffer);
    if (isBuiltin(Name))
      return builtinHeaders().status(Name);
    ErrorOr<vfs::Status> Now = Disk->status(Name);
    record(Name, Now);
    return Now;
  }

  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    SmallString<256> Name;
    Path.toVector(Name);
    if (isBuiltin(Name))
      return builtinHeaders().openFileForRead(Name);
    ErrorOr<vfs::Status> Now = Disk->status(Name);
    record(Name, Now);
    if (!Now)
      return Now.getError();
    if (Now->getType() != sys::fs::file_type::regular_file)
      return Disk->openFileForRead(Name);
    SmallString<256> Absolute(Name);
    if (std::error_code E = Disk->makeAbsolute(Absolute))
      return E;
    auto Known = ContentCache::instance().find(Absolute, *Now);
    if (!Known) {
      // Read, not mapped: a file that shrinks meanwhile would kill the process.
      auto Read = Disk->getBufferForFile(
          Name, -1, /*RequiresNullTerminator=*/true, /*IsVolatile=*/true);
      if (!Read)
        return Read.getError();
      // Of what is parsed, not of what the disk may have a moment later.
      FileDigest Digest = digestOf((*Read)->getBuffer());
      Known = ContentCache::Known{std::move(*Read), Digest};
      ContentCache::instance().keep(Absolute, *Now, *Known);
      if (Known->Contents->getBufferSize() != Now->getSize())
        Now = vfs::Status::copyWithNewSize(*Now,
                                           Known->Contents->getBufferSize());
    }
    if (Recorder)
      Recorder->record(Absolute, FileAnswer::Contents, Known->Digest);
    return std::make_unique<CachedFile>(*Now, std::move(Known->Contents));
  }

  vfs::directory_iterator dir_begin(const Twine &Path,
                                    std::error_code &Failed) override {
    SmallString<256> Buffer;
    StringRef Name = Path.toStringRef(Buffer);
    if (isBuiltin(Name))
      return builtinHeaders().dir_begin(Name, Failed);
    vfs::directory_iterator First = Disk->dir_begin(Name, Failed);
    if (Recorder) {
      SmallString<256> Absolute(Name);
      if (Failed)
        Recorder->record(Absolute, FileAnswer::Absent);
      else if (!Disk->makeAbsolute(Absolute))
        Recorder->record(Absolute, FileAnswer::Listing,
                         digestOfListing(Absolute));
    }
    return First;
  }

  ErrorOr<std::string> getCurrentWorkingDirectory() const override {
    return Disk->getCurrentWorkingDirectory();
  }
  std::error_code setCurrentWorkingDirectory(const Twine &Path) override {
    return Disk->setCurrentWorkingDirectory(Path);
  }
  std::error_code getRealPath(const Twine &Path,
                              SmallVectorImpl<char> &Out) override {
    SmallString<256> Buffer;
    StringRef Name = Path.toStringRef(Buffer);
    return isBuiltin(Name) ? builtinHeaders().getRealPath(Name, Out)
                           : Disk->getRealPath(Name, Out);
  }

private:
  static bool isBuiltin(StringRef Path) {
    return Path.consume_front(VirtualResourceFolder) &&
           (Path.empty() || Path.starts_with("/"));
  }

  void record(StringRef Name, const ErrorOr<vfs::Status> &Now) {
    if (!Recorder)
      return;
    SmallString<256> Absolute(Name);
    if (Disk->makeAbsolute(Absolute))
      return;
    Recorder->record(Absolute, !Now                 ? FileAnswer::Absent
                               : Now->isDirectory() ? FileAnswer::Folder
                                                    : FileAnswer::Present);
  }

  IntrusiveRefCntPtr<vfs::FileSystem> Disk;
  TraceRecorder *Recorder;
};

} // namespace

void TraceRecorder::record(StringRef Path, FileAnswer Answer,
                           const FileDigest &Digest) {
  auto It = Answers.find(std::string_view(Path));
  if (It == Answers.end())
    Answers.emplace(Path.str(), std::pair(Answer, Digest));
  else if (It->second.first < Answer)
    It->second = {Answer, Digest};
}

UnitTrace TraceRecorder::take() const {
  UnitTrace Trace;
  for (const auto &[Path, Is] : Answers)
    Trace.push_back({Path, Is.first, Is.second});
  return Trace;
}

IntrusiveRefCntPtr<vfs::FileSystem>
createUnitFileSystem(TraceRecorder *Recorder, ArrayRef<FileBuffer> Buffers) {
  auto Disk = makeIntrusiveRefCnt<UnitFileSystem>(Recorder);
  if (Buffers.empty())
    return Disk;
  auto Edited = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  for (const FileBuffer &Buffer : Buffers)
    Edited->addFile(Buffer.Path, /*ModificationTime=*/0,
                    MemoryBuffer::getMemBuffer(Buffer.Text, Buffer.Path));
  auto Both = makeIntrusiveRefCnt<vfs::OverlayFileSystem>(std::move(Disk));
  Both->pushOverlay(std::move(Edited));
  return Both;
}

} // namespace cppwarden::frontend
