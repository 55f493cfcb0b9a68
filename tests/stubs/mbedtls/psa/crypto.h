//===- crypto.h - Stub of the PSA cryptography API of Mbed TLS 2.28 for fixtures -*- C++ -*-===//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_MBEDTLS_PSA_CRYPTO_H
#define CPPWARDEN_STUB_MBEDTLS_PSA_CRYPTO_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef int32_t psa_status_t;
typedef uint32_t psa_algorithm_t;
typedef uint16_t psa_key_type_t;
typedef uint32_t psa_key_id_t;
typedef struct psa_key_attributes_s {
  psa_key_type_t type;
} psa_key_attributes_t;
typedef struct psa_hash_operation_s {
  unsigned id;
} psa_hash_operation_t;
typedef struct psa_cipher_operation_s {
  unsigned id;
} psa_cipher_operation_t;
#define PSA_ALG_MD5 ((psa_algorithm_t)0x02000003)
#define PSA_ALG_SHA_256 ((psa_algorithm_t)0x02000009)
#define PSA_ALG_ECB_NO_PADDING ((psa_algorithm_t)0x04404400)
#define PSA_ALG_CTR ((psa_algorithm_t)0x04c01000)
#define PSA_KEY_TYPE_DES ((psa_key_type_t)0x2301)
#define PSA_KEY_TYPE_AES ((psa_key_type_t)0x2400)
psa_status_t psa_hash_compute(psa_algorithm_t alg, const uint8_t *input, size_t input_length, uint8_t *hash,
                              size_t hash_size, size_t *hash_length);
psa_status_t psa_hash_setup(psa_hash_operation_t *operation, psa_algorithm_t alg);
psa_status_t psa_cipher_encrypt_setup(psa_cipher_operation_t *operation, psa_key_id_t key, psa_algorithm_t alg);
psa_status_t psa_import_key(const psa_key_attributes_t *attributes, const uint8_t *data, size_t data_length,
                            psa_key_id_t *key);
void psa_set_key_type(psa_key_attributes_t *attributes, psa_key_type_t type);

#ifdef __cplusplus
}
#endif

#endif
