//===- AWSString.h - Stub of the AWS SDK for C++ for fixtures -*- C++ -*---===//
//
// The header itself was not read. amazon-kinesis-producer 11c4a64f includes it by
// this path and passes a std::string where Aws::String is wanted.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_AWS_SDK_AWS_CORE_UTILS_MEMORY_STL_AWSSTRING_H
#define CPPWARDEN_STUB_AWS_SDK_AWS_CORE_UTILS_MEMORY_STL_AWSSTRING_H

#include <string>

namespace Aws {
using String = std::basic_string<char, std::char_traits<char>, std::allocator<char>>;
} // namespace Aws

#endif
