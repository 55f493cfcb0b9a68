//===- ClientConfiguration.h - Stub of the AWS SDK for C++ -*- C++ -*------===//
//
// Declarations only, a few of the library's, as programs use them; the header itself
// was not read, so types are a guess.
//
// amazon-kinesis-producer 11c4a64f, kinesis_producer.cc: every field.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_AWS_SDK_AWS_CORE_CLIENT_CLIENTCONFIGURATION_H
#define CPPWARDEN_STUB_AWS_SDK_AWS_CORE_CLIENT_CLIENTCONFIGURATION_H

#include <aws/core/utils/memory/stl/AWSString.h>

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
