// Stub for fixtures and documentation examples: declarations with the signatures of
// redis-plus-plus 1.3.15; the models are verified against it.
#ifndef CPPWARDEN_STUB_REDIS_PLUS_PLUS_H
#define CPPWARDEN_STUB_REDIS_PLUS_PLUS_H
#include <optional>
#include <string>
#include <string_view>

namespace sw::redis {
using StringView = std::string_view;
using OptionalString = std::optional<std::string>;
struct ConnectionOptions {
  std::string host;
  int port = 6379;
  std::string path;
  std::string user = "default";
  std::string password;
  int db = 0;
};
class Redis {
public:
  explicit Redis(const ConnectionOptions &connection_opts);
  explicit Redis(const std::string &uri);
  void auth(const StringView &password);
  void auth(const StringView &user, const StringView &password);
  OptionalString get(const StringView &key);
  OptionalString getset(const StringView &key, const StringView &val);
  bool set(const StringView &key, const StringView &val);
  OptionalString lpop(const StringView &key);
  OptionalString rpop(const StringView &key);
  OptionalString hget(const StringView &key, const StringView &field);
  template <typename Output> void hgetall(const StringView &key, Output output);
  template <typename Output> void lrange(const StringView &key, long long start, long long stop, Output output);
};
} // namespace sw::redis

#endif
