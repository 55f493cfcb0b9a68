//===- VarintStream.h - Bytes of TU objects --------------------*- C++ -*-===//
//
// LEB128 numbers and byte strings, for TuObject.cpp and the entries of the
// result cache. The reader never looks outside its input: the first fault is
// remembered, every later read gives zero, and the caller asks once at the end.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_VARINTSTREAM_H
#define CPPWARDEN_ANALYSIS_VARINTSTREAM_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>

namespace cppwarden::analysis {

class VarintWriter {
public:
  void number(std::uint64_t Value) {
    while (Value >= 0x80) {
      Bytes.push_back(static_cast<char>(Value | 0x80));
      Value >>= 7;
    }
    Bytes.push_back(static_cast<char>(Value));
  }
  /// Small magnitudes of either sign stay short (zigzag).
  void signedNumber(std::int64_t Value) {
    number((static_cast<std::uint64_t>(Value) << 1) ^
           static_cast<std::uint64_t>(Value >> 63));
  }
  /// For ids where None means "no such": None becomes 0.
  void optionalId(std::uint32_t Id) {
    number(static_cast<std::uint32_t>(Id + 1u));
  }
  void byte(std::uint8_t Value) { Bytes.push_back(static_cast<char>(Value)); }
  void bytes(llvm::StringRef Text) { Bytes.append(Text.data(), Text.size()); }
  void text(llvm::StringRef Text) {
    number(Text.size());
    bytes(Text);
  }
  std::string take() { return std::move(Bytes); }

private:
  std::string Bytes;
};

class VarintReader {
public:
  explicit VarintReader(llvm::StringRef Bytes)
      : Rest(Bytes), Total(Bytes.size()) {}

  bool failed() const { return !Fault.empty(); }
  llvm::StringRef fault() const { return Fault; }
  std::size_t offset() const { return Total - Rest.size(); }
  bool atEnd() const { return Rest.empty(); }
  void fail(const llvm::Twine &Why) {
    if (!failed())
      Fault = (Why + " at byte " + llvm::Twine(offset())).str();
    Rest = llvm::StringRef();
    Total = 0;
  }

  std::uint64_t number() {
    std::uint64_t Value = 0;
    for (unsigned Shift = 0; Shift < 64; Shift += 7) {
      std::uint8_t Byte = byte();
      if (failed())
        return 0;
      std::uint64_t Bits = Byte & 0x7f;
      if (Shift == 63 && Bits > 1)
        break;
      Value |= Bits << Shift;
      if (!(Byte & 0x80))
        return Value;
    }
    fail("number too large");
    return 0;
  }
  /// A number below Limit.
  std::uint32_t index(std::size_t Limit, const char *What) {
    std::uint64_t Value = number();
    if (!failed() && Value >= Limit)
      fail(llvm::Twine(What) + " out of range");
    return failed() ? 0 : static_cast<std::uint32_t>(Value);
  }
  std::uint32_t number32(const char *What) {
    return index(std::size_t(std::numeric_limits<std::uint32_t>::max()) + 1,
                 What);
  }
  /// As index(), or None.
  std::uint32_t optionalId(std::size_t Limit, const char *What) {
    std::uint32_t Value = index(Limit + 1, What);
    return Value - 1u;
  }
  std::int64_t signedNumber() {
    std::uint64_t Value = number();
    return static_cast<std::int64_t>(Value >> 1) ^
           -static_cast<std::int64_t>(Value & 1);
  }
  std::uint8_t byte() {
    if (Rest.empty()) {
      fail("truncated");
      return 0;
    }
    std::uint8_t Value = static_cast<std::uint8_t>(Rest.front());
    Rest = Rest.drop_front();
    return Value;
  }
  bool boolean() {
    std::uint8_t Value = byte();
    if (Value > 1)
      fail("malformed flag");
    return Value == 1;
  }
  llvm::StringRef bytes(std::size_t Size) {
    if (Size > Rest.size()) {
      fail("truncated");
      return {};
    }
    llvm::StringRef Text = Rest.take_front(Size);
    Rest = Rest.drop_front(Size);
    return Text;
  }
  llvm::StringRef text() {
    std::uint64_t Size = number();
    if (Size > Rest.size()) {
      fail("truncated");
      return {};
    }
    return bytes(static_cast<std::size_t>(Size));
  }
  /// How many elements follow; each takes at least MinimumSize bytes, so a
  /// count that the rest cannot hold is refused before memory is set aside.
  std::size_t count(std::size_t MinimumSize, const char *What) {
    std::uint64_t Value = number();
    if (!failed() &&
        Value > Rest.size() / std::max<std::size_t>(1, MinimumSize))
      fail(llvm::Twine("impossible number of ") + What);
    return failed() ? 0 : static_cast<std::size_t>(Value);
  }

private:
  llvm::StringRef Rest;
  std::size_t Total;
  std::string Fault;
};

} // namespace cppwarden::analysis

#endif
