//===- rc4.h - Stub of OpenSSL's RC4 for fixtures -*- C++ -*-===//
//
// Declarations only, with the signatures of OpenSSL 3.0 (deprecated functions
// of 1.1 included). For fixtures; `models verify` uses the real headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OPENSSL_RC4_H
#define CPPWARDEN_STUB_OPENSSL_RC4_H

#include <openssl/types.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct rc4_key_st {
  unsigned int x, y, data[256];
} RC4_KEY;

void RC4_set_key(RC4_KEY *key, int len, const unsigned char *data);
void RC4(RC4_KEY *key, size_t len, const unsigned char *indata,
         unsigned char *outdata);

#ifdef __cplusplus
}
#endif

#endif
