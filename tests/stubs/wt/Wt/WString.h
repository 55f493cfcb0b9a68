//===- WString.h - Stub of Wt 4.11 for fixtures -*- C++ -*-=================//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_WT_WT_WSTRING_H
#define CPPWARDEN_STUB_WT_WT_WSTRING_H

#include <string>

namespace Wt {
class WString {
public:
  WString(const char *value);
  WString(const std::string &value);
  std::string toUTF8() const;
};
} // namespace Wt

#endif
