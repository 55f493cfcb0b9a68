//===- SourceProvider.h - The texts behind the findings --------*- C++ -*-===//
//
// Excerpts, column conversion, line hashes and suppressions need source text.
// The driver makes a DirectorySources over the project root (the language
// server one over its open buffers); formats ask it. A file that is gone or
// unreadable is no error anywhere: the output has no excerpt then.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_SOURCEPROVIDER_H
#define CPPWARDEN_REPORT_SOURCEPROVIDER_H

#include "report/SourceText.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <optional>
#include <string>

namespace cppwarden::report {

/// Caches what it read. Not thread-safe.
class SourceProvider {
public:
  virtual ~SourceProvider();
  /// The text of File (spelled as in SourceRange), or null. The text lives as
  /// long as the provider.
  const SourceText *find(llvm::StringRef File);

protected:
  virtual std::optional<std::string> read(llvm::StringRef File) const = 0;

private:
  std::map<std::string, std::optional<SourceText>, std::less<>> Texts;
};

/// Files below a root. Absolute names are read as they are; relative names
/// that climb out of the root, special files, and files beyond 64 MB are not.
class DirectorySources : public SourceProvider {
public:
  explicit DirectorySources(llvm::StringRef Root) : Root(Root.str()) {}

protected:
  std::optional<std::string> read(llvm::StringRef File) const override;

private:
  std::string Root;
};

/// Texts held in memory, for editors' buffers and tests.
class BufferSources : public SourceProvider {
public:
  explicit BufferSources(std::map<std::string, std::string, std::less<>> Files)
      : Files(std::move(Files)) {}

protected:
  std::optional<std::string> read(llvm::StringRef File) const override;

private:
  std::map<std::string, std::string, std::less<>> Files;
};

} // namespace cppwarden::report

#endif
