// Stub of spdlog 1.10's file logger, for fixtures.
#ifndef CPPWARDEN_STUB_SPDLOG_BASIC_FILE_SINK_H
#define CPPWARDEN_STUB_SPDLOG_BASIC_FILE_SINK_H

#include "../spdlog.h"

namespace spdlog {
std::shared_ptr<logger> basic_logger_mt(const std::string &logger_name,
                                        const std::string &filename,
                                        bool truncate = false);
} // namespace spdlog

#endif
