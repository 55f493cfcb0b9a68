// Stub for fixtures and documentation examples: declarations with the signatures of
// Cyrus SASL 2.1.28; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_CYRUS_SASL_SASL_SASL_H
#define CPPWARDEN_STUB_CYRUS_SASL_SASL_SASL_H
#ifdef __cplusplus
extern "C" {
#endif
typedef struct sasl_conn sasl_conn_t;
#define SASL_SET_CREATE 0x01
int sasl_setpass(sasl_conn_t *conn, const char *user, const char *pass, unsigned passlen, const char *oldpass,
                 unsigned oldpasslen, unsigned flags);
int sasl_checkpass(sasl_conn_t *conn, const char *user, unsigned userlen, const char *pass, unsigned passlen);
int sasl_user_exists(sasl_conn_t *conn, const char *service, const char *user_realm, const char *user);
#ifdef __cplusplus
}
#endif

#endif
