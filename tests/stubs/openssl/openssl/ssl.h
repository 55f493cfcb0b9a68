//===- ssl.h - Stub of OpenSSL's TLS for fixtures -*- C++ -*-===//
//
// Declarations only, with the signatures of OpenSSL 3.0 (deprecated functions
// of 1.1 included). For fixtures; `models verify` uses the real headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OPENSSL_SSL_H
#define CPPWARDEN_STUB_OPENSSL_SSL_H

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/types.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SSL_FILETYPE_PEM X509_FILETYPE_PEM
#define SSL_VERIFY_NONE 0x00
#define SSL_VERIFY_PEER 0x01
#define SSL_CTRL_SET_MIN_PROTO_VERSION 123
#define SSL_CTX_set_min_proto_version(ctx, version)                            \
  SSL_CTX_ctrl(ctx, SSL_CTRL_SET_MIN_PROTO_VERSION, version, NULL)
#define TLS1_VERSION 0x0301
#define TLS1_1_VERSION 0x0302
#define TLS1_2_VERSION 0x0303
#define TLS1_3_VERSION 0x0304
typedef int (*SSL_verify_cb)(int preverify_ok, X509_STORE_CTX *x509_ctx);

const SSL_METHOD *TLS_method(void);
const SSL_METHOD *TLS_client_method(void);
const SSL_METHOD *TLS_server_method(void);
SSL_CTX *SSL_CTX_new(const SSL_METHOD *meth);
void SSL_CTX_free(SSL_CTX *);
void SSL_CTX_set_verify(SSL_CTX *ctx, int mode, SSL_verify_cb callback);
int SSL_CTX_set_cipher_list(SSL_CTX *, const char *str);
int SSL_CTX_set_ciphersuites(SSL_CTX *ctx, const char *str);
int SSL_CTX_load_verify_locations(SSL_CTX *ctx, const char *CAfile,
                                  const char *CApath);
int SSL_CTX_set_default_verify_paths(SSL_CTX *ctx);
int SSL_CTX_use_certificate_file(SSL_CTX *ctx, const char *file, int type);
int SSL_CTX_use_certificate_chain_file(SSL_CTX *ctx, const char *file);
int SSL_CTX_use_PrivateKey_file(SSL_CTX *ctx, const char *file, int type);
int SSL_CTX_use_PrivateKey(SSL_CTX *ctx, EVP_PKEY *pkey);
void SSL_CTX_set_default_passwd_cb(SSL_CTX *ctx, pem_password_cb *cb);
void SSL_CTX_set_default_passwd_cb_userdata(SSL_CTX *ctx, void *u);
SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
int SSL_set_fd(SSL *s, int fd);
void SSL_set_bio(SSL *s, BIO *rbio, BIO *wbio);
int SSL_connect(SSL *ssl);
int SSL_accept(SSL *ssl);
int SSL_shutdown(SSL *s);
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_read_ex(SSL *ssl, void *buf, size_t num, size_t *readbytes);
int SSL_peek(SSL *ssl, void *buf, int num);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_write_ex(SSL *s, const void *buf, size_t num, size_t *written);
int SSL_get_error(const SSL *s, int ret_code);
int SSL_set1_host(SSL *s, const char *hostname);
long SSL_get_verify_result(const SSL *ssl);
void SSL_set_verify(SSL *s, int mode, SSL_verify_cb callback);
long SSL_CTX_ctrl(SSL_CTX *ctx, int cmd, long larg, void *parg);

#ifdef __cplusplus
}
#endif

#endif
