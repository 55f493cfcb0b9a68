//===- log.h - Stub of Apple's os/log.h for fixtures -*- C++ -*------------===//
//
// Declarations only, a few of the library's, with the signatures of PureDarwin's
// libtrace (darlinghq/darling-libtrace 2c06546b, os/log.h and os/trace_base.h); the
// macros expand to the same calls. The numbers of os_log_type_t are those of Apple's
// xnu-11417.101.15, libkern/os/log.h, too.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_APPLE_OS_LOG_H
#define CPPWARDEN_STUB_APPLE_OS_LOG_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct os_log_s *os_log_t;
typedef uint8_t os_log_type_t;
#define OS_LOG_TYPE_DEFAULT ((os_log_type_t)0x00)
#define OS_LOG_TYPE_INFO ((os_log_type_t)0x01)
#define OS_LOG_TYPE_DEBUG ((os_log_type_t)0x02)
#define OS_LOG_TYPE_ERROR ((os_log_type_t)0x10)
#define OS_LOG_TYPE_FAULT ((os_log_type_t)0x11)

extern void *__dso_handle;
extern struct os_log_s _os_log_default;
#define OS_LOG_DEFAULT (&_os_log_default)

os_log_t os_log_create(const char *subsystem, const char *category);
bool os_log_type_enabled(os_log_t oslog, os_log_type_t type);
void _os_log_impl(void *dso, os_log_t log, os_log_type_t type, const char *format, uint8_t *buf, uint32_t size);

#define os_log_with_type(log, type, format, ...)                                                                       \
  __extension__({                                                                                                      \
    os_log_t _log_tmp = (log);                                                                                         \
    os_log_type_t _type_tmp = (type);                                                                                  \
    if (os_log_type_enabled(_log_tmp, _type_tmp)) {                                                                    \
      static const char _os_fmt_str[] = format;                                                                        \
      uint8_t _os_fmt_buf[__builtin_os_log_format_buffer_size(format, ##__VA_ARGS__)];                                 \
      _os_log_impl(&__dso_handle, _log_tmp, _type_tmp, _os_fmt_str,                                                    \
                   (uint8_t *)__builtin_os_log_format(_os_fmt_buf, format, ##__VA_ARGS__),                             \
                   (uint32_t)sizeof(_os_fmt_buf));                                                                     \
    }                                                                                                                  \
  })
#define os_log(log, format, ...) os_log_with_type(log, OS_LOG_TYPE_DEFAULT, format, ##__VA_ARGS__)
#define os_log_info(log, format, ...) os_log_with_type(log, OS_LOG_TYPE_INFO, format, ##__VA_ARGS__)
#define os_log_debug(log, format, ...) os_log_with_type(log, OS_LOG_TYPE_DEBUG, format, ##__VA_ARGS__)
#define os_log_error(log, format, ...) os_log_with_type(log, OS_LOG_TYPE_ERROR, format, ##__VA_ARGS__)
#define os_log_fault(log, format, ...) os_log_with_type(log, OS_LOG_TYPE_FAULT, format, ##__VA_ARGS__)

#ifdef __cplusplus
}
#endif

#endif
