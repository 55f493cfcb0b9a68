//===- core.h - Stub of {fmt} for fixtures -----------------------*- C++
//-*-===//
//
// Declarations with the signatures of fmt 9.1. For fixtures and documentation
// examples; `models verify` uses the real header.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_FMT_CORE_H
#define CPPWARDEN_STUB_FMT_CORE_H

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <type_traits>

#define FMT_VERSION 90100

namespace fmt {
inline namespace v9 {

template <typename Char> class basic_string_view {
public:
  constexpr basic_string_view() noexcept = default;
  constexpr basic_string_view(const Char *s, size_t count) noexcept
      : Data(s), Size(count) {}
  constexpr basic_string_view(const Char *s)
      : Data(s), Size(std::char_traits<Char>::length(s)) {}
  template <typename Traits, typename Alloc>
  constexpr basic_string_view(
      const std::basic_string<Char, Traits, Alloc> &s) noexcept
      : Data(s.data()), Size(s.size()) {}
  constexpr basic_string_view(std::basic_string_view<Char> s) noexcept
      : Data(s.data()), Size(s.size()) {}
  constexpr const Char *data() const noexcept { return Data; }
  constexpr size_t size() const noexcept { return Size; }

private:
  const Char *Data = nullptr;
  size_t Size = 0;
};
using string_view = basic_string_view<char>;

template <typename Char> struct basic_runtime {
  basic_string_view<Char> str;
};
inline basic_runtime<char> runtime(string_view s) { return {{s}}; }

template <typename Char, typename... Args> class basic_format_string {
public:
  template <typename S, std::enable_if_t<std::is_convertible_v<
                            const S &, basic_string_view<Char>>> * = nullptr>
  constexpr basic_format_string(const S &s) : Text(s) {}
  basic_format_string(basic_runtime<Char> r) : Text(r.str) {}
  operator basic_string_view<Char>() const { return Text; }

private:
  basic_string_view<Char> Text;
};
template <typename... Args>
using format_string = basic_format_string<char, std::type_identity_t<Args>...>;

class format_args;

template <typename... T>
std::string format(format_string<T...> fmt, T &&...args);
template <typename OutputIt, typename... T>
OutputIt format_to(OutputIt out, format_string<T...> fmt, T &&...args);
template <typename OutputIt> struct format_to_n_result {
  OutputIt out;
  size_t size;
};
template <typename OutputIt, typename... T>
format_to_n_result<OutputIt> format_to_n(OutputIt out, size_t n,
                                         format_string<T...> fmt, T &&...args);
template <typename... T> void print(format_string<T...> fmt, T &&...args);
template <typename... T>
void print(std::FILE *f, format_string<T...> fmt, T &&...args);
std::string vformat(string_view fmt, format_args args);

} // namespace v9
} // namespace fmt

#endif
