// Stub for fixtures and documentation examples: declarations with the signatures of
// DuckDB, main branch behind 1.5.5; the models are verified against it.
#ifndef CPPWARDEN_STUB_DUCKDB_HPP
#define CPPWARDEN_STUB_DUCKDB_HPP
#include "duckdb.h"
#include <memory>
#include <string>
#include <vector>

namespace duckdb {
using std::shared_ptr;
using std::string;
using std::unique_ptr;
using std::vector;
class SQLStatement;
class Value {
public:
  Value(int32_t val);
  Value(int64_t val);
  Value(const char *val);
  Value(string val);
  Value(const Value &other);
  template <class T> T GetValue() const;
  string ToString() const;
  string ToSQLString() const;
};
class BaseQueryResult {
public:
  bool HasError() const;
  const std::string &GetError() const;
};
class QueryResult : public BaseQueryResult {
public:
  virtual ~QueryResult();
};
class MaterializedQueryResult : public QueryResult {
public:
  idx_t RowCount() const;
  Value GetValue(idx_t column, idx_t index);
  template <class T> T GetValue(idx_t column, idx_t index);
};
class PendingQueryResult;
class PreparedStatement {
public:
  const string &GetError();
  unique_ptr<QueryResult> Execute(vector<Value> &values, bool allow_stream_result = true);
  template <typename... ARGS> unique_ptr<QueryResult> Execute(ARGS... args);
};
class Relation {
public:
  shared_ptr<Relation> Project(const string &select_list);
  shared_ptr<Relation> Filter(const string &expression);
  shared_ptr<Relation> Order(const string &expression);
  shared_ptr<Relation> Aggregate(const string &aggregate_list);
  virtual void Update(const string &update, const string &condition = string());
  virtual void Delete(const string &condition = string());
  unique_ptr<QueryResult> Execute();
};
class DuckDB {
public:
  explicit DuckDB(const char *path = nullptr);
};
struct QueryParameters {};
class Connection {
public:
  explicit Connection(DuckDB &database);
  unique_ptr<QueryResult> SendQuery(const string &query, QueryParameters query_parameters = {});
  unique_ptr<MaterializedQueryResult> Query(const string &query);
  template <typename... ARGS> unique_ptr<QueryResult> Query(const string &query, ARGS... args);
  unique_ptr<PendingQueryResult> PendingQuery(const string &query, QueryParameters query_parameters = {});
  unique_ptr<PreparedStatement> Prepare(const string &query);
  vector<unique_ptr<SQLStatement>> ExtractStatements(const string &query);
  shared_ptr<Relation> RelationFromQuery(const string &query, const string &alias = "queryrelation",
                                         const string &error = "");
};
} // namespace duckdb

#endif
