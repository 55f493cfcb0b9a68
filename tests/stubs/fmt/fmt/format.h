//===- format.h - Stub of {fmt} for fixtures ---------------------*- C++
//-*-===//
//
// Declarations with the signatures of fmt 9.1.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_FMT_FORMAT_H
#define CPPWARDEN_STUB_FMT_FORMAT_H

#include "core.h"
#include <memory>

namespace fmt {
inline namespace v9 {

template <typename T, size_t SIZE = 500, typename Allocator = std::allocator<T>>
class basic_memory_buffer {
public:
  basic_memory_buffer();
  const T *data() const;
  size_t size() const;
  T *begin();
  T *end();
  void push_back(const T &value);
  template <typename U> void append(const U *begin, const U *end);
};
using memory_buffer = basic_memory_buffer<char>;

template <typename T> std::string to_string(const T &value);
template <typename Char, size_t SIZE>
std::basic_string<Char> to_string(const basic_memory_buffer<Char, SIZE> &buf);

template <typename It, typename Sentinel> struct join_view {
  It begin;
  Sentinel end;
  string_view sep;
};
template <typename It, typename Sentinel>
join_view<It, Sentinel> join(It begin, Sentinel end, string_view sep);
template <typename Range>
auto join(Range &&range, string_view sep)
    -> join_view<decltype(std::begin(range)), decltype(std::end(range))>;

} // namespace v9
} // namespace fmt

#endif
