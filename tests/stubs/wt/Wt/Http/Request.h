//===- Request.h - Stub of Wt 4.11 for fixtures -*- C++ -*-=================//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_WT_WT_HTTP_REQUEST_H
#define CPPWARDEN_STUB_WT_WT_HTTP_REQUEST_H

#include <istream>
#include <string>
#include <vector>

namespace Wt {
namespace Http {
typedef std::vector<std::string> ParameterValues;
class Request {
public:
  const ParameterValues &getParameterValues(const std::string &name) const;
  const std::string *getParameter(const std::string &name) const;
  std::string pathInfo() const;
  std::string queryString() const;
  std::istream &in() const;
  const std::string *getCookieValue(const std::string &cookieName) const;
  std::string headerValue(const std::string &field) const;
};
} // namespace Http
} // namespace Wt

#endif
