// Stub for fixtures and documentation examples: declarations with the signatures of
// libssh2 1.10.0; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_LIBSSH2_H
#define CPPWARDEN_STUB_LIBSSH2_H
#include <string.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef struct _LIBSSH2_SESSION LIBSSH2_SESSION;
typedef struct _LIBSSH2_CHANNEL LIBSSH2_CHANNEL;
int libssh2_userauth_password_ex(LIBSSH2_SESSION *session, const char *username, unsigned int username_len,
                                 const char *password, unsigned int password_len, void (*passwd_change_cb)(void));
#define libssh2_userauth_password(session, username, password)                                                         \
  libssh2_userauth_password_ex((session), (username), (unsigned int)strlen(username), (password),                      \
                               (unsigned int)strlen(password), NULL)
int libssh2_userauth_publickey_fromfile_ex(LIBSSH2_SESSION *session, const char *username, unsigned int username_len,
                                           const char *publickey, const char *privatekey, const char *passphrase);
#define libssh2_userauth_publickey_fromfile(session, username, publickey, privatekey, passphrase)                      \
  libssh2_userauth_publickey_fromfile_ex((session), (username), (unsigned int)strlen(username), (publickey),           \
                                         (privatekey), (passphrase))
int libssh2_channel_process_startup(LIBSSH2_CHANNEL *channel, const char *request, unsigned int request_len,
                                    const char *message, unsigned int message_len);
#define libssh2_channel_exec(channel, command)                                                                         \
  libssh2_channel_process_startup((channel), "exec", sizeof("exec") - 1, (command), (unsigned int)strlen(command))
#define libssh2_channel_subsystem(channel, subsystem)                                                                  \
  libssh2_channel_process_startup((channel), "subsystem", sizeof("subsystem") - 1, (subsystem),                        \
                                  (unsigned int)strlen(subsystem))
#ifdef __cplusplus
}
#endif

#endif
