//===- aead.h - Stub of Botan 2.19 for fixtures -*- C++ -*-=================//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_AEAD_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_AEAD_H

#include <botan/cipher_mode.h>

namespace Botan {
class AEAD_Mode : public Cipher_Mode {
public:
  static std::unique_ptr<AEAD_Mode> create(const std::string &algo, Cipher_Dir direction,
                                           const std::string &provider = "");
  static std::unique_ptr<AEAD_Mode> create_or_throw(const std::string &algo, Cipher_Dir direction,
                                                    const std::string &provider = "");
};
} // namespace Botan

#endif
