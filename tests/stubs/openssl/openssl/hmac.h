//===- hmac.h - Stub of OpenSSL's HMAC for fixtures -*- C++ -*-===//
//
// Declarations only, with the signatures of OpenSSL 3.0 (deprecated functions
// of 1.1 included). For fixtures; `models verify` uses the real headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OPENSSL_HMAC_H
#define CPPWARDEN_STUB_OPENSSL_HMAC_H

#include <openssl/evp.h>
#include <openssl/types.h>

#ifdef __cplusplus
extern "C" {
#endif

unsigned char *HMAC(const EVP_MD *evp_md, const void *key, int key_len,
                    const unsigned char *data, size_t data_len,
                    unsigned char *md, unsigned int *md_len);
HMAC_CTX *HMAC_CTX_new(void);
void HMAC_CTX_free(HMAC_CTX *ctx);
int HMAC_Init_ex(HMAC_CTX *ctx, const void *key, int len, const EVP_MD *md,
                 ENGINE *impl);
int HMAC_Update(HMAC_CTX *ctx, const unsigned char *data, size_t len);
int HMAC_Final(HMAC_CTX *ctx, unsigned char *md, unsigned int *len);

#ifdef __cplusplus
}
#endif

#endif
