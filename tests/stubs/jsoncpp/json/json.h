//===- json.h - Stub of JsonCpp 1.9 for fixtures -*- C++ -*-================//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_JSONCPP_JSON_JSON_H
#define CPPWARDEN_STUB_JSONCPP_JSON_JSON_H

#include <istream>
#include <string>

namespace Json {
class Value {
public:
  Value &operator[](const char *key);
  const Value &operator[](const char *key) const;
  std::string asString() const;
  int asInt() const;
  bool isMember(const char *key) const;
};
class Reader {
public:
  bool parse(const std::string &document, Value &root, bool collectComments = true);
};
std::istream &operator>>(std::istream &, Value &);
} // namespace Json

#endif
