// Settings, read from the environment once at the start.
#pragma once
#include <string>

namespace orders {

struct Config {
  std::string databasePath = "orders.db";
  std::string adminPassword;
  std::string reportApiKey;
  std::string host = "127.0.0.1";
  int port = 8080;
};

Config loadConfig();
/// Logs the settings for support.
void describe(const Config &config);

} // namespace orders
