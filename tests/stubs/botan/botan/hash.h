//===- hash.h - Stub of Botan 2.19 for fixtures -*- C++ -*-=================//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_HASH_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_HASH_H

#include <botan/types.h>

namespace Botan {
class Buffered_Computation {
public:
  void update(const uint8_t in[], size_t length);
  void update(const std::vector<uint8_t> &in);
  void update(const std::string &str);
  void update(uint8_t in);
  void final(uint8_t out[]);
  secure_vector<uint8_t> final();
  secure_vector<uint8_t> process(const uint8_t in[], size_t length);
  secure_vector<uint8_t> process(const std::vector<uint8_t> &in);
  secure_vector<uint8_t> process(const std::string &in);
  virtual ~Buffered_Computation() = default;
};
class HashFunction : public Buffered_Computation {
public:
  static std::unique_ptr<HashFunction> create(const std::string &algo_spec, const std::string &provider = "");
  static std::unique_ptr<HashFunction> create_or_throw(const std::string &algo_spec,
                                                       const std::string &provider = "");
};
} // namespace Botan

#endif
