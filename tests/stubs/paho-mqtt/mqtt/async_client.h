// Stub for fixtures and documentation examples: declarations with the signatures of
// Paho 1.2.0; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_MQTT_ASYNC_CLIENT_H
#define CPPWARDEN_STUB_MQTT_ASYNC_CLIENT_H
#include <string>

namespace mqtt {
using std::string;
template <typename T> class buffer_ref {
public:
  buffer_ref(const std::basic_string<T> &b);
  buffer_ref(const char *buf);
};
using binary_ref = buffer_ref<char>;
using string_ref = buffer_ref<char>;
class ssl_options {
public:
  void set_private_key_password(const string &privateKeyPassword);
};
class connect_options {
public:
  connect_options();
  connect_options(string_ref userName, binary_ref password);
  void set_user_name(string_ref userName);
  void set_password(binary_ref password);
};
class connect_options_builder {
public:
  using self = connect_options_builder;
  auto user_name(string_ref userName) -> self & { return *this; }
  auto password(binary_ref password) -> self & { return *this; }
  connect_options finalize();
};
class message {
public:
  const string &get_topic() const;
  const string &get_payload_str() const;
  string to_string() const;
};
} // namespace mqtt

#endif
