//===- CgiEnvironment.h - Stub of cgicc for fixtures -----------------*- C++ -*-===//
//
// Declarations with the signatures of cgicc 3.2.19. For fixtures; `models
// verify` uses the real header.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_CGICC_CGIENVIRONMENT_H
#define CPPWARDEN_STUB_CGICC_CGIENVIRONMENT_H

#include "HTTPCookie.h"
#include <string>
#include <vector>

namespace cgicc {
class CgiInput;
class CgiEnvironment {
public:
  explicit CgiEnvironment(CgiInput *input);
  std::string getQueryString() const;
  std::string getPathInfo() const;
  std::string getPathTranslated() const;
  std::string getRequestMethod() const;
  std::string getRemoteAddr() const;
  std::string getRemoteUser() const;
  std::string getCookies() const;
  std::string getPostData() const;
  std::string getReferrer() const;
  std::string getUserAgent() const;
  std::string getContentType() const;
  const std::vector<HTTPCookie> &getCookieList() const;
};
} // namespace cgicc

#endif
