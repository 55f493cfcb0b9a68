//===- CFString.h - Stub of CoreFoundation for fixtures -*- C++ -*---------===//
//
// Declarations only, a few of the library's, with the signatures of Apple's
// CF-1153.18 (apple-oss-distributions/CF dc54c6bb: CFString.h, CFBase.h,
// CFDictionary.h); swift-corelibs-foundation 761b621d has the same, but for
// Boolean, which is a bool there.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_APPLE_COREFOUNDATION_CFSTRING_H
#define CPPWARDEN_STUB_APPLE_COREFOUNDATION_CFSTRING_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef const void *CFTypeRef;
typedef const struct __CFString *CFStringRef;
typedef const struct __CFAllocator *CFAllocatorRef;
typedef const struct __CFDictionary *CFDictionaryRef;
typedef uint32_t CFStringEncoding;
typedef signed long CFIndex;
typedef unsigned char Boolean;
#define kCFStringEncodingUTF8 0x08000100

CFStringRef __CFStringMakeConstantString(const char *cStr);
#define CFSTR(cStr) __CFStringMakeConstantString("" cStr "")
CFStringRef CFStringCreateWithCString(CFAllocatorRef alloc, const char *cStr, CFStringEncoding encoding);
CFStringRef CFStringCreateWithFormat(CFAllocatorRef alloc, CFDictionaryRef formatOptions, CFStringRef format, ...);
Boolean CFStringGetCString(CFStringRef theString, char *buffer, CFIndex bufferSize, CFStringEncoding encoding);
CFIndex CFStringGetLength(CFStringRef theString);
void CFShow(CFTypeRef obj);

#ifdef __cplusplus
}
#endif

#endif
