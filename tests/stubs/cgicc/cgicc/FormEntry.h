//===- FormEntry.h - Stub of cgicc for fixtures -----------------*- C++ -*-===//
//
// Declarations with the signatures of cgicc 3.2.19. For fixtures; `models
// verify` uses the real header.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_CGICC_FORMENTRY_H
#define CPPWARDEN_STUB_CGICC_FORMENTRY_H

#include <string>

namespace cgicc {
class FormEntry {
public:
  FormEntry();
  FormEntry(const std::string &name, const std::string &value);
  std::string getName() const;
  std::string getValue() const;
  std::string getValue(std::string::size_type maxChars) const;
  std::string getStrippedValue() const;
  std::string operator*() const;
  long getIntegerValue(long min, long max) const;
  bool isEmpty() const;
  std::string::size_type length() const;
};
} // namespace cgicc

#endif
