// Stub for fixtures and documentation examples: declarations with the signatures of
// libetpan 1.9.4; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_LIBETPAN_LIBETPAN_LIBETPAN_H
#define CPPWARDEN_STUB_LIBETPAN_LIBETPAN_LIBETPAN_H
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef struct mailsmtp mailsmtp;
typedef struct mailimap mailimap;
typedef struct mailpop3 mailpop3;
typedef struct newsnntp newsnntp;
struct mailstorage;
int mailsmtp_socket_connect(mailsmtp *session, const char *server, uint16_t port);
int mailsmtp_auth(mailsmtp *session, const char *user, const char *pass);
int mailesmtp_auth_sasl(mailsmtp *session, const char *auth_type, const char *server_fqdn, const char *local_ip_port,
                        const char *remote_ip_port, const char *login, const char *auth_name, const char *password,
                        const char *realm);
int mailsmtp_oauth2_authenticate(mailsmtp *session, const char *auth_user, const char *access_token);
int mailimap_login(mailimap *session, const char *userid, const char *password);
int mailpop3_user(mailpop3 *f, const char *user);
int mailpop3_pass(mailpop3 *f, const char *password);
int newsnntp_authinfo_username(newsnntp *session, const char *username);
int newsnntp_authinfo_password(newsnntp *session, const char *password);
int imap_mailstorage_init(struct mailstorage *storage, const char *imap_servername, uint16_t imap_port,
                          const char *imap_command, int imap_connection_type, int imap_auth_type,
                          const char *imap_login, const char *imap_password, int imap_cached,
                          const char *imap_cache_directory);
#ifdef __cplusplus
}
#endif

#endif
