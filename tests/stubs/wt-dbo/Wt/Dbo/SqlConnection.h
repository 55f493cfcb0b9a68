// Stub for fixtures and documentation examples: declarations with the signatures of
// Wt 4.14; the models are verified against it.
#ifndef CPPWARDEN_STUB_WT_DBO_SQLCONNECTION_H
#define CPPWARDEN_STUB_WT_DBO_SQLCONNECTION_H
#include <memory>
#include <string>
#include <vector>

namespace Wt::Dbo {
class SqlStatement {
public:
  virtual ~SqlStatement();
  virtual void bind(int column, const std::string &value) = 0;
  virtual void bind(int column, int value) = 0;
  virtual void execute() = 0;
  virtual bool nextRow() = 0;
  virtual bool getResult(int column, std::string *value, int size) = 0;
  virtual bool getResult(int column, int *value) = 0;
};
class SqlConnection {
public:
  virtual ~SqlConnection();
  virtual void executeSql(const std::string &sql);
  virtual void executeSqlStateful(const std::string &sql);
  virtual std::unique_ptr<SqlStatement> prepareStatement(const std::string &sql) = 0;
};
} // namespace Wt::Dbo

#endif
