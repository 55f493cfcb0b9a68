#include "driver/CacheEntry.h"
#include "analysis/VarintStream.h"
#include "support/Paths.h"
#include "llvm/Support/Path.h"
#include <map>

namespace cppwarden::driver {
namespace {

using analysis::VarintReader;
using analysis::VarintWriter;
using frontend::FileAnswer;
using frontend::FileDigest;
using frontend::FileFact;

constexpr llvm::StringLiteral Magic("CPWE1\n");

bool hasDigest(FileAnswer Answer) { return Answer >= FileAnswer::Contents; }

llvm::StringRef bytesOf(const FileDigest &Digest) {
  return {reinterpret_cast<const char *>(Digest.data()), Digest.size()};
}

} // namespace

std::string encodeTrace(const frontend::UnitTrace &Trace,
                        llvm::StringRef Root) {
  // Relative or not, folder → facts.
  std::map<std::pair<bool, llvm::StringRef>, std::vector<const FileFact *>>
      Folders;
  for (const FileFact &Fact : Trace) {
    llvm::StringRef Folder = llvm::sys::path::parent_path(Fact.Path);
    bool Relative =
        Folder == Root ||
        (Folder.starts_with(Root) && Folder.drop_front(Root.size())[0] == '/');
    if (Relative)
      Folder = Folder.drop_front(Root.size());
    Folders[{Relative, Folder}].push_back(&Fact);
  }
  VarintWriter Out;
  Out.number(Folders.size());
  for (const auto &[Folder, Facts] : Folders) {
    VarintWriter Group;
    Group.byte(Folder.first);
    Group.text(Folder.second);
    Group.number(Facts.size());
    for (const FileFact *Fact : Facts) {
      Group.byte(std::uint8_t(Fact->Answer));
      Group.text(llvm::sys::path::filename(Fact->Path));
      if (hasDigest(Fact->Answer))
        Group.bytes(bytesOf(Fact->Digest));
    }
    Out.text(Group.take());
  }
  return Out.take();
}

bool forEachGroup(llvm::StringRef Trace,
                  llvm::function_ref<bool(llvm::StringRef)> Holds) {
  VarintReader In(Trace);
  std::uint64_t Count = In.number();
  for (; Count && !In.failed(); --Count) {
    llvm::StringRef Group = In.text();
    if (In.failed() || !Holds(Group))
      return false;
  }
  return !In.failed() && In.atEnd();
}

std::optional<frontend::UnitTrace> decodeGroup(llvm::StringRef Group,
                                               llvm::StringRef Root) {
  VarintReader In(Group);
  bool Relative = In.byte();
  std::string Folder = In.text().str();
  if (Relative)
    Folder = Root.str() + Folder;
  frontend::UnitTrace Trace;
  for (std::uint64_t Count = In.number(); Count && !In.failed(); --Count) {
    FileFact Fact;
    std::uint8_t Answer = In.byte();
    if (Answer > std::uint8_t(FileAnswer::Listing))
      return std::nullopt;
    Fact.Answer = FileAnswer(Answer);
    llvm::StringRef Name = In.text();
    if (Name.contains('\0'))
      return std::nullopt;
    Fact.Path = Folder + (Folder.ends_with("/") ? "" : "/") + Name.str();
    if (hasDigest(Fact.Answer)) {
      llvm::StringRef Digest = In.bytes(Fact.Digest.size());
      if (In.failed())
        return std::nullopt;
      std::copy(Digest.begin(), Digest.end(), Fact.Digest.begin());
    }
    Trace.push_back(std::move(Fact));
  }
  if (In.failed() || !In.atEnd() || Folder.find('\0') != std::string::npos)
    return std::nullopt;
  return Trace;
}

std::string encodeEntry(const CacheEntry &Entry) {
  VarintWriter Body;
  Body.text(Entry.BoundRoot);
  Body.text(Entry.Trace);
  Body.text(Entry.Object);
  std::string Bytes = Body.take();
  FileDigest Digest = frontend::digestOf(Bytes);
  return (Magic + bytesOf(Digest) + Bytes).str();
}

std::optional<CacheEntry> decodeEntry(llvm::StringRef Bytes) {
  FileDigest Digest;
  if (!Bytes.consume_front(Magic) || Bytes.size() < Digest.size())
    return std::nullopt;
  llvm::StringRef Stored = Bytes.take_front(Digest.size());
  Bytes = Bytes.drop_front(Digest.size());
  Digest = frontend::digestOf(Bytes);
  if (Stored != bytesOf(Digest))
    return std::nullopt;
  VarintReader In(Bytes);
  CacheEntry Entry;
  Entry.BoundRoot = In.text();
  Entry.Trace = In.text();
  Entry.Object = In.text();
  if (In.failed() || !In.atEnd())
    return std::nullopt;
  return Entry;
}

} // namespace cppwarden::driver
