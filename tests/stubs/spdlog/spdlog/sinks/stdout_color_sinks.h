// Stub of spdlog 1.10's console loggers, for fixtures.
#ifndef CPPWARDEN_STUB_SPDLOG_STDOUT_COLOR_SINKS_H
#define CPPWARDEN_STUB_SPDLOG_STDOUT_COLOR_SINKS_H

#include "../spdlog.h"

namespace spdlog {
std::shared_ptr<logger> stdout_color_mt(const std::string &logger_name);
std::shared_ptr<logger> stderr_color_mt(const std::string &logger_name);
} // namespace spdlog

#endif
