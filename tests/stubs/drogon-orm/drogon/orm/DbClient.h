// Stub for fixtures and documentation examples: declarations with the signatures of
// drogon 1.9.13; the models are verified against it.
#ifndef CPPWARDEN_STUB_DROGON_ORM_DBCLIENT_H
#define CPPWARDEN_STUB_DROGON_ORM_DBCLIENT_H
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace drogon::orm {
class Field {
public:
  const char *name() const;
  bool isNull() const;
  const char *c_str() const;
  template <typename T> T as() const;
};
class Row {
public:
  using Reference = Field;
  Reference operator[](size_t index) const noexcept;
  Reference operator[](int index) const noexcept;
  Reference operator[](const char columnName[]) const;
  Reference operator[](const std::string &columnName) const;
};
class ConstResultIterator : public Row {
public:
  const Row &operator*() const;
  ConstResultIterator &operator++();
  bool operator!=(const ConstResultIterator &other) const;
};
class Result {
public:
  using ConstIterator = ConstResultIterator;
  size_t size() const noexcept;
  ConstIterator begin() const noexcept;
  ConstIterator end() const noexcept;
  Row operator[](size_t index) const noexcept;
  const char *columnName(size_t number) const;
};
class DrogonDbException {
public:
  virtual ~DrogonDbException() noexcept;
};
namespace internal {
class SqlBinder {
public:
  using self = SqlBinder;
  template <typename CallbackType> self &operator>>(CallbackType &&callback) { return *this; }
  template <typename T> self &operator<<(T &&parameter);
  self &operator<<(const char str[]);
  self &operator<<(const std::string_view &str);
  self &operator<<(const std::string &str);
  self &operator<<(std::string &str);
  self &operator<<(std::string &&str);
};
struct SqlAwaiter {};
} // namespace internal
class DbClient {
public:
  virtual ~DbClient();
  static std::shared_ptr<DbClient> newPgClient(const std::string &connInfo, size_t connNum, bool autoBatch = false);
  static std::shared_ptr<DbClient> newMysqlClient(const std::string &connInfo, size_t connNum);
  template <typename FUNCTION1, typename FUNCTION2, typename... Arguments>
  void execSqlAsync(const std::string &sql, FUNCTION1 &&rCallback, FUNCTION2 &&exceptCallback,
                    Arguments &&...args) noexcept {}
  template <typename... Arguments>
  std::future<Result> execSqlAsyncFuture(const std::string &sql, Arguments &&...args) noexcept;
  template <typename... Arguments> Result execSqlSync(const std::string &sql, Arguments &&...args) noexcept(false);
  template <typename... Arguments>
  internal::SqlAwaiter execSqlCoro(const std::string &sql, Arguments &&...args) noexcept;
  internal::SqlBinder operator<<(const std::string &sql);
  internal::SqlBinder operator<<(std::string &&sql);
  template <int N> internal::SqlBinder operator<<(const char (&sql)[N]);
  internal::SqlBinder operator<<(const std::string_view &sql);
};
using DbClientPtr = std::shared_ptr<DbClient>;
} // namespace drogon::orm

#endif
