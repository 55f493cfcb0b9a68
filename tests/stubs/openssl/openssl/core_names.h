//===- core_names.h - Stub of OpenSSL's parameter names for fixtures -*- C++
//-*-===//
//
// Declarations only, with the signatures of OpenSSL 3.0 (deprecated functions
// of 1.1 included). For fixtures; `models verify` uses the real headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OPENSSL_CORE_NAMES_H
#define CPPWARDEN_STUB_OPENSSL_CORE_NAMES_H

#include <openssl/types.h>

#ifdef __cplusplus
extern "C" {
#endif

#define OSSL_PKEY_PARAM_RSA_BITS OSSL_PKEY_PARAM_BITS
#define OSSL_PKEY_PARAM_GROUP_NAME "group"
#define OSSL_PKEY_PARAM_FFC_PBITS "pbits"
#define OSSL_KDF_PARAM_DIGEST OSSL_ALG_PARAM_DIGEST
#define OSSL_KDF_PARAM_PASSWORD "pass"
#define OSSL_KDF_PARAM_KEY "key"
#define OSSL_KDF_PARAM_SALT "salt"
#define OSSL_KDF_PARAM_ITER "iter"
#define OSSL_MAC_PARAM_DIGEST OSSL_ALG_PARAM_DIGEST
#define OSSL_MAC_PARAM_CIPHER OSSL_ALG_PARAM_CIPHER

#ifdef __cplusplus
}
#endif

#endif
