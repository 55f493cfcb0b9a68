// Stub for fixtures and documentation examples: declarations with the signatures of
// sqlpp11 0.66; the models are verified against it.
#ifndef CPPWARDEN_STUB_SQLPP11_H
#define CPPWARDEN_STUB_SQLPP11_H
#include <string>

namespace sqlpp {
struct no_value_t {};
struct text {};
struct integer {};
template <typename ValueType> struct verbatim_t {
  std::string _verbatim;
};
template <typename ValueType, typename StringType> auto verbatim(StringType s) -> verbatim_t<ValueType>;
auto verbatim(std::string s) -> verbatim_t<no_value_t>;
struct verbatim_table_t {
  std::string _representation;
};
verbatim_table_t verbatim_table(std::string name);
template <typename T> struct value_wrapper {
  T _t;
};
template <typename T> auto value(T t) -> value_wrapper<T>;
class connection {};
} // namespace sqlpp

#endif
