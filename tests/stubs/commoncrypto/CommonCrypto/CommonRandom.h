//===- CommonRandom.h - Stub of Apple's CommonCrypto for fixtures -*- C++ -*-===//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_COMMONCRYPTO_COMMONCRYPTO_COMMONRANDOM_H
#define CPPWARDEN_STUB_COMMONCRYPTO_COMMONCRYPTO_COMMONRANDOM_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

int32_t CCRandomGenerateBytes(void *bytes, size_t count);

#ifdef __cplusplus
}
#endif

#endif
