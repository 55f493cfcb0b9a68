//===- md5.h - Stub of Mbed TLS 2.28 for fixtures -*- C++ -*-===============//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_MBEDTLS_MBEDTLS_MD5_H
#define CPPWARDEN_STUB_MBEDTLS_MBEDTLS_MD5_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

int mbedtls_md5_ret(const unsigned char *input, size_t ilen, unsigned char output[16]);
int mbedtls_sha256_ret(const unsigned char *input, size_t ilen, unsigned char output[32], int is224);

#ifdef __cplusplus
}
#endif

#endif
