//===- cipher.h - Stub of Mbed TLS 2.28 for fixtures -*- C++ -*-============//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_MBEDTLS_MBEDTLS_CIPHER_H
#define CPPWARDEN_STUB_MBEDTLS_MBEDTLS_CIPHER_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MBEDTLS_AES_ENCRYPT 1
#define MBEDTLS_AES_DECRYPT 0
#define MBEDTLS_RSA_PKCS_V15 0
#define MBEDTLS_RSA_PKCS_V21 1
typedef enum { MBEDTLS_CIPHER_ID_NONE = 0, MBEDTLS_CIPHER_ID_AES = 2, MBEDTLS_CIPHER_ID_DES } mbedtls_cipher_id_t;
typedef enum {
  MBEDTLS_CIPHER_NONE = 0,
  MBEDTLS_CIPHER_AES_256_ECB = 4,
  MBEDTLS_CIPHER_AES_256_GCM = 16,
  MBEDTLS_CIPHER_DES_CBC = 33,
  MBEDTLS_CIPHER_DES_EDE3_CBC = 37
} mbedtls_cipher_type_t;
typedef struct mbedtls_cipher_info_t mbedtls_cipher_info_t;
typedef struct mbedtls_cipher_context_t {
  const mbedtls_cipher_info_t *cipher_info;
} mbedtls_cipher_context_t;
typedef struct mbedtls_gcm_context {
  int mode;
} mbedtls_gcm_context;
typedef struct mbedtls_aes_context {
  int nr;
} mbedtls_aes_context;
typedef struct mbedtls_des_context {
  unsigned sk[32];
} mbedtls_des_context;
typedef struct mbedtls_rsa_context {
  int ver;
} mbedtls_rsa_context;
const mbedtls_cipher_info_t *mbedtls_cipher_info_from_type(const mbedtls_cipher_type_t cipher_type);
const mbedtls_cipher_info_t *mbedtls_cipher_info_from_string(const char *cipher_name);
int mbedtls_cipher_setup(mbedtls_cipher_context_t *ctx, const mbedtls_cipher_info_t *cipher_info);
int mbedtls_gcm_setkey(mbedtls_gcm_context *ctx, mbedtls_cipher_id_t cipher, const unsigned char *key,
                       unsigned int keybits);
int mbedtls_gcm_crypt_and_tag(mbedtls_gcm_context *ctx, int mode, size_t length, const unsigned char *iv,
                              size_t iv_len, const unsigned char *add, size_t add_len, const unsigned char *input,
                              unsigned char *output, size_t tag_len, unsigned char *tag);
int mbedtls_aes_crypt_cbc(mbedtls_aes_context *ctx, int mode, size_t length, unsigned char iv[16],
                          const unsigned char *input, unsigned char *output);
int mbedtls_des_setkey_enc(mbedtls_des_context *ctx, const unsigned char key[8]);
int mbedtls_rsa_gen_key(mbedtls_rsa_context *ctx, int (*f_rng)(void *, unsigned char *, size_t), void *p_rng,
                        unsigned int nbits, int exponent);
void mbedtls_rsa_set_padding(mbedtls_rsa_context *ctx, int padding, int hash_id);
int mbedtls_rsa_pkcs1_encrypt(mbedtls_rsa_context *ctx, int (*f_rng)(void *, unsigned char *, size_t), void *p_rng,
                              int mode, size_t ilen, const unsigned char *input, unsigned char *output);
int mbedtls_ctr_drbg_random(void *p_rng, unsigned char *output, size_t output_len);

#ifdef __cplusplus
}
#endif

#endif
