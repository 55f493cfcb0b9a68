//===- argon2.h - Stub of libargon2 20171227 for fixtures -*- C++ -*-=======//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_ARGON2_ARGON2_H
#define CPPWARDEN_STUB_ARGON2_ARGON2_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

int argon2id_hash_encoded(const uint32_t t_cost, const uint32_t m_cost, const uint32_t parallelism, const void *pwd,
                          const size_t pwdlen, const void *salt, const size_t saltlen, const size_t hashlen,
                          char *encoded, const size_t encodedlen);
int argon2id_hash_raw(const uint32_t t_cost, const uint32_t m_cost, const uint32_t parallelism, const void *pwd,
                      const size_t pwdlen, const void *salt, const size_t saltlen, void *hash, const size_t hashlen);
int argon2id_verify(const char *encoded, const void *pwd, const size_t pwdlen);

#ifdef __cplusplus
}
#endif

#endif
