//===- AWSCredentialsProvider.h - Stub of the AWS SDK for C++ -*- C++ -*-----//
//
// Declarations only, a few of the library's, as programs use them; the header itself
// was not read, so const and references are a guess.
//
// amazon-kinesis-producer 11c4a64f: AWSCredentialsProvider and what it overrides.
// Velox 4d16851e, Apache Arrow 515410b2, duckdb-aws 9126ffd6: SimpleAWSCredentialsProvider
// with two and three arguments; amazon-redshift-odbc-driver af2dfff1: of AWSCredentials.
// duckdb-aws 9126ffd6, aws-lambda-cpp b83d8fa6: EnvironmentAWSCredentialsProvider.
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
