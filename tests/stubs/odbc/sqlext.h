// Stub for fixtures and documentation examples: declarations with the signatures of
// unixODBC 2.3.11; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_ODBC_SQLEXT_H
#define CPPWARDEN_STUB_ODBC_SQLEXT_H
#include "sql.h"
#ifdef __cplusplus
extern "C" {
#endif
SQLRETURN SQLBindParameter(SQLHSTMT hstmt, SQLUSMALLINT ipar, SQLSMALLINT fParamType, SQLSMALLINT fCType,
                           SQLSMALLINT fSqlType, SQLULEN cbColDef, SQLSMALLINT ibScale, SQLPOINTER rgbValue,
                           SQLLEN cbValueMax, SQLLEN *pcbValue);
SQLRETURN SQLDriverConnect(SQLHDBC hdbc, SQLHWND hwnd, SQLCHAR *szConnStrIn, SQLSMALLINT cbConnStrIn,
                           SQLCHAR *szConnStrOut, SQLSMALLINT cbConnStrOutMax, SQLSMALLINT *pcbConnStrOut,
                           SQLUSMALLINT fDriverCompletion);
SQLRETURN SQLExecDirectW(SQLHSTMT hstmt, SQLWCHAR *szSqlStr, SQLINTEGER cbSqlStr);
#ifdef __cplusplus
}
#endif

#endif
