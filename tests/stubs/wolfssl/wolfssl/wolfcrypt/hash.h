//===- hash.h - Stub of wolfSSL 5.5 for fixtures -*- C++ -*-================//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_WOLFSSL_WOLFSSL_WOLFCRYPT_HASH_H
#define CPPWARDEN_STUB_WOLFSSL_WOLFSSL_WOLFCRYPT_HASH_H

#ifdef __cplusplus
extern "C" {
#endif

typedef unsigned char byte;
typedef unsigned int word32;
enum wc_HashType { WC_HASH_TYPE_NONE = 0, WC_HASH_TYPE_MD5 = 3, WC_HASH_TYPE_SHA = 4, WC_HASH_TYPE_SHA256 = 6 };
#define AES_ENCRYPTION 0
#define AES_DECRYPTION 1
typedef struct Aes {
  int rounds;
} Aes;
typedef struct Des3 {
  int keylen;
} Des3;
typedef struct WC_RNG {
  int status;
} WC_RNG;
typedef struct RsaKey {
  int type;
} RsaKey;
int wc_Hash(enum wc_HashType hash_type, const byte *data, word32 data_len, byte *hash, word32 hash_len);
int wc_Md5Hash(const byte *data, word32 len, byte *hash);
int wc_Sha256Hash(const byte *data, word32 len, byte *hash);
typedef struct Arc4 {
  byte x, y;
} Arc4;
int wc_Arc4SetKey(Arc4 *arc4, const byte *key, word32 length);
int wc_Des3_SetKey(Des3 *des, const byte *key, const byte *iv, int dir);
int wc_AesSetKey(Aes *aes, const byte *key, word32 len, const byte *iv, int dir);
int wc_AesGcmSetKey(Aes *aes, const byte *key, word32 len);
int wc_AesEcbEncrypt(Aes *aes, byte *out, const byte *in, word32 sz);
int wc_AesGcmEncrypt(Aes *aes, byte *out, const byte *in, word32 sz, const byte *iv, word32 ivSz, byte *authTag,
                     word32 authTagSz, const byte *authIn, word32 authInSz);
int wc_PBKDF2(byte *output, const byte *passwd, int pLen, const byte *salt, int sLen, int iterations, int kLen,
              int typeH);
int wc_MakeRsaKey(RsaKey *key, int size, long e, WC_RNG *rng);
int wc_RsaPublicEncrypt(const byte *in, word32 inLen, byte *out, word32 outLen, RsaKey *key, WC_RNG *rng);
int wc_RNG_GenerateBlock(WC_RNG *rng, byte *b, word32 sz);

#ifdef __cplusplus
}
#endif

#endif
