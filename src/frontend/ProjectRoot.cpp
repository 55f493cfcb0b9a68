#include "frontend/ProjectRoot.h"

#include "support/Paths.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <map>
#include <vector>

using namespace llvm;

namespace cppwarden::frontend {
namespace {

/// The nearest marked folder at or above Folder, or an empty string.
class Markers {
public:
  StringRef nearest(StringRef Folder) {
    if (Folder.empty())
      return "";
    auto [It, New] = Known.try_emplace(Folder);
    if (!New)
      return It->second;
    std::string Found;
    if (isMarkedRoot(Folder))
      Found = Folder.str();
    else if (StringRef Parent = sys::path::parent_path(Folder);
             Parent != Folder)
      Found = nearest(Parent).str();
    return Known[Folder] = Found;
  }

private:
  StringMap<std::string> Known;
};

std::string commonFolder(ArrayRef<std::string> Sources) {
  std::string Common = sys::path::parent_path(Sources.front()).str();
  for (StringRef Source : Sources)
    while (!isBelow(Source, Common)) {
      StringRef Parent = sys::path::parent_path(Common);
      if (Parent.empty())
        return "/";
      Common = Parent.str();
    }
  return Common;
}

} // namespace

bool isMarkedRoot(StringRef Folder) {
  return sys::fs::exists(Folder + "/.git") ||
         sys::fs::exists(Folder + "/.cppwarden.yaml");
}

std::string deriveProjectRoot(ArrayRef<std::string> Sources,
                              StringRef DatabaseFolder) {
  std::vector<std::string> Written;
  for (const std::string &Source : Sources)
    if (DatabaseFolder.empty() || !isBelow(Source, DatabaseFolder))
      Written.push_back(Source);
  if (Written.empty())
    Written = Sources.vec();

  Markers Marked;
  std::string Common = commonFolder(Written);
  if (StringRef Around = Marked.nearest(Common); !Around.empty())
    return Around.str();

  std::map<std::string, unsigned> Votes;
  for (StringRef Source : Written)
    if (StringRef Nearest = Marked.nearest(sys::path::parent_path(Source));
        !Nearest.empty())
      ++Votes[Nearest.str()];
  const std::pair<const std::string, unsigned> *Best = nullptr;
  for (const auto &Vote : Votes)
    if (!Best || Vote.second > Best->second)
      Best = &Vote;
  if (Best && Best->second * 2 > Written.size())
    return Best->first;
  return Common;
}

} // namespace cppwarden::frontend
