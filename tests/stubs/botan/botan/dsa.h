//===- dsa.h - Stub of Botan 2.19 for fixtures -*- C++ -*-==================//
//
// Declarations only, a few of the library's, with its signatures. Debian
// has the library, but its package is large.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_DSA_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_DSA_H

#include <botan/pubkey.h>



#endif
