#include "frontend/HeaderOwners.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"
#include <algorithm>
#include <tuple>

using namespace llvm;

namespace cppwarden::frontend {
namespace {

/// The smaller, the better an owner of Header.
auto rank(StringRef Header, StringRef MainFile) {
  bool IsC = sys::path::extension(MainFile) == ".c";
  bool SameName = sys::path::stem(Header) == sys::path::stem(MainFile);
  bool SameFolder =
      sys::path::parent_path(Header) == sys::path::parent_path(MainFile);
  return std::make_tuple(IsC, !(SameName && SameFolder), !SameName, MainFile);
}

} // namespace

std::vector<std::vector<std::string>>
skippedHeaderBodies(ArrayRef<UnitIncludes> Units) {
  StringSet<> MainFiles;
  for (const UnitIncludes &Unit : Units)
    MainFiles.insert(Unit.MainFile);

  StringMap<std::size_t> Owners;
  for (std::size_t I = 0; I < Units.size(); ++I)
    for (const std::string &Header : Units[I].ProjectFiles) {
      if (MainFiles.contains(Header))
        continue;
      auto [It, New] = Owners.try_emplace(Header, I);
      if (!New && rank(Header, Units[I].MainFile) <
                      rank(Header, Units[It->second].MainFile))
        It->second = I;
    }

  std::vector<std::vector<std::string>> Skipped(Units.size());
  for (std::size_t I = 0; I < Units.size(); ++I) {
    for (const std::string &Header : Units[I].ProjectFiles)
      if (auto It = Owners.find(Header); It != Owners.end() && It->second != I)
        Skipped[I].push_back(Header);
    std::sort(Skipped[I].begin(), Skipped[I].end());
  }
  return Skipped;
}

} // namespace cppwarden::frontend
