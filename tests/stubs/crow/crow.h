//===- crow.h - Stub of Crow 1.2 for fixtures -*- C++ -*-===================//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_CROW_CROW_H
#define CPPWARDEN_STUB_CROW_CROW_H

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace crow {
using ci_map = std::unordered_multimap<std::string, std::string>;
class query_string {
public:
  query_string();
  query_string(std::string params, bool url = true);
  char *get(const std::string &name) const;
  char *pop(const std::string &name);
  std::vector<char *> get_list(const std::string &name, bool use_brackets = true) const;
  std::unordered_map<std::string, std::string> get_dict(const std::string &name) const;
};
struct request {
  std::string raw_url;
  std::string url;
  query_string url_params;
  ci_map headers;
  std::string body;
  std::string remote_ip_address;
  const std::string &get_header_value(const std::string &key) const;
  const query_string get_body_params() const;
};
struct response {
  int code;
  std::string body;
  explicit response(int code_);
  response(std::string body_);
  response(int code_, std::string body_);
  void set_header(std::string key, std::string value);
  void add_header(std::string key, std::string value);
  void redirect(const std::string &location);
  void write(const std::string &body_part);
  void end();
  void end(const std::string &body_part);
};
namespace json {
namespace detail {
struct r_string {
  operator std::string() const;
};
} // namespace detail
class rvalue {
public:
  explicit operator std::string() const;
  int64_t i() const;
  double d() const;
  bool b() const;
  detail::r_string s() const;
  bool has(const std::string &str) const;
  size_t size() const;
  const rvalue &operator[](size_t index) const;
  const rvalue &operator[](const std::string &str) const;
};
rvalue load(const char *data, size_t size);
rvalue load(const std::string &str);
} // namespace json
namespace multipart {
struct part {
  std::string body;
};
struct message {
  explicit message(const request &req);
  part get_part_by_name(const std::string &name);
};
} // namespace multipart
class Rule {
public:
  template <class F> void operator()(F &&) {}
};
class SimpleApp {
public:
  Rule &route_dynamic(const std::string &rule);
};
} // namespace crow

#endif
