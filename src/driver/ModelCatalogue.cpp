#include "driver/ModelCatalogue.h"
#include "analysis/ModelVerifier.h"
#include "support/Yaml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
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

llvm::Expected<ExitCode> verifyModels(const Settings &Config,
                                      llvm::ArrayRef<std::string> Libraries,
                                      llvm::raw_ostream &Out) {
  auto Rules = rules::RuleSet::load(Config.Values.ruleOptions());
  if (!Rules)
    return Rules.takeError();
  const analysis::ModelSet &Models = (*Rules)->models();
  std::vector<llvm::StringRef> Known;
  for (const analysis::LibraryVerification &V : Models.Verifications)
    Known.push_back(V.Library);
  for (const std::string &Name : Libraries)
    if (!llvm::is_contained(Known, Name)) {
      auto Near = nearestSpelling(Name, Known);
      return llvm::createStringError(
          "no models of a library '" + Name + "' with a `verify:` section" +
          (Near ? "; did you mean '" + *Near + "'?" : llvm::Twine("")));
    }

  unsigned Wrong = 0, Verified = 0, Skipped = 0;
  for (const analysis::LibraryVerification &V : Models.Verifications) {
    if (!Libraries.empty() && !llvm::is_contained(Libraries, V.Library))
      continue;
    // Libraries that no package ships are compared with declarations in
    // cppwarden's own sources, which an installation does not have.
    if (!V.StubFolder.empty() &&
        !llvm::sys::fs::is_directory("tests/stubs/" + V.StubFolder)) {
      ++Skipped;
      Out << V.Library << ": not verified: no tests/stubs/" << V.StubFolder
          << " (run it in cppwarden's source folder)\n";
      continue;
    }
    auto Report = analysis::verifyLibrary(Models, V);
    if (!Report)
      return Report.takeError();
    if (!Report->isInstalled()) {
      ++Skipped;
      Out << V.Library << ": not verified: no "
          << llvm::join(Report->MissingHeaders, ", ");
      if (!V.Packages.empty())
        Out << " (install " << llvm::join(V.Packages, " ") << ')';
      Out << '\n';
      continue;
    }
    ++Verified;
    Wrong += unsigned(Report->Problems.size());
    for (const std::string &Error : Report->CompileErrors)
      Out << V.Library << ": the headers do not compile: " << Error << '\n';
    for (const analysis::VerificationProblem &Problem : Report->Problems)
      Out << Problem.File << ':' << Problem.Line << ": " << Problem.Message
          << '\n';
    Out << V.Library << ": " << Report->Verified
        << (Report->Verified == 1 ? " name matches" : " names match");
    if (!Report->Problems.empty())
      Out << ", " << Report->Problems.size()
          << (Report->Problems.size() == 1 ? " does not" : " do not");
    Out << '\n';
    Out.flush();
  }
  if (Wrong)
    return ExitFindings;
  return Verified == 0 || (Skipped && !Libraries.empty()) ? ExitIncomplete
                                                          : ExitClean;
}

} // namespace cppwarden::driver
