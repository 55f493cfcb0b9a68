// Stub for fixtures and documentation examples: declarations with the signatures of
// nanodbc 2.17; the models are verified against it.
#ifndef CPPWARDEN_STUB_NANODBC_H
#define CPPWARDEN_STUB_NANODBC_H
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace nanodbc {
typedef std::string string;

class statement;
class connection;
class result;
class database_error : public std::runtime_error {
public:
  database_error(void *handle, short handle_type, std::string const &info = "");
  std::string const &state() const noexcept;
};
class batch_ops;
class statement {
public:
  enum param_direction { PARAM_IN, PARAM_OUT, PARAM_INOUT, PARAM_RETURN };
  statement();
  explicit statement(class connection &conn);
  statement(class connection &conn, string const &query, long timeout = 0);
  void prepare(class connection &conn, string const &query, long timeout = 0);
  void prepare(string const &query, long timeout = 0);
  class result execute_direct(class connection &conn, string const &query, long batch_operations = 1, long timeout = 0);
  class result execute_direct(class connection &conn, string const &query, batch_ops const &array_sizes,
                              long timeout = 0);
  bool async_prepare(string const &query, void *event_handle, long timeout = 0);
  bool async_execute_direct(class connection &conn, void *event_handle, string const &query, long batch_operations = 1,
                            long timeout = 0);
  void just_execute_direct(class connection &conn, string const &query, long batch_operations = 1, long timeout = 0);
  class result execute(long batch_operations = 1, long timeout = 0);
  void just_execute(long batch_operations = 1, long timeout = 0);
  template <class T> void bind(short param_index, T const *value, param_direction direction = PARAM_IN);
  template <class T>
  void bind_strings(short param_index, std::vector<T> const &values, param_direction direction = PARAM_IN);
};
class connection {
public:
  connection();
  connection(string const &dsn, string const &user, string const &pass, long timeout = 0);
  explicit connection(string const &connection_string, long timeout = 0);
  void connect(string const &dsn, string const &user, string const &pass, long timeout = 0);
  void connect(string const &connection_string, long timeout = 0);
};
class result {
public:
  template <class T> void get_ref(short column, T &result) const;
  template <class T> void get_ref(short column, T const &fallback, T &result) const;
  template <class T> void get_ref(string const &column_name, T &result) const;
  template <class T> void get_ref(string const &column_name, T const &fallback, T &result) const;
  template <class T> T get(short column) const;
  template <class T> T get(short column, T const &fallback) const;
  template <class T> T get(string const &column_name) const;
  template <class T> T get(string const &column_name, T const &fallback) const;
  string column_name(short column) const;
  bool is_null(short column) const;
  bool next();
};
result execute(connection &conn, string const &query, long batch_operations = 1, long timeout = 0);
void just_execute(connection &conn, string const &query, long batch_operations = 1, long timeout = 0);
result execute(statement &stmt, long batch_operations = 1);
void just_execute(statement &stmt, long batch_operations = 1);
result transact(statement &stmt, long batch_operations);
void just_transact(statement &stmt, long batch_operations);
void prepare(statement &stmt, string const &query, long timeout = 0);
} // namespace nanodbc

#endif
