//===- Request.hpp - Stub of oat++ 1.4 for fixtures -*- C++ -*-=============//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_OATPP_OATPP_WEB_PROTOCOL_HTTP_INCOMING_REQUEST_HPP
#define CPPWARDEN_STUB_OATPP_OATPP_WEB_PROTOCOL_HTTP_INCOMING_REQUEST_HPP

#include <memory>
#include <string>

namespace oatpp {
class String {
public:
  String(const char *text);
  std::string *get() const;
  std::string *operator->() const;
  operator std::string() const;
};
namespace web {
namespace protocol {
namespace http {
class QueryParams {};
namespace incoming {
class Request {
public:
  const http::QueryParams &getQueryParameters() const;
  oatpp::String getQueryParameter(const char *name) const;
  oatpp::String getQueryParameter(const char *name, const oatpp::String &defaultValue) const;
  oatpp::String getHeader(const char *headerName) const;
  oatpp::String getPathVariable(const char *name) const;
  oatpp::String getPathTail() const;
  oatpp::String readBodyToString() const;
  template <class Wrapper> Wrapper readBodyToDto(int objectMapper) const;
};
} // namespace incoming
} // namespace http
} // namespace protocol
} // namespace web
} // namespace oatpp

#endif
