//===- bcrypt.h - Stub of Botan 2.19 for fixtures -*- C++ -*-===============//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_BCRYPT_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_BCRYPT_H

#include <botan/rng.h>

namespace Botan {
std::string generate_bcrypt(const std::string &password, RandomNumberGenerator &rng, uint16_t work_factor = 12,
                            char version = 'a');
bool check_bcrypt(const std::string &password, const std::string &hash);
} // namespace Botan

#endif
