// Stub for fixtures and documentation examples: declarations with the signatures of
// libjwt 1.10.2; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_LIBJWT_JWT_H
#define CPPWARDEN_STUB_LIBJWT_JWT_H
#ifdef __cplusplus
extern "C" {
#endif
typedef struct jwt jwt_t;
typedef enum jwt_alg { JWT_ALG_NONE = 0, JWT_ALG_HS256 } jwt_alg_t;
int jwt_decode(jwt_t **jwt, const char *token, const unsigned char *key, int key_len);
int jwt_set_alg(jwt_t *jwt, jwt_alg_t alg, const unsigned char *key, int len);
#ifdef __cplusplus
}
#endif

#endif
