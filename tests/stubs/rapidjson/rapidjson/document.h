//===- document.h - Stub of RapidJSON 1.1 for fixtures -*- C++ -*-==========//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_RAPIDJSON_RAPIDJSON_DOCUMENT_H
#define CPPWARDEN_STUB_RAPIDJSON_RAPIDJSON_DOCUMENT_H

namespace rapidjson {
class GenericValue {
public:
  const GenericValue &operator[](const char *name) const;
  const char *GetString() const;
  int GetInt() const;
  bool HasMember(const char *name) const;
};
typedef GenericValue Value;
class GenericDocument : public GenericValue {
public:
  GenericDocument &Parse(const char *str);
  bool HasParseError() const;
};
typedef GenericDocument Document;
} // namespace rapidjson

#endif
