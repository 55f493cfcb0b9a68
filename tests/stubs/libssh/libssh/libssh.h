// Stub for fixtures and documentation examples: declarations with the signatures of
// libssh 0.10.6; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_LIBSSH_H
#define CPPWARDEN_STUB_LIBSSH_H
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef struct ssh_session_struct *ssh_session;
typedef struct ssh_channel_struct *ssh_channel;
typedef struct ssh_key_struct *ssh_key;
typedef int (*ssh_auth_callback)(const char *prompt, char *buf, unsigned long len, int echo, int verify, void *userdata);
int ssh_userauth_password(ssh_session session, const char *username, const char *password);
int ssh_userauth_publickey_auto(ssh_session session, const char *username, const char *passphrase);
int ssh_userauth_kbdint_setanswer(ssh_session session, unsigned int i, const char *answer);
int ssh_pki_import_privkey_file(const char *filename, const char *passphrase, ssh_auth_callback auth_fn,
                                void *auth_data, ssh_key *pkey);
int ssh_channel_request_exec(ssh_channel channel, const char *cmd);
int ssh_channel_read(ssh_channel channel, void *dest, uint32_t count, int is_stderr);
#ifdef __cplusplus
}
#endif

#endif
