//===- md.h - Stub of Mbed TLS 2.28 for fixtures -*- C++ -*-================//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_MBEDTLS_MBEDTLS_MD_H
#define CPPWARDEN_STUB_MBEDTLS_MBEDTLS_MD_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  MBEDTLS_MD_NONE = 0,
  MBEDTLS_MD_MD2,
  MBEDTLS_MD_MD4,
  MBEDTLS_MD_MD5,
  MBEDTLS_MD_SHA1,
  MBEDTLS_MD_SHA224,
  MBEDTLS_MD_SHA256
} mbedtls_md_type_t;
typedef struct mbedtls_md_info_t mbedtls_md_info_t;
typedef struct mbedtls_md_context_t {
  const mbedtls_md_info_t *md_info;
  void *md_ctx;
  void *hmac_ctx;
} mbedtls_md_context_t;
const mbedtls_md_info_t *mbedtls_md_info_from_string(const char *md_name);
const mbedtls_md_info_t *mbedtls_md_info_from_type(mbedtls_md_type_t md_type);
int mbedtls_md_setup(mbedtls_md_context_t *ctx, const mbedtls_md_info_t *md_info, int hmac);
int mbedtls_md(const mbedtls_md_info_t *md_info, const unsigned char *input, size_t ilen, unsigned char *output);
int mbedtls_md_update(mbedtls_md_context_t *ctx, const unsigned char *input, size_t ilen);
int mbedtls_md_finish(mbedtls_md_context_t *ctx, unsigned char *output);
int mbedtls_pkcs5_pbkdf2_hmac(mbedtls_md_context_t *ctx, const unsigned char *password, size_t plen,
                              const unsigned char *salt, size_t slen, unsigned int iteration_count,
                              unsigned int key_length, unsigned char *output);

#ifdef __cplusplus
}
#endif

#endif
