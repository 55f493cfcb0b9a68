// Stub for fixtures and documentation examples: declarations with the signatures of
// MySQL Connector/C++ 1.1.12; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_CPPCONN_RESULTSET_H
#define CPPWARDEN_STUB_CPPCONN_RESULTSET_H
#include "sqlstring.h"
#include <cstdint>
#include <istream>

namespace sql {
class ResultSet {
public:
  virtual ~ResultSet() {}
  virtual bool next() = 0;
  virtual uint32_t findColumn(const sql::SQLString &columnLabel) const = 0;
  virtual std::istream *getBlob(uint32_t columnIndex) const = 0;
  virtual std::istream *getBlob(const sql::SQLString &columnLabel) const = 0;
  virtual int32_t getInt(uint32_t columnIndex) const = 0;
  virtual int32_t getInt(const sql::SQLString &columnLabel) const = 0;
  virtual SQLString getString(uint32_t columnIndex) const = 0;
  virtual SQLString getString(const sql::SQLString &columnLabel) const = 0;
};
} // namespace sql

#endif
