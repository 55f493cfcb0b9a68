//===- Net.h - Stub of Poco for fixtures -*- C++ -*-===//
//
// Declarations with the signatures of Poco 1.11. For fixtures; `models verify`
// uses the real header.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_POCO_NET_H
#define CPPWARDEN_STUB_POCO_NET_H

#include <cstddef>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

namespace Poco {
typedef unsigned short UInt16;
class URI {
public:
  explicit URI(const std::string &uri);
  std::string getQuery() const;
  const std::string &getPath() const;
  std::string getPathAndQuery() const;
  typedef std::vector<std::pair<std::string, std::string>> QueryParameters;
  QueryParameters getQueryParameters() const;
  const std::string &getHost() const;
  UInt16 getPort() const;
};
class Logger {
public:
  void critical(const std::string &msg);
  void error(const std::string &msg);
  void warning(const std::string &msg);
  void information(const std::string &msg);
  void debug(const std::string &msg);
  void information(const std::string &fmt, const std::string &arg);
  template <typename T, typename... Args>
  void warning(const std::string &fmt, T arg1, Args &&...args) {}
  static Logger &get(const std::string &name);
  static Logger &root();
};

namespace Net {
class NameValueCollection {
public:
  virtual ~NameValueCollection();
  const std::string &operator[](const std::string &name) const;
  void set(const std::string &name, const std::string &value);
  void add(const std::string &name, const std::string &value);
  const std::string &get(const std::string &name) const;
  const std::string &get(const std::string &name,
                         const std::string &defaultValue) const;
  bool has(const std::string &name) const;
};
class MessageHeader : public NameValueCollection {};
class HTTPMessage : public MessageHeader {
public:
  void setContentLength(std::streamsize length);
  void setContentType(const std::string &mediaType);
};
class HTTPRequest : public HTTPMessage {
public:
  static const std::string HTTP_GET;
  static const std::string HTTP_POST;
  HTTPRequest();
  HTTPRequest(const std::string &method, const std::string &uri);
  const std::string &getMethod() const;
  const std::string &getURI() const;
  void getCookies(NameValueCollection &cookies) const;
  void setCredentials(const std::string &scheme, const std::string &authInfo);
};
class HTTPResponse : public HTTPMessage {
public:
  enum HTTPStatus { HTTP_OK = 200, HTTP_FOUND = 302, HTTP_NOT_FOUND = 404 };
  HTTPResponse();
  void setStatus(HTTPStatus status);
  HTTPStatus getStatus() const;
};
class HTTPServerResponse : public HTTPResponse {
public:
  virtual std::ostream &send() = 0;
  virtual void sendBuffer(const void *pBuffer, std::size_t length) = 0;
  virtual void sendFile(const std::string &path,
                        const std::string &mediaType) = 0;
  virtual void redirect(const std::string &uri,
                        HTTPStatus status = HTTP_FOUND) = 0;
};
class HTTPServerRequest : public HTTPRequest {
public:
  virtual std::istream &stream() = 0;
  virtual HTTPServerResponse &response() const = 0;
};
class HTTPRequestHandler {
public:
  virtual ~HTTPRequestHandler();
  virtual void handleRequest(HTTPServerRequest &request,
                             HTTPServerResponse &response) = 0;
};
class HTMLForm : public NameValueCollection {
public:
  HTMLForm();
  explicit HTMLForm(const HTTPRequest &request);
  HTMLForm(const HTTPRequest &request, std::istream &requestBody);
  void load(const HTTPRequest &request, std::istream &requestBody);
};
class HTTPClientSession {
public:
  HTTPClientSession(const std::string &host, UInt16 port = 80);
  virtual ~HTTPClientSession();
  virtual std::ostream &sendRequest(HTTPRequest &request);
  virtual std::istream &receiveResponse(HTTPResponse &response);
  void setProxyCredentials(const std::string &username,
                           const std::string &password);
};
class HTTPBasicCredentials {
public:
  HTTPBasicCredentials(const std::string &username,
                       const std::string &password);
  void setPassword(const std::string &password);
  void authenticate(HTTPRequest &request) const;
};
class StreamSocket {
public:
  int sendBytes(const void *buffer, int length, int flags = 0);
  int receiveBytes(void *buffer, int length, int flags = 0);
};
} // namespace Net
} // namespace Poco

#endif
