//===- md5.h - Stub of Botan 2.19 for fixtures -*- C++ -*-==================//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_MD5_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_MD5_H

#include <botan/hash.h>

namespace Botan {
class MD5 final : public HashFunction {
public:
  MD5();
};
} // namespace Botan

#endif
