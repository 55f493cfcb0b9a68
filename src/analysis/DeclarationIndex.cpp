#include "analysis/DeclarationIndex.h"

#include "analysis/QualifiedName.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/Preprocessor.h"

using namespace clang;

namespace cppwarden::analysis {
namespace {

bool mayHoldText(QualType Type) {
  Type = Type.getNonReferenceType().getCanonicalType();
  if (const auto *Pointer = Type->getAs<PointerType>())
    return Pointer->getPointeeType()->isAnyCharacterType() ||
           Pointer->getPointeeType()->isVoidType();
  return Type->isRecordType() || Type->isArrayType() || Type->isDependentType();
}

const CXXRecordDecl *classBehind(QualType Type) {
  if (const CXXRecordDecl *Record = Type->getAsCXXRecordDecl())
    return Record;
  // `Base<T>` inside a template, and aliases to it.
  if (const auto *Specialisation = Type->getAs<TemplateSpecializationType>())
    if (const TemplateDecl *Template =
            Specialisation->getTemplateName().getAsTemplateDecl())
      return dyn_cast_or_null<CXXRecordDecl>(Template->getTemplatedDecl());
  return nullptr;
}

/// Walks declarations only; bodies hold nothing that a model can name.
class Walker : public RecursiveASTVisitor<Walker> {
public:
  explicit Walker(DeclarationIndex &Index) : Index(Index) {}

  bool shouldVisitImplicitCode() const { return false; }
  bool TraverseStmt(Stmt *, DataRecursionQueue * = nullptr) { return true; }

  bool VisitFunctionDecl(FunctionDecl *Function) {
    // A redeclaration without prototype or with fewer defaults adds nothing.
    DeclaredFunction Out;
    if (const auto *Method = dyn_cast<CXXMethodDecl>(Function)) {
      Out.HasObject = !Method->isStatic();
      Out.IsConstructor = isa<CXXConstructorDecl>(Method);
    }
    QualType Result = Function->getReturnType();
    Out.ReturnsVoid = Result->isVoidType() && !Out.IsConstructor;
    Out.Open = Function->isVariadic() || !Function->hasPrototype();
    for (const ParmVarDecl *Parameter : Function->parameters()) {
      if (Parameter->isParameterPack()) {
        Out.Open = true;
        break;
      }
      DeclaredParameter P;
      QualType Type = Parameter->getType();
      P.Type = Type.getAsString();
      P.Canonical = Type.getCanonicalType().getAsString();
      P.Dependent = Type->isDependentType();
      P.HoldsText = mayHoldText(Type);
      Out.Parameters.push_back(std::move(P));
    }
    Index.Functions[qualifiedName(*Function)].push_back(std::move(Out));
    return true;
  }

  bool VisitTagDecl(TagDecl *Tag) {
    std::string Name = qualifiedName(*Tag);
    if (Name.empty())
      return true;
    Index.Types.insert(Name);
    const auto *Record = dyn_cast<CXXRecordDecl>(Tag);
    if (!Record || !Record->isThisDeclarationADefinition())
      return true;
    std::vector<std::string> &Bases = Index.Bases[Name];
    for (const CXXBaseSpecifier &Base : Record->bases())
      if (const CXXRecordDecl *Class = classBehind(Base.getType()))
        Bases.push_back(qualifiedName(*Class));
    addImplicitMembers(*Record, Name);
    return true;
  }

  bool VisitTypedefNameDecl(TypedefNameDecl *Typedef) {
    std::string Name = qualifiedName(*Typedef);
    if (const CXXRecordDecl *Class = classBehind(Typedef->getUnderlyingType()))
      if (std::string Behind = qualifiedName(*Class);
          !Behind.empty() && Behind != Name)
        Index.Aliases[Name] = std::move(Behind);
    return true;
  }

  bool VisitVarDecl(VarDecl *Variable) {
    if (!isa<ParmVarDecl>(Variable))
      Index.Variables.insert(qualifiedName(*Variable));
    return true;
  }

  bool VisitEnumConstantDecl(EnumConstantDecl *Enumerator) {
    Index.Enumerators.insert(Enumerator->getName());
    return true;
  }

private:
  /// Clang declares these when they are used; a model may name them before.
  void addImplicitMembers(const CXXRecordDecl &Record,
                          const std::string &Name) {
    std::string Own = Name.substr(
        Name.rfind("::") == std::string::npos ? 0 : Name.rfind("::") + 2);
    auto Add = [&](const std::string &Member, bool IsConstructor,
                   unsigned Parameters) {
      DeclaredFunction F;
      F.HasObject = true;
      F.IsConstructor = IsConstructor;
      DeclaredParameter P;
      P.Type = P.Canonical = "const " + Own + " &";
      P.HoldsText = true;
      F.Parameters.assign(Parameters, P);
      Index.Functions[Name + "::" + Member].push_back(std::move(F));
    };
    if (Record.needsImplicitDefaultConstructor())
      Add(Own, true, 0);
    if (Record.needsImplicitCopyConstructor() ||
        Record.needsImplicitMoveConstructor())
      Add(Own, true, 1);
    if (Record.needsImplicitCopyAssignment() ||
        Record.needsImplicitMoveAssignment())
      Add("operator=", false, 1);
    if (Record.needsImplicitDestructor())
      Add("~" + Own, false, 0);
  }

  DeclarationIndex &Index;
};

} // namespace

void DeclarationIndex::collect(ASTContext &Context, Preprocessor &PP) {
  Walker(*this).TraverseDecl(Context.getTranslationUnitDecl());
  for (const auto &Macro : PP.macros()) {
    const MacroInfo *Info = PP.getMacroInfo(Macro.first);
    if (!Info)
      continue;
    std::string First;
    for (const Token &Each : Info->tokens())
      if (const IdentifierInfo *Name = Each.getIdentifierInfo()) {
        First = Name->getName().str();
        break;
      }
    Macros[Macro.first->getName()] = std::move(First);
  }
}

} // namespace cppwarden::analysis
