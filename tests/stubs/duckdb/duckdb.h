// Stub for fixtures and documentation examples: declarations with the signatures of
// DuckDB, main branch behind 1.5.5; the models are verified against it.
#ifndef CPPWARDEN_STUB_DUCKDB_H
#define CPPWARDEN_STUB_DUCKDB_H
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif
typedef uint64_t idx_t;
typedef enum duckdb_state { DuckDBSuccess = 0, DuckDBError = 1 } duckdb_state;
typedef struct _duckdb_database *duckdb_database;
typedef struct _duckdb_connection *duckdb_connection;
typedef struct _duckdb_prepared_statement *duckdb_prepared_statement;
typedef struct _duckdb_extracted_statements *duckdb_extracted_statements;
typedef struct _duckdb_config *duckdb_config;
typedef struct _duckdb_value *duckdb_value;
typedef struct _duckdb_appender *duckdb_appender;
typedef struct {
  char *data;
  idx_t size;
} duckdb_string;
typedef struct {
  void *data;
  idx_t size;
} duckdb_blob;
typedef struct {
  void *internal_data;
} duckdb_result;

duckdb_state duckdb_open(const char *path, duckdb_database *out_database);
duckdb_state duckdb_open_ext(const char *path, duckdb_database *out_database, duckdb_config config, char **out_error);
duckdb_state duckdb_set_config(duckdb_config config, const char *name, const char *option);
duckdb_state duckdb_query(duckdb_connection connection, const char *query, duckdb_result *out_result);
duckdb_state duckdb_prepare(duckdb_connection connection, const char *query,
                            duckdb_prepared_statement *out_prepared_statement);
const char *duckdb_prepare_error(duckdb_prepared_statement prepared_statement);
idx_t duckdb_extract_statements(duckdb_connection connection, const char *query,
                                duckdb_extracted_statements *out_extracted_statements);
duckdb_state duckdb_bind_varchar(duckdb_prepared_statement prepared_statement, idx_t param_idx, const char *val);
duckdb_state duckdb_bind_varchar_length(duckdb_prepared_statement prepared_statement, idx_t param_idx, const char *val,
                                        idx_t length);
duckdb_state duckdb_bind_blob(duckdb_prepared_statement prepared_statement, idx_t param_idx, const void *data,
                              idx_t length);
duckdb_state duckdb_execute_prepared(duckdb_prepared_statement prepared_statement, duckdb_result *out_result);
duckdb_state duckdb_append_varchar(duckdb_appender appender, const char *val);
const char *duckdb_column_name(duckdb_result *result, idx_t col);
const char *duckdb_result_error(duckdb_result *result);
char *duckdb_get_varchar(duckdb_value value);
char *duckdb_value_varchar(duckdb_result *result, idx_t col, idx_t row);
duckdb_string duckdb_value_string(duckdb_result *result, idx_t col, idx_t row);
duckdb_blob duckdb_value_blob(duckdb_result *result, idx_t col, idx_t row);
void duckdb_free(void *ptr);
#ifdef __cplusplus
}
#endif

#endif
