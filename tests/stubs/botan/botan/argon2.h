//===- argon2.h - Stub of Botan 2.19 for fixtures -*- C++ -*-===============//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_ARGON2_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_ARGON2_H

#include <botan/rng.h>

namespace Botan {
std::string argon2_generate_pwhash(const char *password, size_t password_len, RandomNumberGenerator &rng, size_t p,
                                   size_t M, size_t t, uint8_t y = 2, size_t salt_len = 16,
                                   size_t output_len = 32);
} // namespace Botan

#endif
