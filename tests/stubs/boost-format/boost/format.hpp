// Stub for fixtures and documentation examples: declarations with the signatures of
// Boost.Format 1.74; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_BOOST_FORMAT_HPP
#define CPPWARDEN_STUB_BOOST_FORMAT_HPP
#include <ostream>
#include <string>

namespace boost {
template <class Ch, class Tr = std::char_traits<Ch>, class Alloc = std::allocator<Ch>> class basic_format {
public:
  typedef std::basic_string<Ch, Tr, Alloc> string_type;
  explicit basic_format(const Ch *str = nullptr);
  explicit basic_format(const string_type &s);
  basic_format(const basic_format &x);
  template <class T> basic_format &operator%(const T &x);
  template <class T> basic_format &operator%(T &x);
  basic_format &operator%(const int &x);
  basic_format &parse(const string_type &);
  string_type str() const;
};
typedef basic_format<char> format;
template <class Ch, class Tr, class Alloc>
std::basic_string<Ch, Tr, Alloc> str(const basic_format<Ch, Tr, Alloc> &f);
template <class Ch, class Tr, class Alloc>
std::basic_ostream<Ch, Tr> &operator<<(std::basic_ostream<Ch, Tr> &os, const basic_format<Ch, Tr, Alloc> &f);
} // namespace boost

#endif
