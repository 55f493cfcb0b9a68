//===- ResultCache.cpp ----------------------------------------------------===//
//
//   FOLDER/CACHEDIR.TAG, .gitignore     keep it out of backups and commits
//   FOLDER/lock                         held while pruning
//   FOLDER/units/ab/cdef….N             entry N of the unit with key abcdef…
//
// A unit has up to four entries, so that going back and forth between branches
// finds both. They are tried in turn; the last one used has the newest time.
//
// Processes. Entries are written beside their place and renamed, so a reader
// sees a whole entry or none, and the digest in it finds what a dying disk or a
// broken copy made of it. Two processes that compile one unit write equal
// entries. Pruning may take an entry that another process is about to read:
// that is a miss.
//
// Sharing. Keys and traces name files relative to the project root where they
// lie below it. An object that holds the root's name all the same (a path in a
// -D, __FILE__) is bound to that root.
//
//===----------------------------------------------------------------------===//
#include "driver/ResultCache.h"
#include "driver/BuildId.h"
#include "driver/CacheEntry.h"
#include "driver/WorkerProtocol.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdlib>

namespace cppwarden::driver {
namespace {

namespace fs = llvm::sys::fs;

constexpr unsigned Slots = 4;
/// How far the time of last use may lag behind: not every hit writes.
constexpr std::chrono::minutes UseResolution{10};
constexpr llvm::StringLiteral
    Tag("Signature: 8a477f597d28d172789f06886806bc55\n"
        "# Results of cppwarden, which can be made again.\n");

std::string hex(llvm::StringRef Bytes) {
  return llvm::toHex(frontend::digestOf(Bytes), /*LowerCase=*/true);
}

/// A file that appears whole or not at all.
bool writeWhole(const std::string &Path, llvm::StringRef Bytes) {
  int Descriptor = -1;
  llvm::SmallString<256> Temporary;
  if (fs::createUniqueFile(Path + ".tmp-%%%%%%%%", Descriptor, Temporary))
    return false;
  llvm::raw_fd_ostream Out(Descriptor, /*shouldClose=*/true);
  Out << Bytes;
  Out.close();
  bool Failed = Out.has_error();
  Out.clear_error();
  if (!Failed && !fs::rename(Temporary, Path))
    return true;
  fs::remove(Temporary);
  return false;
}

std::string below(llvm::StringRef Folder, llvm::StringRef Name) {
  return (Folder + "/" + Name).str();
}

/// What of the environment Clang looks at.
std::string environment(const frontend::UnitJob &Job) {
  std::string Result;
  for (const char *Name :
       {"CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH", "OBJC_INCLUDE_PATH",
        "OBJCPLUS_INCLUDE_PATH", "COMPILER_PATH", "GCC_EXEC_PREFIX", "SDKROOT",
        "SOURCE_DATE_EPOCH"})
    if (const char *Value = std::getenv(Name))
      (((Result += Name) += '=') += Value) += '\0';
  // The driver looks for libc++ beside the clang on the path.
  const char *Path = std::getenv("PATH");
  if (Path && llvm::is_contained(Job.Arguments, "-stdlib=libc++"))
    Result += Path;
  return Result;
}

struct FoundEntry {
  std::string Path;
  std::uint64_t Size = 0;
  llvm::sys::TimePoint<> Used;
};

/// Every file of ours below FOLDER/units, the temporary ones of dead processes
/// among them.
std::vector<FoundEntry> listEntries(llvm::StringRef Folder) {
  std::vector<FoundEntry> Entries;
  std::error_code Error;
  for (fs::recursive_directory_iterator I(below(Folder, "units"), Error), End;
       I != End && !Error; I.increment(Error)) {
    fs::file_status Status;
    if (!fs::status(I->path(), Status, /*follow=*/false) &&
        fs::is_regular_file(Status))
      Entries.push_back(
          {I->path(), Status.getSize(), Status.getLastModificationTime()});
  }
  return Entries;
}

/// Something that is not from a cache, nor from one that another process is
/// just making.
bool holdsForeignFiles(llvm::StringRef Folder) {
  std::error_code Error;
  for (fs::directory_iterator I(Folder, Error), End; I != End && !Error;
       I.increment(Error)) {
    llvm::StringRef Name = llvm::sys::path::filename(I->path());
    Name = Name.take_front(Name.find(".tmp-"));
    if (Name != "units" && Name != "lock" && Name != ".gitignore" &&
        Name != "CACHEDIR.TAG")
      return true;
  }
  return bool(Error);
}

bool isCache(llvm::StringRef Folder) {
  auto Found = llvm::MemoryBuffer::getFile(below(Folder, "CACHEDIR.TAG"));
  return Found && (*Found)->getBuffer() == Tag;
}

llvm::Error checkIsCache(llvm::StringRef Folder) {
  if (!fs::exists(Folder) || isCache(Folder))
    return llvm::Error::success();
  return llvm::createStringError("'" + Folder + "' is no cache of cppwarden");
}

} // namespace

ResultCache::ResultCache(const CacheSettings &Settings, llvm::StringRef Root,
                         const rules::RuleOptions &Rules)
    : Settings(Settings), Root(Root.str()), Facts(Root) {
  rules::RuleOptions Portable = Rules;
  for (std::string &File : Portable.ModelFiles) {
    auto Contents = llvm::MemoryBuffer::getFile(File);
    File = Contents ? hex((*Contents)->getBuffer()) : "unreadable";
  }
  RunKey = buildId() + encodeHello(Portable);
}

llvm::Expected<std::unique_ptr<ResultCache>>
ResultCache::open(const CacheSettings &Settings, llvm::StringRef Root,
                  const rules::RuleOptions &Rules) {
  const std::string &Folder = Settings.Folder;
  auto Fail = [&](const llvm::Twine &Why) {
    return llvm::createStringError("cannot use the cache '" + Folder +
                                   "': " + Why);
  };
  // Somebody's folder must not fill with our files because of a slip.
  if (fs::exists(Folder) && !isCache(Folder) && holdsForeignFiles(Folder))
    return Fail("it is no cache of cppwarden and not empty");
  std::error_code Error = fs::create_directories(below(Folder, "units"));
  if (Error)
    return Fail(Error.message());
  if (!isCache(Folder) && !(writeWhole(below(Folder, ".gitignore"), "*\n") &&
                            writeWhole(below(Folder, "CACHEDIR.TAG"), Tag)))
    return Fail("it cannot be written");
  return std::unique_ptr<ResultCache>(new ResultCache(Settings, Root, Rules));
}

std::string ResultCache::place(const frontend::UnitJob &Job) const {
  auto Portable = [&](llvm::StringRef Text) {
    std::string Result;
    for (;;) {
      std::size_t At = Text.find(Root);
      Result += Text.take_front(At);
      if (At == llvm::StringRef::npos)
        return Result;
      Text = Text.drop_front(At + Root.size());
      // A longer name that begins like the root is another place.
      if (Text.empty() || Text[0] == '/')
        Result += '\0';
      else
        Result += Root;
    }
  };
  frontend::UnitJob Moved = Job;
  Moved.ProjectRoot.clear();
  Moved.Buffers.clear();
  Moved.KeepPreamble = false;
  Moved.Directory = Portable(Job.Directory);
  Moved.File = Portable(Job.File);
  for (std::string &Argument : Moved.Arguments)
    Argument = Portable(Argument);
  std::string Key = hex(RunKey + encodeJob(Moved) + environment(Job));
  return Settings.Folder + "/units/" + Key.substr(0, 2) + "/" + Key.substr(2) +
         ".";
}

std::optional<analysis::TuObject>
ResultCache::find(const frontend::UnitJob &Job) {
  std::string Place = place(Job);
  for (unsigned Slot = 0; Slot < Slots; ++Slot) {
    std::string Path = Place + std::to_string(Slot);
    auto File = fs::openNativeFileForRead(Path);
    if (!File) {
      llvm::consumeError(File.takeError());
      continue; // pruning may have left a later one
    }
    llvm::scope_exit Close([&] { fs::closeFile(*File); });
    fs::file_status Status;
    if (fs::status(*File, Status) || !fs::is_regular_file(Status))
      continue;
    auto Buffer = llvm::MemoryBuffer::getOpenFile(
        *File, Path, Status.getSize(), /*RequiresNullTerminator=*/false,
        /*IsVolatile=*/true);
    if (!Buffer)
      continue;
    auto Entry = decodeEntry((*Buffer)->getBuffer());
    if (!Entry || (!Entry->BoundRoot.empty() && Entry->BoundRoot != Root) ||
        !Facts.holds(Entry->Trace))
      continue;
    auto Object = analysis::deserialise(Entry->Object);
    if (!Object) {
      llvm::consumeError(Object.takeError());
      continue;
    }
    auto Now = std::chrono::system_clock::now();
    if (Now - Status.getLastModificationTime() > UseResolution)
      fs::setLastAccessAndModificationTime(*File, Now);
    return std::move(*Object);
  }
  return std::nullopt;
}

void ResultCache::store(const frontend::UnitJob &Job, llvm::StringRef Trace,
                        llvm::StringRef Object) {
  std::string Place = place(Job);
  if (fs::create_directories(llvm::sys::path::parent_path(Place)))
    return;
  // The first free slot, else the one that was not used for longest.
  unsigned Best = 0;
  std::optional<llvm::sys::TimePoint<>> Oldest;
  for (unsigned Slot = 0; Slot < Slots; ++Slot) {
    fs::file_status Status;
    if (fs::status(Place + std::to_string(Slot), Status)) {
      Best = Slot;
      break;
    }
    if (!Oldest || Status.getLastModificationTime() < *Oldest) {
      Oldest = Status.getLastModificationTime();
      Best = Slot;
    }
  }
  bool IsBound = Object.contains(Root);
  writeWhole(Place + std::to_string(Best),
             encodeEntry({IsBound ? Root : "", Trace, Object}));
  HasStored = true;
}

void ResultCache::prune() {
  if (!HasStored)
    return;
  auto Lock = fs::openNativeFileForReadWrite(below(Settings.Folder, "lock"),
                                             fs::CD_OpenAlways, fs::OF_None);
  if (!Lock) {
    llvm::consumeError(Lock.takeError());
    return;
  }
  llvm::scope_exit Close([&] { fs::closeFile(*Lock); });
  if (fs::tryLockFile(*Lock))
    return;
  llvm::scope_exit Unlock([&] { fs::unlockFile(*Lock); });
  fs::file_status Last;
  auto Now = std::chrono::system_clock::now();
  // A lock just made counts as a pruning: what it guards is as good as empty.
  if (Settings.PruneSpacing.count() && !fs::status(*Lock, Last) &&
      Now - Last.getLastModificationTime() < Settings.PruneSpacing)
    return;
  std::vector<FoundEntry> Entries = listEntries(Settings.Folder);
  std::uint64_t Total = 0;
  for (const FoundEntry &Entry : Entries)
    Total += Entry.Size;
  if (Total > Settings.MaxBytes) {
    llvm::sort(Entries, [](const FoundEntry &A, const FoundEntry &B) {
      return std::tie(A.Used, A.Path) < std::tie(B.Used, B.Path);
    });
    // Some room to spare, so that not every run prunes.
    std::uint64_t Wanted = Settings.MaxBytes / 10 * 9;
    for (const FoundEntry &Entry : Entries) {
      if (Total <= Wanted)
        break;
      if (!fs::remove(Entry.Path))
        Total -= Entry.Size;
    }
  }
  fs::setLastAccessAndModificationTime(*Lock, Now);
}

llvm::Expected<CacheStatistics> cacheStatistics(llvm::StringRef Folder) {
  if (llvm::Error E = checkIsCache(Folder))
    return std::move(E);
  CacheStatistics Statistics;
  for (const FoundEntry &Entry : listEntries(Folder)) {
    bool First = Statistics.Entries++ == 0;
    Statistics.Bytes += Entry.Size;
    Statistics.Oldest =
        First ? Entry.Used : std::min(Statistics.Oldest, Entry.Used);
    Statistics.Newest =
        First ? Entry.Used : std::max(Statistics.Newest, Entry.Used);
  }
  return Statistics;
}

llvm::Expected<CacheStatistics> cleanCache(llvm::StringRef Folder) {
  auto Statistics = cacheStatistics(Folder);
  if (!Statistics)
    return Statistics;
  for (const FoundEntry &Entry : listEntries(Folder))
    if (std::error_code Error = fs::remove(Entry.Path))
      return llvm::createStringError("cannot remove '" + Entry.Path +
                                     "': " + Error.message());
  return Statistics;
}

} // namespace cppwarden::driver
