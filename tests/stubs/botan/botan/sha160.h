//===- sha160.h - Stub of Botan 2.19 for fixtures -*- C++ -*-===============//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_SHA160_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_SHA160_H

#include <botan/hash.h>

namespace Botan {
class SHA_160 final : public HashFunction {
public:
  SHA_160();
};
} // namespace Botan

#endif
