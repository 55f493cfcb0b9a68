// Stub for fixtures and documentation examples: declarations with the signatures of
// DataStax' driver 2.17.1; the models are verified against it.
#ifndef CPPWARDEN_STUB_CASSANDRA_H
#define CPPWARDEN_STUB_CASSANDRA_H
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif
typedef unsigned char cass_byte_t;
typedef enum { CASS_OK = 0 } CassError;
typedef struct CassCluster_ CassCluster;
typedef struct CassSession_ CassSession;
typedef struct CassStatement_ CassStatement;
typedef struct CassBatch_ CassBatch;
typedef struct CassPrepared_ CassPrepared;
typedef struct CassFuture_ CassFuture;
typedef struct CassRow_ CassRow;
typedef struct CassValue_ CassValue;
typedef struct CassSsl_ CassSsl;

void cass_cluster_set_credentials(CassCluster *cluster, const char *username, const char *password);
void cass_cluster_set_credentials_n(CassCluster *cluster, const char *username, size_t username_length,
                                    const char *password, size_t password_length);
CassFuture *cass_session_prepare(CassSession *session, const char *query);
CassFuture *cass_session_prepare_n(CassSession *session, const char *query, size_t query_length);
CassFuture *cass_session_execute(CassSession *session, const CassStatement *statement);
CassFuture *cass_session_execute_batch(CassSession *session, const CassBatch *batch);
CassStatement *cass_statement_new(const char *query, size_t parameter_count);
CassStatement *cass_statement_new_n(const char *query, size_t query_length, size_t parameter_count);
CassError cass_statement_set_keyspace(CassStatement *statement, const char *keyspace);
CassError cass_statement_bind_string(CassStatement *statement, size_t index, const char *value);
CassError cass_statement_bind_string_n(CassStatement *statement, size_t index, const char *value, size_t value_length);
CassError cass_statement_bind_string_by_name(CassStatement *statement, const char *name, const char *value);
CassError cass_statement_bind_string_by_name_n(CassStatement *statement, const char *name, size_t name_length,
                                               const char *value, size_t value_length);
CassError cass_statement_bind_bytes(CassStatement *statement, size_t index, const cass_byte_t *value,
                                    size_t value_size);
CassError cass_statement_bind_bytes_by_name(CassStatement *statement, const char *name, const cass_byte_t *value,
                                            size_t value_size);
CassStatement *cass_prepared_bind(const CassPrepared *prepared);
CassError cass_batch_add_statement(CassBatch *batch, CassStatement *statement);
CassError cass_future_error_code(CassFuture *future);
void cass_future_error_message(CassFuture *future, const char **message, size_t *message_length);
const CassValue *cass_row_get_column_by_name(const CassRow *row, const char *name);
CassError cass_value_get_string(const CassValue *value, const char **output, size_t *output_size);
CassError cass_value_get_bytes(const CassValue *value, const cass_byte_t **output, size_t *output_size);
CassError cass_ssl_set_private_key(CassSsl *ssl, const char *key, const char *password);
CassError cass_ssl_set_private_key_n(CassSsl *ssl, const char *key, size_t key_length, const char *password,
                                     size_t password_length);
#ifdef __cplusplus
}
#endif

#endif
