#include "Config.h"
#include "Log.h"
#include "Routes.h"
#include <exception>

int main() {
  try {
    const orders::Config config = orders::loadConfig();
    orders::describe(config);
    orders::Database database(config.databasePath);
    orders::OrderStore store(database);
    orders::UserStore users(database);
    store.createTables();
    httplib::Server server;
    orders::addRoutes(server, config, store, users);
    orders::log(orders::Level::Info) << "listening on " << config.host << ':' << config.port;
    return server.listen(config.host.c_str(), config.port) ? 0 : 1;
  } catch (const std::exception &error) {
    orders::log(orders::Level::Error) << error.what();
    return 1;
  }
}
