// Stub for fixtures and documentation examples: declarations with the signatures of
// plog 1.1.11; the models are verified against it.
#ifndef CPPWARDEN_STUB_PLOG_LOG_H
#define CPPWARDEN_STUB_PLOG_LOG_H
#include <cstddef>
#include <ostream>
#include <string>

namespace plog {
enum Severity { none, fatal, error, warning, info, debug, verbose };
class Record {
public:
  Record(Severity severity, const char *func, size_t line, const char *file, const void *object, int instanceId);
  Record &ref();
  Record &operator<<(char data);
  Record &operator<<(std::ostream &(*data)(std::ostream &));
  template <typename T> Record &operator<<(const T &data);
  Record &printf(const char *format, ...);
  virtual ~Record();
};
template <int instanceId> class Logger {
public:
  bool checkSeverity(Severity severity) const;
  virtual void write(const Record &record);
  void operator+=(const Record &record);
};
template <int instanceId> Logger<instanceId> *get();
} // namespace plog
#define PLOG(severity)                                                                                                 \
  if (!plog::get<0>() || !plog::get<0>()->checkSeverity(severity)) {                                                   \
    ;                                                                                                                  \
  } else                                                                                                               \
    (*plog::get<0>()) += plog::Record(severity, __func__, __LINE__, __FILE__, nullptr, 0).ref()
#define PLOG_INFO PLOG(plog::info)
#define PLOGI PLOG_INFO
#define PLOGE PLOG(plog::error)
#define LOGD PLOG(plog::debug)
#define LOG_WARNING PLOG(plog::warning)

#endif
