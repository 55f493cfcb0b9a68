// Stub for fixtures and documentation examples: declarations with the signatures of
// Easylogging++ 9.97; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_EASYLOGGINGPP_H
#define CPPWARDEN_STUB_EASYLOGGINGPP_H
#include <ostream>
#include <string>

namespace el {
enum class Level { Info, Warning, Error, Debug, Fatal };
class Logger {
public:
  template <typename T, typename... Args> inline void info(const char *, const T &, const Args &...);
  template <typename T> inline void info(const T &);
  template <typename T, typename... Args> inline void error(const char *, const T &, const Args &...);
  template <typename T> inline void error(const T &);
};
class Loggers {
public:
  static Logger *getLogger(const std::string &identity, bool registerIfNotAvailable = true);
};
namespace base {
enum class DispatchAction { None, NormalLog, SysLog };
class NullWriter {
public:
  template <typename T> inline NullWriter &operator<<(const T &);
};
class Writer {
public:
  Writer(Level level, const char *file, unsigned long line, const char *func,
         DispatchAction dispatchAction = DispatchAction::NormalLog, int verboseLevel = 0);
  virtual ~Writer();
  template <typename T> Writer &operator<<(const T &log);
  inline Writer &operator<<(std::ostream &(*log)(std::ostream &));
  Writer &construct(Logger *logger, bool needLock = true);
  Writer &construct(int count, const char *loggerIds, ...);
};
} // namespace base
} // namespace el
#define CINFO(writer, action, ...)                                                                                     \
  writer(el::Level::Info, __FILE__, __LINE__, __func__, action).construct(1, __VA_ARGS__)
#define CERROR(writer, action, ...)                                                                                    \
  writer(el::Level::Error, __FILE__, __LINE__, __func__, action).construct(1, __VA_ARGS__)
#define CLOG(LEVEL, ...) C##LEVEL(el::base::Writer, el::base::DispatchAction::NormalLog, __VA_ARGS__)
#define LOG(LEVEL) CLOG(LEVEL, "default")
#define LOG_IF(condition, LEVEL)                                                                                       \
  if (condition)                                                                                                       \
  LOG(LEVEL)
#define INITIALIZE_EASYLOGGINGPP

#endif
