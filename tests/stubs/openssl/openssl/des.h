//===- des.h - Stub of OpenSSL's DES for fixtures -*- C++ -*-===//
//
// Declarations only, with the signatures of OpenSSL 3.0 (deprecated functions
// of 1.1 included). For fixtures; `models verify` uses the real headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OPENSSL_DES_H
#define CPPWARDEN_STUB_OPENSSL_DES_H

#include <openssl/types.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef unsigned char DES_cblock[8];
typedef unsigned char const_DES_cblock[8];
typedef struct DES_ks {
  union {
    DES_cblock cblock;
    unsigned int deslong[2];
  } ks[16];
} DES_key_schedule;

#define DES_ENCRYPT 1
#define DES_DECRYPT 0
int DES_set_key(const_DES_cblock *key, DES_key_schedule *schedule);
int DES_set_key_checked(const_DES_cblock *key, DES_key_schedule *schedule);
void DES_set_key_unchecked(const_DES_cblock *key, DES_key_schedule *schedule);
void DES_set_odd_parity(DES_cblock *key);
void DES_string_to_key(const char *str, DES_cblock *key);
int DES_random_key(DES_cblock *ret);
void DES_ecb_encrypt(const_DES_cblock *input, DES_cblock *output,
                     DES_key_schedule *ks, int enc);
void DES_ncbc_encrypt(const unsigned char *input, unsigned char *output,
                      long length, DES_key_schedule *schedule, DES_cblock *ivec,
                      int enc);
void DES_cbc_encrypt(const unsigned char *input, unsigned char *output,
                     long length, DES_key_schedule *schedule, DES_cblock *ivec,
                     int enc);
void DES_ede3_cbc_encrypt(const unsigned char *input, unsigned char *output,
                          long length, DES_key_schedule *ks1,
                          DES_key_schedule *ks2, DES_key_schedule *ks3,
                          DES_cblock *ivec, int enc);
char *DES_crypt(const char *buf, const char *salt);
char *DES_fcrypt(const char *buf, const char *salt, char *ret);

#ifdef __cplusplus
}
#endif

#endif
