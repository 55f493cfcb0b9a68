// Stub for fixtures and documentation examples: declarations with the signatures of
// MinGW-w64 10; the models are compared with it.
#ifndef CPPWARDEN_STUB_WINDOWS_WINCRED_H
#define CPPWARDEN_STUB_WINDOWS_WINCRED_H
#include <windows.h>
#ifdef __cplusplus
extern "C" {
#endif
#define CRED_TYPE_GENERIC 1
#define CRED_PERSIST_LOCAL_MACHINE 2
typedef struct _CREDENTIALA {
  DWORD Flags;
  DWORD Type;
  LPSTR TargetName;
  LPSTR Comment;
  DWORD CredentialBlobSize;
  LPBYTE CredentialBlob;
  DWORD Persist;
  LPSTR UserName;
} CREDENTIALA, *PCREDENTIALA;
typedef struct _CREDENTIALW {
  DWORD Flags;
  DWORD Type;
  LPWSTR TargetName;
  LPWSTR Comment;
  DWORD CredentialBlobSize;
  LPBYTE CredentialBlob;
  DWORD Persist;
  LPWSTR UserName;
} CREDENTIALW, *PCREDENTIALW;
WINBOOL CredWriteW(PCREDENTIALW Credential, DWORD Flags);
WINBOOL CredWriteA(PCREDENTIALA Credential, DWORD Flags);
WINBOOL CredReadW(LPCWSTR TargetName, DWORD Type, DWORD Flags, PCREDENTIALW *Credential);
WINBOOL CredReadA(LPCSTR TargetName, DWORD Type, DWORD Flags, PCREDENTIALA *Credential);
#ifdef __cplusplus
}
#endif

#endif
