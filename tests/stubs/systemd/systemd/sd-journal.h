// Stub for fixtures and documentation examples: declarations with the signatures of
// systemd 252; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_SYSTEMD_SYSTEMD_SD_JOURNAL_H
#define CPPWARDEN_STUB_SYSTEMD_SYSTEMD_SD_JOURNAL_H
#include <stdarg.h>
#include <sys/uio.h>
#include <syslog.h>
#ifdef __cplusplus
extern "C" {
#endif
int sd_journal_print_with_location(int priority, const char *file, const char *line, const char *func,
                                   const char *format, ...) __attribute__((__format__(printf, 5, 6)));
int sd_journal_printv_with_location(int priority, const char *file, const char *line, const char *func,
                                    const char *format, va_list ap);
int sd_journal_send_with_location(const char *file, const char *line, const char *func, const char *format, ...);
int sd_journal_sendv_with_location(const char *file, const char *line, const char *func, const struct iovec *iov,
                                   int n);
#define CPPWARDEN_SD_STRING_OF(x) #x
#define CPPWARDEN_SD_STRING(x) CPPWARDEN_SD_STRING_OF(x)
#define sd_journal_print(priority, ...)                                                                                \
  sd_journal_print_with_location(priority, "CODE_FILE=" __FILE__, "CODE_LINE=" CPPWARDEN_SD_STRING(__LINE__),          \
                                 __func__, __VA_ARGS__)
#define sd_journal_printv(priority, format, ap)                                                                        \
  sd_journal_printv_with_location(priority, "CODE_FILE=" __FILE__, "CODE_LINE=" CPPWARDEN_SD_STRING(__LINE__),         \
                                  __func__, format, ap)
#define sd_journal_send(...)                                                                                           \
  sd_journal_send_with_location("CODE_FILE=" __FILE__, "CODE_LINE=" CPPWARDEN_SD_STRING(__LINE__), __func__,           \
                                __VA_ARGS__)
#define sd_journal_sendv(iovec, n)                                                                                     \
  sd_journal_sendv_with_location("CODE_FILE=" __FILE__, "CODE_LINE=" CPPWARDEN_SD_STRING(__LINE__), __func__, iovec, n)
#ifdef __cplusplus
}
#endif

#endif
