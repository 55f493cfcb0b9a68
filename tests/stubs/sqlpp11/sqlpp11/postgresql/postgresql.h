// Stub for fixtures and documentation examples: declarations with the signatures of
// sqlpp11 0.66; the models are verified against it.
#ifndef CPPWARDEN_STUB_SQLPP11_POSTGRESQL_H
#define CPPWARDEN_STUB_SQLPP11_POSTGRESQL_H
#include "../sqlpp11.h"
#include <memory>

namespace sqlpp::postgresql {
namespace detail {
struct statement_handle_t;
}
class connection_base : public sqlpp::connection {
public:
  std::shared_ptr<detail::statement_handle_t> execute(const std::string &statement);
  std::string escape(const std::string &s) const;
  template <typename T> int operator()(const T &t);
};
class connection : public connection_base {};
} // namespace sqlpp::postgresql

#endif
