// Stub for fixtures and documentation examples: declarations with the signatures of
// OCILIB 4.8.0; the models are verified against it.
#ifndef CPPWARDEN_STUB_OCILIB_H
#define CPPWARDEN_STUB_OCILIB_H
#ifdef __cplusplus
extern "C" {
#endif
typedef char otext;
typedef int boolean;
typedef struct OCI_Pool OCI_Pool;
typedef struct OCI_Connection OCI_Connection;
typedef struct OCI_Statement OCI_Statement;
typedef struct OCI_Resultset OCI_Resultset;
typedef struct OCI_Error OCI_Error;
#define OTEXT(x) x
#define OCI_SESSION_DEFAULT 0

const otext *OCI_ErrorGetString(OCI_Error *err);
OCI_Connection *OCI_ConnectionCreate(const otext *db, const otext *user, const otext *pwd, unsigned int mode);
OCI_Pool *OCI_PoolCreate(const otext *db, const otext *user, const otext *pwd, unsigned int type, unsigned int mode,
                         unsigned int min_con, unsigned int max_con, unsigned int incr_con);
boolean OCI_SetPassword(OCI_Connection *con, const otext *password);
boolean OCI_SetUserPassword(const otext *db, const otext *user, const otext *pwd, const otext *new_pwd);
boolean OCI_Prepare(OCI_Statement *stmt, const otext *sql);
boolean OCI_Execute(OCI_Statement *stmt);
boolean OCI_ExecuteStmt(OCI_Statement *stmt, const otext *sql);
boolean OCI_Parse(OCI_Statement *stmt, const otext *sql);
boolean OCI_Describe(OCI_Statement *stmt, const otext *sql);
const otext *OCI_GetSql(OCI_Statement *stmt);
boolean OCI_BindString(OCI_Statement *stmt, const otext *name, otext *data, unsigned int len);
const otext *OCI_GetString(OCI_Resultset *rs, unsigned int index);
const otext *OCI_GetString2(OCI_Resultset *rs, const otext *name);
boolean OCI_Immediate(OCI_Connection *con, const otext *sql, ...);
boolean OCI_ImmediateFmt(OCI_Connection *con, const otext *sql, ...);
boolean OCI_PrepareFmt(OCI_Statement *stmt, const otext *sql, ...);
boolean OCI_ExecuteStmtFmt(OCI_Statement *stmt, const otext *sql, ...);
boolean OCI_ParseFmt(OCI_Statement *stmt, const otext *sql, ...);
boolean OCI_DescribeFmt(OCI_Statement *stmt, const otext *sql, ...);
#ifdef __cplusplus
}
#endif

#endif
