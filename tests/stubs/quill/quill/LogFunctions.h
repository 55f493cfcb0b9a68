// Stub for fixtures and documentation examples: declarations with the signatures of
// Quill 12.1; the models are verified against it.
#ifndef CPPWARDEN_STUB_QUILL_LOGFUNCTIONS_H
#define CPPWARDEN_STUB_QUILL_LOGFUNCTIONS_H
#include "LogMacros.h"

namespace quill {
struct SourceLocation {
  static constexpr SourceLocation current() noexcept { return {}; }
};
struct Tags {
  explicit Tags(char const *tag);
};
template <typename TLogger, typename... Args> struct tracel3 {
  tracel3(TLogger *logger, char const *fmt, Args &&...args, SourceLocation location = SourceLocation::current());
  tracel3(TLogger *logger, Tags const &tags, char const *fmt, Args &&...args,
     SourceLocation location = SourceLocation::current());
};
template <typename TLogger, typename... Args> tracel3(TLogger *, char const *, Args &&...) -> tracel3<TLogger, Args...>;
template <typename TLogger, typename... Args>
tracel3(TLogger *, Tags const &tags, char const *, Args &&...) -> tracel3<TLogger, Args...>;
template <typename TLogger, typename... Args> struct tracel2 {
  tracel2(TLogger *logger, char const *fmt, Args &&...args, SourceLocation location = SourceLocation::current());
  tracel2(TLogger *logger, Tags const &tags, char const *fmt, Args &&...args,
     SourceLocation location = SourceLocation::current());
};
template <typename TLogger, typename... Args> tracel2(TLogger *, char const *, Args &&...) -> tracel2<TLogger, Args...>;
template <typename TLogger, typename... Args>
tracel2(TLogger *, Tags const &tags, char const *, Args &&...) -> tracel2<TLogger, Args...>;
template <typename TLogger, typename... Args> struct tracel1 {
  tracel1(TLogger *logger, char const *fmt, Args &&...args, SourceLocation location = SourceLocation::current());
  tracel1(TLogger *logger, Tags const &tags, char const *fmt, Args &&...args,
     SourceLocation location = SourceLocation::current());
};
template <typename TLogger, typename... Args> tracel1(TLogger *, char const *, Args &&...) -> tracel1<TLogger, Args...>;
template <typename TLogger, typename... Args>
tracel1(TLogger *, Tags const &tags, char const *, Args &&...) -> tracel1<TLogger, Args...>;
template <typename TLogger, typename... Args> struct debug {
  debug(TLogger *logger, char const *fmt, Args &&...args, SourceLocation location = SourceLocation::current());
  debug(TLogger *logger, Tags const &tags, char const *fmt, Args &&...args,
     SourceLocation location = SourceLocation::current());
};
template <typename TLogger, typename... Args> debug(TLogger *, char const *, Args &&...) -> debug<TLogger, Args...>;
template <typename TLogger, typename... Args>
debug(TLogger *, Tags const &tags, char const *, Args &&...) -> debug<TLogger, Args...>;
template <typename TLogger, typename... Args> struct info {
  info(TLogger *logger, char const *fmt, Args &&...args, SourceLocation location = SourceLocation::current());
  info(TLogger *logger, Tags const &tags, char const *fmt, Args &&...args,
     SourceLocation location = SourceLocation::current());
};
template <typename TLogger, typename... Args> info(TLogger *, char const *, Args &&...) -> info<TLogger, Args...>;
template <typename TLogger, typename... Args>
info(TLogger *, Tags const &tags, char const *, Args &&...) -> info<TLogger, Args...>;
template <typename TLogger, typename... Args> struct notice {
  notice(TLogger *logger, char const *fmt, Args &&...args, SourceLocation location = SourceLocation::current());
  notice(TLogger *logger, Tags const &tags, char const *fmt, Args &&...args,
     SourceLocation location = SourceLocation::current());
};
template <typename TLogger, typename... Args> notice(TLogger *, char const *, Args &&...) -> notice<TLogger, Args...>;
template <typename TLogger, typename... Args>
notice(TLogger *, Tags const &tags, char const *, Args &&...) -> notice<TLogger, Args...>;
template <typename TLogger, typename... Args> struct warning {
  warning(TLogger *logger, char const *fmt, Args &&...args, SourceLocation location = SourceLocation::current());
  warning(TLogger *logger, Tags const &tags, char const *fmt, Args &&...args,
     SourceLocation location = SourceLocation::current());
};
template <typename TLogger, typename... Args> warning(TLogger *, char const *, Args &&...) -> warning<TLogger, Args...>;
template <typename TLogger, typename... Args>
warning(TLogger *, Tags const &tags, char const *, Args &&...) -> warning<TLogger, Args...>;
template <typename TLogger, typename... Args> struct error {
  error(TLogger *logger, char const *fmt, Args &&...args, SourceLocation location = SourceLocation::current());
  error(TLogger *logger, Tags const &tags, char const *fmt, Args &&...args,
     SourceLocation location = SourceLocation::current());
};
template <typename TLogger, typename... Args> error(TLogger *, char const *, Args &&...) -> error<TLogger, Args...>;
template <typename TLogger, typename... Args>
error(TLogger *, Tags const &tags, char const *, Args &&...) -> error<TLogger, Args...>;
template <typename TLogger, typename... Args> struct critical {
  critical(TLogger *logger, char const *fmt, Args &&...args, SourceLocation location = SourceLocation::current());
  critical(TLogger *logger, Tags const &tags, char const *fmt, Args &&...args,
     SourceLocation location = SourceLocation::current());
};
template <typename TLogger, typename... Args> critical(TLogger *, char const *, Args &&...) -> critical<TLogger, Args...>;
template <typename TLogger, typename... Args>
critical(TLogger *, Tags const &tags, char const *, Args &&...) -> critical<TLogger, Args...>;
template <typename TLogger, typename... Args> struct backtrace {
  backtrace(TLogger *logger, char const *fmt, Args &&...args, SourceLocation location = SourceLocation::current());
  backtrace(TLogger *logger, Tags const &tags, char const *fmt, Args &&...args,
     SourceLocation location = SourceLocation::current());
};
template <typename TLogger, typename... Args> backtrace(TLogger *, char const *, Args &&...) -> backtrace<TLogger, Args...>;
template <typename TLogger, typename... Args>
backtrace(TLogger *, Tags const &tags, char const *, Args &&...) -> backtrace<TLogger, Args...>;
} // namespace quill

#endif
