#include "driver/BuildId.h"
#include "frontend/UnitTrace.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include <cstring>
#include <link.h>

namespace cppwarden::driver {
namespace {

/// Takes the build id of the first object, which is the program.
int takeNote(dl_phdr_info *Info, std::size_t, void *Into) {
  constexpr std::size_t Alignment = 4;
  auto Aligned = [](std::size_t Size) {
    return (Size + Alignment - 1) / Alignment * Alignment;
  };
  for (unsigned I = 0; I < Info->dlpi_phnum; ++I) {
    const auto &Segment = Info->dlpi_phdr[I];
    if (Segment.p_type != PT_NOTE)
      continue;
    const char *At =
        reinterpret_cast<const char *>(Info->dlpi_addr + Segment.p_vaddr);
    const char *End = At + Segment.p_memsz;
    while (At + sizeof(ElfW(Nhdr)) <= End) {
      ElfW(Nhdr) Note;
      std::memcpy(&Note, At, sizeof(Note));
      const char *Name = At + sizeof(Note);
      const char *Description = Name + Aligned(Note.n_namesz);
      At = Description + Aligned(Note.n_descsz);
      if (At > End)
        break;
      if (Note.n_type == NT_GNU_BUILD_ID &&
          llvm::StringRef(Name, Note.n_namesz) == llvm::StringRef("GNU\0", 4)) {
        *static_cast<std::string *>(Into) =
            llvm::toHex(llvm::StringRef(Description, Note.n_descsz), true);
        return 1;
      }
    }
  }
  return 1;
}

} // namespace

const std::string &buildId() {
  static const std::string Id = [] {
    std::string Found;
    ::dl_iterate_phdr(takeNote, &Found);
    if (!Found.empty())
      return Found;
    auto Program = llvm::MemoryBuffer::getFile(
        llvm::sys::fs::getMainExecutable(nullptr,
                                         reinterpret_cast<void *>(&buildId)),
        /*IsText=*/false, /*RequiresNullTerminator=*/false);
    return Program
               ? llvm::toHex(frontend::digestOf((*Program)->getBuffer()), true)
               : std::string("unknown");
  }();
  return Id;
}

} // namespace cppwarden::driver
