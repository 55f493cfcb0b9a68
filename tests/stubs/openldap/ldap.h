// Stub for fixtures and documentation examples: declarations with the signatures of
// OpenLDAP 2.5.13; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_LDAP_H
#define CPPWARDEN_STUB_LDAP_H
#ifdef __cplusplus
extern "C" {
#endif
typedef struct ldap LDAP;
typedef struct ldapcontrol LDAPControl;
typedef struct ldapmsg LDAPMessage;
struct berval {
  unsigned long bv_len;
  char *bv_val;
};
#define LDAP_SASL_SIMPLE ((char *)0)
#define LDAP_AUTH_SIMPLE 128
int ldap_simple_bind_s(LDAP *ld, const char *who, const char *passwd);
int ldap_bind_s(LDAP *ld, const char *who, const char *cred, int authmethod);
int ldap_sasl_bind_s(LDAP *ld, const char *dn, const char *mechanism, struct berval *cred, LDAPControl **serverctrls,
                     LDAPControl **clientctrls, struct berval **servercredp);
char **ldap_get_values(LDAP *ld, LDAPMessage *entry, const char *target);
struct berval *ber_str2bv(const char *s, unsigned long len, int dup, struct berval *bv);
#ifdef __cplusplus
}
#endif

#endif
