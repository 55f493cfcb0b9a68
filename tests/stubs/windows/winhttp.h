// Stub for fixtures and documentation examples: declarations with the signatures of
// MinGW-w64 10; the models are compared with it.
#ifndef CPPWARDEN_STUB_WINDOWS_WINHTTP_H
#define CPPWARDEN_STUB_WINDOWS_WINHTTP_H
#include <windows.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef void *HINTERNET;
#define WINHTTP_AUTH_TARGET_SERVER 0
#define WINHTTP_AUTH_SCHEME_BASIC 1
WINBOOL WinHttpSetCredentials(HINTERNET, DWORD, DWORD, LPCWSTR, LPCWSTR, LPVOID);
#ifdef __cplusplus
}
#endif

#endif
