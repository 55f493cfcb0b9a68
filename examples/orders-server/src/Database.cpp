#include "Database.h"
#include <stdexcept>

namespace orders {

Database::Database(const std::string &path) {
  if (sqlite3_open(path.c_str(), &handle_) != SQLITE_OK)
    throw std::runtime_error("cannot open the database");
}

Database::~Database() { sqlite3_close(handle_); }

std::vector<Row> Database::query(const std::string &sql) {
  std::vector<Row> rows;
  auto collect = [](void *target, int count, char **values, char **) -> int {
    Row row;
    for (int i = 0; i < count; ++i)
      row.push_back(values[i] ? values[i] : "");
    static_cast<std::vector<Row> *>(target)->push_back(row);
    return 0;
  };
  char *error = nullptr;
  if (sqlite3_exec(handle_, sql.c_str(), collect, &rows, &error) != SQLITE_OK) {
    sqlite3_free(error);
    throw std::runtime_error("query failed");
  }
  return rows;
}

void Database::execute(const std::string &sql) { query(sql); }

Statement::Statement(Database &database, const char *sql) {
  if (sqlite3_prepare_v2(database.handle(), sql, -1, &statement_, nullptr) != SQLITE_OK)
    throw std::runtime_error("statement failed");
}

Statement::~Statement() { sqlite3_finalize(statement_); }

Statement &Statement::bind(int index, const std::string &value) {
  sqlite3_bind_text(statement_, index, value.c_str(), -1, SQLITE_TRANSIENT);
  return *this;
}

Statement &Statement::bind(int index, int value) {
  sqlite3_bind_int(statement_, index, value);
  return *this;
}

std::vector<Row> Statement::rows() {
  std::vector<Row> rows;
  while (sqlite3_step(statement_) == SQLITE_ROW) {
    Row row;
    for (int i = 0; i < sqlite3_column_count(statement_); ++i) {
      auto text = reinterpret_cast<const char *>(sqlite3_column_text(statement_, i));
      row.push_back(text ? text : "");
    }
    rows.push_back(row);
  }
  return rows;
}

} // namespace orders
