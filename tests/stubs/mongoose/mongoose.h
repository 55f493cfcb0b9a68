//===- mongoose.h - Stub of Mongoose 7.19 for fixtures -*- C++ -*-==========//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_MONGOOSE_MONGOOSE_H
#define CPPWARDEN_STUB_MONGOOSE_MONGOOSE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct mg_connection;
struct mg_str {
  char *buf;
  size_t len;
};
struct mg_http_message {
  struct mg_str method, uri, query, proto;
  struct mg_str body;
  struct mg_str head;
  struct mg_str message;
};
struct mg_ws_message {
  struct mg_str data;
  uint8_t flags;
};
struct mg_http_serve_opts {
  const char *root_dir;
};
enum { MG_EV_WS_MSG = 13, MG_EV_HTTP_MSG = 11 };
typedef struct {
  uint32_t buf[4];
} mg_md5_ctx;
typedef struct {
  uint32_t state[5];
} mg_sha1_ctx;
typedef struct {
  uint32_t state[8];
} mg_sha256_ctx;
struct mg_mgr;
typedef void (*mg_event_handler_t)(struct mg_connection *, int ev, void *ev_data);
struct mg_connection *mg_http_listen(struct mg_mgr *, const char *url, mg_event_handler_t fn, void *fn_data);
int mg_http_get_var(const struct mg_str *, const char *name, char *, size_t);
struct mg_str *mg_http_get_header(struct mg_http_message *, const char *name);
struct mg_str mg_http_var(struct mg_str buf, struct mg_str name);
char *mg_json_get_str(struct mg_str json, const char *path);
void mg_http_reply(struct mg_connection *, int status_code, const char *headers, const char *body_fmt, ...);
void mg_http_serve_file(struct mg_connection *, struct mg_http_message *hm, const char *path,
                        const struct mg_http_serve_opts *opts);
int mg_send(struct mg_connection *, const void *, size_t);
size_t mg_ws_send(struct mg_connection *, const void *buf, size_t len, int op);
void mg_md5_init(mg_md5_ctx *c);
void mg_md5_update(mg_md5_ctx *c, const unsigned char *data, size_t len);
void mg_md5_final(mg_md5_ctx *c, unsigned char[16]);
void mg_sha1_init(mg_sha1_ctx *);
void mg_sha1_update(mg_sha1_ctx *, const unsigned char *data, size_t len);
void mg_sha1_final(unsigned char digest[20], mg_sha1_ctx *);
void mg_sha256_init(mg_sha256_ctx *);
void mg_sha256_update(mg_sha256_ctx *, const unsigned char *data, size_t len);
void mg_sha256_final(unsigned char digest[32], mg_sha256_ctx *);

#ifdef __cplusplus
}
#endif

#endif
