//===- ec.h - Stub of OpenSSL's elliptic curves for fixtures -*- C++ -*-===//
//
// Declarations only, with the signatures of OpenSSL 3.0 (deprecated functions
// of 1.1 included). For fixtures; `models verify` uses the real headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OPENSSL_EC_H
#define CPPWARDEN_STUB_OPENSSL_EC_H

#include <openssl/evp.h>
#include <openssl/types.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ec_group_st EC_GROUP;

EC_KEY *EC_KEY_new(void);
void EC_KEY_free(EC_KEY *key);
EC_KEY *EC_KEY_new_by_curve_name(int nid);
int EC_KEY_generate_key(EC_KEY *key);
EC_GROUP *EC_GROUP_new_by_curve_name(int nid);
int EC_curve_nist2nid(const char *name);
#define EVP_EC_gen(curve)                                                      \
  EVP_PKEY_Q_keygen(NULL, NULL, "EC", (char *)(strstr(curve, "")))

#ifdef __cplusplus
}
#endif

#endif
