//===- mdc2.h - Stub of OpenSSL's MDC2 for fixtures -*- C++ -*-===//
//
// Declarations only, with the signatures of OpenSSL 3.0; not in every build of
// the library. For fixtures and for the models of openssl-legacy.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OPENSSL_MDC2_H
#define CPPWARDEN_STUB_OPENSSL_MDC2_H

#include <openssl/types.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct mdc2_ctx_st {
  unsigned int num;
  unsigned char data[8];
} MDC2_CTX;

int MDC2_Init(MDC2_CTX *c);
int MDC2_Update(MDC2_CTX *c, const unsigned char *data, size_t len);
int MDC2_Final(unsigned char *md, MDC2_CTX *c);
unsigned char *MDC2(const unsigned char *d, size_t n, unsigned char *md);

#ifdef __cplusplus
}
#endif

#endif
