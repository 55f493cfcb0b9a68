// Stub for fixtures and documentation examples: declarations with the signatures of
// cpprestsdk 2.10.18; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_CPPREST_HTTP_CLIENT_H
#define CPPWARDEN_STUB_CPPREST_HTTP_CLIENT_H
#include <string>

namespace utility {
typedef std::string string_t;
}
#define _XPLATSTR(x) x
#ifndef _TURN_OFF_PLATFORM_STRING
#define U(x) _XPLATSTR(x)
#endif
namespace web {
class credentials {
public:
  credentials() {}
  credentials(utility::string_t username, const utility::string_t &password);
};
namespace http {
class http_headers {
public:
  template <typename T> void add(const utility::string_t &name, const T &value);
};
class http_request {
public:
  http_headers &headers();
};
namespace header_names {
const utility::string_t authorization = U("Authorization");
}
namespace client {
class http_client_config {
public:
  void set_credentials(const web::credentials &cred);
};
} // namespace client
namespace oauth2::experimental {
class oauth2_token {
public:
  oauth2_token(utility::string_t access_token = utility::string_t());
};
class oauth2_config {
public:
  oauth2_config(utility::string_t client_key, utility::string_t client_secret, utility::string_t auth_endpoint,
                utility::string_t token_endpoint, utility::string_t redirect_uri,
                utility::string_t scope = utility::string_t(), utility::string_t user_agent = utility::string_t());
  void set_token(oauth2_token token);
  void set_client_secret(utility::string_t client_secret);
};
} // namespace oauth2::experimental
} // namespace http
} // namespace web

#endif
