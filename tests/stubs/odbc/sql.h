// Stub for fixtures and documentation examples: declarations with the signatures of
// unixODBC 2.3.11; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_ODBC_SQL_H
#define CPPWARDEN_STUB_ODBC_SQL_H
#ifdef __cplusplus
extern "C" {
#endif
typedef unsigned char SQLCHAR;
typedef unsigned short SQLWCHAR, SQLUSMALLINT;
typedef short SQLSMALLINT, SQLRETURN;
typedef int SQLINTEGER;
typedef unsigned long SQLULEN;
typedef long SQLLEN;
typedef void *SQLPOINTER, *SQLHANDLE, *SQLHENV, *SQLHDBC, *SQLHSTMT, *SQLHWND;

#define SQL_NTS (-3)
#define SQL_SUCCESS 0
#define SQL_SUCCEEDED(rc) (((rc) & (~1)) == 0)
#define SQL_HANDLE_STMT 3
#define SQL_CHAR 1
#define SQL_VARCHAR 12
#define SQL_C_CHAR SQL_CHAR
#define SQL_C_LONG 4
#define SQL_INTEGER 4
#define SQL_PARAM_INPUT 1
#define SQL_DRIVER_NOPROMPT 0

SQLRETURN SQLAllocHandle(SQLSMALLINT HandleType, SQLHANDLE InputHandle, SQLHANDLE *OutputHandle);
SQLRETURN SQLBindCol(SQLHSTMT StatementHandle, SQLUSMALLINT ColumnNumber, SQLSMALLINT TargetType,
                     SQLPOINTER TargetValue, SQLLEN BufferLength, SQLLEN *StrLen_or_Ind);
SQLRETURN SQLConnect(SQLHDBC ConnectionHandle, SQLCHAR *ServerName, SQLSMALLINT NameLength1, SQLCHAR *UserName,
                     SQLSMALLINT NameLength2, SQLCHAR *Authentication, SQLSMALLINT NameLength3);
SQLRETURN SQLExecDirect(SQLHSTMT StatementHandle, SQLCHAR *StatementText, SQLINTEGER TextLength);
SQLRETURN SQLExecute(SQLHSTMT StatementHandle);
SQLRETURN SQLFetch(SQLHSTMT StatementHandle);
SQLRETURN SQLGetData(SQLHSTMT StatementHandle, SQLUSMALLINT ColumnNumber, SQLSMALLINT TargetType,
                     SQLPOINTER TargetValue, SQLLEN BufferLength, SQLLEN *StrLen_or_Ind);
SQLRETURN SQLPrepare(SQLHSTMT StatementHandle, SQLCHAR *StatementText, SQLINTEGER TextLength);
SQLRETURN SQLGetDiagRec(SQLSMALLINT HandleType, SQLHANDLE Handle, SQLSMALLINT RecNumber, SQLCHAR *Sqlstate,
                        SQLINTEGER *NativeError, SQLCHAR *MessageText, SQLSMALLINT BufferLength,
                        SQLSMALLINT *TextLength);
#ifdef __cplusplus
}
#endif

#endif
