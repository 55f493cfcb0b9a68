//===- err.h - Stub of OpenSSL's errors for fixtures -*- C++ -*-===//
//
// Declarations only, with the signatures of OpenSSL 3.0 (deprecated functions
// of 1.1 included). For fixtures; `models verify` uses the real headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OPENSSL_ERR_H
#define CPPWARDEN_STUB_OPENSSL_ERR_H

#include <openssl/types.h>

#ifdef __cplusplus
extern "C" {
#endif

unsigned long ERR_get_error(void);
unsigned long ERR_peek_error(void);
char *ERR_error_string(unsigned long e, char *buf);
void ERR_error_string_n(unsigned long e, char *buf, size_t len);
const char *ERR_reason_error_string(unsigned long e);
void ERR_print_errors_fp(FILE *fp);
void ERR_clear_error(void);

#ifdef __cplusplus
}
#endif

#endif
