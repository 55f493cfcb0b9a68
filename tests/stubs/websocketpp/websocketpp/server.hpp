//===- server.hpp - Stub of WebSocket++ 0.8 for fixtures -*- C++ -*-========//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_WEBSOCKETPP_WEBSOCKETPP_SERVER_HPP
#define CPPWARDEN_STUB_WEBSOCKETPP_WEBSOCKETPP_SERVER_HPP

#include <functional>
#include <memory>
#include <string>

namespace websocketpp {
typedef std::weak_ptr<void> connection_hdl;
namespace message_buffer {
class message {
public:
  const std::string &get_payload() const;
};
} // namespace message_buffer
class connection {
public:
  const std::string &get_resource() const;
};
class server {
public:
  typedef std::shared_ptr<message_buffer::message> message_ptr;
  void set_message_handler(std::function<void(connection_hdl, message_ptr)> h);
};
} // namespace websocketpp

#endif
