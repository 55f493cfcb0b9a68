// Stub for fixtures and documentation examples: declarations with the signatures of
// Abseil of June 2022; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_ABSL_STRINGS_SUBSTITUTE_H
#define CPPWARDEN_STUB_ABSL_STRINGS_SUBSTITUTE_H
#include <string>
#include <string_view>

namespace absl {
namespace substitute_internal {
class Arg {
public:
  Arg(const char *value);
  Arg(std::string_view value);
  template <typename Allocator> Arg(const std::basic_string<char, std::char_traits<char>, Allocator> &value);
  Arg(int value);
};
} // namespace substitute_internal
std::string Substitute(std::string_view format, const substitute_internal::Arg &a0);
std::string Substitute(std::string_view format, const substitute_internal::Arg &a0, const substitute_internal::Arg &a1);
} // namespace absl

#endif
