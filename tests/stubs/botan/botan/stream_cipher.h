//===- stream_cipher.h - Stub of Botan 2.19 for fixtures -*- C++ -*-========//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_STREAM_CIPHER_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_STREAM_CIPHER_H

#include <botan/symkey.h>

namespace Botan {
class StreamCipher : public SymmetricAlgorithm {
public:
  static std::unique_ptr<StreamCipher> create(const std::string &algo_spec, const std::string &provider = "");
  static std::unique_ptr<StreamCipher> create_or_throw(const std::string &algo_spec,
                                                       const std::string &provider = "");
  virtual void set_iv(const uint8_t iv[], size_t iv_len) = 0;
};
} // namespace Botan

#endif
