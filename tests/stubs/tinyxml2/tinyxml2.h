//===- tinyxml2.h - Stub of TinyXML-2 9.0 for fixtures -*- C++ -*-==========//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_TINYXML2_TINYXML2_H
#define CPPWARDEN_STUB_TINYXML2_TINYXML2_H

namespace tinyxml2 {
class XMLElement;
class XMLNode {
public:
  XMLElement *FirstChildElement(const char *name = nullptr);
};
class XMLElement : public XMLNode {
public:
  const char *GetText() const;
  const char *Attribute(const char *name, const char *value = nullptr) const;
  int IntAttribute(const char *name, int defaultValue = 0) const;
};
class XMLDocument : public XMLNode {
public:
  int Parse(const char *xml, unsigned long nBytes = -1);
  XMLElement *RootElement();
};
} // namespace tinyxml2

#endif
