//===- AWSCredentialsProvider.h - Stub of the AWS SDK for C++ 1.11 -*- C++ -*//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_AWS_SDK_AWS_CORE_AUTH_AWSCREDENTIALSPROVIDER_H
#define CPPWARDEN_STUB_AWS_SDK_AWS_CORE_AUTH_AWSCREDENTIALSPROVIDER_H

#include <aws/core/auth/AWSCredentials.h>

namespace Aws {
namespace Auth {
class AWSCredentialsProvider {
public:
  virtual ~AWSCredentialsProvider();
  virtual AWSCredentials GetAWSCredentials() = 0;
};
class SimpleAWSCredentialsProvider : public AWSCredentialsProvider {
public:
  SimpleAWSCredentialsProvider(const Aws::String &awsAccessKeyId, const Aws::String &awsSecretAccessKey,
                               const Aws::String &sessionToken = "");
  SimpleAWSCredentialsProvider(const AWSCredentials &credentials);
  AWSCredentials GetAWSCredentials() override;
};
class EnvironmentAWSCredentialsProvider : public AWSCredentialsProvider {
public:
  AWSCredentials GetAWSCredentials() override;
};
} // namespace Auth
} // namespace Aws

#endif
