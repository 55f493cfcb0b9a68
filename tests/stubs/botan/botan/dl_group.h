//===- dl_group.h - Stub of Botan 2.19 for fixtures -*- C++ -*-=============//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_DL_GROUP_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_DL_GROUP_H

#include <botan/rng.h>

namespace Botan {
class DL_Group final {
public:
  enum PrimeType { Strong, Prime_Subgroup, DSA_Kosherizer };
  explicit DL_Group(const std::string &name);
  DL_Group(RandomNumberGenerator &rng, PrimeType type, size_t pbits, size_t qbits = 0);
};
} // namespace Botan

#endif
