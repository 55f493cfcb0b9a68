// Stub for fixtures and documentation examples: declarations with the signatures of
// libsecret 0.20.5; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_LIBSECRET_LIBSECRET_SECRET_H
#define CPPWARDEN_STUB_LIBSECRET_LIBSECRET_SECRET_H
#ifdef __cplusplus
extern "C" {
#endif
typedef char gchar;
typedef int gboolean;
typedef long gssize;
typedef struct _GCancellable GCancellable;
typedef struct _GError GError;
typedef struct _SecretSchema SecretSchema;
typedef struct _SecretValue SecretValue;
gboolean secret_password_store_sync(const SecretSchema *schema, const gchar *collection, const gchar *label,
                                    const gchar *password, GCancellable *cancellable, GError **error, ...);
gchar *secret_password_lookup_sync(const SecretSchema *schema, GCancellable *cancellable, GError **error, ...);
void secret_password_wipe(gchar *password);
SecretValue *secret_value_new(const gchar *secret, gssize length, const gchar *content_type);
const gchar *secret_value_get_text(SecretValue *value);
#ifdef __cplusplus
}
#endif

#endif
