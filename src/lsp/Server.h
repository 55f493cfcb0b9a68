//===- Server.h - `cppwarden lsp` ------------------------------*- C++ -*-===//
//
// The language server on standard input and output. docs/editors.md is the
// user's reference.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_LSP_SERVER_H
#define CPPWARDEN_LSP_SERVER_H

#include "lsp/ServerSettings.h"

namespace cppwarden::lsp {

/// Serves the client until it says `exit`. The exit status: 0 if it said
/// `shutdown` before, else 1.
int runServer(ServerSettings Settings);

} // namespace cppwarden::lsp

#endif
