//===- pbkdf.h - Stub of Botan 2.19 for fixtures -*- C++ -*-================//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_PBKDF_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_PBKDF_H

#include <botan/symkey.h>

namespace Botan {
class PBKDF {
public:
  virtual ~PBKDF() = default;
  static std::unique_ptr<PBKDF> create_or_throw(const std::string &algo_spec, const std::string &provider = "");
  secure_vector<uint8_t> pbkdf_iterations(size_t out_len, const std::string &passphrase, const uint8_t salt[],
                                          size_t salt_len, size_t iterations) const;
  OctetString derive_key(size_t out_len, const std::string &passphrase, const uint8_t salt[], size_t salt_len,
                         size_t iterations) const;
  template <typename Alloc>
  OctetString derive_key(size_t out_len, const std::string &passphrase, const std::vector<uint8_t, Alloc> &salt,
                         size_t iterations) const;
};
} // namespace Botan

#endif
