//===- md5.h - Stub of nettle 3.8 for fixtures -*- C++ -*-==================//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_NETTLE_NETTLE_MD5_H
#define CPPWARDEN_STUB_NETTLE_NETTLE_MD5_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define md5_init nettle_md5_init
#define md5_update nettle_md5_update
#define sha1_init nettle_sha1_init
#define sha256_init nettle_sha256_init
#define sha256_update nettle_sha256_update
#define arcfour_set_key nettle_arcfour_set_key
#define des_set_key nettle_des_set_key
#define blowfish_set_key nettle_blowfish_set_key
#define gcm_aes256_set_key nettle_gcm_aes256_set_key
#define gcm_aes256_set_iv nettle_gcm_aes256_set_iv
#define pbkdf2_hmac_sha256 nettle_pbkdf2_hmac_sha256
#define hmac_sha1_set_key nettle_hmac_sha1_set_key
struct md5_ctx {
  uint32_t state[4];
};
struct sha1_ctx {
  uint32_t state[5];
};
struct sha256_ctx {
  uint32_t state[8];
};
struct hmac_sha1_ctx {
  struct sha1_ctx outer, inner, state;
};
struct arcfour_ctx {
  uint8_t S[256];
};
struct des_ctx {
  uint32_t key[32];
};
struct blowfish_ctx {
  uint32_t s[4][256];
};
int des_set_key(struct des_ctx *ctx, const uint8_t *key);
int blowfish_set_key(struct blowfish_ctx *ctx, size_t size, const uint8_t *key);
struct gcm_aes256_ctx {
  uint8_t key[32];
};
void md5_init(struct md5_ctx *ctx);
void md5_update(struct md5_ctx *ctx, size_t length, const uint8_t *data);
void sha1_init(struct sha1_ctx *ctx);
void sha256_init(struct sha256_ctx *ctx);
void sha256_update(struct sha256_ctx *ctx, size_t length, const uint8_t *data);
void hmac_sha1_set_key(struct hmac_sha1_ctx *ctx, size_t key_length, const uint8_t *key);
void arcfour_set_key(struct arcfour_ctx *ctx, size_t length, const uint8_t *key);
void gcm_aes256_set_key(struct gcm_aes256_ctx *ctx, const uint8_t *key);
void gcm_aes256_set_iv(struct gcm_aes256_ctx *ctx, size_t length, const uint8_t *iv);
void pbkdf2_hmac_sha256(size_t key_length, const uint8_t *key, unsigned iterations, size_t salt_length,
                        const uint8_t *salt, size_t length, uint8_t *dst);

#ifdef __cplusplus
}
#endif

#endif
