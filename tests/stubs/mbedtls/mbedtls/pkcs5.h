//===- pkcs5.h - Stub of Mbed TLS 3.6 for fixtures -*- C++ -*-==============//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_MBEDTLS_MBEDTLS_PKCS5_H
#define CPPWARDEN_STUB_MBEDTLS_MBEDTLS_PKCS5_H

#include <mbedtls/md.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

int mbedtls_pkcs5_pbkdf2_hmac_ext(mbedtls_md_type_t md_type, const unsigned char *password, size_t plen,
                                  const unsigned char *salt, size_t slen, unsigned int iteration_count,
                                  uint32_t key_length, unsigned char *output);

#ifdef __cplusplus
}
#endif

#endif
