// Stub for fixtures and documentation examples: declarations with the signatures of
// Abseil of June 2022; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_ABSL_STRINGS_STR_FORMAT_H
#define CPPWARDEN_STUB_ABSL_STRINGS_STR_FORMAT_H
#include <string>

namespace absl {
// In Abseil the format's type checks the arguments as the program is compiled.
template <typename... Args> std::string StrFormat(const char *format, const Args &...args);
template <typename... Args> std::string &StrAppendFormat(std::string *dst, const char *format, const Args &...args);
template <typename... Args> int PrintF(const char *format, const Args &...args);
} // namespace absl

#endif
