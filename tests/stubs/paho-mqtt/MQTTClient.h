// Stub for fixtures and documentation examples: declarations with the signatures of
// Paho 1.3.12; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_MQTTCLIENT_H
#define CPPWARDEN_STUB_MQTTCLIENT_H
#ifdef __cplusplus
extern "C" {
#endif
typedef void *MQTTClient;
typedef struct {
  char struct_id[4];
  int struct_version, payloadlen;
  void *payload;
} MQTTClient_message;
typedef struct {
  const char *trustStore, *keyStore, *privateKey, *privateKeyPassword;
} MQTTClient_SSLOptions;
typedef struct {
  int keepAliveInterval, cleansession;
  const char *username, *password;
  MQTTClient_SSLOptions *ssl;
} MQTTClient_connectOptions;
int MQTTClient_connect(MQTTClient handle, MQTTClient_connectOptions *options);
int MQTTClient_publish(MQTTClient handle, const char *topicName, int payloadlen, const void *payload, int qos,
                       int retained, int *dt);
int MQTTClient_receive(MQTTClient handle, char **topicName, int *topicLen, MQTTClient_message **message,
                       unsigned long timeout);
#ifdef __cplusplus
}
#endif

#endif
