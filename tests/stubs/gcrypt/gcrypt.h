//===- gcrypt.h - Stub of libgcrypt 1.10 for fixtures -*- C++ -*-===========//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_GCRYPT_GCRYPT_H
#define CPPWARDEN_STUB_GCRYPT_GCRYPT_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef unsigned int gcry_error_t;
typedef gcry_error_t gpg_error_t;
typedef struct gcry_md_handle *gcry_md_hd_t;
typedef struct gcry_cipher_handle *gcry_cipher_hd_t;
typedef struct gcry_sexp *gcry_sexp_t;
enum gcry_md_algos { GCRY_MD_NONE = 0, GCRY_MD_MD5 = 1, GCRY_MD_SHA1 = 2, GCRY_MD_SHA256 = 8 };
enum gcry_md_flags { GCRY_MD_FLAG_SECURE = 1, GCRY_MD_FLAG_HMAC = 2 };
enum gcry_cipher_algos { GCRY_CIPHER_3DES = 2, GCRY_CIPHER_AES256 = 9, GCRY_CIPHER_ARCFOUR = 301 };
enum gcry_cipher_modes { GCRY_CIPHER_MODE_ECB = 1, GCRY_CIPHER_MODE_CBC = 3, GCRY_CIPHER_MODE_GCM = 9 };
enum gcry_kdf_algos { GCRY_KDF_SIMPLE_S2K = 16, GCRY_KDF_PBKDF2 = 34, GCRY_KDF_SCRYPT = 48 };
gcry_error_t gcry_md_open(gcry_md_hd_t *h, int algo, unsigned int flags);
void gcry_md_hash_buffer(int algo, void *digest, const void *buffer, size_t length);
void gcry_md_write(gcry_md_hd_t hd, const void *buffer, size_t length);
int gcry_md_map_name(const char *name);
gcry_error_t gcry_cipher_open(gcry_cipher_hd_t *handle, int algo, int mode, unsigned int flags);
gcry_error_t gcry_cipher_setkey(gcry_cipher_hd_t hd, const void *key, size_t keylen);
gcry_error_t gcry_cipher_setiv(gcry_cipher_hd_t hd, const void *iv, size_t ivlen);
gpg_error_t gcry_kdf_derive(const void *passphrase, size_t passphraselen, int algo, int subalgo, const void *salt,
                            size_t saltlen, unsigned long iterations, size_t keysize, void *keybuffer);
gcry_error_t gcry_sexp_build(gcry_sexp_t *retsexp, size_t *erroff, const char *format, ...);
void gcry_create_nonce(void *buffer, size_t length);

#ifdef __cplusplus
}
#endif

#endif
