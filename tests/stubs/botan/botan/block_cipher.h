//===- block_cipher.h - Stub of Botan 2.19 for fixtures -*- C++ -*-=========//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_BLOCK_CIPHER_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_BLOCK_CIPHER_H

#include <botan/symkey.h>

namespace Botan {
class BlockCipher : public SymmetricAlgorithm {
public:
  static std::unique_ptr<BlockCipher> create(const std::string &algo_spec, const std::string &provider = "");
  static std::unique_ptr<BlockCipher> create_or_throw(const std::string &algo_spec,
                                                      const std::string &provider = "");
};
} // namespace Botan

#endif
