//===- blowfish.h - Stub of OpenSSL's Blowfish for fixtures -*- C++ -*-===//
//
// Declarations only, with the signatures of OpenSSL 3.0 (deprecated functions
// of 1.1 included). For fixtures; `models verify` uses the real headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OPENSSL_BLOWFISH_H
#define CPPWARDEN_STUB_OPENSSL_BLOWFISH_H

#include <openssl/types.h>

#ifdef __cplusplus
extern "C" {
#endif

#define BF_ENCRYPT 1
#define BF_DECRYPT 0
typedef struct bf_key_st {
  unsigned int P[18], S[4 * 256];
} BF_KEY;

void BF_set_key(BF_KEY *key, int len, const unsigned char *data);
void BF_ecb_encrypt(const unsigned char *in, unsigned char *out,
                    const BF_KEY *key, int enc);
void BF_cbc_encrypt(const unsigned char *in, unsigned char *out, long length,
                    const BF_KEY *schedule, unsigned char *ivec, int enc);
void BF_cfb64_encrypt(const unsigned char *in, unsigned char *out, long length,
                      const BF_KEY *schedule, unsigned char *ivec, int *num,
                      int enc);

#ifdef __cplusplus
}
#endif

#endif
