//===- HTTPCookie.h - Stub of cgicc for fixtures -----------------*- C++ -*-===//
//
// Declarations with the signatures of cgicc 3.2.19. For fixtures; `models
// verify` uses the real header.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_CGICC_HTTPCOOKIE_H
#define CPPWARDEN_STUB_CGICC_HTTPCOOKIE_H

#include <ostream>
#include <string>

namespace cgicc {
class HTTPCookie {
public:
  HTTPCookie();
  HTTPCookie(const std::string &name, const std::string &value);
  virtual ~HTTPCookie();
  std::string getName() const;
  std::string getValue() const;
  void setValue(const std::string &value);
  void setSecure(bool secure);
  virtual void render(std::ostream &out) const;
};
} // namespace cgicc

#endif
