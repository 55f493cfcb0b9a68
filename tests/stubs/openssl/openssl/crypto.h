//===- crypto.h - Stub of OpenSSL's memory functions for fixtures -*- C++
//-*-===//
//
// Declarations only, with the signatures of OpenSSL 3.0 (deprecated functions
// of 1.1 included). For fixtures; `models verify` uses the real headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OPENSSL_CRYPTO_H
#define CPPWARDEN_STUB_OPENSSL_CRYPTO_H

#include <openssl/types.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

void OPENSSL_cleanse(void *ptr, size_t len);
int CRYPTO_memcmp(const void *in_a, const void *in_b, size_t len);

#ifdef __cplusplus
}
#endif

#endif
