//===- rsa.h - Stub of Botan 2.19 for fixtures -*- C++ -*-==================//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_RSA_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_RSA_H

#include <botan/pubkey.h>

namespace Botan {
class RSA_PrivateKey final : public Private_Key {
public:
  RSA_PrivateKey(RandomNumberGenerator &rng, size_t bits, size_t exp = 65537);
};
} // namespace Botan

#endif
