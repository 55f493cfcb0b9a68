// Stub for fixtures and documentation examples: declarations with the signatures of
// Poco 1.11; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_POCO_LOGSTREAM_H
#define CPPWARDEN_STUB_POCO_LOGSTREAM_H
#include "Logger.h"
#include <ostream>
#include <string>

namespace Poco {
class LogIOS : public virtual std::ios {};
class LogStream : public LogIOS, public std::ostream {
public:
  LogStream(Logger &logger, int priority = 6);
  LogStream(const std::string &loggerName, int priority = 6);
  LogStream &error();
  LogStream &error(const std::string &message);
  LogStream &information();
};
} // namespace Poco

#endif
