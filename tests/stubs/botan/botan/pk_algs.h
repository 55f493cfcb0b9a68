//===- pk_algs.h - Stub of Botan 2.19 for fixtures -*- C++ -*-==============//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_PK_ALGS_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_PK_ALGS_H

#include <botan/pubkey.h>

namespace Botan {
std::unique_ptr<Private_Key> create_private_key(const std::string &algo_name, RandomNumberGenerator &rng,
                                                const std::string &algo_params = "",
                                                const std::string &provider = "");
} // namespace Botan

#endif
