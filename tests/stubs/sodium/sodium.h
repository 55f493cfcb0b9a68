//===- sodium.h - Stub of libsodium 1.0.18 for fixtures -*- C++ -*-=========//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_SODIUM_SODIUM_H
#define CPPWARDEN_STUB_SODIUM_SODIUM_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define crypto_secretbox_NONCEBYTES 24U
#define crypto_secretbox_KEYBYTES 32U
#define crypto_pwhash_SALTBYTES 16U
#define crypto_pwhash_STRBYTES 128U
#define crypto_pwhash_OPSLIMIT_INTERACTIVE 2U
#define crypto_pwhash_MEMLIMIT_MIN 8192U
#define crypto_pwhash_MEMLIMIT_INTERACTIVE 67108864U
#define crypto_pwhash_ALG_DEFAULT 2
int sodium_init(void);
int crypto_secretbox_easy(unsigned char *c, const unsigned char *m, unsigned long long mlen, const unsigned char *n,
                          const unsigned char *k);
int crypto_secretbox_open_easy(unsigned char *m, const unsigned char *c, unsigned long long clen,
                               const unsigned char *n, const unsigned char *k);
int crypto_aead_xchacha20poly1305_ietf_encrypt(unsigned char *c, unsigned long long *clen_p, const unsigned char *m,
                                               unsigned long long mlen, const unsigned char *ad,
                                               unsigned long long adlen, const unsigned char *nsec,
                                               const unsigned char *npub, const unsigned char *k);
int crypto_auth(unsigned char *out, const unsigned char *in, unsigned long long inlen, const unsigned char *k);
int crypto_hash_sha256(unsigned char *out, const unsigned char *in, unsigned long long inlen);
int crypto_generichash(unsigned char *out, size_t outlen, const unsigned char *in, unsigned long long inlen,
                       const unsigned char *key, size_t keylen);
int crypto_pwhash(unsigned char *const out, unsigned long long outlen, const char *const passwd,
                  unsigned long long passwdlen, const unsigned char *const salt, unsigned long long opslimit,
                  size_t memlimit, int alg);
int crypto_pwhash_str(char *out, const char *const passwd, unsigned long long passwdlen, unsigned long long opslimit,
                      size_t memlimit);
void crypto_secretbox_keygen(unsigned char *k);
void randombytes_buf(void *const buf, const size_t size);
void sodium_memzero(void *const pnt, const size_t len);

#ifdef __cplusplus
}
#endif

#endif
