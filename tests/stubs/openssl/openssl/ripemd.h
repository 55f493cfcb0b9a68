//===- ripemd.h - Stub of OpenSSL's RIPEMD-160 for fixtures -*- C++ -*-===//
//
// Declarations only, with the signatures of OpenSSL 3.0 (deprecated functions
// of 1.1 included). For fixtures; `models verify` uses the real headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OPENSSL_RIPEMD_H
#define CPPWARDEN_STUB_OPENSSL_RIPEMD_H

#include <openssl/types.h>

#ifdef __cplusplus
extern "C" {
#endif

#define RIPEMD160_DIGEST_LENGTH 20
unsigned char *RIPEMD160(const unsigned char *d, size_t n, unsigned char *md);

#ifdef __cplusplus
}
#endif

#endif
