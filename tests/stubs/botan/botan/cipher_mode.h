//===- cipher_mode.h - Stub of Botan 2.19 for fixtures -*- C++ -*-==========//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_CIPHER_MODE_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_CIPHER_MODE_H

#include <botan/symkey.h>

namespace Botan {
enum Cipher_Dir : int { ENCRYPTION, DECRYPTION };
class Cipher_Mode : public SymmetricAlgorithm {
public:
  static std::unique_ptr<Cipher_Mode> create(const std::string &algo, Cipher_Dir direction,
                                             const std::string &provider = "");
  static std::unique_ptr<Cipher_Mode> create_or_throw(const std::string &algo, Cipher_Dir direction,
                                                      const std::string &provider = "");
  template <typename Alloc> void start(const std::vector<uint8_t, Alloc> &nonce);
  void start(const uint8_t nonce[], size_t nonce_len);
  void start();
  virtual void finish(secure_vector<uint8_t> &final_block, size_t offset = 0) = 0;
};
} // namespace Botan

#endif
