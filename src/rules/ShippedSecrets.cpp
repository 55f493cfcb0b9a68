//===- ShippedSecrets.cpp -------------------------------------------------===//
#include "rules/ShippedSecrets.h"
#include "support/Resources.h"

namespace cppwarden::rules {

static llvm::MemoryBufferRef file(const char *Name) {
  Resource Yaml = resource("rules", Name);
  return {Yaml.Contents, Yaml.Name};
}

const SecretFormats &shippedFormats() {
  static const SecretFormats Formats =
      llvm::cantFail(SecretFormats::read(file("rules/secret-formats.yaml")));
  return Formats;
}

const PlausibleSecret &shippedJudge() {
  static const PlausibleSecret Judge = llvm::cantFail(
      PlausibleSecret::read(file("rules/plausible-secrets.yaml")));
  return Judge;
}

const analysis::NameLexicon &shippedNames() {
  static const analysis::NameLexicon Names = [] {
    analysis::NameLexicon Read;
    llvm::cantFail(Read.add(file("rules/secrets.yaml")));
    return Read;
  }();
  return Names;
}

} // namespace cppwarden::rules
