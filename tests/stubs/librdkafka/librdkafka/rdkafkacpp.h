// Stub for fixtures and documentation examples: declarations with the signatures of
// librdkafka 2.0.2; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_RDKAFKACPP_H
#define CPPWARDEN_STUB_RDKAFKACPP_H
#include <cstddef>
#include <string>

namespace RdKafka {
class DeliveryReportCb;
class Conf {
public:
  enum ConfType { CONF_GLOBAL, CONF_TOPIC };
  enum ConfResult { CONF_UNKNOWN = -2, CONF_INVALID = -1, CONF_OK = 0 };
  static Conf *create(ConfType type);
  virtual ~Conf();
  virtual Conf::ConfResult set(const std::string &name, const std::string &value, std::string &errstr) = 0;
  virtual Conf::ConfResult set(const std::string &name, DeliveryReportCb *dr_cb, std::string &errstr) = 0;
};
class Message {
public:
  virtual ~Message();
  virtual void *payload() const = 0;
  virtual size_t len() const = 0;
  virtual const std::string *key() const = 0;
};
} // namespace RdKafka

#endif
