//===- dh.h - Stub of OpenSSL's DH for fixtures -*- C++ -*-===//
//
// Declarations only, with the signatures of OpenSSL 3.0 (deprecated functions
// of 1.1 included). For fixtures; `models verify` uses the real headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OPENSSL_DH_H
#define CPPWARDEN_STUB_OPENSSL_DH_H

#include <openssl/evp.h>
#include <openssl/types.h>

#ifdef __cplusplus
extern "C" {
#endif

#define DH_GENERATOR_2 2
#define DH_GENERATOR_5 5

DH *DH_new(void);
void DH_free(DH *dh);
DH *DH_generate_parameters(int prime_len, int generator,
                           void (*callback)(int, int, void *), void *cb_arg);
int DH_generate_parameters_ex(DH *dh, int prime_len, int generator,
                              BN_GENCB *cb);
int DH_generate_key(DH *dh);
int EVP_PKEY_CTX_set_dh_paramgen_prime_len(EVP_PKEY_CTX *ctx, int pbits);

#ifdef __cplusplus
}
#endif

#endif
