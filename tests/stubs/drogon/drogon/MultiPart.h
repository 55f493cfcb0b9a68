//===- MultiPart.h - Stub of drogon 1.9 for fixtures -*- C++ -*-============//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_DROGON_DROGON_MULTIPART_H
#define CPPWARDEN_STUB_DROGON_DROGON_MULTIPART_H

#include <drogon/HttpRequest.h>
#include <vector>

namespace drogon {
class HttpFile {
public:
  const std::string &getFileName() const noexcept;
  std::string_view fileContent() const noexcept;
};
class MultiPartParser {
public:
  const std::vector<HttpFile> &getFiles() const;
  const SafeStringMap<std::string> &getParameters() const;
  int parse(const HttpRequestPtr &req);
};
} // namespace drogon

#endif
