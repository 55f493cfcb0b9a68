// Stub for fixtures and documentation examples: declarations with the signatures of
// Wt 4.14; the models are verified against it.
#ifndef CPPWARDEN_STUB_WT_DBO_BACKEND_MYSQL_H
#define CPPWARDEN_STUB_WT_DBO_BACKEND_MYSQL_H
#include "../SqlConnection.h"

namespace Wt::Dbo::backend {
class MySQL : public SqlConnection {
public:
  MySQL(const std::string &db, const std::string &dbuser = "root", const std::string &dbpasswd = "",
        const std::string dbhost = "localhost", unsigned int dbport = 0,
        const std::string &dbsocket = "/var/run/mysqld/mysqld.sock", int fractionalSecondsPart = -1);
  bool connect(const std::string &db, const std::string &dbuser = "root", const std::string &dbpasswd = "",
               const std::string &dbhost = "localhost", unsigned int dbport = 0,
               const std::string &dbsocket = "/var/run/mysqld/mysqld.sock");
  std::unique_ptr<SqlStatement> prepareStatement(const std::string &sql) override;
};
} // namespace Wt::Dbo::backend

#endif
