//===- symkey.h - Stub of Botan 2.19 for fixtures -*- C++ -*-===============//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_SYMKEY_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_SYMKEY_H

#include <botan/rng.h>

namespace Botan {
class OctetString final {
public:
  size_t length() const;
  const uint8_t *begin() const;
  explicit OctetString(const std::string &str = "");
  OctetString(RandomNumberGenerator &rng, size_t len);
  OctetString(const uint8_t in[], size_t len);
  OctetString(const std::vector<uint8_t> &in);
};
typedef OctetString SymmetricKey;
class SymmetricAlgorithm {
public:
  virtual ~SymmetricAlgorithm() = default;
  void set_key(const SymmetricKey &key);
  template <typename Alloc> void set_key(const std::vector<uint8_t, Alloc> &key);
  void set_key(const uint8_t key[], size_t length);
};
} // namespace Botan

#endif
