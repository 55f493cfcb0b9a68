// Stub for fixtures and documentation examples: declarations with the signatures of
// the Azure SDK of August 2026; the models are verified against it.
#ifndef CPPWARDEN_STUB_AZURE_CLIENT_SECRET_CREDENTIAL_HPP
#define CPPWARDEN_STUB_AZURE_CLIENT_SECRET_CREDENTIAL_HPP
#include <string>

namespace Azure::Identity {
class ClientSecretCredential final {
public:
  explicit ClientSecretCredential(std::string tenantId, std::string const &clientId, std::string const &clientSecret);
};
} // namespace Azure::Identity

#endif
