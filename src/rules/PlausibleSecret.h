//===- PlausibleSecret.h - Is this literal a secret? -----------*- C++ -*-===//
//
// Asked by flow rules with `strings: plausible-secret` for every literal that
// reaches a credential position. PlausibleSecret.cpp tells the reasoning; the
// words are data (rules/plausible-secrets.yaml).
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_RULES_PLAUSIBLESECRET_H
#define CPPWARDEN_RULES_PLAUSIBLESECRET_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"

namespace cppwarden::rules {

class PlausibleSecret {
public:
  static llvm::Expected<PlausibleSecret> read(llvm::MemoryBufferRef Yaml);

  /// Literal is what stands in the source; SinkKind the kind of the position it
  /// reaches ("credential.password", "secret.token"); SinkName how the program
  /// calls that position (the variable's name), may be empty.
  bool accepts(llvm::StringRef Literal, llvm::StringRef SinkKind,
               llvm::StringRef SinkName) const;

  /// Stands Text for something to be filled in: `<password>`, `${PW}`, `xxx`?
  bool isPlaceholder(llvm::StringRef Text) const;

private:
  bool acceptsAtApi(llvm::StringRef Text, llvm::StringRef SinkKind) const;
  bool acceptsByName(llvm::StringRef Text, llvm::StringRef SinkKind,
                     llvm::StringRef SinkName) const;
  bool readsAsKey(llvm::StringRef Text, llvm::StringRef SinkName) const;
  bool readsAsMarkup(llvm::StringRef Text) const;
  bool readsAsLocation(llvm::StringRef Text) const;

  llvm::StringSet<> Placeholders;     ///< whole texts, lower case
  llvm::StringSet<> PlaceholderWords; ///< first words: your, insert, replace …
  llvm::StringSet<> CommonPasswords;
  llvm::StringSet<> CredentialWords;
  llvm::StringSet<> OwnershipWords; ///< my, super, very: a value made of words
  llvm::StringSet<> NoValues;       ///< words of protocols, modes and types
  llvm::StringSet<> FileExtensions;
};

} // namespace cppwarden::rules

#endif
