//===- Aws.h - Stub of the AWS SDK for C++ 1.11 for fixtures -*- C++ -*----===//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_AWS_SDK_AWS_CORE_AWS_H
#define CPPWARDEN_STUB_AWS_SDK_AWS_CORE_AWS_H

#include <string>

namespace Aws {
using String = std::basic_string<char, std::char_traits<char>, std::allocator<char>>;
} // namespace Aws

#endif
