// Stub for fixtures and documentation examples: declarations with the signatures of
// Samba 4.17.12; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_LIBSMBCLIENT_LIBSMBCLIENT_H
#define CPPWARDEN_STUB_LIBSMBCLIENT_LIBSMBCLIENT_H
#ifdef __cplusplus
extern "C" {
#endif
typedef int smbc_bool;
typedef struct _SMBCCTX SMBCCTX;
typedef void (*smbc_get_auth_data_fn)(const char *srv, const char *shr, char *wg, int wglen, char *un, int unlen,
                                      char *pw, int pwlen);
int smbc_init(smbc_get_auth_data_fn fn, int debug);
void smbc_setWorkgroup(SMBCCTX *c, const char *workgroup);
void smbc_set_credentials(const char *workgroup, const char *user, const char *password, smbc_bool use_kerberos,
                          const char *signing_state);
void smbc_set_credentials_with_fallback(SMBCCTX *ctx, const char *workgroup, const char *user, const char *password);
#ifdef __cplusplus
}
#endif

#endif
