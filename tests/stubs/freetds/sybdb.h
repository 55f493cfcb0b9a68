// Stub for fixtures and documentation examples: declarations with the signatures of
// FreeTDS 1.3.17; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_FREETDS_SYBDB_H
#define CPPWARDEN_STUB_FREETDS_SYBDB_H
#ifdef __cplusplus
extern "C" {
#endif
typedef int RETCODE;
typedef int DBINT;
typedef unsigned char BYTE;
typedef struct tds_dblib_loginrec LOGINREC;
typedef struct tds_dblib_dbprocess DBPROCESS;
RETCODE dbcmd(DBPROCESS *dbproc, const char cmdstring[]);
RETCODE dbfcmd(DBPROCESS *dbproc, const char *fmt, ...);
RETCODE dbsqlexec(DBPROCESS *dbproc);
BYTE *dbdata(DBPROCESS *dbproc, int column);
RETCODE dbsafestr(DBPROCESS *dbproc, const char *src, DBINT srclen, char *dest, DBINT destlen, int quotetype);
#define DBSINGLE 0
RETCODE dbsetlname(LOGINREC *login, const char *value, int which);
#define DBSETUSER 2
#define DBSETLUSER(x, y) dbsetlname((x), (y), DBSETUSER)
#define DBSETPWD 3
#define DBSETLPWD(x, y) dbsetlname((x), (y), DBSETPWD)
#ifdef __cplusplus
}
#endif

#endif
