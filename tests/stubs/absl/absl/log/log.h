// Stub for fixtures and documentation examples: declarations with the signatures of
// Abseil's main branch of August 2026; the models are verified against it.
#ifndef CPPWARDEN_STUB_ABSL_LOG_LOG_H
#define CPPWARDEN_STUB_ABSL_LOG_LOG_H
#include <ostream>
#include <string>
#include <string_view>

namespace absl {
class LogSink;
namespace log_internal {
class LogMessage {
public:
  struct InfoTag {};
  struct WarningTag {};
  struct ErrorTag {};
  LogMessage(const char *file, int line, InfoTag);
  LogMessage(const char *file, int line, WarningTag);
  LogMessage(const char *file, int line, ErrorTag);
  ~LogMessage();
  LogMessage &AtLocation(std::string_view file, int line);
  LogMessage &NoPrefix();
  LogMessage &WithVerbosity(int verbose_level);
  LogMessage &WithPerror();
  LogMessage &ToSinkAlso(LogSink *sink);
  LogMessage &ToSinkOnly(LogSink *sink);
  LogMessage &InternalStream();
  LogMessage &operator<<(int v);
  LogMessage &operator<<(unsigned long v);
  LogMessage &operator<<(bool v);
  LogMessage &operator<<(const std::string &v);
  LogMessage &operator<<(std::string_view v);
  LogMessage &operator<<(std::ostream &(*m)(std::ostream &os));
  template <int SIZE> LogMessage &operator<<(const char (&buf)[SIZE]);
  template <typename T> LogMessage &operator<<(const T &v);
  void Flush();
};
class LogMessageFatal final : public LogMessage {
public:
  LogMessageFatal(const char *file, int line);
  LogMessageFatal(const char *file, int line, const char *failure_msg);
  [[noreturn]] ~LogMessageFatal();
};
class NullStream {
public:
  template <typename T> NullStream &operator<<(const T &);
};
class Voidify final {
public:
  template <typename T> void operator&&(T &&message) const && { message.Flush(); }
};
} // namespace log_internal
} // namespace absl

#define ABSL_STUB_MESSAGE_INFO                                                                                         \
  ::absl::log_internal::LogMessage(__FILE__, __LINE__, ::absl::log_internal::LogMessage::InfoTag{})
#define ABSL_STUB_MESSAGE_WARNING                                                                                      \
  ::absl::log_internal::LogMessage(__FILE__, __LINE__, ::absl::log_internal::LogMessage::WarningTag{})
#define ABSL_STUB_MESSAGE_ERROR                                                                                        \
  ::absl::log_internal::LogMessage(__FILE__, __LINE__, ::absl::log_internal::LogMessage::ErrorTag{})
#define ABSL_STUB_MESSAGE_FATAL ::absl::log_internal::LogMessageFatal(__FILE__, __LINE__)
#define ABSL_STUB_WHEN(condition)                                                                                      \
  switch (0)                                                                                                           \
  case 0:                                                                                                              \
  default:                                                                                                             \
    !(condition) ? (void)0 : ::absl::log_internal::Voidify() &&
#define LOG(severity) ABSL_STUB_WHEN(true) ABSL_STUB_MESSAGE_##severity.InternalStream()
#define LOG_IF(severity, condition) ABSL_STUB_WHEN(condition) ABSL_STUB_MESSAGE_##severity.InternalStream()
#define PLOG(severity) ABSL_STUB_WHEN(true) ABSL_STUB_MESSAGE_##severity.InternalStream().WithPerror()
#define VLOG(level) ABSL_STUB_WHEN(true) ABSL_STUB_MESSAGE_INFO.InternalStream().WithVerbosity(level)
#define CHECK(condition)                                                                                               \
  ABSL_STUB_WHEN(!(condition))                                                                                         \
  ::absl::log_internal::LogMessageFatal(__FILE__, __LINE__, #condition).InternalStream()

#endif
