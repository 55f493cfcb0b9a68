//===- rand.h - Stub of OpenSSL's random numbers for fixtures -*- C++ -*-===//
//
// Declarations only, with the signatures of OpenSSL 3.0 (deprecated functions
// of 1.1 included). For fixtures; `models verify` uses the real headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OPENSSL_RAND_H
#define CPPWARDEN_STUB_OPENSSL_RAND_H

#include <openssl/types.h>

#ifdef __cplusplus
extern "C" {
#endif

int RAND_bytes(unsigned char *buf, int num);
int RAND_priv_bytes(unsigned char *buf, int num);
void RAND_seed(const void *buf, int num);
void RAND_add(const void *buf, int num, double randomness);
int RAND_status(void);
int RAND_poll(void);
int RAND_load_file(const char *file, long max_bytes);

#ifdef __cplusplus
}
#endif

#endif
