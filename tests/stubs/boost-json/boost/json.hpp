//===- json.hpp - Stub of Boost.JSON 1.83 for fixtures -*- C++ -*-==========//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOOST_JSON_BOOST_JSON_HPP
#define CPPWARDEN_STUB_BOOST_JSON_BOOST_JSON_HPP

#include <cstdint>
#include <string>
#include <string_view>

namespace boost {
namespace json {
using string_view = std::string_view;
class string {
public:
  const char *c_str() const noexcept;
  const char *data() const noexcept;
  string_view subview() const noexcept;
  operator string_view() const noexcept;
};
class value;
class object {
public:
  value &at(string_view key);
  value const &at(string_view key) const;
  value &operator[](string_view key);
  value const *if_contains(string_view key) const noexcept;
  bool contains(string_view key) const noexcept;
};
class array {
public:
  value const &at(std::size_t pos) const;
  value const &operator[](std::size_t pos) const noexcept;
};
class value {
public:
  value const &at(string_view key) const;
  value const &at_pointer(string_view ptr) const;
  object const &as_object() const;
  array const &as_array() const;
  string const &as_string() const;
  std::int64_t as_int64() const;
  object const &get_object() const noexcept;
  array const &get_array() const noexcept;
  string const &get_string() const noexcept;
  object const *if_object() const noexcept;
  string const *if_string() const noexcept;
  bool is_string() const noexcept;
  bool is_object() const noexcept;
};
value parse(string_view s);
std::string serialize(value const &t);
template <class T> T value_to(value const &jv);
} // namespace json
} // namespace boost

#endif
