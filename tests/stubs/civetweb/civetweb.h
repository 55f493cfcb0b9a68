//===- civetweb.h - Stub of CivetWeb 1.15 for fixtures -*- C++ -*-==========//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_CIVETWEB_CIVETWEB_H
#define CPPWARDEN_STUB_CIVETWEB_CIVETWEB_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct mg_connection;
struct mg_request_info {
  const char *request_method;
  const char *request_uri;
  const char *local_uri;
  const char *query_string;
  const char *remote_user;
  long long content_length;
};
const struct mg_request_info *mg_get_request_info(const struct mg_connection *);
int mg_read(struct mg_connection *, void *buf, size_t len);
const char *mg_get_header(const struct mg_connection *, const char *name);
int mg_get_var(const char *data, size_t data_len, const char *var_name, char *dst, size_t dst_len);

#ifdef __cplusplus
}
#endif

#endif
