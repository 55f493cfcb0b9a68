// Stub for fixtures and documentation examples: declarations with the signatures of
// Abseil of June 2022; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_ABSL_STRINGS_STR_JOIN_H
#define CPPWARDEN_STUB_ABSL_STRINGS_STR_JOIN_H
#include <string>
#include <string_view>

namespace absl {
template <typename Range> std::string StrJoin(const Range &range, std::string_view separator);
} // namespace absl

#endif
