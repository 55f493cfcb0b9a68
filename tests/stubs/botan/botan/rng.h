//===- rng.h - Stub of Botan 2.19 for fixtures -*- C++ -*-==================//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_RNG_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_RNG_H

#include <botan/types.h>

namespace Botan {
class RandomNumberGenerator {
public:
  virtual ~RandomNumberGenerator() = default;
  virtual void randomize(uint8_t output[], size_t length) = 0;
  secure_vector<uint8_t> random_vec(size_t bytes);
  uint8_t next_byte();
};
class AutoSeeded_RNG final : public RandomNumberGenerator {
public:
  void randomize(uint8_t output[], size_t length) override;
};
} // namespace Botan

#endif
