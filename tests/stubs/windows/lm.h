// Stub for fixtures and documentation examples: declarations with the signatures of
// MinGW-w64 10; the models are compared with it.
#ifndef CPPWARDEN_STUB_WINDOWS_LM_H
#define CPPWARDEN_STUB_WINDOWS_LM_H
#include <windows.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef DWORD NET_API_STATUS;
#define USER_PRIV_USER 1
typedef struct _USER_INFO_1 {
  LPWSTR usri1_name;
  LPWSTR usri1_password;
  DWORD usri1_password_age;
  DWORD usri1_priv;
  LPWSTR usri1_home_dir;
  LPWSTR usri1_comment;
  DWORD usri1_flags;
  LPWSTR usri1_script_path;
} USER_INFO_1, *PUSER_INFO_1, *LPUSER_INFO_1;
typedef struct _USER_INFO_1003 {
  LPWSTR usri1003_password;
} USER_INFO_1003, *PUSER_INFO_1003, *LPUSER_INFO_1003;
NET_API_STATUS NetUserAdd(LPCWSTR servername, DWORD level, LPBYTE buf, LPDWORD parm_err);
NET_API_STATUS NetUserSetInfo(LPCWSTR servername, LPCWSTR username, DWORD level, LPBYTE buf, LPDWORD parm_err);
NET_API_STATUS NetUserChangePassword(LPCWSTR domainname, LPCWSTR username, LPCWSTR oldpassword, LPCWSTR newpassword);
#ifdef __cplusplus
}
#endif

#endif
