// Stub for fixtures and documentation examples: declarations with the signatures of
// MinGW-w64 10; the models are compared with it.
#ifndef CPPWARDEN_STUB_WINDOWS_EVNTPROV_H
#define CPPWARDEN_STUB_WINDOWS_EVNTPROV_H
#include <windows.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef ULONGLONG REGHANDLE;
typedef struct _EVENT_DATA_DESCRIPTOR {
  ULONGLONG Ptr;
  unsigned int Size;
  unsigned int Reserved;
} EVENT_DATA_DESCRIPTOR, *PEVENT_DATA_DESCRIPTOR;
typedef struct _EVENT_DESCRIPTOR EVENT_DESCRIPTOR;
typedef const EVENT_DESCRIPTOR *PCEVENT_DESCRIPTOR;
void EventDataDescCreate(PEVENT_DATA_DESCRIPTOR evp, const void *d, unsigned int sz);
unsigned int EventWrite(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor, unsigned int UserDataCount,
                        PEVENT_DATA_DESCRIPTOR UserData);
unsigned int EventWriteTransfer(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor, const struct _GUID *ActivityId,
                                const struct _GUID *RelatedActivityId, unsigned int UserDataCount,
                                PEVENT_DATA_DESCRIPTOR UserData);
unsigned int EventWriteString(REGHANDLE RegHandle, UCHAR Level, ULONGLONG Keyword, PCWSTR String);
#ifdef __cplusplus
}
#endif

#endif
