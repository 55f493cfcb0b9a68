// Stub for fixtures and documentation examples: declarations with the signatures of
// Boost.Log 1.74; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_BOOST_LOG_RECORD_OSTREAM_HPP
#define CPPWARDEN_STUB_BOOST_LOG_RECORD_OSTREAM_HPP
#include <ostream>
#include <string>

namespace boost::log {
inline namespace v2s_mt_posix {
class record {
public:
  bool operator!() const;
};
template <typename CharT> class basic_formatting_ostream {
public:
  basic_formatting_ostream &operator<<(const char *p);
  basic_formatting_ostream &operator<<(int value);
};
template <typename CharT> class basic_record_ostream : public basic_formatting_ostream<CharT> {
public:
  explicit basic_record_ostream(record &rec);
  basic_record_ostream &operator<<(const char *p);
  basic_record_ostream &operator<<(int value);
  basic_record_ostream &operator<<(unsigned long value);
  basic_record_ostream &operator<<(bool value);
  basic_record_ostream &flush();
};
typedef basic_record_ostream<char> record_ostream;
template <typename CharT, typename T>
basic_record_ostream<CharT> &operator<<(basic_record_ostream<CharT> &strm, T const &value);
namespace aux {
template <typename LoggerT> class record_pump {
public:
  record_pump(LoggerT &lg, record &rec);
  ~record_pump();
  basic_record_ostream<char> &stream() const;
};
template <typename LoggerT> record_pump<LoggerT> make_record_pump(LoggerT &lg, record &rec);
} // namespace aux
} // namespace v2s_mt_posix
} // namespace boost::log
#define BOOST_LOG_STUB(logger, ...)                                                                                    \
  for (::boost::log::record rec = (logger).open_record(__VA_ARGS__); !!rec;)                                           \
  ::boost::log::aux::make_record_pump((logger), rec).stream()
#define BOOST_LOG(logger) BOOST_LOG_STUB(logger)
#define BOOST_LOG_SEV(logger, lvl) BOOST_LOG_STUB(logger, lvl)

#endif
