// Stub for fixtures and documentation examples: declarations with the signatures of
// libmosquitto 2.0.11; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_MOSQUITTO_H
#define CPPWARDEN_STUB_MOSQUITTO_H
#ifdef __cplusplus
extern "C" {
#else
#include <stdbool.h>
#endif
struct mosquitto;
struct mosquitto_message {
  int mid;
  char *topic;
  void *payload;
  int payloadlen, qos;
  bool retain;
};
struct mosquitto *mosquitto_new(const char *id, bool clean_session, void *obj);
int mosquitto_username_pw_set(struct mosquitto *mosq, const char *username, const char *password);
int mosquitto_tls_psk_set(struct mosquitto *mosq, const char *psk, const char *identity, const char *ciphers);
int mosquitto_connect(struct mosquitto *mosq, const char *host, int port, int keepalive);
int mosquitto_publish(struct mosquitto *mosq, int *mid, const char *topic, int payloadlen, const void *payload, int qos,
                      bool retain);
int mosquitto_subscribe(struct mosquitto *mosq, int *mid, const char *sub, int qos);
void mosquitto_message_callback_set(struct mosquitto *mosq,
                                    void (*on_message)(struct mosquitto *, void *, const struct mosquitto_message *));
#ifdef __cplusplus
}
#endif

#endif
