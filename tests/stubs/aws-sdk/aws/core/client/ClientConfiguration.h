//===- ClientConfiguration.h - Stub of the AWS SDK for C++ 1.11 -*- C++ -*-===//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_AWS_SDK_AWS_CORE_CLIENT_CLIENTCONFIGURATION_H
#define CPPWARDEN_STUB_AWS_SDK_AWS_CORE_CLIENT_CLIENTCONFIGURATION_H

#include <aws/core/Aws.h>

namespace Aws {
namespace Client {
struct ClientConfiguration {
  Aws::String userAgent;
  Aws::String region;
  Aws::String endpointOverride;
  Aws::String proxyHost;
  unsigned proxyPort = 0;
  Aws::String proxyUserName;
  Aws::String proxyPassword;
  bool verifySSL = true;
};
} // namespace Client
} // namespace Aws

#endif
