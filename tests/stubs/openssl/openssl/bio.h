//===- bio.h - Stub of OpenSSL's I/O for fixtures -*- C++ -*-===//
//
// Declarations only, with the signatures of OpenSSL 3.0 (deprecated functions
// of 1.1 included). For fixtures; `models verify` uses the real headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OPENSSL_BIO_H
#define CPPWARDEN_STUB_OPENSSL_BIO_H

#include <openssl/types.h>

#ifdef __cplusplus
extern "C" {
#endif

BIO *BIO_new_mem_buf(const void *buf, int len);
BIO *BIO_new_file(const char *filename, const char *mode);
BIO *BIO_new_fp(FILE *stream, int close_flag);
const BIO_METHOD *BIO_s_mem(void);
const BIO_METHOD *BIO_s_file(void);
const BIO_METHOD *BIO_f_base64(void);
BIO *BIO_new(const BIO_METHOD *type);
BIO *BIO_push(BIO *b, BIO *append);
int BIO_read(BIO *b, void *data, int dlen);
int BIO_read_ex(BIO *b, void *data, size_t dlen, size_t *readbytes);
int BIO_write(BIO *b, const void *data, int dlen);
int BIO_write_ex(BIO *b, const void *data, size_t dlen, size_t *written);
int BIO_puts(BIO *bp, const char *buf);
int BIO_gets(BIO *bp, char *buf, int size);
int BIO_printf(BIO *bio, const char *format, ...);
int BIO_free(BIO *a);
void BIO_free_all(BIO *a);
BIO *BIO_new_socket(int sock, int close_flag);
BIO *BIO_new_connect(const char *host_port);

#ifdef __cplusplus
}
#endif

#endif
