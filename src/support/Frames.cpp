#include "support/Frames.h"
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace cppwarden {
namespace {

constexpr std::size_t HeaderSize = 5;

llvm::Error foreign(const llvm::Twine &Why) {
  return llvm::createStringError("malformed message from the other process: " +
                                 Why);
}

struct Header {
  std::uint32_t Length = 0;
  FrameKind Kind = FrameKind::Hello;
};

llvm::Expected<Header> readHeader(const char *Bytes) {
  const auto *B = reinterpret_cast<const unsigned char *>(Bytes);
  Header H;
  H.Length = std::uint32_t(B[0]) | std::uint32_t(B[1]) << 8 |
             std::uint32_t(B[2]) << 16 | std::uint32_t(B[3]) << 24;
  if (B[4] < std::uint8_t(FrameKind::Hello) ||
      B[4] > std::uint8_t(FrameKind::Failure))
    return foreign("unknown kind " + llvm::Twine(unsigned(B[4])));
  if (H.Length > MaxFramePayload)
    return foreign("length " + llvm::Twine(H.Length));
  H.Kind = FrameKind(B[4]);
  return H;
}

/// Reads Size bytes; the count read is smaller only at the end of the stream.
llvm::Expected<std::size_t> readFully(int Descriptor, char *Into,
                                      std::size_t Size) {
  std::size_t Done = 0;
  while (Done < Size) {
    ssize_t Count = ::read(Descriptor, Into + Done, Size - Done);
    if (Count < 0 && errno == EINTR)
      continue;
    if (Count < 0)
      return llvm::createStringError(llvm::Twine("cannot read: ") +
                                     std::strerror(errno));
    if (Count == 0)
      break;
    Done += std::size_t(Count);
  }
  return Done;
}

} // namespace

std::string encodeFrame(FrameKind Kind, llvm::StringRef Payload) {
  auto Length = std::uint32_t(Payload.size());
  std::string Bytes;
  Bytes.reserve(HeaderSize + Payload.size());
  for (unsigned Shift = 0; Shift < 32; Shift += 8)
    Bytes.push_back(char(Length >> Shift & 0xff));
  Bytes.push_back(char(Kind));
  Bytes.append(Payload.data(), Payload.size());
  return Bytes;
}

llvm::Expected<std::optional<Frame>> FrameDecoder::next() {
  std::size_t Available = Buffer.size() - Start;
  if (Available < HeaderSize)
    return std::nullopt;
  auto H = readHeader(Buffer.data() + Start);
  if (!H)
    return H.takeError();
  if (Available < HeaderSize + H->Length)
    return std::nullopt;
  Frame Result{H->Kind, Buffer.substr(Start + HeaderSize, H->Length)};
  Start += HeaderSize + H->Length;
  if (Start == Buffer.size()) {
    Buffer.clear();
    Start = 0;
  }
  return Result;
}

llvm::Expected<std::optional<Frame>> readFrame(int Descriptor) {
  char Bytes[HeaderSize];
  auto Count = readFully(Descriptor, Bytes, HeaderSize);
  if (!Count)
    return Count.takeError();
  if (*Count == 0)
    return std::nullopt;
  if (*Count < HeaderSize)
    return foreign("cut off");
  auto H = readHeader(Bytes);
  if (!H)
    return H.takeError();
  Frame Result{H->Kind, std::string(H->Length, '\0')};
  Count = readFully(Descriptor, Result.Payload.data(), H->Length);
  if (!Count)
    return Count.takeError();
  if (*Count < H->Length)
    return foreign("cut off");
  return Result;
}

llvm::Error writeFrame(int Descriptor, FrameKind Kind,
                       llvm::StringRef Payload) {
  if (Payload.size() > MaxFramePayload)
    return llvm::createStringError("message of " + llvm::Twine(Payload.size()) +
                                   " bytes is too long");
  std::string Bytes = encodeFrame(Kind, Payload);
  std::size_t Done = 0;
  while (Done < Bytes.size()) {
    ssize_t Count =
        ::write(Descriptor, Bytes.data() + Done, Bytes.size() - Done);
    if (Count < 0 && errno == EINTR)
      continue;
    if (Count < 0)
      return llvm::createStringError(llvm::Twine("cannot write: ") +
                                     std::strerror(errno));
    Done += std::size_t(Count);
  }
  return llvm::Error::success();
}

} // namespace cppwarden
