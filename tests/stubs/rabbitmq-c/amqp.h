// Stub for fixtures and documentation examples: declarations with the signatures of
// rabbitmq-c 0.11.0; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_AMQP_H
#define CPPWARDEN_STUB_AMQP_H
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef struct amqp_connection_state_t_ *amqp_connection_state_t;
typedef enum { AMQP_SASL_METHOD_UNDEFINED = -1, AMQP_SASL_METHOD_PLAIN = 0, AMQP_SASL_METHOD_EXTERNAL = 1 }
    amqp_sasl_method_enum;
typedef struct {
  int reply_type;
} amqp_rpc_reply_t;
typedef struct {
  size_t len;
  void *bytes;
} amqp_bytes_t;
typedef struct {
  amqp_bytes_t body;
} amqp_message_t;
typedef struct {
  int channel;
  amqp_message_t message;
} amqp_envelope_t;
struct timeval;
amqp_rpc_reply_t amqp_login(amqp_connection_state_t state, char const *vhost, int channel_max, int frame_max,
                            int heartbeat, amqp_sasl_method_enum sasl_method, ...);
amqp_rpc_reply_t amqp_consume_message(amqp_connection_state_t state, amqp_envelope_t *envelope,
                                      const struct timeval *timeout, int flags);
#ifdef __cplusplus
}
#endif

#endif
