//===- curl.h - Stub of libcurl for fixtures ---------------------*- C++
//-*-===//
//
// Declarations and option numbers of libcurl 7.88.1. For fixtures and
// documentation examples; `models verify` uses the real header.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_CURL_CURL_H
#define CPPWARDEN_STUB_CURL_CURL_H

#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

#define LIBCURL_VERSION "7.88.1"
#define LIBCURL_VERSION_NUM 0x075801

typedef void CURL;
typedef void CURLM;
typedef struct curl_mime curl_mime;
typedef struct curl_mimepart curl_mimepart;
typedef struct Curl_URL CURLU;
typedef size_t (*curl_write_callback)(char *buffer, size_t size, size_t nitems,
                                      void *outstream);
typedef size_t (*curl_read_callback)(char *buffer, size_t size, size_t nitems,
                                     void *instream);
struct curl_slist {
  char *data;
  struct curl_slist *next;
};

typedef enum {
  CURLE_OK = 0,
  CURLE_UNSUPPORTED_PROTOCOL = 1,
  CURLE_FAILED_INIT = 2,
  CURLE_URL_MALFORMAT = 3,
  CURLE_COULDNT_RESOLVE_HOST = 6,
  CURLE_COULDNT_CONNECT = 7,
  CURLE_HTTP_RETURNED_ERROR = 22,
  CURLE_WRITE_ERROR = 23,
  CURLE_OPERATION_TIMEDOUT = 28,
  CURLE_PEER_FAILED_VERIFICATION = 60,
} CURLcode;

typedef enum {
  CURLOPT_WRITEDATA = 10001,
  CURLOPT_URL = 10002,
  CURLOPT_PORT = 3,
  CURLOPT_PROXY = 10004,
  CURLOPT_USERPWD = 10005,
  CURLOPT_PROXYUSERPWD = 10006,
  CURLOPT_RANGE = 10007,
  CURLOPT_READDATA = 10009,
  CURLOPT_ERRORBUFFER = 10010,
  CURLOPT_WRITEFUNCTION = 20011,
  CURLOPT_READFUNCTION = 20012,
  CURLOPT_TIMEOUT = 13,
  CURLOPT_POSTFIELDS = 10015,
  CURLOPT_REFERER = 10016,
  CURLOPT_USERAGENT = 10018,
  CURLOPT_COOKIE = 10022,
  CURLOPT_HTTPHEADER = 10023,
  CURLOPT_SSLCERT = 10025,
  CURLOPT_KEYPASSWD = 10026,
  CURLOPT_HEADERDATA = 10029,
  CURLOPT_COOKIEFILE = 10031,
  CURLOPT_SSLVERSION = 32,
  CURLOPT_CUSTOMREQUEST = 10036,
  CURLOPT_VERBOSE = 41,
  CURLOPT_NOBODY = 44,
  CURLOPT_UPLOAD = 46,
  CURLOPT_POST = 47,
  CURLOPT_FOLLOWLOCATION = 52,
  CURLOPT_POSTFIELDSIZE = 60,
  CURLOPT_SSL_VERIFYPEER = 64,
  CURLOPT_CAINFO = 10065,
  CURLOPT_CONNECTTIMEOUT = 78,
  CURLOPT_HEADERFUNCTION = 20079,
  CURLOPT_HTTPGET = 80,
  CURLOPT_SSL_VERIFYHOST = 81,
  CURLOPT_COOKIEJAR = 10082,
  CURLOPT_SSL_CIPHER_LIST = 10083,
  CURLOPT_SSLKEY = 10087,
  CURLOPT_SSLKEYTYPE = 10088,
  CURLOPT_CAPATH = 10097,
  CURLOPT_NOSIGNAL = 99,
  CURLOPT_HTTPAUTH = 107,
  CURLOPT_COPYPOSTFIELDS = 10165,
  CURLOPT_USERNAME = 10173,
  CURLOPT_PASSWORD = 10174,
  CURLOPT_PROXYUSERNAME = 10175,
  CURLOPT_PROXYPASSWORD = 10176,
  CURLOPT_MAIL_FROM = 10186,
  CURLOPT_MAIL_RCPT = 10187,
  CURLOPT_TLSAUTH_USERNAME = 10204,
  CURLOPT_TLSAUTH_PASSWORD = 10205,
  CURLOPT_XOAUTH2_BEARER = 10220,
  CURLOPT_MIMEPOST = 10269,
  CURLOPT_AWS_SIGV4 = 10305,
  CURLOPT_DOH_URL = 10279,
} CURLoption;

typedef enum {
  CURLINFO_EFFECTIVE_URL = 1048577,
  CURLINFO_RESPONSE_CODE = 2097154,
  CURLINFO_CONTENT_TYPE = 1048594,
  CURLINFO_REDIRECT_URL = 1048607,
} CURLINFO;

typedef enum {
  CURLUPART_URL = 0,
  CURLUPART_USER = 2,
  CURLUPART_PASSWORD = 3,
  CURLUPART_HOST = 5,
  CURLUPART_PATH = 7,
  CURLUPART_QUERY = 8,
} CURLUPart;
typedef enum { CURLUE_OK, CURLUE_BAD_HANDLE } CURLUcode;

#define CURL_GLOBAL_DEFAULT CURL_GLOBAL_ALL
#define CURL_GLOBAL_ALL (CURL_GLOBAL_SSL | CURL_GLOBAL_WIN32)
#define CURLAUTH_BASIC (((unsigned long)1) << 0)
#define CURLAUTH_BEARER (((unsigned long)1) << 6)
#define CURL_ERROR_SIZE 256
CURLcode curl_global_init(long flags);
void curl_global_cleanup(void);
CURL *curl_easy_init(void);
CURLcode curl_easy_setopt(CURL *curl, CURLoption option, ...);
CURLcode curl_easy_perform(CURL *curl);
CURLcode curl_easy_getinfo(CURL *curl, CURLINFO info, ...);
void curl_easy_cleanup(CURL *curl);
void curl_easy_reset(CURL *curl);
const char *curl_easy_strerror(CURLcode);
CURLcode curl_easy_send(CURL *curl, const void *buffer, size_t buflen,
                        size_t *n);
CURLcode curl_easy_recv(CURL *curl, void *buffer, size_t buflen, size_t *n);
struct curl_slist *curl_slist_append(struct curl_slist *list, const char *data);
void curl_slist_free_all(struct curl_slist *list);
char *curl_easy_escape(CURL *handle, const char *string, int length);
char *curl_easy_unescape(CURL *handle, const char *string, int length,
                         int *outlength);
char *curl_escape(const char *string, int length);
char *curl_unescape(const char *string, int length);
void curl_free(void *p);
char *curl_getenv(const char *variable);
char *curl_version(void);
curl_mime *curl_mime_init(CURL *easy);
void curl_mime_free(curl_mime *mime);
curl_mimepart *curl_mime_addpart(curl_mime *mime);
CURLcode curl_mime_name(curl_mimepart *part, const char *name);
CURLcode curl_mime_data(curl_mimepart *part, const char *data, size_t datasize);
CURLcode curl_mime_filedata(curl_mimepart *part, const char *filename);
CURLcode curl_mime_filename(curl_mimepart *part, const char *filename);
CURLU *curl_url(void);
void curl_url_cleanup(CURLU *handle);
CURLUcode curl_url_set(CURLU *handle, CURLUPart what, const char *part,
                       unsigned int flags);
CURLUcode curl_url_get(CURLU *handle, CURLUPart what, char **part,
                       unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
