#pragma once
#include "Database.h"
#include <string>

namespace orders {

class UserStore {
public:
  explicit UserStore(Database &database) : database_(database) {}

  bool checkPassword(const std::string &name, const std::string &password);
  std::string legacyDigest(const std::string &text);
  std::string digest(const std::string &text);

private:
  Database &database_;
};

} // namespace orders
