// Stub for fixtures and documentation examples: declarations with the signatures of
// jwt-cpp 0.7.2; the models are verified against it.
#ifndef CPPWARDEN_STUB_JWT_CPP_JWT_H
#define CPPWARDEN_STUB_JWT_CPP_JWT_H
#include <string>

namespace jwt {
namespace algorithm {
struct hmacsha {
  hmacsha(std::string key, const void *(*md)(), std::string name);
};
struct hs256 : public hmacsha {
  explicit hs256(std::string key);
};
struct hs384 : public hmacsha {
  explicit hs384(std::string key);
};
struct hs512 : public hmacsha {
  explicit hs512(std::string key);
};
struct rs256 {
  explicit rs256(const std::string &public_key, const std::string &private_key = "",
              const std::string &public_key_password = "", const std::string &private_key_password = "");
};
struct rs384 {
  explicit rs384(const std::string &public_key, const std::string &private_key = "",
              const std::string &public_key_password = "", const std::string &private_key_password = "");
};
struct rs512 {
  explicit rs512(const std::string &public_key, const std::string &private_key = "",
              const std::string &public_key_password = "", const std::string &private_key_password = "");
};
struct es256 {
  explicit es256(const std::string &public_key, const std::string &private_key = "",
              const std::string &public_key_password = "", const std::string &private_key_password = "");
};
struct es384 {
  explicit es384(const std::string &public_key, const std::string &private_key = "",
              const std::string &public_key_password = "", const std::string &private_key_password = "");
};
struct es512 {
  explicit es512(const std::string &public_key, const std::string &private_key = "",
              const std::string &public_key_password = "", const std::string &private_key_password = "");
};
} // namespace algorithm
class builder {
public:
  builder &set_issuer(const std::string &str);
  builder &set_subject(const std::string &str);
  template <typename Algo> std::string sign(const Algo &algo) const;
};
builder create();
class verifier {
public:
  template <typename Algo> verifier &allow_algorithm(Algo alg);
};
verifier verify();
} // namespace jwt

#endif
