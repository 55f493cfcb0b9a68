// Stub for fixtures and documentation examples: declarations with the signatures of
// log4cxx 1.0.0; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_LOG4CXX_LOGGER_H
#define CPPWARDEN_STUB_LOG4CXX_LOGGER_H
#include <memory>
#include <ostream>
#include <string>

namespace log4cxx {
class Level;
typedef std::shared_ptr<Level> LevelPtr;
class Level {
public:
  static LevelPtr getInfo();
  static LevelPtr getDebug();
  static LevelPtr getError();
};
namespace spi {
struct LocationInfo {
  const char *file, *function;
  int line;
};
} // namespace spi
class Logger;
typedef std::shared_ptr<Logger> LoggerPtr;
class Logger {
public:
  static LoggerPtr getLogger(const std::string &name);
  static LoggerPtr getLogger(const char *const name);
  static LoggerPtr getRootLogger();
  static bool isInfoEnabledFor(const LoggerPtr &logger);
  static bool isDebugEnabledFor(const LoggerPtr &logger);
  static bool isErrorEnabledFor(const LoggerPtr &logger);
  void trace(const std::string &msg) const;
  void debug(const std::string &msg) const;
  void info(const std::string &msg) const;
  void warn(const std::string &msg) const;
  void error(const std::string &msg) const;
  void fatal(const std::string &msg) const;
  void forcedLog(const LevelPtr &level, const std::string &message, const log4cxx::spi::LocationInfo &location) const;
  void forcedLog(const LevelPtr &level, const std::string &message) const;
};
namespace helpers {
class CharMessageBuffer {
public:
  CharMessageBuffer &operator<<(const std::basic_string<char> &msg);
  CharMessageBuffer &operator<<(const char *msg);
  CharMessageBuffer &operator<<(char *msg);
  CharMessageBuffer &operator<<(const char msg);
  std::ostream &operator<<(bool val);
  std::ostream &operator<<(int val);
  std::ostream &operator<<(unsigned long val);
  const std::basic_string<char> &str(CharMessageBuffer &buf);
};
template <class V> std::basic_ostream<char> &operator<<(CharMessageBuffer &os, const V &val);
class MessageBuffer {
public:
  CharMessageBuffer &operator<<(const std::string &msg);
  CharMessageBuffer &operator<<(const char *msg);
  CharMessageBuffer &operator<<(char *msg);
  const std::string &str(CharMessageBuffer &buf);
  const std::string &str(std::ostream &os);
};
} // namespace helpers
} // namespace log4cxx
#define LOG4CXX_LOCATION                                                                                               \
  ::log4cxx::spi::LocationInfo { __FILE__, __func__, __LINE__ }
#define LOG4CXX_STUB(level, logger, message)                                                                           \
  do {                                                                                                                 \
    if (::log4cxx::Logger::is##level##EnabledFor(logger)) {                                                            \
      ::log4cxx::helpers::MessageBuffer oss_;                                                                          \
      logger->forcedLog(::log4cxx::Level::get##level(), oss_.str(oss_ << message), LOG4CXX_LOCATION);                  \
    }                                                                                                                  \
  } while (0)
#define LOG4CXX_DEBUG(logger, message) LOG4CXX_STUB(Debug, logger, message)
#define LOG4CXX_INFO(logger, message) LOG4CXX_STUB(Info, logger, message)
#define LOG4CXX_ERROR(logger, message) LOG4CXX_STUB(Error, logger, message)

#endif
