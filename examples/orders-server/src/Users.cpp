#include "Users.h"
#include "Log.h"
#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace orders {

namespace {

std::string hex(const unsigned char *bytes, unsigned count) {
  static const char digits[] = "0123456789abcdef";
  std::string text;
  for (unsigned i = 0; i < count; ++i) {
    text += digits[bytes[i] >> 4];
    text += digits[bytes[i] & 15];
  }
  return text;
}

std::string digestWith(const EVP_MD *algorithm, const std::string &text) {
  unsigned char bytes[EVP_MAX_MD_SIZE];
  unsigned count = 0;
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  EVP_DigestInit_ex(context, algorithm, nullptr);
  EVP_DigestUpdate(context, text.data(), text.size());
  EVP_DigestFinal_ex(context, bytes, &count);
  EVP_MD_CTX_free(context);
  return hex(bytes, count);
}

} // namespace

bool UserStore::checkPassword(const std::string &name, const std::string &password) {
  std::vector<Row> rows = Statement(database_, "SELECT digest FROM users WHERE name = ?").bind(1, name).rows();
  bool matches = false;
  if (!rows.empty() && !rows[0].empty()) {
    const std::string stored = rows[0][0];
    const std::string given = digest(password);
    matches = stored.size() == given.size() && CRYPTO_memcmp(stored.data(), given.data(), given.size()) == 0;
  }
  log(Level::Info) << "login of " << name << (matches ? " succeeded" : " failed");
  return matches;
}

std::string UserStore::legacyDigest(const std::string &text) {
  return digestWith(EVP_md5(), text); // flaw: weak-hash
}

std::string UserStore::digest(const std::string &text) {
  return digestWith(EVP_sha256(), text);
}

} // namespace orders
