//===- message.h - Stub of Protocol Buffers 3.21 for fixtures -*- C++ -*-===//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_PROTOBUF_GOOGLE_PROTOBUF_MESSAGE_H
#define CPPWARDEN_STUB_PROTOBUF_GOOGLE_PROTOBUF_MESSAGE_H

#include <string>

namespace google {
namespace protobuf {
class MessageLite {
public:
  virtual ~MessageLite() {}
  bool ParseFromString(const std::string &data);
  std::string SerializeAsString() const;
};
class Message : public MessageLite {};
} // namespace protobuf
} // namespace google

#endif
