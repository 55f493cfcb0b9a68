#include "analysis/Model.h"

using namespace llvm;

namespace cppwarden::analysis {

void ModelSet::index() {
  FunctionsByName.clear();
  TypesByName.clear();
  VariablesByName.clear();
  KindsByName.clear();
  Done = {};
  indexAppended();
}

void ModelSet::indexAppended() {
  for (unsigned &I = Done.Functions; I < Functions.size(); ++I) {
    for (const std::string &Name : Functions[I].Names)
      FunctionsByName[Name].push_back(I);
    if (const std::optional<ModelFormat> &Format = Functions[I].Format)
      for (const auto &[Letter, Sanitiser] : Format->Escapes)
        // ISO C 7.23.6.1; `m` and `C`, `S` are of glibc and POSIX.
        if (Letter.size() == 1 &&
            !StringRef("diouxXeEfFgGaAcspnmCS").contains(Letter[0]))
          if (std::vector<std::string> &Known = EscapesByConversion[Letter[0]];
              !is_contained(Known, Sanitiser))
            Known.push_back(Sanitiser);
  }
  // A later file (the user's) overrides what an earlier one says of a type,
  // a variable.
  for (unsigned &I = Done.Types; I < Types.size(); ++I)
    for (const std::string &Name : Types[I].Names)
      TypesByName[Name] = I;
  for (unsigned &I = Done.Variables; I < Variables.size(); ++I)
    for (const std::string &Name : Variables[I].Names)
      VariablesByName[Name] = I;
  for (unsigned &I = Done.Kinds; I < Kinds.size(); ++I)
    KindsByName[Kinds[I].Name] = I;
}

ArrayRef<unsigned> ModelSet::functionsNamed(StringRef QualifiedName) const {
  auto Found = FunctionsByName.find(QualifiedName);
  return Found == FunctionsByName.end() ? ArrayRef<unsigned>()
                                        : ArrayRef<unsigned>(Found->second);
}

const TypeModel *ModelSet::typeNamed(StringRef QualifiedName) const {
  auto Found = TypesByName.find(QualifiedName);
  return Found == TypesByName.end() ? nullptr : &Types[Found->second];
}

const VariableModel *ModelSet::variableNamed(StringRef QualifiedName) const {
  auto Found = VariablesByName.find(QualifiedName);
  return Found == VariablesByName.end() ? nullptr : &Variables[Found->second];
}

const Kind *ModelSet::kindNamed(StringRef Name) const {
  auto Found = KindsByName.find(Name);
  return Found == KindsByName.end() ? nullptr : &Kinds[Found->second];
}

ArrayRef<std::string> ModelSet::escapesOf(char Conversion) const {
  auto Found = EscapesByConversion.find(Conversion);
  return Found == EscapesByConversion.end() ? ArrayRef<std::string>()
                                            : ArrayRef(Found->second);
}

bool ModelSet::isKindWithin(StringRef Name, StringRef Ancestor) {
  return Name.consume_front(Ancestor) && (Name.empty() || Name.front() == '.');
}

} // namespace cppwarden::analysis
