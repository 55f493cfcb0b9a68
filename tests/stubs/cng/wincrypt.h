//===- wincrypt.h - Stub of wincrypt.h of MinGW-w64 12 for fixtures -*- C++ -*-===//
//
// Declarations only, a few of the library's, with its signatures. Windows only: no package of Debian has them.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_CNG_WINCRYPT_H
#define CPPWARDEN_STUB_CNG_WINCRYPT_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef unsigned char UCHAR;
typedef UCHAR *PUCHAR;
typedef unsigned char BYTE;
typedef unsigned int ULONG;
typedef unsigned int DWORD;
typedef unsigned long long ULONGLONG;
typedef int BOOL;
typedef int NTSTATUS;
#ifdef __cplusplus
typedef wchar_t WCHAR;
#else
typedef unsigned short WCHAR;
#endif
typedef const WCHAR *LPCWSTR;

typedef unsigned long long HCRYPTPROV;
typedef unsigned long long HCRYPTKEY;
typedef unsigned long long HCRYPTHASH;
typedef unsigned int ALG_ID;
#define CALG_MD5 0x00008003
#define CALG_SHA1 0x00008004
#define CALG_SHA_256 0x0000800c
#define CALG_DES 0x00006601
#define CALG_RC4 0x00006801
#define CALG_AES_256 0x00006610
#define KP_IV 1
#define KP_MODE 4
BOOL CryptCreateHash(HCRYPTPROV, ALG_ID, HCRYPTKEY, DWORD, HCRYPTHASH *);
BOOL CryptHashData(HCRYPTHASH, const BYTE *, DWORD, DWORD);
BOOL CryptGetHashParam(HCRYPTHASH, DWORD, BYTE *, DWORD *, DWORD);
BOOL CryptDeriveKey(HCRYPTPROV, ALG_ID, HCRYPTHASH, DWORD, HCRYPTKEY *);
BOOL CryptGenKey(HCRYPTPROV, ALG_ID, DWORD, HCRYPTKEY *);
BOOL CryptSetKeyParam(HCRYPTKEY, DWORD, const BYTE *, DWORD);
BOOL CryptImportKey(HCRYPTPROV, const BYTE *, DWORD, HCRYPTKEY, DWORD, HCRYPTKEY *);
BOOL CryptGenRandom(HCRYPTPROV, DWORD, BYTE *);

#ifdef __cplusplus
}
#endif

#endif
