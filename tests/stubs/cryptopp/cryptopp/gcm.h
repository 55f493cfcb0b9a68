//===- gcm.h - Stub of Crypto++ 8.7 for fixtures -*- C++ -*-================//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_CRYPTOPP_CRYPTOPP_GCM_H
#define CPPWARDEN_STUB_CRYPTOPP_CRYPTOPP_GCM_H

#include <cryptopp/cryptlib.h>



#endif
