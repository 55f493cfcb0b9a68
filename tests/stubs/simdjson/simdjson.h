// Stub for fixtures and documentation examples: declarations with the signatures of
// simdjson 3.0.1; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_SIMDJSON_SIMDJSON_H
#define CPPWARDEN_STUB_SIMDJSON_SIMDJSON_H
#include <cstdint>
#include <string>
#include <string_view>
namespace simdjson {
enum error_code { SUCCESS = 0, NO_SUCH_FIELD = 19 };
template <typename T> struct simdjson_result;
class padded_string {
public:
  padded_string(const std::string &str_) noexcept;
  padded_string(std::string_view sv_) noexcept;
};
namespace dom {
class element {
public:
  simdjson_result<element> operator[](std::string_view key) const noexcept;
  simdjson_result<std::string_view> get_string() const noexcept;
  simdjson_result<int64_t> get_int64() const noexcept;
};
class parser {
public:
  simdjson_result<element> parse(const std::string &s) & noexcept;
  simdjson_result<element> parse(const padded_string &s) & noexcept;
  simdjson_result<element> load(const std::string &path) & noexcept;
};
} // namespace dom
template <typename T> struct simdjson_result {
  error_code get(T &value) && noexcept;
  T &value() & noexcept(false);
  operator T &&() && noexcept(false);
};
template <> struct simdjson_result<dom::element> {
  error_code get(dom::element &value) && noexcept;
  simdjson_result<dom::element> operator[](std::string_view key) const noexcept;
  simdjson_result<dom::element> at_pointer(std::string_view json_pointer) const noexcept;
  simdjson_result<std::string_view> get_string() const noexcept;
  simdjson_result<const char *> get_c_str() const noexcept;
  simdjson_result<int64_t> get_int64() const noexcept;
  operator std::string_view() const noexcept(false);
};
} // namespace simdjson

#endif
