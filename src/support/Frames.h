//===- Frames.h - Length-prefixed messages over pipes ----------*- C++ -*-===//
//
// What the driver and its worker processes say to each other travels in frames:
// four bytes of little-endian length, one byte of kind, the payload.
// ProcessPool decodes them as bytes arrive; the worker reads and writes them
// blocking.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_SUPPORT_FRAMES_H
#define CPPWARDEN_SUPPORT_FRAMES_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace cppwarden {

enum class FrameKind : std::uint8_t {
  Hello = 1, ///< driver → worker, once: what all jobs have in common
  Ready,     ///< worker → driver: jobs may come
  Job,       ///< driver → worker
  Result,    ///< worker → driver: the job's product
  Failure    ///< worker → driver: one line; the job (or the hello) is refused
};

struct Frame {
  FrameKind Kind = FrameKind::Hello;
  std::string Payload;
};

/// A longer payload is refused on both sides: 1 GiB.
inline constexpr std::uint32_t MaxFramePayload = 1u << 30;

std::string encodeFrame(FrameKind Kind, llvm::StringRef Payload);

/// Takes bytes as they come and gives whole frames.
class FrameDecoder {
public:
  void feed(llvm::StringRef Bytes) {
    Buffer.append(Bytes.data(), Bytes.size());
  }
  /// The next whole frame, nothing when bytes are missing, or an error when the
  /// peer does not speak the protocol.
  llvm::Expected<std::optional<Frame>> next();

private:
  std::string Buffer;
  std::size_t Start = 0;
};

/// Blocks for one frame; nothing at the end of the stream between two frames.
llvm::Expected<std::optional<Frame>> readFrame(int Descriptor);
llvm::Error writeFrame(int Descriptor, FrameKind Kind, llvm::StringRef Payload);

} // namespace cppwarden

#endif
