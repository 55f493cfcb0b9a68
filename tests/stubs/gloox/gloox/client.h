// Stub for fixtures and documentation examples: declarations with the signatures of
// gloox 1.0.24; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_GLOOX_GLOOX_CLIENT_H
#define CPPWARDEN_STUB_GLOOX_GLOOX_CLIENT_H
#include <string>
namespace gloox {
class JID {
public:
  JID(const std::string &jid);
};
class ClientBase {
public:
  void setPassword(const std::string &password);
  virtual const std::string &password() const;
};
class Client : public ClientBase {
public:
  Client(const std::string &server);
  Client(const JID &jid, const std::string &password, int port = -1);
};
} // namespace gloox

#endif
