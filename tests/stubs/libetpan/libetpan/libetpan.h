// Stub for fixtures and documentation examples: declarations with the signatures of
// libetpan 1.9.4; the model is compared with it.
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
typedef struct mailsession mailsession;
int mailsmtp_auth_type(mailsmtp *session, const char *user, const char *pass, int type);
int mailsmtp_oauth2_outlook_authenticate(mailsmtp *session, const char *auth_user, const char *access_token);
int mailimap_socket_connect(mailimap *session, const char *server, uint16_t port);
int mailimap_login_simple(mailimap *session, const char *userid, const char *password);
int mailimap_authenticate(mailimap *session, const char *auth_type, const char *server_fqdn, const char *local_ip_port,
    const char *remote_ip_port, const char *login, const char *auth_name, const char *password, const char *realm);
int mailimap_oauth2_authenticate(mailimap *session, const char *auth_user, const char *access_token);
int mailpop3_login(mailpop3 *f, const char *user, const char *password);
int mailpop3_login_apop(mailpop3 *f, const char *user, const char *password);
int mailpop3_apop(mailpop3 *f, const char *user, const char *password);
int mailpop3_auth(mailpop3 *f, const char *auth_type, const char *server_fqdn, const char *local_ip_port,
    const char *remote_ip_port, const char *login, const char *auth_name, const char *password, const char *realm);
int mailsession_login(mailsession *session, const char *userid, const char *password);
int mailsession_login_sasl(mailsession *session, const char *auth_type, const char *server_fqdn, const char *local_ip_port,
    const char *remote_ip_port, const char *login, const char *auth_name, const char *password, const char *realm);
int pop3_mailstorage_init(struct mailstorage *storage, const char *servername, uint16_t port,
    const char *command, int connection_type,
    int auth_type, const char *login, const char *password, int cached, const char *cache_directory, const char *flags_directory);
int nntp_mailstorage_init(struct mailstorage *storage, const char *servername, uint16_t port,
    const char *command, int connection_type,
    int auth_type, const char *login, const char *password, int cached, const char *cache_directory, const char *flags_directory);
int imap_mailstorage_init_sasl(struct mailstorage *storage, const char *servername, uint16_t port,
    const char *command, int connection_type,
    const char *auth_type, const char *server_fqdn, const char *local_ip_port,
    const char *remote_ip_port, const char *login, const char *auth_name, const char *password, const char *realm, int cached, const char *cache_directory);
int imap_mailstorage_init_sasl_with_local_address(struct mailstorage *storage, const char *servername, uint16_t port,
    const char *local_address, uint16_t local_port, const char *command, int connection_type,
    const char *auth_type, const char *server_fqdn, const char *local_ip_port,
    const char *remote_ip_port, const char *login, const char *auth_name, const char *password, const char *realm, int cached, const char *cache_directory);
int pop3_mailstorage_init_sasl(struct mailstorage *storage, const char *servername, uint16_t port,
    const char *command, int connection_type,
    const char *auth_type, const char *server_fqdn, const char *local_ip_port,
    const char *remote_ip_port, const char *login, const char *auth_name, const char *password, const char *realm, int cached, const char *cache_directory, const char *flags_directory);
int pop3_mailstorage_init_sasl_with_local_address(struct mailstorage *storage, const char *servername, uint16_t port,
    const char *local_address, uint16_t local_port, const char *command, int connection_type,
    const char *auth_type, const char *server_fqdn, const char *local_ip_port,
    const char *remote_ip_port, const char *login, const char *auth_name, const char *password, const char *realm, int cached, const char *cache_directory, const char *flags_directory);
#ifdef __cplusplus
}
#endif

#endif
