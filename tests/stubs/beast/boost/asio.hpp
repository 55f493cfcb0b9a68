//===- asio.hpp - Stub of Boost.Asio for fixtures -*- C++ -*-===//
//
// Declarations with the shape of Boost 1.74, cut to what fixtures use; `models
// verify` uses the real headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOOST_ASIO_HPP
#define CPPWARDEN_STUB_BOOST_ASIO_HPP

#include <array>
#include <cstddef>
#include <functional>
#include <istream>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

namespace boost {
namespace system {
class error_code {
public:
  explicit operator bool() const noexcept;
  std::string message() const;
};
} // namespace system

namespace asio {
class mutable_buffer {
public:
  mutable_buffer(void *data, std::size_t size);
  void *data() const noexcept;
  std::size_t size() const noexcept;
};
class const_buffer {
public:
  const_buffer(const void *data, std::size_t size);
  const_buffer(const mutable_buffer &b);
  const void *data() const noexcept;
  std::size_t size() const noexcept;
};

mutable_buffer buffer(void *data, std::size_t size_in_bytes);
const_buffer buffer(const void *data, std::size_t size_in_bytes);
template <typename PodType, std::size_t N>
mutable_buffer buffer(PodType (&data)[N]);
template <typename PodType, std::size_t N>
mutable_buffer buffer(std::array<PodType, N> &data);
template <typename PodType, typename Allocator>
mutable_buffer buffer(std::vector<PodType, Allocator> &data);
template <typename Elem, typename Traits, typename Allocator>
mutable_buffer buffer(std::basic_string<Elem, Traits, Allocator> &data);
template <typename Elem, typename Traits, typename Allocator>
const_buffer buffer(const std::basic_string<Elem, Traits, Allocator> &data);

class io_context {};

template <typename Allocator = std::allocator<char>>
class basic_streambuf : public std::streambuf {
public:
  const_buffer data() const noexcept;
  void consume(std::size_t n);
};
typedef basic_streambuf<> streambuf;

template <typename Protocol> class basic_stream_socket {
public:
  explicit basic_stream_socket(io_context &context);
  template <typename MutableBufferSequence>
  std::size_t read_some(const MutableBufferSequence &buffers);
  template <typename MutableBufferSequence>
  std::size_t read_some(const MutableBufferSequence &buffers,
                        system::error_code &ec);
  template <typename MutableBufferSequence>
  std::size_t receive(const MutableBufferSequence &buffers);
  template <typename MutableBufferSequence, typename ReadHandler>
  void async_read_some(const MutableBufferSequence &buffers,
                       ReadHandler &&handler);
  template <typename ConstBufferSequence>
  std::size_t write_some(const ConstBufferSequence &buffers);
  template <typename ConstBufferSequence>
  std::size_t send(const ConstBufferSequence &buffers);
};
namespace ip {
class tcp {
public:
  typedef basic_stream_socket<tcp> socket;
};
} // namespace ip

template <typename SyncReadStream, typename MutableBufferSequence>
std::size_t read(SyncReadStream &s, const MutableBufferSequence &buffers);
template <typename SyncReadStream, typename Allocator>
std::size_t read_until(SyncReadStream &s, basic_streambuf<Allocator> &b,
                       char delim);
template <typename SyncReadStream, typename Allocator>
std::size_t read_until(SyncReadStream &s, basic_streambuf<Allocator> &b,
                       std::string_view delim);
template <typename AsyncReadStream, typename Allocator, typename ReadHandler>
void async_read_until(AsyncReadStream &s, basic_streambuf<Allocator> &b,
                      char delim, ReadHandler &&handler);
template <typename SyncWriteStream, typename ConstBufferSequence>
std::size_t write(SyncWriteStream &s, const ConstBufferSequence &buffers);
} // namespace asio
} // namespace boost

#endif
