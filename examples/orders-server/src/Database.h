// A thin layer over SQLite: a connection, and a prepared statement.
#pragma once
#include <sqlite3.h>
#include <string>
#include <vector>

namespace orders {

using Row = std::vector<std::string>;

class Database {
public:
  explicit Database(const std::string &path);
  ~Database();
  Database(const Database &) = delete;
  Database &operator=(const Database &) = delete;

  /// Runs a whole statement and collects its rows.
  std::vector<Row> query(const std::string &sql);
  void execute(const std::string &sql);
  sqlite3 *handle() const { return handle_; }

private:
  sqlite3 *handle_ = nullptr;
};

class Statement {
public:
  Statement(Database &database, const char *sql);
  ~Statement();
  Statement &bind(int index, const std::string &value);
  Statement &bind(int index, int value);
  std::vector<Row> rows();

private:
  sqlite3_stmt *statement_ = nullptr;
};

} // namespace orders
