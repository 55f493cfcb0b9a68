//===- yaml.h - Stub of yaml-cpp 0.7 for fixtures -*- C++ -*-===============//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_YAML_CPP_YAML_CPP_YAML_H
#define CPPWARDEN_STUB_YAML_CPP_YAML_CPP_YAML_H

#include <string>

namespace YAML {
class Node {
public:
  template <typename T> T as() const;
  template <typename T, typename S> T as(const S &fallback) const;
  const Node operator[](const char *key) const;
  bool IsDefined() const;
};
Node Load(const std::string &input);
} // namespace YAML

#endif
