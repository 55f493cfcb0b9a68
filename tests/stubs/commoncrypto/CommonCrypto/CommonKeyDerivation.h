//===- CommonKeyDerivation.h - Stub of Apple's CommonCrypto for fixtures -*- C++ -*-===//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_COMMONCRYPTO_COMMONCRYPTO_COMMONKEYDERIVATION_H
#define CPPWARDEN_STUB_COMMONCRYPTO_COMMONCRYPTO_COMMONKEYDERIVATION_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef uint32_t CCPBKDFAlgorithm;
typedef uint32_t CCPseudoRandomAlgorithm;
enum { kCCPBKDF2 = 2 };
enum { kCCPRFHmacAlgSHA1 = 1, kCCPRFHmacAlgSHA256 = 3 };
int CCKeyDerivationPBKDF(CCPBKDFAlgorithm algorithm, const char *password, size_t passwordLen, const uint8_t *salt,
                         size_t saltLen, CCPseudoRandomAlgorithm prf, unsigned rounds, uint8_t *derivedKey,
                         size_t derivedKeyLen);

#ifdef __cplusplus
}
#endif

#endif
