// Stub for fixtures and documentation examples: declarations with the signatures of
// MySQL Connector/C++ 1.1.12; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_CPPCONN_SQLSTRING_H
#define CPPWARDEN_STUB_CPPCONN_SQLSTRING_H
#include <ostream>
#include <string>

namespace sql {
class SQLString {
  std::string text;

public:
  SQLString();
  SQLString(const SQLString &other);
  SQLString(const std::string &other);
  SQLString(const char other[]);
  SQLString(const char *s, size_t n);
  const SQLString &operator=(const char *s);
  const SQLString &operator=(const std::string &rhs);
  const SQLString &operator=(const SQLString &rhs);
  operator const std::string &() const;
  std::string *operator->();
  const std::string &asStdString() const;
  const char *c_str() const;
  size_t length() const;
  SQLString &append(const std::string &str);
  SQLString &append(const char *s);
  size_t find(const SQLString &s, size_t pos = 0) const;
  SQLString substr(size_t pos = 0, size_t n = std::string::npos) const;
  const SQLString &replace(size_t pos1, size_t n1, const SQLString &s);
  int compare(const SQLString &str) const;
  const SQLString &operator+=(const SQLString &op2);
};
const SQLString operator+(const SQLString &op1, const SQLString &op2);
bool operator==(const SQLString &op1, const SQLString &op2);
} // namespace sql
namespace std {
ostream &operator<<(ostream &os, const sql::SQLString &str);
}

#endif
