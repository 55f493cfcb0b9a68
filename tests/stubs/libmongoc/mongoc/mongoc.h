// Stub for fixtures and documentation examples: declarations with the signatures of
// libmongoc and libbson 1.23.1; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_MONGOC_H
#define CPPWARDEN_STUB_MONGOC_H
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif
typedef struct _bson_t {
  uint32_t flags, len;
  uint8_t padding[120];
} bson_t;
typedef struct {
  const uint8_t *raw;
  uint32_t len, off;
} bson_iter_t;
typedef struct {
  uint32_t domain, code;
  char message[504];
} bson_error_t;
bson_t *bson_new(void);
void bson_init(bson_t *b);
void bson_destroy(bson_t *bson);
bson_t *bson_new_from_json(const uint8_t *data, ssize_t len, bson_error_t *error);
bool bson_init_from_json(bson_t *bson, const char *data, ssize_t len, bson_error_t *error);
bool bson_append_utf8(bson_t *bson, const char *key, int key_length, const char *value, int length);
bool bson_append_int32(bson_t *bson, const char *key, int key_length, int32_t value);
bool bson_append_code(bson_t *bson, const char *key, int key_length, const char *javascript);
bool bson_append_code_with_scope(bson_t *bson, const char *key, int key_length, const char *javascript,
                                 const bson_t *scope);
#define BSON_APPEND_UTF8(b, key, val) bson_append_utf8(b, key, (int)strlen(key), val, (int)strlen(val))
#define BSON_APPEND_INT32(b, key, val) bson_append_int32(b, key, (int)strlen(key), val)
#define BSON_APPEND_CODE(b, key, val) bson_append_code(b, key, (int)strlen(key), val)
bool bson_iter_init(bson_iter_t *iter, const bson_t *bson);
bool bson_iter_init_find(bson_iter_t *iter, const bson_t *bson, const char *key);
bool bson_iter_find(bson_iter_t *iter, const char *key);
const char *bson_iter_utf8(const bson_iter_t *iter, uint32_t *length);
char *bson_as_canonical_extended_json(const bson_t *bson, size_t *length);

typedef struct _mongoc_client_t mongoc_client_t;
typedef struct _mongoc_collection_t mongoc_collection_t;
typedef struct _mongoc_database_t mongoc_database_t;
typedef struct _mongoc_cursor_t mongoc_cursor_t;
typedef struct _mongoc_read_prefs_t mongoc_read_prefs_t;
typedef struct _mongoc_uri_t mongoc_uri_t;
typedef struct {
  const char *pem_file;
  const char *pem_pwd;
  const char *ca_file;
} mongoc_ssl_opt_t;
typedef enum { MONGOC_LOG_LEVEL_ERROR, MONGOC_LOG_LEVEL_CRITICAL, MONGOC_LOG_LEVEL_WARNING, MONGOC_LOG_LEVEL_MESSAGE,
               MONGOC_LOG_LEVEL_INFO } mongoc_log_level_t;
mongoc_client_t *mongoc_client_new(const char *uri_string);
void mongoc_client_set_ssl_opts(mongoc_client_t *client, const mongoc_ssl_opt_t *opts);
mongoc_cursor_t *mongoc_collection_find_with_opts(mongoc_collection_t *collection, const bson_t *filter,
                                                  const bson_t *opts, const mongoc_read_prefs_t *read_prefs);
bool mongoc_cursor_next(mongoc_cursor_t *cursor, const bson_t **bson);
bool mongoc_uri_set_username(mongoc_uri_t *uri, const char *username);
bool mongoc_uri_set_password(mongoc_uri_t *uri, const char *password);
bool mongoc_database_add_user(mongoc_database_t *database, const char *username, const char *password,
                              const bson_t *roles, const bson_t *custom_data, bson_error_t *error);
void mongoc_log(mongoc_log_level_t log_level, const char *log_domain, const char *format, ...);
#define MONGOC_INFO(...) mongoc_log(MONGOC_LOG_LEVEL_INFO, "app", __VA_ARGS__)
#ifdef __cplusplus
}
#endif

#endif
