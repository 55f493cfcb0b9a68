#include "Routes.h"
#include "Backup.h"
#include "Log.h"
#include "Tokens.h"

namespace orders {

namespace {

std::string toText(const std::vector<Row> &rows) {
  std::string text;
  for (const Row &row : rows) {
    for (const std::string &cell : row)
      text += cell + '\t';
    text += '\n';
  }
  return text;
}

bool isAdmin(const httplib::Request &request, const Config &config) {
  return !config.adminPassword.empty() && request.get_header_value("X-Admin") == config.adminPassword;
}

} // namespace

void addRoutes(httplib::Server &server, const Config &config, OrderStore &orders, UserStore &users) {
  server.Get("/orders", [&orders](const httplib::Request &request, httplib::Response &response) {
    const std::string customer = request.get_param_value("customer");
    response.set_content(toText(orders.findByCustomer(customer)), "text/plain");
  });

  server.Get("/v2/orders", [&orders](const httplib::Request &request, httplib::Response &response) {
    response.set_content(toText(orders.findByCustomerBound(request.get_param_value("customer"))), "text/plain");
  });

  server.Get("/orders/sorted", [&orders](const httplib::Request &request, httplib::Response &response) {
    response.set_content(toText(orders.list(request.get_param_value("by"), 100)), "text/plain");
  });

  server.Get("/v2/orders/sorted", [&orders](const httplib::Request &request, httplib::Response &response) {
    response.set_content(toText(orders.listAllowed(request.get_param_value("by"), 100)), "text/plain");
  });

  server.Post("/login", [&users](const httplib::Request &request, httplib::Response &response) {
    const std::string name = request.get_param_value("name");
    const std::string password = request.get_param_value("password");
    if (!users.checkPassword(name, password)) {
      log(Level::Error) << "wrong password " << password << " for " << name; // flaw: secret-in-log
      response.status = 401;
      return;
    }
    response.set_header("Set-Cookie", "session=" + makeSessionId() + "; Secure; HttpOnly; SameSite=Strict");
  });

  server.Post("/backup", [&config](const httplib::Request &request, httplib::Response &response) {
    if (!isAdmin(request, config)) {
      response.status = 403;
      return;
    }
    response.status = backup(request.get_param_value("name")) == 0 ? 204 : 500;
  });

  server.Post("/v2/backup", [&config](const httplib::Request &request, httplib::Response &response) {
    if (!isAdmin(request, config)) {
      response.status = 403;
      return;
    }
    response.status = backupChecked(request.get_param_value("name")) == 0 ? 204 : 500;
  });
}

} // namespace orders
