//===- http.hpp - Stub of Boost.Beast for fixtures -*- C++ -*-===//
//
// Declarations with the shape of Boost 1.74, cut to what fixtures use; `models
// verify` uses the real headers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOOST_BEAST_HTTP_HPP
#define CPPWARDEN_STUB_BOOST_BEAST_HTTP_HPP

#include "../asio.hpp"

namespace boost {
namespace beast {
using string_view = std::string_view;
namespace net = boost::asio;
using error_code = boost::system::error_code;

template <typename Allocator> class basic_flat_buffer {
public:
  net::const_buffer data() const noexcept;
  std::size_t size() const noexcept;
  void consume(std::size_t n) noexcept;
};
using flat_buffer = basic_flat_buffer<std::allocator<char>>;
template <typename ConstBufferSequence>
std::string buffers_to_string(ConstBufferSequence const &buffers);

namespace http {
enum class verb { unknown, delete_, get, head, post, put };
enum class status { ok = 200, bad_request = 400, not_found = 404 };
enum class field { authorization, content_type, cookie, host, server };

template <typename Allocator> class basic_fields {
public:
  class value_type {
  public:
    field name() const;
    string_view name_string() const;
    string_view value() const;
  };
  using const_iterator = value_type const *;
  const_iterator begin() const;
  const_iterator end() const;
  string_view const operator[](field name) const;
  string_view const operator[](string_view name) const;
  string_view const at(field name) const;
  const_iterator find(field name) const;
  const_iterator find(string_view name) const;
  std::size_t count(field name) const;
  void set(field name, string_view const &value);
  void set(string_view name, string_view const &value);
};
using fields = basic_fields<std::allocator<char>>;

template <bool isRequest, typename Fields = fields> class header;
template <typename Fields> class header<true, Fields> : public Fields {
public:
  verb method() const;
  void method(verb v);
  string_view method_string() const;
  string_view target() const;
  void target(string_view s);
  unsigned version() const noexcept;
};
template <typename Fields> class header<false, Fields> : public Fields {
public:
  status result() const;
  void result(status v);
  string_view reason() const;
  unsigned version() const noexcept;
};

template <bool isRequest, typename Body, typename Fields = fields>
class message : public header<isRequest, Fields> {
public:
  message() = default;
  message(status result, unsigned version);
  message(verb method, string_view target, unsigned version);
  typename Body::value_type &body() & noexcept;
  typename Body::value_type const &body() const & noexcept;
  bool keep_alive() const;
  void keep_alive(bool value);
  void prepare_payload();
};
template <typename Body, typename Fields = fields>
using request = message<true, Body, Fields>;
template <typename Body, typename Fields = fields>
using response = message<false, Body, Fields>;

struct string_body {
  using value_type = std::string;
};
struct empty_body {
  struct value_type {};
};

template <bool isRequest> class basic_parser {};
template <bool isRequest, typename Body,
          typename Allocator = std::allocator<char>>
class parser : public basic_parser<isRequest> {
public:
  using value_type = message<isRequest, Body, basic_fields<Allocator>>;
  value_type const &get() const;
  value_type &get();
  value_type release();
};
template <typename Body, typename Allocator = std::allocator<char>>
using request_parser = parser<true, Body, Allocator>;

template <typename SyncReadStream, typename DynamicBuffer, bool isRequest,
          typename Body, typename Allocator>
std::size_t read(SyncReadStream &stream, DynamicBuffer &buffer,
                 message<isRequest, Body, basic_fields<Allocator>> &msg);
template <typename SyncReadStream, typename DynamicBuffer, bool isRequest,
          typename Body, typename Allocator>
std::size_t read(SyncReadStream &stream, DynamicBuffer &buffer,
                 message<isRequest, Body, basic_fields<Allocator>> &msg,
                 error_code &ec);
template <typename SyncReadStream, typename DynamicBuffer, bool isRequest>
std::size_t read(SyncReadStream &stream, DynamicBuffer &buffer,
                 basic_parser<isRequest> &parser);
template <typename AsyncReadStream, typename DynamicBuffer, bool isRequest,
          typename Body, typename Allocator, typename ReadHandler>
void async_read(AsyncReadStream &stream, DynamicBuffer &buffer,
                message<isRequest, Body, basic_fields<Allocator>> &msg,
                ReadHandler &&handler);
template <typename SyncWriteStream, bool isRequest, typename Body,
          typename Fields>
std::size_t write(SyncWriteStream &stream,
                  message<isRequest, Body, Fields> const &msg);
} // namespace http
} // namespace beast
} // namespace boost

#endif
