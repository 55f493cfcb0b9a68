//===- MessageInput.h - Messages of the client, and time between -*- C++
//-*-===//
//
// Standard input as LLVM's transport wants it. There is one thread: while no
// message is there, the server works.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_LSP_MESSAGEINPUT_H
#define CPPWARDEN_LSP_MESSAGEINPUT_H

#include "llvm/Support/JSON.h"
#include "llvm/Support/LSP/Transport.h"
#include <functional>
#include <string>

namespace cppwarden::lsp {

/// Takes messages out of a stream of bytes: headers, an empty line, as many
/// bytes as Content-Length says.
class MessageFramer {
public:
  void feed(llvm::StringRef Bytes) { Pending.append(Bytes); }
  /// The next whole message. Nothing: more bytes are needed, or isBroken().
  std::optional<std::string> next();
  /// The stream is not in this protocol; nothing can be made of the rest.
  bool isBroken() const { return Broken; }

private:
  std::string Pending;
  bool Broken = false;
};

class MessageInput final : public llvm::lsp::JSONTransportInput {
public:
  /// Work is called whenever no message is at hand. It may come back early, and
  /// must when Descriptor can be read.
  MessageInput(int Descriptor, std::function<void(int Descriptor)> Work)
      : Descriptor(Descriptor), Work(std::move(Work)) {}

  bool hasError() const override { return Framer.isBroken() || HasFailed; }
  bool isEndOfInput() const override { return AtEnd; }

  /// The id of the request that was read last; null for a notification.
  llvm::json::Value currentId() const;

protected:
  llvm::LogicalResult readStandardMessage(std::string &Json) override;
  llvm::LogicalResult readDelimitedMessage(std::string &Json) override;

private:
  void readMore();

  int Descriptor;
  std::function<void(int)> Work;
  MessageFramer Framer;
  std::string Current;
  bool AtEnd = false, HasFailed = false;
};

} // namespace cppwarden::lsp

#endif
