//===- fcgiapp.h - Stub of FastCGI's library for fixtures --------*- C++
//-*-===//
//
// Declarations only, with the signatures of libfcgi 2.4.2. For fixtures;
// `models verify` uses the real header.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_FCGIAPP_H
#define CPPWARDEN_STUB_FCGIAPP_H

#include <stdarg.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct FCGX_Stream FCGX_Stream;
typedef char **FCGX_ParamArray;
typedef struct FCGX_Request {
  int requestId;
  int role;
  FCGX_Stream *in;
  FCGX_Stream *out;
  FCGX_Stream *err;
  char **envp;
} FCGX_Request;

int FCGX_IsCGI(void);
int FCGX_Init(void);
int FCGX_OpenSocket(const char *path, int backlog);
int FCGX_InitRequest(FCGX_Request *request, int sock, int flags);
int FCGX_Accept_r(FCGX_Request *request);
void FCGX_Finish_r(FCGX_Request *request);
int FCGX_Accept(FCGX_Stream **in, FCGX_Stream **out, FCGX_Stream **err,
                FCGX_ParamArray *envp);
void FCGX_Finish(void);
char *FCGX_GetParam(const char *name, FCGX_ParamArray envp);
int FCGX_GetChar(FCGX_Stream *stream);
int FCGX_GetStr(char *str, int n, FCGX_Stream *stream);
char *FCGX_GetLine(char *str, int n, FCGX_Stream *stream);
int FCGX_PutChar(int c, FCGX_Stream *stream);
int FCGX_PutStr(const char *str, int n, FCGX_Stream *stream);
int FCGX_PutS(const char *str, FCGX_Stream *stream);
int FCGX_FPrintF(FCGX_Stream *stream, const char *format, ...);
int FCGX_VFPrintF(FCGX_Stream *stream, const char *format, va_list arg);
int FCGX_FFlush(FCGX_Stream *stream);

#ifdef __cplusplus
}
#endif

#endif
