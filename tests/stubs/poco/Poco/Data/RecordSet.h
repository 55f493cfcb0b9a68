// Stub for fixtures and documentation examples: declarations with the signatures of
// Poco 1.11; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_POCO_DATA_RECORDSET_H
#define CPPWARDEN_STUB_POCO_DATA_RECORDSET_H
#include "Session.h"

namespace Poco {
namespace Dynamic {
class Var {
public:
  template <typename T> T convert() const;
  std::string toString() const;
};
} // namespace Dynamic
namespace Data {
class RecordSet {
public:
  explicit RecordSet(const Statement &rStatement);
  RecordSet(Session &rSession, const std::string &query);
  Dynamic::Var value(std::size_t col, std::size_t row, bool useFilter = true) const;
  Dynamic::Var operator[](const std::string &name) const;
  bool moveNext();
};
} // namespace Data
} // namespace Poco

#endif
