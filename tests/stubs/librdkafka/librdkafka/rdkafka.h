// Stub for fixtures and documentation examples: declarations with the signatures of
// librdkafka 2.0.2; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_RDKAFKA_H
#define CPPWARDEN_STUB_RDKAFKA_H
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef struct rd_kafka_conf_s rd_kafka_conf_t;
typedef struct rd_kafka_s rd_kafka_t;
typedef struct rd_kafka_error_s rd_kafka_error_t;
typedef struct rd_kafka_message_s {
  int err;
  void *payload;
  size_t len;
} rd_kafka_message_t;
typedef enum { RD_KAFKA_CONF_UNKNOWN = -2, RD_KAFKA_CONF_INVALID = -1, RD_KAFKA_CONF_OK = 0 } rd_kafka_conf_res_t;
rd_kafka_conf_res_t rd_kafka_conf_set(rd_kafka_conf_t *conf, const char *name, const char *value, char *errstr,
                                      size_t errstr_size);
rd_kafka_error_t *rd_kafka_sasl_set_credentials(rd_kafka_t *rk, const char *username, const char *password);
rd_kafka_message_t *rd_kafka_consumer_poll(rd_kafka_t *rk, int timeout_ms);
#ifdef __cplusplus
}
#endif

#endif
