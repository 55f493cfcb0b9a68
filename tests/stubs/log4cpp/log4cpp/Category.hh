// Stub for fixtures and documentation examples: declarations with the signatures of
// log4cpp 1.1.3; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_LOG4CPP_CATEGORY_HH
#define CPPWARDEN_STUB_LOG4CPP_CATEGORY_HH
#include <cstdarg>
#include <string>

namespace log4cpp {
class Priority {
public:
  typedef enum { EMERG = 0, FATAL = 0, ERROR = 300, WARN = 400, INFO = 600, DEBUG = 700 } PriorityLevel;
  typedef int Value;
};
class Category;
class CategoryStream {
public:
  CategoryStream(Category &category, Priority::Value priority);
  ~CategoryStream();
  template <typename T> CategoryStream &operator<<(const T &t);
  CategoryStream &operator<<(const char *t);
};
class Category {
public:
  static Category &getRoot();
  static Category &getInstance(const std::string &name);
  virtual void log(Priority::Value priority, const char *stringFormat, ...);
  virtual void log(Priority::Value priority, const std::string &message);
  virtual void logva(Priority::Value priority, const char *stringFormat, va_list va);
  void debug(const char *stringFormat, ...);
  void debug(const std::string &message);
  CategoryStream debugStream();
  void info(const char *stringFormat, ...);
  void info(const std::string &message);
  CategoryStream infoStream();
  void warn(const char *stringFormat, ...);
  void warn(const std::string &message);
  CategoryStream warnStream();
  void error(const char *stringFormat, ...);
  void error(const std::string &message);
  CategoryStream errorStream();
  virtual CategoryStream getStream(Priority::Value priority);
  virtual CategoryStream operator<<(Priority::Value priority);
  bool isInfoEnabled() const;
};
} // namespace log4cpp
#define LOG4CPP_INFO(logger, msg)                                                                                      \
  if (logger.isInfoEnabled())                                                                                          \
    logger.info(msg);

#endif
