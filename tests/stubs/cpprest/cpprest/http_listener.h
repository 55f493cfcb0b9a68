//===- http_listener.h - Stub of the C++ REST SDK 2.10 for fixtures -*- C++ -*-===//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_CPPREST_CPPREST_HTTP_LISTENER_H
#define CPPWARDEN_STUB_CPPREST_CPPREST_HTTP_LISTENER_H

#include <functional>
#include <map>
#include <string>

namespace pplx {
template <class T> class task {
public:
  T get() const;
  template <class F> task<int> then(F) const { return {}; }
};
} // namespace pplx
namespace web {
class uri {
public:
  const std::string &path() const;
  const std::string &query() const;
  static std::string decode(const std::string &encoded);
  static std::map<std::string, std::string> split_query(const std::string &query);
};
namespace json {
class value {
public:
  value &operator[](const std::string &key);
  const value &at(const std::string &key) const;
  const std::string &as_string() const;
  int as_integer() const;
};
} // namespace json
namespace http {
class http_request {
public:
  uri relative_uri() const;
  pplx::task<std::string> extract_string(bool ignore_content_type = false);
  pplx::task<json::value> extract_json(bool ignore_content_type = false) const;
};
} // namespace http
} // namespace web

#endif
