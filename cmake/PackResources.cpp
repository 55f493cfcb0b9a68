//===- PackResources.cpp - Host tool: files to one compressed archive -----===//
//
// Called by cmake/EmbedResources.cmake during the build:
//
//   pack-resources OUTPUT LIST
//
// LIST has one "name<TAB>path" a line. OUTPUT is what src/support/Resources.cpp
// reads: the size of the unpacked body (64 bit, little endian), then the body
// compressed with zstd. The body is, for each file in order of its name: length
// of the name and of the contents (32 bit, little endian), name, contents, NUL.
// Equal files give equal bytes.
//
//===----------------------------------------------------------------------===//
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Compression.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <string>

using namespace llvm;

static int fail(const Twine &Message) {
  errs() << "pack-resources: " << Message << "\n";
  return 1;
}

template <typename T> static void appendNumber(std::string &Out, T Value) {
  char Bytes[sizeof(T)];
  support::endian::write<T, llvm::endianness::little>(Bytes, Value);
  Out.append(Bytes, sizeof(T));
}

int main(int Argc, char **Argv) {
  if (Argc != 3)
    return fail("usage: pack-resources OUTPUT LIST");
  auto List = MemoryBuffer::getFile(Argv[2]);
  if (!List)
    return fail(Twine(Argv[2]) + ": " + List.getError().message());

  std::map<std::string, std::unique_ptr<MemoryBuffer>> Files;
  SmallVector<StringRef> Lines;
  (*List)->getBuffer().split(Lines, '\n', -1, /*KeepEmpty=*/false);
  for (StringRef Line : Lines) {
    auto [Name, Path] = Line.split('\t');
    auto Contents = MemoryBuffer::getFile(Path);
    if (!Contents)
      return fail(Path + ": " + Contents.getError().message());
    Files[Name.str()] = std::move(*Contents);
  }

  std::string Body;
  for (const auto &[Name, Contents] : Files) {
    appendNumber<uint32_t>(Body, Name.size());
    appendNumber<uint32_t>(Body, Contents->getBufferSize());
    Body += Name;
    Body += Contents->getBuffer();
    Body += '\0';
  }

  if (!compression::zstd::isAvailable())
    return fail("LLVM was built without zstd");
  constexpr int SmallestAtBearableCost = 19;
  SmallVector<uint8_t, 0> Compressed;
  compression::zstd::compress(arrayRefFromStringRef(Body), Compressed,
                              SmallestAtBearableCost);
  std::string Header;
  appendNumber<uint64_t>(Header, Body.size());

  std::error_code Error;
  raw_fd_ostream Out(Argv[1], Error);
  if (Error)
    return fail(Twine(Argv[1]) + ": " + Error.message());
  Out << Header << toStringRef(ArrayRef<uint8_t>(Compressed));
  Out.close();
  return Out.has_error() ? fail(Twine(Argv[1]) + ": cannot write") : 0;
}
