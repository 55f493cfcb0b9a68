// Stub for fixtures and documentation examples: declarations with the signatures of
// Boost.Log 1.74; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_BOOST_LOG_TRIVIAL_HPP
#define CPPWARDEN_STUB_BOOST_LOG_TRIVIAL_HPP
#include "sources/record_ostream.hpp"

namespace boost::log {
inline namespace v2s_mt_posix {
namespace trivial {
enum severity_level { trace, debug, info, warning, error, fatal };
struct logger_type {
  record open_record(severity_level level);
};
struct logger {
  static logger_type &get();
};
} // namespace trivial
namespace sources {
template <typename LevelT> class severity_logger {
public:
  record open_record(LevelT level);
};
class logger {
public:
  record open_record();
  void push_record(record &&rec);
};
} // namespace sources
} // namespace v2s_mt_posix
} // namespace boost::log
#define BOOST_LOG_TRIVIAL(lvl) BOOST_LOG_STUB(::boost::log::trivial::logger::get(), ::boost::log::trivial::lvl)

#endif
