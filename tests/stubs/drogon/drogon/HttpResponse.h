//===- HttpResponse.h - Stub of drogon 1.9 for fixtures -*- C++ -*-=========//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_DROGON_DROGON_HTTPRESPONSE_H
#define CPPWARDEN_STUB_DROGON_DROGON_HTTPRESPONSE_H

#include <memory>
#include <string>

namespace drogon {
class HttpResponse;
using HttpResponsePtr = std::shared_ptr<HttpResponse>;
class HttpResponse {
public:
  virtual ~HttpResponse() {}
  virtual void addHeader(std::string field, const std::string &value) = 0;
  virtual void setBody(const std::string &body) = 0;
  static HttpResponsePtr newHttpResponse();
  static HttpResponsePtr newRedirectionResponse(const std::string &location, int status = 302);
  static HttpResponsePtr newFileResponse(const std::string &fullPath, const std::string &attachmentFileName = "");
};
} // namespace drogon

#endif
