//===- HttpRequest.h - Stub of drogon 1.9 for fixtures -*- C++ -*-==========//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_DROGON_DROGON_HTTPREQUEST_H
#define CPPWARDEN_STUB_DROGON_DROGON_HTTPREQUEST_H

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace Json {
class Value;
}
namespace drogon {
template <class T> using SafeStringMap = std::unordered_map<std::string, T>;
class HttpRequest {
public:
  virtual ~HttpRequest() {}
  virtual const std::string &getHeader(std::string key) const = 0;
  virtual const std::string &getCookie(const std::string &field) const = 0;
  virtual const SafeStringMap<std::string> &headers() const = 0;
  virtual const SafeStringMap<std::string> &cookies() const = 0;
  virtual const std::string &query() const = 0;
  const std::string &getQuery() const;
  std::string_view body() const;
  std::string_view getBody() const;
  virtual const std::string &path() const = 0;
  const std::string &getPath() const;
  const SafeStringMap<std::string> &getParameters() const;
  virtual const std::string &getParameter(const std::string &key) const = 0;
  virtual const std::shared_ptr<Json::Value> &jsonObject() const = 0;
  const std::shared_ptr<Json::Value> &getJsonObject() const;
};
using HttpRequestPtr = std::shared_ptr<HttpRequest>;
} // namespace drogon

#endif
