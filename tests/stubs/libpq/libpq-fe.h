//===- libpq-fe.h - Stub of PostgreSQL's C client for fixtures ---*- C++
//-*-===//
//
// Declarations only, with the signatures of libpq 15. For fixtures and
// documentation examples; `models verify` uses the real header.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_LIBPQ_FE_H
#define CPPWARDEN_STUB_LIBPQ_FE_H

#include <stddef.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef unsigned int Oid;
typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
typedef struct pg_cancel PGcancel;
typedef struct pgNotify {
  char *relname;
  int be_pid;
  char *extra;
  struct pgNotify *next;
} PGnotify;

typedef enum {
  CONNECTION_OK,
  CONNECTION_BAD,
  CONNECTION_STARTED
} ConnStatusType;
typedef enum {
  PGRES_EMPTY_QUERY = 0,
  PGRES_COMMAND_OK,
  PGRES_TUPLES_OK,
  PGRES_COPY_OUT,
  PGRES_COPY_IN,
  PGRES_BAD_RESPONSE,
  PGRES_NONFATAL_ERROR,
  PGRES_FATAL_ERROR
} ExecStatusType;
typedef void (*PQnoticeProcessor)(void *arg, const char *message);

// Connections.
PGconn *PQconnectdb(const char *conninfo);
PGconn *PQconnectStart(const char *conninfo);
PGconn *PQconnectdbParams(const char *const *keywords,
                          const char *const *values, int expand_dbname);
PGconn *PQconnectStartParams(const char *const *keywords,
                             const char *const *values, int expand_dbname);
PGconn *PQsetdbLogin(const char *pghost, const char *pgport,
                     const char *pgoptions, const char *pgtty,
                     const char *dbName, const char *login, const char *pwd);

void PQfinish(PGconn *conn);
void PQreset(PGconn *conn);
ConnStatusType PQstatus(const PGconn *conn);
char *PQerrorMessage(const PGconn *conn);
char *PQuser(const PGconn *conn);
char *PQpass(const PGconn *conn);
char *PQhost(const PGconn *conn);
char *PQdb(const PGconn *conn);
#define PQsetdb(M_PGHOST, M_PGPORT, M_PGOPT, M_PGTTY, M_DBNAME)                \
  PQsetdbLogin(M_PGHOST, M_PGPORT, M_PGOPT, M_PGTTY, M_DBNAME, NULL, NULL)
char *PQencryptPassword(const char *passwd, const char *user);
char *PQencryptPasswordConn(PGconn *conn, const char *passwd, const char *user,
                            const char *algorithm);
PQnoticeProcessor PQsetNoticeProcessor(PGconn *conn, PQnoticeProcessor proc,
                                       void *arg);

// Statements.
PGresult *PQexec(PGconn *conn, const char *query);
PGresult *PQexecParams(PGconn *conn, const char *command, int nParams,
                       const Oid *paramTypes, const char *const *paramValues,
                       const int *paramLengths, const int *paramFormats,
                       int resultFormat);
PGresult *PQprepare(PGconn *conn, const char *stmtName, const char *query,
                    int nParams, const Oid *paramTypes);
PGresult *PQexecPrepared(PGconn *conn, const char *stmtName, int nParams,
                         const char *const *paramValues,
                         const int *paramLengths, const int *paramFormats,
                         int resultFormat);
int PQsendQuery(PGconn *conn, const char *query);
int PQsendQueryParams(PGconn *conn, const char *command, int nParams,
                      const Oid *paramTypes, const char *const *paramValues,
                      const int *paramLengths, const int *paramFormats,
                      int resultFormat);
int PQsendPrepare(PGconn *conn, const char *stmtName, const char *query,
                  int nParams, const Oid *paramTypes);
int PQsendQueryPrepared(PGconn *conn, const char *stmtName, int nParams,
                        const char *const *paramValues, const int *paramLengths,
                        const int *paramFormats, int resultFormat);
PGresult *PQgetResult(PGconn *conn);
void PQclear(PGresult *res);
int PQputCopyData(PGconn *conn, const char *buffer, int nbytes);
int PQgetCopyData(PGconn *conn, char **buffer, int async);
int PQputline(PGconn *conn, const char *string);

// Results.
ExecStatusType PQresultStatus(const PGresult *res);
char *PQresultErrorMessage(const PGresult *res);
int PQntuples(const PGresult *res);
int PQnfields(const PGresult *res);
char *PQfname(const PGresult *res, int field_num);
int PQfnumber(const PGresult *res, const char *field_name);
char *PQgetvalue(const PGresult *res, int tup_num, int field_num);
int PQgetlength(const PGresult *res, int tup_num, int field_num);
int PQgetisnull(const PGresult *res, int tup_num, int field_num);
char *PQcmdTuples(PGresult *res);
PGnotify *PQnotifies(PGconn *conn);
void PQfreemem(void *ptr);

// Escaping.
size_t PQescapeStringConn(PGconn *conn, char *to, const char *from,
                          size_t length, int *error);
size_t PQescapeString(char *to, const char *from, size_t length);
char *PQescapeLiteral(PGconn *conn, const char *str, size_t len);
char *PQescapeIdentifier(PGconn *conn, const char *str, size_t len);
unsigned char *PQescapeByteaConn(PGconn *conn, const unsigned char *from,
                                 size_t from_length, size_t *to_length);
unsigned char *PQescapeBytea(const unsigned char *from, size_t from_length,
                             size_t *to_length);
unsigned char *PQunescapeBytea(const unsigned char *strtext, size_t *retbuflen);

#ifdef __cplusplus
}
#endif

#endif
