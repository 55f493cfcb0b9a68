//===- Positions.h - The protocol's places and ours ------------*- C++ -*-===//
//
// The protocol counts lines and UTF-16 code units from 0; findings count lines
// and bytes from 1.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_LSP_POSITIONS_H
#define CPPWARDEN_LSP_POSITIONS_H

#include "cppwarden/Finding.h"
#include "report/SourceText.h"
#include "llvm/Support/LSP/Protocol.h"

namespace cppwarden::lsp {

/// Byte offset of a place; one outside the text is moved to its nearest one,
/// one inside a character to its begin.
std::size_t offsetOf(const report::SourceText &Text,
                     const llvm::lsp::Position &Place);

/// Without a text (the file is gone), columns are taken for ASCII.
llvm::lsp::Range toRange(const SourceRange &Range,
                         const report::SourceText *Text);

/// Text after an edit of the client.
std::string
applyChange(std::string Text,
            const llvm::lsp::TextDocumentContentChangeEvent &Change);

/// Do they share a place? An empty range is the place where it begins.
bool touch(const llvm::lsp::Range &A, const llvm::lsp::Range &B);

} // namespace cppwarden::lsp

#endif
