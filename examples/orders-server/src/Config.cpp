#include "Config.h"
#include "Log.h"
#include <cstdlib>
#include <stdexcept>

namespace orders {

namespace {

std::string fromEnvironment(const char *name, const std::string &fallback) {
  const char *value = std::getenv(name);
  return value ? value : fallback;
}

std::string required(const char *name) {
  const char *value = std::getenv(name);
  if (!value || !*value)
    throw std::runtime_error(std::string(name) + " is not set");
  return value;
}

} // namespace

Config loadConfig() {
  Config config;
  config.databasePath = fromEnvironment("ORDERS_DB", "orders.db");
  config.host = fromEnvironment("ORDERS_HOST", "127.0.0.1");
  config.adminPassword = fromEnvironment("ORDERS_ADMIN_PASSWORD", "Winter-Depot-41"); // flaw: hardcoded-credential
  config.reportApiKey = required("ORDERS_REPORT_API_KEY");
  return config;
}

void describe(const Config &config) {
  log(Level::Info) << "database " << config.databasePath;
  log(Level::Debug) << "admin password is " << config.adminPassword; // flaw: secret-in-log
  log(Level::Debug) << "report key is " << maskSecret(config.reportApiKey);
  log(Level::Debug) << "admin password has " << config.adminPassword.size() << " characters";
}

} // namespace orders
