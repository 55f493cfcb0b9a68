// Stub for fixtures and documentation examples: declarations with the signatures of
// GNU SASL 2.2.0; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_GSASL_GSASL_H
#define CPPWARDEN_STUB_GSASL_GSASL_H
#ifdef __cplusplus
extern "C" {
#endif
typedef struct Gsasl_session Gsasl_session;
typedef enum { GSASL_AUTHID = 1, GSASL_AUTHZID = 2, GSASL_PASSWORD = 3, GSASL_SERVICE = 5, GSASL_PIN = 10 } Gsasl_property;
int gsasl_property_set(Gsasl_session *sctx, Gsasl_property prop, const char *data);
const char *gsasl_property_fast(Gsasl_session *sctx, Gsasl_property prop);
#ifdef __cplusplus
}
#endif

#endif
