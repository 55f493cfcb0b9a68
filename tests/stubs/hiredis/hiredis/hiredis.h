// Stub for fixtures and documentation examples: declarations with the signatures of
// hiredis 0.14.1; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_HIREDIS_H
#define CPPWARDEN_STUB_HIREDIS_H
#include <stdarg.h>
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef struct redisReply {
  int type;
  long long integer;
  size_t len;
  char *str;
  size_t elements;
  struct redisReply **element;
} redisReply;
typedef struct redisContext redisContext;
redisContext *redisConnect(const char *ip, int port);
void *redisCommand(redisContext *c, const char *format, ...);
int redisAppendCommand(redisContext *c, const char *format, ...);
void *redisCommandArgv(redisContext *c, int argc, const char **argv, const size_t *argvlen);
int redisGetReply(redisContext *c, void **reply);
void freeReplyObject(void *reply);
#ifdef __cplusplus
}
#endif

#endif
