//===- ec_group.h - Stub of Botan 2.19 for fixtures -*- C++ -*-=============//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_EC_GROUP_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_EC_GROUP_H

#include <botan/types.h>

namespace Botan {
class EC_Group final {
public:
  explicit EC_Group(const std::string &pem_or_oid);
};
} // namespace Botan

#endif
