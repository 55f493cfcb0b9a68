// Stub for fixtures and documentation examples: declarations with the signatures of
// Abseil of June 2022; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_ABSL_STRINGS_STR_CAT_H
#define CPPWARDEN_STUB_ABSL_STRINGS_STR_CAT_H
#include <string>
#include <string_view>

namespace absl {
using std::string_view;
class AlphaNum {
public:
  AlphaNum(int x);
  AlphaNum(unsigned long x);
  AlphaNum(double f);
  AlphaNum(const char *c_str);
  AlphaNum(string_view pc);
  template <typename Allocator>
  AlphaNum(const std::basic_string<char, std::char_traits<char>, Allocator> &str);
};
std::string StrCat(const AlphaNum &a);
std::string StrCat(const AlphaNum &a, const AlphaNum &b);
std::string StrCat(const AlphaNum &a, const AlphaNum &b, const AlphaNum &c);
std::string StrCat(const AlphaNum &a, const AlphaNum &b, const AlphaNum &c, const AlphaNum &d);
void StrAppend(std::string *dest, const AlphaNum &a);
void StrAppend(std::string *dest, const AlphaNum &a, const AlphaNum &b);
void StrAppend(std::string *dest, const AlphaNum &a, const AlphaNum &b, const AlphaNum &c);
} // namespace absl

#endif
