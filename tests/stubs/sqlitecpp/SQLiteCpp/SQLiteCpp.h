// Stub for fixtures and documentation examples: declarations with the signatures of
// SQLiteCpp 3.2.1; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_SQLITECPP_H
#define CPPWARDEN_STUB_SQLITECPP_H
#include <cstdint>
#include <memory>
#include <ostream>
#include <stdexcept>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace SQLite {
extern const int OPEN_READONLY, OPEN_READWRITE, OPEN_CREATE;

class Exception : public std::runtime_error {
public:
  explicit Exception(const char *aErrorMessage);
  const char *getErrorStr() const noexcept;
};
class Column {
public:
  const char *getName() const noexcept;
  int32_t getInt() const noexcept;
  int64_t getInt64() const noexcept;
  double getDouble() const noexcept;
  const char *getText(const char *apDefaultValue = "") const noexcept;
  const void *getBlob() const noexcept;
  std::string getString() const;
  int getBytes() const noexcept;
  operator int32_t() const;
  operator int64_t() const;
  operator double() const;
  operator const char *() const;
  operator std::string() const;
};
std::ostream &operator<<(std::ostream &aStream, const Column &aColumn);

class Database {
public:
  Database(const char *apFilename, const int aFlags = SQLite::OPEN_READONLY, const int aBusyTimeoutMs = 0,
           const char *apVfs = nullptr);
  Database(const std::string &aFilename, const int aFlags = SQLite::OPEN_READONLY, const int aBusyTimeoutMs = 0,
           const std::string &aVfs = "");
  int exec(const char *apQueries);
  int exec(const std::string &aQueries);
  int tryExec(const char *apQueries) noexcept;
  int tryExec(const std::string &aQueries) noexcept;
  Column execAndGet(const char *apQuery);
  Column execAndGet(const std::string &aQuery);
  bool tableExists(const std::string &aTableName) const;
  const char *getErrorMsg() const noexcept;
  void loadExtension(const char *apExtensionName, const char *apEntryPointName);
  void key(const std::string &aKey) const;
  void rekey(const std::string &aNewKey) const;
};
class Statement {
public:
  Statement(const Database &aDatabase, const char *apQuery);
  Statement(const Database &aDatabase, const std::string &aQuery);
  void bind(const int aIndex, const int32_t aValue);
  void bind(const int aIndex, const std::string &aValue);
  void bind(const int aIndex, const char *apValue);
  void bind(const char *apName, const std::string &aValue);
  void bind(const std::string &aName, const std::string &aValue);
  void bindNoCopy(const int aIndex, const std::string &aValue);
  bool executeStep();
  int exec();
  Column getColumn(const int aIndex) const;
  Column getColumn(const char *apName) const;
  const char *getColumnName(const int aIndex) const;
  const std::string &getQuery() const;
};
} // namespace SQLite

#endif
