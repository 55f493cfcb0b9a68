#include "support/Resources.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Compression.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/ErrorHandling.h"
#include <algorithm>
#include <cstdint>
#include <memory>

// Defined by the source that cmake/EmbedResources.cmake writes; its packer,
// cmake/PackResources.cpp, states the format.
extern "C" {
extern const std::uint8_t cppwarden_archive_rules[];
extern const std::uint8_t cppwarden_archive_rules_end[];
extern const std::uint8_t cppwarden_archive_html[];
extern const std::uint8_t cppwarden_archive_html_end[];
extern const std::uint8_t cppwarden_archive_builtin[];
extern const std::uint8_t cppwarden_archive_builtin_end[];
}

namespace cppwarden {
namespace {

/// An unpacked archive. The archives are part of this program, so a broken one
/// is a broken build and fatal.
class Archive {
public:
  Archive(const std::uint8_t *Begin, const std::uint8_t *End) {
    using namespace llvm::support::endian;
    constexpr std::size_t HeaderSize = 8, RecordSize = 8;
    if (End - Begin < std::ptrdiff_t(HeaderSize))
      llvm::report_fatal_error("embedded resources: no header");
    std::size_t Size = read64le(Begin);
    Body = std::make_unique_for_overwrite<std::uint8_t[]>(Size);
    llvm::ArrayRef<std::uint8_t> Packed(Begin + HeaderSize, End);
    if (llvm::Error E =
            llvm::compression::zstd::decompress(Packed, Body.get(), Size))
      llvm::report_fatal_error(std::move(E));
    for (std::size_t At = 0; At < Size;) {
      if (Size - At < RecordSize)
        llvm::report_fatal_error("embedded resources: truncated");
      std::size_t NameLength = read32le(&Body[At]);
      std::size_t Length = read32le(&Body[At + 4]);
      At += RecordSize;
      if (Size - At < NameLength + Length + 1)
        llvm::report_fatal_error("embedded resources: truncated");
      const char *Text = reinterpret_cast<const char *>(&Body[At]);
      Files.push_back({{Text, NameLength}, {Text + NameLength, Length}});
      At += NameLength + Length + 1;
    }
  }

  std::vector<Resource> Files; ///< the packer sorted them by name

private:
  std::unique_ptr<std::uint8_t[]> Body;
};

} // namespace

const std::vector<Resource> &resources(llvm::StringRef Name) {
  if (Name == "rules") {
    static const Archive Rules(cppwarden_archive_rules,
                               cppwarden_archive_rules_end);
    return Rules.Files;
  }
  if (Name == "html") {
    static const Archive Html(cppwarden_archive_html,
                              cppwarden_archive_html_end);
    return Html.Files;
  }
  if (Name == "builtin") {
    static const Archive Builtin(cppwarden_archive_builtin,
                                 cppwarden_archive_builtin_end);
    return Builtin.Files;
  }
  llvm::report_fatal_error("no embedded archive of this name: " +
                           llvm::Twine(Name));
}

Resource resource(llvm::StringRef Archive, llvm::StringRef Name) {
  const std::vector<Resource> &Files = resources(Archive);
  auto It = std::lower_bound(
      Files.begin(), Files.end(), Name,
      [](const Resource &R, llvm::StringRef N) { return R.Name < N; });
  return It != Files.end() && It->Name == Name ? *It : Resource{};
}

} // namespace cppwarden
