// Stub for fixtures and documentation examples: declarations with the signatures of
// FreeTDS 1.3.17; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_FREETDS_CTPUBLIC_H
#define CPPWARDEN_STUB_FREETDS_CTPUBLIC_H
#ifdef __cplusplus
extern "C" {
#endif
typedef int CS_INT;
typedef CS_INT CS_RETCODE;
typedef char CS_CHAR;
typedef void CS_VOID;
typedef struct _cs_connection CS_CONNECTION;
typedef struct _cs_command CS_COMMAND;
#define CS_NULLTERM (-9)
#define CS_UNUSED (-99999)
enum {
  CS_SET = 34,
#define CS_SET CS_SET
  CS_LANG_CMD = 148,
#define CS_LANG_CMD CS_LANG_CMD
  CS_USERNAME = 9100,
#define CS_USERNAME CS_USERNAME
  CS_PASSWORD = 9101,
#define CS_PASSWORD CS_PASSWORD
};
CS_RETCODE ct_con_props(CS_CONNECTION *con, CS_INT action, CS_INT property, CS_VOID *buffer, CS_INT buflen,
                        CS_INT *out_len);
CS_RETCODE ct_command(CS_COMMAND *cmd, CS_INT type, const CS_VOID *buffer, CS_INT buflen, CS_INT option);
#ifdef __cplusplus
}
#endif

#endif
