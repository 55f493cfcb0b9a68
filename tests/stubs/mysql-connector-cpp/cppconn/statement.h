// Stub for fixtures and documentation examples: declarations with the signatures of
// MySQL Connector/C++ 1.1.12; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_CPPCONN_STATEMENT_H
#define CPPWARDEN_STUB_CPPCONN_STATEMENT_H
#include "resultset.h"
#include "sqlstring.h"
#include <cstdint>
#include <istream>

namespace sql {
class Statement {
public:
  virtual ~Statement() {}
  virtual bool execute(const sql::SQLString &sql) = 0;
  virtual ResultSet *executeQuery(const sql::SQLString &sql) = 0;
  virtual int executeUpdate(const sql::SQLString &sql) = 0;
  virtual ResultSet *getResultSet() = 0;
};
class PreparedStatement : public Statement {
public:
  virtual void clearParameters() = 0;
  virtual bool execute(const sql::SQLString &sql) = 0;
  virtual bool execute() = 0;
  virtual ResultSet *executeQuery(const sql::SQLString &sql) = 0;
  virtual ResultSet *executeQuery() = 0;
  virtual int executeUpdate(const sql::SQLString &sql) = 0;
  virtual int executeUpdate() = 0;
  virtual void setBigInt(unsigned int parameterIndex, const sql::SQLString &value) = 0;
  virtual void setBlob(unsigned int parameterIndex, std::istream *blob) = 0;
  virtual void setInt(unsigned int parameterIndex, int32_t value) = 0;
  virtual void setString(unsigned int parameterIndex, const sql::SQLString &value) = 0;
};
} // namespace sql

#endif
