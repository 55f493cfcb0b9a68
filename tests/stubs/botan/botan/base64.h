//===- base64.h - Stub of Botan 2.19 for fixtures -*- C++ -*-===============//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_BASE64_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_BASE64_H

#include <botan/types.h>

namespace Botan {
template <typename Alloc> std::string base64_encode(const std::vector<uint8_t, Alloc> &input);
} // namespace Botan

#endif
