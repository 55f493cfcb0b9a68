//===- mysql.h - Stub of the MySQL/MariaDB C client for fixtures -*- C++
//-*-===//
//
// Declarations only, with the signatures of MariaDB Connector/C 3.3 (MariaDB
// 10.11). For fixtures; `models verify` uses the real header.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_MYSQL_H
#define CPPWARDEN_STUB_MYSQL_H

#include <stdarg.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef char my_bool;
typedef unsigned long long my_ulonglong;
typedef char **MYSQL_ROW;
typedef struct st_mysql MYSQL;
typedef struct st_mysql_res MYSQL_RES;
typedef struct st_mysql_stmt MYSQL_STMT;
typedef struct st_mysql_field MYSQL_FIELD;
struct st_mysql {
  void *opaque[128];
};
enum enum_field_types {
  MYSQL_TYPE_LONG = 3,
  MYSQL_TYPE_LONGLONG = 8,
  MYSQL_TYPE_BLOB = 252,
  MYSQL_TYPE_VAR_STRING = 253,
  MYSQL_TYPE_STRING = 254
};
typedef struct st_mysql_bind {
  unsigned long *length;
  my_bool *is_null;
  void *buffer;
  my_bool *error;
  unsigned long buffer_length;
  enum enum_field_types buffer_type;
} MYSQL_BIND;
enum mysql_option {
  MYSQL_OPT_CONNECT_TIMEOUT = 0,
  MYSQL_SET_CHARSET_NAME = 7,
  MYSQL_OPT_RECONNECT = 20,
  MYSQL_OPT_SSL_KEY = 25,
  MYSQL_OPT_SSL_CA = 27,
  MYSQL_OPT_SSL_VERIFY_SERVER_CERT = 21,
  MYSQL_READ_DEFAULT_FILE = 4,
  MYSQL_INIT_COMMAND = 3,
  MARIADB_OPT_PASSWORD = 7014,
  MARIADB_OPT_USER = 7016,
  MARIADB_OPT_TLS_PASSPHRASE = 7003,
};

MYSQL *mysql_init(MYSQL *mysql);
MYSQL *mysql_real_connect(MYSQL *mysql, const char *host, const char *user,
                          const char *passwd, const char *db, unsigned int port,
                          const char *unix_socket, unsigned long clientflag);
my_bool mysql_change_user(MYSQL *mysql, const char *user, const char *passwd,
                          const char *db);
int mysql_options(MYSQL *mysql, enum mysql_option option, const void *arg);
int mysql_options4(MYSQL *mysql, enum mysql_option option, const void *arg1,
                   const void *arg2);
void mysql_close(MYSQL *sock);
int mysql_ssl_set(MYSQL *mysql, const char *key, const char *cert,
                  const char *ca, const char *capath, const char *cipher);
int mysql_set_character_set(MYSQL *mysql, const char *csname);
int mysql_select_db(MYSQL *mysql, const char *db);
int mysql_query(MYSQL *mysql, const char *q);
int mysql_real_query(MYSQL *mysql, const char *q, unsigned long length);
int mysql_send_query(MYSQL *mysql, const char *q, unsigned long length);
MYSQL_RES *mysql_store_result(MYSQL *mysql);
MYSQL_RES *mysql_use_result(MYSQL *mysql);
void mysql_free_result(MYSQL_RES *result);
MYSQL_ROW mysql_fetch_row(MYSQL_RES *result);
unsigned long *mysql_fetch_lengths(MYSQL_RES *result);
my_ulonglong mysql_num_rows(MYSQL_RES *res);
unsigned int mysql_num_fields(MYSQL_RES *res);
my_ulonglong mysql_affected_rows(MYSQL *mysql);
my_ulonglong mysql_insert_id(MYSQL *mysql);
unsigned long mysql_real_escape_string(MYSQL *mysql, char *to, const char *from,
                                       unsigned long length);
unsigned long mysql_escape_string(char *to, const char *from,
                                  unsigned long from_length);
unsigned long mysql_hex_string(char *to, const char *from, unsigned long len);
MYSQL_STMT *mysql_stmt_init(MYSQL *mysql);
int mysql_stmt_prepare(MYSQL_STMT *stmt, const char *query,
                       unsigned long length);
my_bool mysql_stmt_bind_param(MYSQL_STMT *stmt, MYSQL_BIND *bnd);
my_bool mysql_stmt_bind_result(MYSQL_STMT *stmt, MYSQL_BIND *bnd);
int mysql_stmt_execute(MYSQL_STMT *stmt);
int mysql_stmt_fetch(MYSQL_STMT *stmt);
my_bool mysql_stmt_close(MYSQL_STMT *stmt);
my_bool mysql_stmt_send_long_data(MYSQL_STMT *stmt, unsigned int param_number,
                                  const char *data, unsigned long length);
const char *mysql_stmt_error(MYSQL_STMT *stmt);
const char *mysql_error(MYSQL *mysql);
unsigned int mysql_errno(MYSQL *mysql);
const char *mysql_sqlstate(MYSQL *mysql);
const char *mysql_info(MYSQL *mysql);
char *mysql_get_server_info(MYSQL *mysql);

#ifdef __cplusplus
}
#endif

#endif
