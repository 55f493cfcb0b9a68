//===- pugixml.hpp - Stub of pugixml 1.13 for fixtures -*- C++ -*-==========//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_PUGIXML_PUGIXML_HPP
#define CPPWARDEN_STUB_PUGIXML_PUGIXML_HPP

namespace pugi {
struct xml_parse_result {
  explicit operator bool() const;
};
class xml_attribute {
public:
  const char *value() const;
  const char *as_string(const char *def = "") const;
  int as_int(int def = 0) const;
};
class xml_node {
public:
  xml_node child(const char *name) const;
  xml_attribute attribute(const char *name) const;
  const char *child_value() const;
  const char *child_value(const char *name) const;
};
class xml_document : public xml_node {
public:
  xml_parse_result load_string(const char *contents, unsigned int options = 116);
};
} // namespace pugi

#endif
