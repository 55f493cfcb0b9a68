#include "driver/DependencyRule.h"

namespace cppwarden::driver {
namespace {

std::string escaped(llvm::StringRef Name) {
  std::string Result;
  for (char C : Name) {
    if (C == ' ' || C == '#' || C == '\\')
      Result += '\\';
    if (C == '$')
      Result += '$';
    Result += C;
  }
  return Result;
}

} // namespace

std::string dependencyRule(llvm::StringRef Target,
                           llvm::ArrayRef<std::string> Names) {
  std::string Rule = escaped(Target) + ":";
  for (const std::string &Name : Names)
    Rule += " \\\n  " + escaped(Name);
  return Rule + "\n";
}

} // namespace cppwarden::driver
