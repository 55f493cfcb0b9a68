//===- mac.h - Stub of Botan 2.19 for fixtures -*- C++ -*-==================//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_MAC_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_MAC_H

#include <botan/hash.h>
#include <botan/symkey.h>

namespace Botan {
class MessageAuthenticationCode : public Buffered_Computation, public SymmetricAlgorithm {
public:
  static std::unique_ptr<MessageAuthenticationCode> create_or_throw(const std::string &algo_spec,
                                                                    const std::string &provider = "");
};
} // namespace Botan

#endif
