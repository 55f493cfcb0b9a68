//===- pubkey.h - Stub of Botan 2.19 for fixtures -*- C++ -*-===============//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_PUBKEY_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_PUBKEY_H

#include <botan/rng.h>

namespace Botan {
class Public_Key {};
class Private_Key : public Public_Key {};
enum Signature_Format { IEEE_1363, DER_SEQUENCE };
class PK_Signer final {
public:
  PK_Signer(const Private_Key &key, RandomNumberGenerator &rng, const std::string &emsa,
            Signature_Format format = IEEE_1363, const std::string &provider = "");
};
class PK_Encryptor_EME final {
public:
  PK_Encryptor_EME(const Public_Key &key, RandomNumberGenerator &rng, const std::string &padding,
                   const std::string &provider = "");
};
class PK_Decryptor_EME final {
public:
  PK_Decryptor_EME(const Private_Key &key, RandomNumberGenerator &rng, const std::string &eme,
                   const std::string &provider = "");
};
} // namespace Botan

#endif
