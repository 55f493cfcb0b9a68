//===- obj_mac.h - Stub of OpenSSL's object identifiers for fixtures -*- C++
//-*-===//
//
// Declarations only, with the signatures of OpenSSL 3.0 (deprecated functions
// of 1.1 included). For fixtures; `models verify` uses the real headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OPENSSL_OBJ_MAC_H
#define CPPWARDEN_STUB_OPENSSL_OBJ_MAC_H

#define NID_rsaEncryption 6
#define NID_dsa 116
#define NID_dhKeyAgreement 28
#define NID_X9_62_id_ecPublicKey 408
#define NID_hmac 855
#define NID_undef 0
#define NID_md4 257
#define NID_md5 4
#define NID_sha1 64
#define NID_sha224 675
#define NID_sha256 672
#define NID_sha384 673
#define NID_sha512 674
#define NID_ripemd160 117
#define NID_mdc2 95
#define NID_des_cbc 31
#define NID_des_ecb 29
#define NID_des_ede3_cbc 44
#define NID_rc4 5
#define NID_rc2_cbc 37
#define NID_bf_cbc 91
#define NID_cast5_cbc 108
#define NID_idea_cbc 34
#define NID_aes_128_cbc 419
#define NID_aes_256_cbc 427
#define NID_aes_256_gcm 901
#define NID_X9_62_prime192v1 409
#define NID_X9_62_prime256v1 415
#define NID_secp160r1 709
#define NID_secp192k1 711
#define NID_secp224r1 713
#define NID_secp256k1 714
#define NID_secp384r1 715
#define NID_secp521r1 716
#define NID_sect163k1 721
#define NID_sect233k1 726
#define NID_brainpoolP160r1 921
#define NID_brainpoolP256r1 927
#define SN_md5 "MD5"
#define SN_sha1 "SHA1"
#define SN_sha256 "SHA256"
#define SN_des_cbc "DES-CBC"

#ifdef __cplusplus
extern "C" {
#endif
const char *OBJ_nid2sn(int n);
int OBJ_sn2nid(const char *s);
int OBJ_txt2nid(const char *s);
#ifdef __cplusplus
}
#endif

#endif
