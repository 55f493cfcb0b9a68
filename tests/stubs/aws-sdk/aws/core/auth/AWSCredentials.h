//===- AWSCredentials.h - Stub of the AWS SDK for C++ -*- C++ -*-----------===//
//
// Declarations only, a few of the library's, as programs use them; the header itself
// was not read, so const and references are a guess.
//
// amazon-kinesis-producer 11c4a64f: the constructors, the three getters.
// Apache Arrow 515410b2: the path, two arguments, the getters.
// Velox 4d16851e: the constructor without arguments.
// aws-robotics/utils-common 67d87d96: the three setters.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_AWS_SDK_AWS_CORE_AUTH_AWSCREDENTIALS_H
#define CPPWARDEN_STUB_AWS_SDK_AWS_CORE_AUTH_AWSCREDENTIALS_H

#include <aws/core/utils/memory/stl/AWSString.h>

namespace Aws {
namespace Auth {
class AWSCredentials {
public:
  AWSCredentials();
  AWSCredentials(const Aws::String &accessKeyId, const Aws::String &secretKey);
  AWSCredentials(const Aws::String &accessKeyId, const Aws::String &secretKey, const Aws::String &sessionToken);
  const Aws::String &GetAWSAccessKeyId() const;
  const Aws::String &GetAWSSecretKey() const;
  const Aws::String &GetSessionToken() const;
  void SetAWSAccessKeyId(const Aws::String &accessKeyId);
  void SetAWSSecretKey(const Aws::String &secretKey);
  void SetSessionToken(const Aws::String &sessionToken);
};
} // namespace Auth
} // namespace Aws

#endif
