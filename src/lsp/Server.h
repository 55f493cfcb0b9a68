//===- Server.h - `cppwarden lsp` ------------------------------*- C++ -*-===//
//
// The language server on standard input and output. docs/editors.md is the
// user's reference.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_LSP_SERVER_H
#define CPPWARDEN_LSP_SERVER_H

#include "lsp/ServerSettings.h"
#include "llvm/Support/raw_ostream.h"

namespace cppwarden::lsp {

/// Serves the client until it says `exit`. The exit status: 0 if it said
/// `shutdown` before, else 1.
int runServer(ServerSettings Settings);

/// The same for the messages in In, but no project is ever opened: what a
/// client says is read, kept and answered. An error when it goes without
/// `exit`. For fuzzing.
llvm::Error answerMessages(int In, llvm::raw_ostream &Out);

} // namespace cppwarden::lsp

#endif
