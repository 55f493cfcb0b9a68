//===- ServerSettings.h - What command line and client ask for -*- C++ -*-===//
#ifndef CPPWARDEN_LSP_SERVERSETTINGS_H
#define CPPWARDEN_LSP_SERVERSETTINGS_H

#include "driver/LiveProject.h"
#include "lsp/Untyped.h"

namespace cppwarden::lsp {

struct ServerSettings {
  /// Of the command line. Its working directory is the client's folder once
  /// that is known.
  driver::ProjectRequest Request;
  driver::RunContext Context;
  driver::LiveOptions Live;
  /// Pause in typing before an analysis starts.
  std::chrono::milliseconds Debounce{150};
  std::string Baseline; ///< --baseline, as written; empty: not given
  /// What `Explain` answers is shown as a message as well.
  bool ShowExplanations = true;
  /// The client shows related information of diagnostics.
  bool WithRelatedInformation = false;
};

/// Base with what a client's `cppwarden` settings say: `buildPath`, `config`,
/// `baseline`, `background`, `debounce` (ms), `showExplanations`. Others are
/// ignored, since clients keep their own among them.
ServerSettings withClientSettings(ServerSettings Base,
                                  const llvm::json::Value *Said);

/// The folder that the client works in, or empty.
std::string clientFolder(const Untyped &Initialize);

} // namespace cppwarden::lsp

#endif
