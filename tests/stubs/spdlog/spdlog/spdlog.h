//===- spdlog.h - Stub of spdlog for fixtures --------------------*- C++
//-*-===//
//
// Declarations with the signatures of spdlog 1.10. For fixtures and
// documentation examples; `models verify` uses the real header.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_SPDLOG_H
#define CPPWARDEN_STUB_SPDLOG_H

#include "fmt/fmt.h"
#include <chrono>
#include <functional>
#include <memory>
#include <string>

#define SPDLOG_LEVEL_TRACE 0
#define SPDLOG_LEVEL_DEBUG 1
#define SPDLOG_LEVEL_INFO 2
#define SPDLOG_LEVEL_WARN 3
#define SPDLOG_LEVEL_ERROR 4
#define SPDLOG_LEVEL_CRITICAL 5
#ifndef SPDLOG_FUNCTION
#define SPDLOG_FUNCTION static_cast<const char *>(__FUNCTION__)
#endif

namespace spdlog {

using string_view_t = fmt::basic_string_view<char>;
template <typename... Args> using format_string_t = fmt::format_string<Args...>;

namespace level {
enum level_enum { trace, debug, info, warn, err, critical, off };
} // namespace level

struct source_loc {
  constexpr source_loc() = default;
  constexpr source_loc(const char *filename_in, int line_in,
                       const char *funcname_in)
      : filename(filename_in), line(line_in), funcname(funcname_in) {}
  const char *filename = nullptr;
  int line = 0;
  const char *funcname = nullptr;
};

class logger {
public:
  explicit logger(std::string name);
  virtual ~logger();

  template <typename... Args>
  void log(source_loc loc, level::level_enum lvl, format_string_t<Args...> fmt,
           Args &&...args);
  template <typename... Args>
  void log(level::level_enum lvl, format_string_t<Args...> fmt, Args &&...args);
  template <typename T> void log(level::level_enum lvl, const T &msg);
  void log(source_loc loc, level::level_enum lvl, string_view_t msg);
  void log(level::level_enum lvl, string_view_t msg);

  template <typename... Args>
  void trace(format_string_t<Args...> fmt, Args &&...args);
  template <typename... Args>
  void debug(format_string_t<Args...> fmt, Args &&...args);
  template <typename... Args>
  void info(format_string_t<Args...> fmt, Args &&...args);
  template <typename... Args>
  void warn(format_string_t<Args...> fmt, Args &&...args);
  template <typename... Args>
  void error(format_string_t<Args...> fmt, Args &&...args);
  template <typename... Args>
  void critical(format_string_t<Args...> fmt, Args &&...args);

  template <typename T> void trace(const T &msg);
  template <typename T> void debug(const T &msg);
  template <typename T> void info(const T &msg);
  template <typename T> void warn(const T &msg);
  template <typename T> void error(const T &msg);
  template <typename T> void critical(const T &msg);

  bool should_log(level::level_enum msg_level) const;
  void set_level(level::level_enum log_level);
  const std::string &name() const;
  void flush();
};

std::shared_ptr<logger> get(const std::string &name);
std::shared_ptr<logger> default_logger();
logger *default_logger_raw();
void set_default_logger(std::shared_ptr<logger> default_logger);
void set_level(level::level_enum log_level);
void set_pattern(std::string pattern);

template <typename... Args>
void log(source_loc source, level::level_enum lvl, format_string_t<Args...> fmt,
         Args &&...args);
template <typename... Args>
void log(level::level_enum lvl, format_string_t<Args...> fmt, Args &&...args);
template <typename T> void log(level::level_enum lvl, const T &msg);

template <typename... Args>
void trace(format_string_t<Args...> fmt, Args &&...args);
template <typename... Args>
void debug(format_string_t<Args...> fmt, Args &&...args);
template <typename... Args>
void info(format_string_t<Args...> fmt, Args &&...args);
template <typename... Args>
void warn(format_string_t<Args...> fmt, Args &&...args);
template <typename... Args>
void error(format_string_t<Args...> fmt, Args &&...args);
template <typename... Args>
void critical(format_string_t<Args...> fmt, Args &&...args);

template <typename T> void trace(const T &msg);
template <typename T> void debug(const T &msg);
template <typename T> void info(const T &msg);
template <typename T> void warn(const T &msg);
template <typename T> void error(const T &msg);
template <typename T> void critical(const T &msg);

} // namespace spdlog

#define SPDLOG_LOGGER_CALL(logger, level, ...)                                 \
  (logger)->log(spdlog::source_loc{__FILE__, __LINE__, SPDLOG_FUNCTION},       \
                level, __VA_ARGS__)
#define SPDLOG_LOGGER_INFO(logger, ...)                                        \
  SPDLOG_LOGGER_CALL(logger, spdlog::level::info, __VA_ARGS__)
#define SPDLOG_DEBUG(...)                                                      \
  SPDLOG_LOGGER_CALL(spdlog::default_logger_raw(), spdlog::level::debug,       \
                     __VA_ARGS__)
#define SPDLOG_INFO(...)                                                       \
  SPDLOG_LOGGER_CALL(spdlog::default_logger_raw(), spdlog::level::info,        \
                     __VA_ARGS__)
#define SPDLOG_WARN(...)                                                       \
  SPDLOG_LOGGER_CALL(spdlog::default_logger_raw(), spdlog::level::warn,        \
                     __VA_ARGS__)
#define SPDLOG_ERROR(...)                                                      \
  SPDLOG_LOGGER_CALL(spdlog::default_logger_raw(), spdlog::level::err,         \
                     __VA_ARGS__)

#endif
