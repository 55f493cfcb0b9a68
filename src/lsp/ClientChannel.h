//===- ClientChannel.h - What the server says by itself --------*- C++ -*-===//
//
// Notifications and requests to the client, in the forms that it said it
// understands.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_LSP_CLIENTCHANNEL_H
#define CPPWARDEN_LSP_CLIENTCHANNEL_H

#include "lsp/Untyped.h"
#include "lsp/Workspace.h"
#include "llvm/Support/LSP/Transport.h"

namespace cppwarden::lsp {

class ClientChannel final : public WorkspaceListener {
public:
  /// Handler must outlive it.
  explicit ClientChannel(llvm::lsp::MessageHandler &Handler);

  /// Initialize: the parameters of that request.
  void learn(const Untyped &Initialize);
  /// Asks to be told of changed files and settings.
  void registerWatchers();

  void show(llvm::lsp::MessageType Type, const std::string &Message);

  void publish(llvm::StringRef Uri, std::optional<std::int64_t> Version,
               llvm::json::Value Diagnostics) override;
  void complain(const std::string &Message) override;
  void opened() override { Complaint.clear(); }
  void progress(std::size_t Done, std::size_t Total) override;

private:
  enum class ProgressState { None, Asked, Shown };
  void sendProgress(llvm::json::Object Value);

  llvm::lsp::OutgoingNotification<Untyped> PublishDiagnostics, ShowMessage,
      Progress;
  llvm::lsp::OutgoingRequest<Untyped> CreateProgress, RegisterCapability;
  bool CanShowProgress = false, CanWatchFiles = false, CanWatchSettings = false;
  ProgressState State = ProgressState::None;
  unsigned Progresses = 0; ///< begun so far
  std::string Told;        ///< last text of progress
  std::string Complaint;   ///< the last one
};

} // namespace cppwarden::lsp

#endif
