//===- crypto.h - Stub of GnuTLS 3.7 for fixtures -*- C++ -*-===============//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_GNUTLS_GNUTLS_CRYPTO_H
#define CPPWARDEN_STUB_GNUTLS_GNUTLS_CRYPTO_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum { GNUTLS_DIG_UNKNOWN = 0, GNUTLS_DIG_MD5 = 2, GNUTLS_DIG_SHA1 = 3, GNUTLS_DIG_SHA256 = 6 } gnutls_digest_algorithm_t;
typedef enum { GNUTLS_MAC_UNKNOWN = 0, GNUTLS_MAC_SHA1 = 3, GNUTLS_MAC_SHA256 = 6 } gnutls_mac_algorithm_t;
typedef enum {
  GNUTLS_CIPHER_NULL = 1,
  GNUTLS_CIPHER_ARCFOUR_128 = 2,
  GNUTLS_CIPHER_3DES_CBC = 3,
  GNUTLS_CIPHER_AES_256_GCM = 10
} gnutls_cipher_algorithm_t;
typedef enum { GNUTLS_PK_UNKNOWN = 0, GNUTLS_PK_RSA = 1, GNUTLS_PK_ECDSA = 4 } gnutls_pk_algorithm_t;
typedef struct {
  unsigned char *data;
  unsigned int size;
} gnutls_datum_t;
typedef struct api_cipher_hd_st *gnutls_cipher_hd_t;
typedef struct hash_hd_st *gnutls_hash_hd_t;
typedef struct gnutls_x509_privkey_int *gnutls_x509_privkey_t;
int gnutls_hash_init(gnutls_hash_hd_t *dig, gnutls_digest_algorithm_t algorithm);
int gnutls_hash_fast(gnutls_digest_algorithm_t algorithm, const void *text, size_t textlen, void *digest);
int gnutls_hmac_fast(gnutls_mac_algorithm_t algorithm, const void *key, size_t keylen, const void *text,
                     size_t textlen, void *digest);
int gnutls_cipher_init(gnutls_cipher_hd_t *handle, gnutls_cipher_algorithm_t cipher, const gnutls_datum_t *key,
                       const gnutls_datum_t *iv);
int gnutls_pbkdf2(gnutls_mac_algorithm_t mac, const gnutls_datum_t *key, const gnutls_datum_t *salt,
                  unsigned iter_count, void *output, size_t length);
int gnutls_x509_privkey_generate(gnutls_x509_privkey_t key, gnutls_pk_algorithm_t algo, unsigned int bits,
                                 unsigned int flags);
int gnutls_rnd(int level, void *data, size_t len);

#ifdef __cplusplus
}
#endif

#endif
