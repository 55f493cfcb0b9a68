#include "lsp/Untyped.h"
#include "support/Paths.h"

namespace cppwarden::lsp {

const llvm::json::Value *
Untyped::find(std::initializer_list<llvm::StringRef> Path) const {
  const llvm::json::Value *At = &Value;
  for (llvm::StringRef Name : Path) {
    const llvm::json::Object *Object = At->getAsObject();
    At = Object ? Object->get(Name) : nullptr;
    if (!At)
      return nullptr;
  }
  return At;
}

llvm::StringRef
Untyped::text(std::initializer_list<llvm::StringRef> Path) const {
  const llvm::json::Value *Found = find(Path);
  return Found ? Found->getAsString().value_or("") : "";
}

bool Untyped::flag(std::initializer_list<llvm::StringRef> Path) const {
  const llvm::json::Value *Found = find(Path);
  return Found && Found->getAsBoolean().value_or(false);
}

bool fromJSON(const llvm::json::Value &Value, Untyped &Result,
              llvm::json::Path) {
  Result.Value = Value;
  return true;
}

llvm::json::Value toJSON(const Untyped &Value) { return Value.Value; }

std::string filePath(llvm::StringRef Uri) {
  if (!Uri.starts_with("file:"))
    return "";
  auto Parsed = llvm::lsp::URIForFile::fromURI(Uri);
  if (!Parsed) {
    llvm::consumeError(Parsed.takeError());
    return "";
  }
  return absolutePath(Parsed->file(), "/");
}

std::optional<llvm::lsp::Range> readRange(const llvm::json::Value *Value) {
  llvm::lsp::Range Result;
  llvm::json::Path::Root Root;
  if (!Value)
    return std::nullopt;
  if (fromJSON(*Value, Result, Root))
    return Result;
  llvm::consumeError(Root.getError());
  return std::nullopt;
}

} // namespace cppwarden::lsp
