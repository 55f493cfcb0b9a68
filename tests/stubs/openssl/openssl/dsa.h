//===- dsa.h - Stub of OpenSSL's DSA for fixtures -*- C++ -*-===//
//
// Declarations only, with the signatures of OpenSSL 3.0 (deprecated functions
// of 1.1 included). For fixtures; `models verify` uses the real headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OPENSSL_DSA_H
#define CPPWARDEN_STUB_OPENSSL_DSA_H

#include <openssl/evp.h>
#include <openssl/types.h>

#ifdef __cplusplus
extern "C" {
#endif

DSA *DSA_new(void);
void DSA_free(DSA *r);
DSA *DSA_generate_parameters(int bits, unsigned char *seed, int seed_len,
                             int *counter_ret, unsigned long *h_ret,
                             void (*callback)(int, int, void *), void *cb_arg);
int DSA_generate_parameters_ex(DSA *dsa, int bits, const unsigned char *seed,
                               int seed_len, int *counter_ret,
                               unsigned long *h_ret, BN_GENCB *cb);
int DSA_generate_key(DSA *a);

#ifdef __cplusplus
}
#endif

#endif
