// Stub for fixtures and documentation examples: declarations with the signatures of
// liblog 29.0.6; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_ANDROID_LOG_ANDROID_LOG_H
#define CPPWARDEN_STUB_ANDROID_LOG_ANDROID_LOG_H
#include <stdarg.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef enum android_LogPriority { ANDROID_LOG_DEBUG = 3, ANDROID_LOG_INFO, ANDROID_LOG_WARN, ANDROID_LOG_ERROR } android_LogPriority;
int __android_log_write(int prio, const char *tag, const char *text);
int __android_log_print(int prio, const char *tag, const char *fmt, ...) __attribute__((__format__(printf, 3, 4)));
int __android_log_vprint(int prio, const char *tag, const char *fmt, va_list ap)
    __attribute__((__format__(printf, 3, 0)));
#ifdef __cplusplus
}
#endif

#endif
