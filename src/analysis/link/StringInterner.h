//===- StringInterner.h - One number a distinct string ---------*- C++ -*-===//
//
// The linker joins the string tables of thousands of fragments into one. This
// hash set keeps indices into that table instead of a second copy of the text.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_LINK_STRINGINTERNER_H
#define CPPWARDEN_ANALYSIS_LINK_STRINGINTERNER_H

#include "analysis/FlowGraph.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/xxhash.h"

namespace cppwarden::analysis {

class StringInterner {
public:
  /// Strings must outlive the interner and be changed through it only.
  explicit StringInterner(std::vector<std::string> &Strings)
      : Strings(Strings) {
    rehash(1024);
  }

  StringId intern(std::string &&Text) {
    Slot &Place = find(Text);
    if (Place.Id == None)
      return add(Place, std::move(Text));
    return Place.Id;
  }
  StringId intern(llvm::StringRef Text) {
    Slot &Place = find(Text);
    if (Place.Id == None)
      return add(Place, Text.str());
    return Place.Id;
  }

private:
  struct Slot {
    StringId Id = None;
    std::uint32_t Hash = 0;
  };

  Slot &find(llvm::StringRef Text) {
    auto Hash = static_cast<std::uint32_t>(llvm::xxh3_64bits(Text));
    for (std::size_t I = Hash & Mask;; I = (I + 1) & Mask) {
      Slot &Place = Slots[I];
      if (Place.Id == None) {
        Place.Hash = Hash;
        return Place;
      }
      if (Place.Hash == Hash && Strings[Place.Id] == Text)
        return Place;
    }
  }
  StringId add(Slot &Place, std::string &&Text) {
    auto Id = static_cast<StringId>(Strings.size());
    Place.Id = Id;
    Strings.push_back(std::move(Text));
    if (Strings.size() * 4 > Slots.size() * 3)
      rehash(Slots.size() * 2);
    return Id;
  }
  void rehash(std::size_t Size) {
    while (Strings.size() * 4 > Size * 3)
      Size *= 2;
    Slots.assign(Size, Slot{});
    Mask = Size - 1;
    for (StringId Id = 0; Id != Strings.size(); ++Id)
      find(Strings[Id]).Id = Id;
  }

  std::vector<std::string> &Strings;
  std::vector<Slot> Slots;
  std::size_t Mask = 0;
};

} // namespace cppwarden::analysis

#endif
