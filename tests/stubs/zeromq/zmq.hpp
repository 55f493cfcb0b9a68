//===- zmq.hpp - Stub of libzmq 4.3 and cppzmq 4.9 for fixtures -*- C++ -*-===//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_ZEROMQ_ZMQ_HPP
#define CPPWARDEN_STUB_ZEROMQ_ZMQ_HPP

#include <optional>
#include <string>

extern "C" {
int zmq_recv(void *s_, void *buf_, size_t len_, int flags_);
}
namespace zmq {
class message_t {
public:
  message_t();
  void *data();
  size_t size() const;
  std::string to_string() const;
};
namespace detail {
class socket_base {
public:
  std::optional<size_t> recv(message_t &msg, int flags = 0);
};
} // namespace detail
class socket_t : public detail::socket_base {};
} // namespace zmq

#endif
