// Stub for fixtures and documentation examples: declarations with the signatures of
// CivetWeb 1.15; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_CIVETWEB_CIVETSERVER_H
#define CPPWARDEN_STUB_CIVETWEB_CIVETSERVER_H
#include <civetweb.h>
#include <string>
class CivetServer {
public:
  static bool getParam(struct mg_connection *conn, const char *name, std::string &dst, size_t occurrence = 0);
  static std::string getPostData(struct mg_connection *conn);
};

#endif
