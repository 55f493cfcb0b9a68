#include "Orders.h"
#include <set>
#include <sstream>

namespace orders {

void OrderStore::createTables() {
  database_.execute("CREATE TABLE IF NOT EXISTS orders(id INTEGER PRIMARY KEY, customer TEXT, item TEXT, placed TEXT)");
}

std::vector<Row> OrderStore::findByCustomer(const std::string &customer) {
  std::string sql = "SELECT id, item FROM orders WHERE customer = '";
  sql += customer;
  sql += "'";
  return database_.query(sql); // flaw: sql-injection
}

std::vector<Row> OrderStore::findByCustomerBound(const std::string &customer) {
  return Statement(database_, "SELECT id, item FROM orders WHERE customer = ?").bind(1, customer).rows();
}

std::vector<Row> OrderStore::list(const std::string &column, int limit) {
  std::ostringstream sql;
  sql << "SELECT * FROM orders ORDER BY " << column << " LIMIT " << limit;
  return database_.query(sql.str()); // flaw: sql-injection
}

std::vector<Row> OrderStore::listAllowed(const std::string &column, int limit) {
  static const std::set<std::string> columns = {"id", "customer", "item", "placed"};
  if (columns.count(column) == 0)
    return {};
  std::ostringstream sql;
  sql << "SELECT * FROM orders ORDER BY " << column << " LIMIT " << limit;
  return database_.query(sql.str());
}

} // namespace orders
