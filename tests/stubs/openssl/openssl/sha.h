//===- sha.h - Stub of OpenSSL's SHA family for fixtures -*- C++ -*-===//
//
// Declarations only, with the signatures of OpenSSL 3.0 (deprecated functions
// of 1.1 included). For fixtures; `models verify` uses the real headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OPENSSL_SHA_H
#define CPPWARDEN_STUB_OPENSSL_SHA_H

#include <openssl/types.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SHA_DIGEST_LENGTH 20
#define SHA224_DIGEST_LENGTH 28
#define SHA256_DIGEST_LENGTH 32
#define SHA384_DIGEST_LENGTH 48
#define SHA512_DIGEST_LENGTH 64
typedef struct SHAstate_st {
  unsigned int h0, h1, h2, h3, h4, Nl, Nh, data[16], num;
} SHA_CTX;
typedef struct SHA256state_st {
  unsigned int h[8], Nl, Nh, data[16], num, md_len;
} SHA256_CTX;
typedef struct SHA512state_st {
  unsigned long long h[8], Nl, Nh;
  unsigned char p[128];
  unsigned int num, md_len;
} SHA512_CTX;

int SHA1_Init(SHA_CTX *c);
int SHA1_Update(SHA_CTX *c, const void *data, size_t len);
int SHA1_Final(unsigned char *md, SHA_CTX *c);
unsigned char *SHA1(const unsigned char *d, size_t n, unsigned char *md);
unsigned char *SHA224(const unsigned char *d, size_t n, unsigned char *md);
int SHA256_Init(SHA256_CTX *c);
int SHA256_Update(SHA256_CTX *c, const void *data, size_t len);
int SHA256_Final(unsigned char *md, SHA256_CTX *c);
unsigned char *SHA256(const unsigned char *d, size_t n, unsigned char *md);
unsigned char *SHA384(const unsigned char *d, size_t n, unsigned char *md);
int SHA512_Init(SHA512_CTX *c);
int SHA512_Update(SHA512_CTX *c, const void *data, size_t len);
int SHA512_Final(unsigned char *md, SHA512_CTX *c);
unsigned char *SHA512(const unsigned char *d, size_t n, unsigned char *md);

#ifdef __cplusplus
}
#endif

#endif
