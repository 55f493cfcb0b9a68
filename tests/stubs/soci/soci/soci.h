// Stub for fixtures and documentation examples: declarations with the signatures of
// SOCI 4.0.3; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_SOCI_H
#define CPPWARDEN_STUB_SOCI_H
#include <cstddef>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>

namespace soci {
enum indicator { i_ok, i_null, i_truncated };
class session;
class soci_error : public std::runtime_error {
public:
  explicit soci_error(std::string const &msg);
  std::string get_error_message() const;
};
namespace details {
typedef void no_indicator;
template <typename T, typename Indicator> struct into_container {
  T &t;
};
template <typename T, typename Indicator> struct use_container {
  T &t;
};
class ref_counted_statement;
class ref_counted_prepare_info;
class once_temp_type {
public:
  once_temp_type(session &s);
  once_temp_type(once_temp_type const &o);
  ~once_temp_type() noexcept(false);
  template <typename T> once_temp_type &operator<<(T const &t);
  template <typename T, typename Indicator> once_temp_type &operator,(into_container<T, Indicator> const &ic);
  template <typename T, typename Indicator> once_temp_type &operator,(use_container<T, Indicator> const &uc);

private:
  ref_counted_statement *rcst_;
};
class prepare_temp_type {
public:
  prepare_temp_type(session &);
  prepare_temp_type(prepare_temp_type const &);
  ~prepare_temp_type();
  template <typename T> prepare_temp_type &operator<<(T const &t);
  template <typename T, typename Indicator> prepare_temp_type &operator,(into_container<T, Indicator> const &ic);
  template <typename T, typename Indicator> prepare_temp_type &operator,(use_container<T, Indicator> const &uc);

private:
  ref_counted_prepare_info *rcpi_;
};
class once_type {
public:
  template <typename T> once_temp_type operator<<(T const &t);
};
class prepare_type {
public:
  template <typename T> prepare_temp_type operator<<(T const &t);
};
} // namespace details
template <typename T>
details::use_container<T, details::no_indicator> use(T &t, const std::string &name = std::string());
template <typename T>
details::use_container<const T, details::no_indicator> use(T const &t, const std::string &name = std::string());
template <typename T> details::into_container<T, details::no_indicator> into(T &t);
template <typename T, typename Indicator> details::into_container<T, Indicator> into(T &t, Indicator &ind);
class session {
public:
  session();
  explicit session(std::string const &connectString);
  session(std::string const &backendName, std::string const &connectString);
  void open(std::string const &connectString);
  details::once_type once;
  details::prepare_type prepare;
  template <typename T> details::once_temp_type operator<<(T const &t);
  std::ostringstream &get_query_stream();
  std::string get_query() const;
  void drop_table(const std::string &tableName);
  void truncate_table(const std::string &tableName);
};
class statement {
public:
  statement(session &s);
  statement(details::prepare_temp_type const &prep);
  template <typename T, typename Indicator> void exchange(details::use_container<T, Indicator> const &uc);
  template <typename T, typename Indicator> void exchange(details::into_container<T, Indicator> const &ic);
  void alloc();
  void prepare(std::string const &query, int eType = 0);
  void define_and_bind();
  bool execute(bool withDataExchange = false);
  bool fetch();
};
class row {
public:
  std::size_t size() const;
  template <typename T> T get(std::size_t pos) const;
  template <typename T> T get(std::size_t pos, T const &nullValue) const;
  template <typename T> T get(std::string const &name) const;
  template <typename T> T get(std::string const &name, T const &nullValue) const;
  template <typename T> row const &operator>>(T &value) const;
};
template <typename T> class rowset_iterator {
public:
  T &operator*() const;
  T *operator->() const;
  rowset_iterator &operator++();
  bool operator!=(rowset_iterator const &rhs) const;
};
template <typename T = soci::row> class rowset {
public:
  typedef rowset_iterator<T> const_iterator;
  rowset(details::prepare_temp_type const &prep);
  const_iterator begin() const;
  const_iterator end() const;
};
} // namespace soci

#endif
