//===- json.hpp - Stub of JSON for Modern C++ 3.11 for fixtures -*- C++ -*-===//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_NLOHMANN_NLOHMANN_JSON_HPP
#define CPPWARDEN_STUB_NLOHMANN_NLOHMANN_JSON_HPP

#include <initializer_list>
#include <string>

namespace nlohmann {
class basic_json {
public:
  basic_json();
  basic_json(const std::string &text);
  static basic_json parse(const std::string &i);
  basic_json &operator[](const char *key);
  const basic_json &operator[](const char *key) const;
  const basic_json &at(const char *key) const;
  template <class T> T get() const;
  template <class T> T value(const char *key, const T &default_value) const;
  std::string value(const char *key, const char *default_value) const;
  std::string dump(int indent = -1) const;
  bool contains(const char *key) const;
  template <class T> operator T() const;
};
using json = basic_json;
} // namespace nlohmann

#endif
