// Stub for fixtures and documentation examples: declarations with the signatures of
// the Azure SDK of August 2026; the models are verified against it.
#ifndef CPPWARDEN_STUB_AZURE_STORAGE_CREDENTIAL_HPP
#define CPPWARDEN_STUB_AZURE_STORAGE_CREDENTIAL_HPP
#include <string>

namespace Azure::Storage {
class StorageSharedKeyCredential final {
public:
  explicit StorageSharedKeyCredential(std::string accountName, std::string accountKey);
  void Update(std::string accountKey);
  const std::string AccountName;
};
} // namespace Azure::Storage

#endif
