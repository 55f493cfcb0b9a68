//===- router.h - Stub of Pistache 0.0.5 for fixtures -*- C++ -*-===========//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_PISTACHE_PISTACHE_ROUTER_H
#define CPPWARDEN_STUB_PISTACHE_PISTACHE_ROUTER_H

#include <optional>
#include <string>

namespace Pistache {
namespace Http {
namespace Uri {
class Query {
public:
  std::optional<std::string> get(const std::string &name) const;
};
} // namespace Uri
class Message {
public:
  const std::string &body() const;
};
class Request : public Message {
public:
  const std::string &resource() const;
  const Uri::Query &query() const;
};
} // namespace Http
namespace Rest {
class TypedParam {
public:
  template <typename T> T as() const;
};
class Request : public Http::Request {
public:
  TypedParam param(const std::string &name) const;
};
} // namespace Rest
} // namespace Pistache

#endif
