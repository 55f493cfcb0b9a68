//===- idea.h - Stub of OpenSSL's IDEA for fixtures -*- C++ -*-===//
//
// Declarations only, with the signatures of OpenSSL 3.0; not in every build of
// the library. For fixtures and for the models of openssl-legacy.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OPENSSL_IDEA_H
#define CPPWARDEN_STUB_OPENSSL_IDEA_H

#include <openssl/types.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct idea_key_st {
  unsigned int data[9][6];
} IDEA_KEY_SCHEDULE;

void IDEA_ecb_encrypt(const unsigned char *in, unsigned char *out,
                      IDEA_KEY_SCHEDULE *ks);
void IDEA_set_encrypt_key(const unsigned char *key, IDEA_KEY_SCHEDULE *ks);
void IDEA_set_decrypt_key(IDEA_KEY_SCHEDULE *ek, IDEA_KEY_SCHEDULE *dk);
void IDEA_cbc_encrypt(const unsigned char *in, unsigned char *out, long length,
                      IDEA_KEY_SCHEDULE *ks, unsigned char *iv, int enc);

#ifdef __cplusplus
}
#endif

#endif
