//===- logging.h - Stub of glog for fixtures ---------------------*- C++
//-*-===//
//
// Declarations and macros with the shape of glog 0.6. For fixtures and
// documentation examples; `models verify` uses the real header.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_GLOG_LOGGING_H
#define CPPWARDEN_STUB_GLOG_LOGGING_H

#include <ostream>
#include <string>
#include <vector>

namespace google {

using LogSeverity = int;
const int GLOG_INFO = 0, GLOG_WARNING = 1, GLOG_ERROR = 2, GLOG_FATAL = 3;

void InitGoogleLogging(const char *argv0);

class LogMessage {
public:
  LogMessage(const char *file, int line);
  LogMessage(const char *file, int line, LogSeverity severity);
  LogMessage(const char *file, int line, LogSeverity severity,
             std::string *message);
  ~LogMessage();
  void Flush();
  std::ostream &stream();
};

class LogMessageFatal : public LogMessage {
public:
  LogMessageFatal(const char *file, int line);
  [[noreturn]] ~LogMessageFatal();
};

class ErrnoLogMessage : public LogMessage {
public:
  ErrnoLogMessage(const char *file, int line, LogSeverity severity, long ctr,
                  void (LogMessage::*send_method)());
};

class LogMessageVoidify {
public:
  LogMessageVoidify();
  void operator&(std::ostream &);
};

} // namespace google

#define COMPACT_GOOGLE_LOG_INFO google::LogMessage(__FILE__, __LINE__)
#define COMPACT_GOOGLE_LOG_WARNING                                             \
  google::LogMessage(__FILE__, __LINE__, google::GLOG_WARNING)
#define COMPACT_GOOGLE_LOG_ERROR                                               \
  google::LogMessage(__FILE__, __LINE__, google::GLOG_ERROR)
#define COMPACT_GOOGLE_LOG_FATAL google::LogMessageFatal(__FILE__, __LINE__)
#define LOG(severity) COMPACT_GOOGLE_LOG_##severity.stream()
#define LOG_IF(severity, condition)                                            \
  static_cast<void>(0),                                                        \
      !(condition) ? (void)0 : google::LogMessageVoidify() & LOG(severity)
extern int FLAGS_v;
#define VLOG_IS_ON(verboselevel) (FLAGS_v >= (verboselevel))
#define VLOG(verboselevel) LOG_IF(INFO, VLOG_IS_ON(verboselevel))
#define DLOG(severity) LOG(severity)
#define CHECK(condition)                                                       \
  LOG_IF(FATAL, !(condition)) << "Check failed: " #condition " "

#endif
