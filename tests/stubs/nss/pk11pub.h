//===- pk11pub.h - Stub of NSS 3.87 for fixtures -*- C++ -*-================//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_NSS_PK11PUB_H
#define CPPWARDEN_STUB_NSS_PK11PUB_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum { SEC_OID_UNKNOWN = 0, SEC_OID_MD5 = 3, SEC_OID_SHA1 = 4, SEC_OID_SHA256 = 191 } SECOidTag;
typedef enum { SECSuccess = 0, SECFailure = -1 } SECStatus;
typedef unsigned long CK_MECHANISM_TYPE;
typedef unsigned long CK_ATTRIBUTE_TYPE;
#define CKM_DES3_CBC 0x00000133UL
#define CKM_AES_ECB 0x00001081UL
#define CKM_AES_GCM 0x00001087UL
#define CKA_ENCRYPT 0x00000104UL
#define CKA_DECRYPT 0x00000105UL
typedef struct SECItemStr {
  int type;
  unsigned char *data;
  unsigned int len;
} SECItem;
typedef struct PK11ContextStr PK11Context;
typedef struct PK11SymKeyStr PK11SymKey;
SECStatus PK11_HashBuf(SECOidTag hashAlg, unsigned char *out, const unsigned char *in, int len);
PK11Context *PK11_CreateDigestContext(SECOidTag hashAlg);
PK11Context *PK11_CreateContextBySymKey(CK_MECHANISM_TYPE type, CK_ATTRIBUTE_TYPE operation, PK11SymKey *symKey,
                                        SECItem *param);
SECStatus PK11_Encrypt(PK11SymKey *symKey, CK_MECHANISM_TYPE mechanism, SECItem *param, unsigned char *out,
                       unsigned int *outLen, unsigned int maxLen, const unsigned char *data, unsigned int dataLen);

#ifdef __cplusplus
}
#endif

#endif
