#include "lsp/ServerSettings.h"
#include <algorithm>

namespace cppwarden::lsp {

ServerSettings withClientSettings(ServerSettings Base,
                                  const llvm::json::Value *Said) {
  const llvm::json::Object *Object = Said ? Said->getAsObject() : nullptr;
  if (!Object)
    return Base;
  auto Take = [&](llvm::StringRef Name, std::string &Into) {
    if (auto Text = Object->getString(Name); Text && !Text->empty())
      Into = Text->str();
  };
  Take("buildPath", Base.Request.BuildPath);
  Take("config", Base.Request.ConfigurationFile);
  Take("baseline", Base.Baseline);
  if (auto Flag = Object->getBoolean("background"))
    Base.Live.WithBackground = *Flag;
  if (auto Flag = Object->getBoolean("showExplanations"))
    Base.ShowExplanations = *Flag;
  if (auto Number = Object->getInteger("debounce"))
    Base.Debounce =
        std::chrono::milliseconds(std::clamp<std::int64_t>(*Number, 0, 10000));
  return Base;
}

std::string clientFolder(const Untyped &Initialize) {
  if (const llvm::json::Value *Folders = Initialize.find({"workspaceFolders"}))
    if (const llvm::json::Array *List = Folders->getAsArray())
      for (const llvm::json::Value &Folder : *List)
        if (std::string Path = filePath(Untyped{Folder}.text({"uri"}));
            !Path.empty())
          return Path;
  if (std::string Path = filePath(Initialize.text({"rootUri"})); !Path.empty())
    return Path;
  return Initialize.text({"rootPath"}).str();
}

} // namespace cppwarden::lsp
