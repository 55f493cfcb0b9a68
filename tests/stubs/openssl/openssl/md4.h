//===- md4.h - Stub of OpenSSL's MD4 for fixtures -*- C++ -*-===//
//
// Declarations only, with the signatures of OpenSSL 3.0 (deprecated functions
// of 1.1 included). For fixtures; `models verify` uses the real headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OPENSSL_MD4_H
#define CPPWARDEN_STUB_OPENSSL_MD4_H

#include <openssl/types.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MD4_DIGEST_LENGTH 16
typedef struct MD4state_st {
  unsigned int A, B, C, D, Nl, Nh, data[16], num;
} MD4_CTX;

int MD4_Init(MD4_CTX *c);
int MD4_Update(MD4_CTX *c, const void *data, size_t len);
int MD4_Final(unsigned char *md, MD4_CTX *c);
unsigned char *MD4(const unsigned char *d, size_t n, unsigned char *md);

#ifdef __cplusplus
}
#endif

#endif
