//===- Untyped.h - Messages read by hand -----------------------*- C++ -*-===//
//
// LLVM's protocol types lack what newer clients send and want parts that others
// leave out. Such messages are taken as they are, and each part that is not
// there counts as not said.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_LSP_UNTYPED_H
#define CPPWARDEN_LSP_UNTYPED_H

#include "llvm/Support/JSON.h"
#include "llvm/Support/LSP/Protocol.h"
#include <optional>

namespace cppwarden::lsp {

struct Untyped {
  llvm::json::Value Value = nullptr;

  /// The part at a path of names, or null.
  const llvm::json::Value *
  find(std::initializer_list<llvm::StringRef> Path) const;
  llvm::StringRef text(std::initializer_list<llvm::StringRef> Path) const;
  bool flag(std::initializer_list<llvm::StringRef> Path) const;
};

bool fromJSON(const llvm::json::Value &Value, Untyped &Result,
              llvm::json::Path Path);
llvm::json::Value toJSON(const Untyped &Value);

/// A file that the client names by its URI: its absolute
/// path, or empty for what is no file.
std::string filePath(llvm::StringRef Uri);
std::optional<llvm::lsp::Range> readRange(const llvm::json::Value *Value);

} // namespace cppwarden::lsp

#endif
