// Stub for fixtures and documentation examples: declarations with the signatures of
// MIT Kerberos 1.20.1; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_KRB5_H
#define CPPWARDEN_STUB_KRB5_H
#ifdef __cplusplus
extern "C" {
#endif
typedef int krb5_error_code, krb5_deltat;
typedef struct _krb5_context *krb5_context;
typedef struct krb5_principal_data *krb5_principal;
typedef struct _krb5_creds krb5_creds;
typedef struct _krb5_get_init_creds_opt krb5_get_init_creds_opt;
typedef struct _krb5_keytab *krb5_keytab;
typedef krb5_error_code (*krb5_prompter_fct)(krb5_context context, void *data, const char *name);
krb5_error_code krb5_get_init_creds_password(krb5_context context, krb5_creds *creds, krb5_principal client,
                                             const char *password, krb5_prompter_fct prompter, void *data,
                                             krb5_deltat start_time, const char *in_tkt_service,
                                             krb5_get_init_creds_opt *k5_gic_options);
typedef int krb5_enctype, krb5_magic;
typedef struct _krb5_data {
  krb5_magic magic;
  unsigned int length;
  char *data;
} krb5_data;
typedef struct _krb5_keyblock krb5_keyblock;
krb5_error_code krb5_change_password(krb5_context context, krb5_creds *creds, const char *newpw, int *result_code,
                                     krb5_data *result_code_string, krb5_data *result_string);
krb5_error_code krb5_c_string_to_key(krb5_context context, krb5_enctype enctype, const krb5_data *string,
                                     const krb5_data *salt, krb5_keyblock *key);
krb5_error_code krb5_get_init_creds_keytab(krb5_context context, krb5_creds *creds, krb5_principal client,
                                           krb5_keytab arg_keytab, krb5_deltat start_time, const char *in_tkt_service,
                                           krb5_get_init_creds_opt *k5_gic_options);
#ifdef __cplusplus
}
#endif

#endif
