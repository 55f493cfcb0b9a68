//===- rc4.h - Stub of Botan 2.19 for fixtures -*- C++ -*-==================//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_RC4_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_RC4_H

#include <botan/stream_cipher.h>

namespace Botan {
class RC4 final : public StreamCipher {
public:
  void set_iv(const uint8_t iv[], size_t iv_len) override;
  explicit RC4(size_t skip = 0);
};
} // namespace Botan

#endif
