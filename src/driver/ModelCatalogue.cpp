#include "driver/ModelCatalogue.h"
#include <map>
#include <set>

namespace cppwarden::driver {

llvm::Expected<std::vector<ModelledLibrary>>
listModels(const Settings &Config) {
  auto Rules = rules::RuleSet::load(Config.Values.ruleOptions());
  if (!Rules)
    return Rules.takeError();
  const analysis::ModelSet &Models = (*Rules)->models();
  std::map<std::string, std::set<std::string>> Functions, Types;
  std::map<std::string, ModelledLibrary> Libraries;
  for (const analysis::FunctionModel &F : Models.Functions)
    Functions[F.Library].insert(F.Names.begin(), F.Names.end());
  for (const analysis::TypeModel &T : Models.Types)
    Types[T.Library].insert(T.Names.begin(), T.Names.end());
  for (const auto &[Name, Names] : Functions)
    Libraries[Name].Functions = unsigned(Names.size());
  for (const auto &[Name, Names] : Types)
    Libraries[Name].Types = unsigned(Names.size());
  for (const analysis::LibraryVerification &V : Models.Verifications)
    Libraries[V.Library].Packages = V.Packages;
  std::vector<ModelledLibrary> Result;
  for (auto &[Name, Library] : Libraries) {
    Library.Name = Name;
    Result.push_back(std::move(Library));
  }
  return Result;
}

} // namespace cppwarden::driver
