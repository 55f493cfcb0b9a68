// Stub for fixtures and documentation examples: declarations with the signatures of
// clickhouse-cpp 2.6.2; the models are verified against it.
#ifndef CPPWARDEN_STUB_CLICKHOUSE_CLIENT_H
#define CPPWARDEN_STUB_CLICKHOUSE_CLIENT_H
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace clickhouse {
class Column {
public:
  template <typename T> std::shared_ptr<T> As();
};
class ColumnString : public Column {
public:
  std::string_view At(size_t n) const;
  std::string_view operator[](size_t n) const;
};
class ColumnFixedString : public Column {
public:
  std::string_view At(size_t n) const;
  std::string_view operator[](size_t n) const;
};
class Block {
public:
  size_t GetRowCount() const;
  std::shared_ptr<Column> operator[](size_t idx) const;
};
using SelectCallback = std::function<void(const Block &block)>;
using SelectCancelableCallback = std::function<bool(const Block &block)>;
using QueryParamValue = std::optional<std::string>;
struct QuerySettingsField {
  std::string value;
};
using ExternalTables = std::map<std::string, Block>;

struct ClientOptions {
  inline auto &SetHost(const std::string &value) {
    host = value;
    return *this;
  }
  std::string host;
  inline auto &SetUser(const std::string &value) {
    user = value;
    return *this;
  }
  std::string user;
  inline auto &SetPassword(const std::string &value) {
    password = value;
    return *this;
  }
  std::string password;
};
class Query {
public:
  Query();
  Query(const char *query, const char *query_id = nullptr);
  Query(const std::string &query, const std::string &query_id = default_query_id);
  Query &SetSetting(const std::string &key, const QuerySettingsField &value);
  Query &SetParam(const std::string &name, const QueryParamValue &value);
  Query &OnData(SelectCallback cb);
  static const std::string default_query_id;
};
class Client {
public:
  Client(const ClientOptions &opts);
  void Execute(const Query &query);
  void Select(const Query &query);
  void Select(const std::string &query, SelectCallback cb);
  void Select(const std::string &query, const std::string &query_id, SelectCallback cb);
  void SelectCancelable(const std::string &query, SelectCancelableCallback cb);
  void SelectWithExternalData(const std::string &query, const ExternalTables &external_tables, SelectCallback cb);
  void SelectWithExternalDataCancelable(const std::string &query, const ExternalTables &external_tables,
                                        SelectCancelableCallback cb);
  void BeginExecute(const Query &query);
  void BeginSelect(const Query &query);
  void BeginSelect(const char *query);
  void BeginSelect(const std::string &query);
  void Insert(const std::string &table_name, const Block &block);
  Block BeginInsert(const Query &query);
  Block BeginInsert(const std::string &query, const std::string &query_id);
};
} // namespace clickhouse

#endif
