// Stub for fixtures and documentation examples: declarations with the signatures of
// Quill 12.1; the models are verified against it.
#ifndef CPPWARDEN_STUB_QUILL_LOGMACROS_H
#define CPPWARDEN_STUB_QUILL_LOGMACROS_H
#include <cstdint>

namespace quill {
enum class LogLevel : std::uint8_t { Debug, Info, Warning, Error };
struct MacroMetadata {
  enum Event : std::uint8_t { Log };
  char const *_source_location, *_caller_function, *_message_format, *_tags;
  LogLevel _log_level;
  Event _event;
};
namespace detail {
class LoggerBase {
public:
  template <LogLevel log_statement_level> bool should_log_statement() const noexcept;
  bool should_log_statement(LogLevel log_statement_level) const noexcept;
};
} // namespace detail
struct FrontendOptions {};
template <typename TFrontendOptions> class LoggerImpl : public detail::LoggerBase {
public:
  template <bool enable_immediate_flush, typename... Args>
  bool log_statement(MacroMetadata const *macro_metadata, Args &&...fmt_args);
  template <bool enable_immediate_flush, typename... Args>
  bool log_statement_runtime_metadata(MacroMetadata const *macro_metadata, char const *fmt, char const *file_path,
                                      char const *function_name, char const *tags, uint32_t line_number,
                                      LogLevel log_level, Args &&...fmt_args);
  template <typename... Args> void set_mdc(Args &&...args);
};
using Logger = LoggerImpl<FrontendOptions>;
} // namespace quill
#define QUILL_LOGGER_CALL(logger, level, fmt, ...)                                                                     \
  do {                                                                                                                 \
    auto &&quill_macro_logger_ = (logger);                                                                             \
    if (quill_macro_logger_->template should_log_statement<level>()) {                                                 \
      static constexpr quill::MacroMetadata quill_macro_metadata_{                                                     \
          __FILE__, "", fmt, nullptr, level, quill::MacroMetadata::Event::Log};                                        \
      quill_macro_logger_->template log_statement<false>(&quill_macro_metadata_, ##__VA_ARGS__);                       \
    }                                                                                                                  \
  } while (0)
#define LOG_INFO(logger, fmt, ...) QUILL_LOGGER_CALL(logger, quill::LogLevel::Info, fmt, ##__VA_ARGS__)
#define LOG_ERROR(logger, fmt, ...) QUILL_LOGGER_CALL(logger, quill::LogLevel::Error, fmt, ##__VA_ARGS__)

#endif
