//===- FormFile.h - Stub of cgicc for fixtures -----------------*- C++ -*-===//
//
// Declarations with the signatures of cgicc 3.2.19. For fixtures; `models
// verify` uses the real header.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_CGICC_FORMFILE_H
#define CPPWARDEN_STUB_CGICC_FORMFILE_H

#include <ostream>
#include <string>

namespace cgicc {
class FormFile {
public:
  std::string getName() const;
  std::string getFilename() const;
  std::string getDataType() const;
  std::string getData() const;
  std::string::size_type getDataLength() const;
  void writeToStream(std::ostream &out) const;
};
} // namespace cgicc

#endif
