//===- NameLexicon.h - What an identifier's words say ----------*- C++ -*-===//
//
// `dbPassword`, `API_KEY`, `m_authToken`, `passwd_` hold secrets;
// `passwordResetUrl`, `token_count`, `keyName` do not. The extractor asks for
// every variable, field, parameter and getter. The words are data
// (rules/secrets.yaml): word groups that name a secret and its kind, head words
// that take the secrecy away (`url`, `count`, `name`, `label` …), verbs whose
// result is masked, hashed or encrypted.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_NAMELEXICON_H
#define CPPWARDEN_ANALYSIS_NAMELEXICON_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <memory>
#include <string>
#include <vector>

namespace cppwarden::analysis {

class NameLexicon {
public:
  NameLexicon();
  ~NameLexicon();
  NameLexicon(NameLexicon &&) noexcept;
  NameLexicon &operator=(NameLexicon &&) noexcept;

  /// Adds the `names:` part of rules/secrets.yaml or of a configuration.
  llvm::Error add(llvm::MemoryBufferRef Yaml);
  /// Adds a secret name given by the user: words (`session ticket`) or a glob.
  void addSecretName(llvm::StringRef Words, llvm::StringRef Kind);

  /// A name or key that holds the phrase anywhere is of Kind, loosely.
  void addLooseName(llvm::StringRef Phrase, llvm::StringRef Kind);

  /// Splits `m_dbPassword2`, `API_KEY`, `HTTPToken` into lower-case words.
  static std::vector<std::string> words(llvm::StringRef Identifier);
  /// The kind of secret that a variable, field, parameter or getter of this
  /// name holds ("secret.password"), or "" for none. The caller has judged the
  /// type already. `getPassword`, `readToken` count as getters.
  llvm::StringRef kindOfName(llvm::StringRef Identifier) const;
  /// The kind of the first loose phrase in the name, or "". For names that say
  /// nothing else: it is no secret.
  llvm::StringRef looseKindOf(llvm::StringRef Name) const;
  /// The sanitiser kind of a function by its verb ("mask", "hash", "encrypt",
  /// "length"), or "" for none: `maskPassword`, `redact`, `sha256Hex`.
  llvm::StringRef sanitiserOfFunction(llvm::StringRef Identifier) const;
  /// The secret kind of a string used as a key or an environment variable's
  /// name: "DB_PASSWORD", "api-key", "Authorization".
  llvm::StringRef kindOfKey(llvm::StringRef Key) const;

  struct Tables; ///< NameLexicon.cpp's own

private:
  std::unique_ptr<Tables> Impl;
};

} // namespace cppwarden::analysis

#endif
