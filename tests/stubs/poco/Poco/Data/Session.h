// Stub for fixtures and documentation examples: declarations with the signatures of
// Poco 1.11; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_POCO_DATA_SESSION_H
#define CPPWARDEN_STUB_POCO_DATA_SESSION_H
#include "Statement.h"
#include <string>

namespace Poco::Data {
class Session {
public:
  Session(const std::string &connector, const std::string &connectionString);
  template <typename T> Statement operator<<(const T &t);
};
} // namespace Poco::Data

#endif
