#include "Tokens.h"
#include <cstdlib>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <stdexcept>

namespace orders {

static const char alphabet[] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

std::string makeSessionIdOld() {
  std::string id;
  for (int i = 0; i < 24; ++i)
    id += alphabet[std::rand() % 32];
  return id; // flaw: predictable-random
}

std::string makeSessionId() {
  unsigned char bytes[24];
  if (RAND_bytes(bytes, sizeof bytes) != 1)
    throw std::runtime_error("no random numbers");
  std::string id;
  for (unsigned char byte : bytes)
    id += alphabet[byte % 32];
  return id;
}

EVP_PKEY *makeReceiptKey(int bits) {
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, nullptr);
  EVP_PKEY *key = nullptr;
  if (EVP_PKEY_keygen_init(context) > 0 && EVP_PKEY_CTX_set_rsa_keygen_bits(context, bits) > 0)
    EVP_PKEY_keygen(context, &key);
  EVP_PKEY_CTX_free(context);
  return key;
}

EVP_PKEY *receiptKeyOld() { return makeReceiptKey(1024); } // flaw: small-key

EVP_PKEY *receiptKey() { return makeReceiptKey(3072); }

static std::string encryptWith(const EVP_CIPHER *cipher, const std::string &text, const unsigned char *key,
                               const unsigned char *iv) {
  std::string out(text.size() + EVP_MAX_BLOCK_LENGTH, '\0');
  int length = 0, rest = 0;
  EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
  auto *target = reinterpret_cast<unsigned char *>(&out[0]);
  EVP_EncryptInit_ex(context, cipher, nullptr, key, iv);
  EVP_EncryptUpdate(context, target, &length, reinterpret_cast<const unsigned char *>(text.data()),
                    static_cast<int>(text.size()));
  EVP_EncryptFinal_ex(context, target + length, &rest);
  EVP_CIPHER_CTX_free(context);
  out.resize(static_cast<std::size_t>(length + rest));
  return out;
}

std::string sealOld(const std::string &number, const unsigned char *key) {
  return encryptWith(EVP_des_ede3_ecb(), number, key, nullptr); // flaw: weak-cipher
}

std::string seal(const std::string &number, const unsigned char *key, const unsigned char *iv) {
  return encryptWith(EVP_aes_256_gcm(), number, key, iv);
}

} // namespace orders
