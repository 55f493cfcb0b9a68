//===- CommonHMAC.h - Stub of Apple's CommonCrypto for fixtures -*- C++ -*-===//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_COMMONCRYPTO_COMMONCRYPTO_COMMONHMAC_H
#define CPPWARDEN_STUB_COMMONCRYPTO_COMMONCRYPTO_COMMONHMAC_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef uint32_t CCHmacAlgorithm;
enum { kCCHmacAlgSHA1, kCCHmacAlgMD5, kCCHmacAlgSHA256 };
typedef struct CCHmacContext {
  uint32_t ctx[96];
} CCHmacContext;
void CCHmac(CCHmacAlgorithm algorithm, const void *key, size_t keyLength, const void *data, size_t dataLength,
            void *macOut);
void CCHmacInit(CCHmacContext *ctx, CCHmacAlgorithm algorithm, const void *key, size_t keyLength);

#ifdef __cplusplus
}
#endif

#endif
