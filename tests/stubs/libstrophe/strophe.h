// Stub for fixtures and documentation examples: declarations with the signatures of
// libstrophe 0.12.2; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_LIBSTROPHE_STROPHE_H
#define CPPWARDEN_STUB_LIBSTROPHE_STROPHE_H
#ifdef __cplusplus
extern "C" {
#endif
typedef struct _xmpp_conn_t xmpp_conn_t;
void xmpp_conn_set_jid(xmpp_conn_t *conn, const char *jid);
void xmpp_conn_set_pass(xmpp_conn_t *conn, const char *pass);
const char *xmpp_conn_get_pass(const xmpp_conn_t *conn);
#ifdef __cplusplus
}
#endif

#endif
