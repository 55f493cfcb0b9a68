//===- AWSCredentials.h - Stub of the AWS SDK for C++ 1.11 -*- C++ -*------===//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_AWS_SDK_AWS_CORE_AUTH_AWSCREDENTIALS_H
#define CPPWARDEN_STUB_AWS_SDK_AWS_CORE_AUTH_AWSCREDENTIALS_H

#include <aws/core/Aws.h>

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
