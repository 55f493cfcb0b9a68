// Stub for fixtures and documentation examples: declarations with the signatures of
// MinGW-w64 10; the models are compared with it.
#ifndef CPPWARDEN_STUB_WINDOWS_EVNTPROV_H
#define CPPWARDEN_STUB_WINDOWS_EVNTPROV_H
#include <windows.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef ULONGLONG REGHANDLE;
unsigned int EventWriteString(REGHANDLE RegHandle, UCHAR Level, ULONGLONG Keyword, PCWSTR String);
#ifdef __cplusplus
}
#endif

#endif
