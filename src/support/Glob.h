//===- Glob.h - Patterns for paths and names -------------------*- C++ -*-===//
//
// The configuration names files (`exclude: ["third_party/**"]`) and rules
// (`ignore: ["weak-*"]`) by patterns. Paths are relative to the project root
// with '/' separators.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_SUPPORT_GLOB_H
#define CPPWARDEN_SUPPORT_GLOB_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace cppwarden {

/// Has Text a character that makes it a pattern (`*`, `?`, `[`, `{`)?
bool isGlob(llvm::StringRef Text);

/// `*` any run of characters, `?` one, `[a-z]`, `[!a-z]` a class, `{a,b}`
/// alternatives, `\` takes the next character as it is.
class NameGlob {
public:
  static llvm::Expected<NameGlob> compile(llvm::StringRef Pattern);
  bool matches(llvm::StringRef Name) const;

private:
  std::vector<std::string> Alternatives; ///< without braces
};

/// As in .gitignore: a pattern with a slash (other than at its end) is matched
/// from the project root, one without names a file or folder at any depth; what
/// matches a folder covers all below it; a slash at the end matches folders
/// only;
/// `**` any number of folders. In a component everything as in NameGlob.
class PathGlob {
public:
  static llvm::Expected<PathGlob> compile(llvm::StringRef Pattern);
  bool matches(llvm::StringRef Path) const;

private:
  struct Components {
    std::vector<std::string> Names;
  };
  std::vector<Components> Alternatives;
  bool FoldersOnly = false;
};

} // namespace cppwarden

#endif
