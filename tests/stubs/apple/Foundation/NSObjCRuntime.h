//===- NSObjCRuntime.h - Stub of Foundation for fixtures -*- C++ -*--------===//
//
// NSLog() only. Its header is Objective-C's and takes an NSString * (GNUstep's
// libs-base 195782d1); CF_BRIDGED_TYPE in Apple's CFBase.h (CF-1153.18) says that
// a CFStringRef is one. In C++ there is no header: the program declares it.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_APPLE_FOUNDATION_NSOBJCRUNTIME_H
#define CPPWARDEN_STUB_APPLE_FOUNDATION_NSOBJCRUNTIME_H

#include <CoreFoundation/CFString.h>

#ifdef __cplusplus
extern "C" {
#endif

void NSLog(CFStringRef format, ...);

#ifdef __cplusplus
}
#endif

#endif
