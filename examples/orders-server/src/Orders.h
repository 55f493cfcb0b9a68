#pragma once
#include "Database.h"
#include <string>
#include <vector>

namespace orders {

class OrderStore {
public:
  explicit OrderStore(Database &database) : database_(database) {}

  void createTables();
  std::vector<Row> findByCustomer(const std::string &customer);
  std::vector<Row> findByCustomerBound(const std::string &customer);
  std::vector<Row> list(const std::string &column, int limit);
  std::vector<Row> listAllowed(const std::string &column, int limit);

private:
  Database &database_;
};

} // namespace orders
