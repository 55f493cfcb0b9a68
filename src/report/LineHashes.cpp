//===- LineHashes.cpp ------------------------------------------*- C++ -*-===//
//
// The value is defined by a rolling hash over the file read as UTF-16 code
// units, with these changes: spaces and tabs are dropped; CR becomes LF, and an
// LF right behind a CR is dropped; the file ends with one unit 65535. The hash
// of a line is that of the 100 units from its first one, as a polynomial in 37
// modulo 2^64, the first unit with the highest power; units behind the end are
// 0. The number behind the colon counts lines with an equal hash, from 1, from
// the top of the file.
//
// A window that rolls and a window summed at every line give the same value;
// summing is 100 multiplications a line and needs no state. "Right behind" is
// literal: in CR, space, LF the LF starts another line. The marker of the end
// starts a line of its own when the text ends in a line end.
//
//===----------------------------------------------------------------------===//
#include "report/LineHashes.h"
#include "report/SourceText.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>
#include <unordered_map>

namespace cppwarden::report {

namespace {
struct UnitSequence {
  std::vector<std::uint16_t> Units;
  std::vector<std::size_t> LineStarts;
};
} // namespace

static UnitSequence readUnits(llvm::StringRef Text) {
  UnitSequence Result;
  Result.Units.reserve(Text.size() + 1);
  bool AtLineStart = true, BehindCR = false;
  auto Add = [&](std::uint16_t Unit) {
    bool Dropped = Unit == ' ' || Unit == '\t' || (Unit == '\n' && BehindCR);
    BehindCR = Unit == '\r';
    if (Dropped)
      return;
    if (AtLineStart)
      Result.LineStarts.push_back(Result.Units.size());
    if (Unit == '\r')
      Unit = '\n';
    AtLineStart = Unit == '\n';
    Result.Units.push_back(Unit);
  };
  while (!Text.empty()) {
    DecodedCharacter C = decodeFirst(Text);
    Text = Text.drop_front(C.Bytes);
    if (C.Value > 0xFFFF) {
      Add(static_cast<std::uint16_t>(0xD800 + ((C.Value - 0x10000) >> 10)));
      Add(static_cast<std::uint16_t>(0xDC00 + ((C.Value - 0x10000) & 0x3FF)));
    } else {
      Add(static_cast<std::uint16_t>(C.Value));
    }
  }
  Add(0xFFFF);
  return Result;
}

std::vector<std::string> githubLineHashes(llvm::StringRef Contents) {
  constexpr std::size_t Window = 100;
  UnitSequence Sequence = readUnits(Contents);
  std::unordered_map<std::uint64_t, unsigned> Seen;
  std::vector<std::string> Hashes;
  Hashes.reserve(Sequence.LineStarts.size());
  for (std::size_t Start : Sequence.LineStarts) {
    std::uint64_t Hash = 0;
    for (std::size_t I = Start; I < Start + Window; ++I)
      Hash = Hash * 37 + (I < Sequence.Units.size() ? Sequence.Units[I] : 0);
    Hashes.push_back(llvm::utohexstr(Hash, /*LowerCase=*/true) + ":" +
                     std::to_string(++Seen[Hash]));
  }
  return Hashes;
}

} // namespace cppwarden::report
