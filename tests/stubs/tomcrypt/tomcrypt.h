//===- tomcrypt.h - Stub of libtomcrypt 1.18 for fixtures -*- C++ -*-=======//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_TOMCRYPT_TOMCRYPT_H
#define CPPWARDEN_STUB_TOMCRYPT_TOMCRYPT_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef union Hash_state {
  char dummy[1];
} hash_state;
typedef struct symmetric_ECB {
  int cipher;
} symmetric_ECB;
typedef struct symmetric_CBC {
  int cipher;
} symmetric_CBC;
typedef union Prng_state {
  char dummy[1];
} prng_state;
typedef struct Rsa_key {
  int type;
} rsa_key;
int md5_init(hash_state *md);
int sha1_init(hash_state *md);
int sha256_init(hash_state *md);
typedef union Symmetric_key {
  int rounds;
} symmetric_key;
typedef struct {
  unsigned int x, y;
  unsigned char buf[256];
} rc4_state;
int des_setup(const unsigned char *key, int keylen, int num_rounds, symmetric_key *skey);
int rijndael_setup(const unsigned char *key, int keylen, int num_rounds, symmetric_key *skey);
int blowfish_setup(const unsigned char *key, int keylen, int num_rounds, symmetric_key *skey);
int rc4_stream_setup(rc4_state *st, const unsigned char *key, unsigned long keylen);
int find_hash(const char *name);
int find_cipher(const char *name);
int hash_memory(int hash, const unsigned char *in, unsigned long inlen, unsigned char *out, unsigned long *outlen);
int ecb_start(int cipher, const unsigned char *key, int keylen, int num_rounds, symmetric_ECB *ecb);
int cbc_start(int cipher, const unsigned char *IV, const unsigned char *key, int keylen, int num_rounds,
              symmetric_CBC *cbc);
int pkcs_5_alg2(const unsigned char *password, unsigned long password_len, const unsigned char *salt,
                unsigned long salt_len, int iteration_count, int hash_idx, unsigned char *out, unsigned long *outlen);
int rsa_make_key(prng_state *prng, int wprng, int size, long e, rsa_key *key);

#ifdef __cplusplus
}
#endif

#endif
