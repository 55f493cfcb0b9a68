#include "analysis/QualifiedName.h"

#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/OperatorKinds.h"
#include "llvm/ADT/SmallVector.h"

using namespace clang;

namespace cppwarden::analysis {
namespace {

/// The name of a record or enum, or its typedef's; empty for a nameless one.
llvm::StringRef tagName(const TagDecl &Tag) {
  if (const IdentifierInfo *Name = Tag.getIdentifier())
    return Name->getName();
  if (const TypedefNameDecl *Typedef = Tag.getTypedefNameForAnonDecl())
    return Typedef->getName();
  const auto *Record = llvm::dyn_cast<CXXRecordDecl>(&Tag);
  return Record && Record->isLambda() ? "lambda" : llvm::StringRef();
}

llvm::StringRef classOf(const DeclContext *Context) {
  const auto *Tag = llvm::dyn_cast<TagDecl>(Context);
  return Tag ? tagName(*Tag) : llvm::StringRef();
}

void appendOwnName(const NamedDecl &Declaration, std::string &Out) {
  DeclarationName Name = Declaration.getDeclName();
  switch (Name.getNameKind()) {
  case DeclarationName::Identifier:
    if (const IdentifierInfo *Identifier = Name.getAsIdentifierInfo())
      Out += Identifier->getName();
    else if (const auto *Tag = llvm::dyn_cast<TagDecl>(&Declaration))
      Out += tagName(*Tag);
    return;
  case DeclarationName::CXXConstructorName:
    Out += classOf(Declaration.getDeclContext());
    return;
  case DeclarationName::CXXDestructorName:
    Out += '~';
    Out += classOf(Declaration.getDeclContext());
    return;
  case DeclarationName::CXXConversionFunctionName:
    Out += "operator conversion";
    return;
  case DeclarationName::CXXOperatorName: {
    llvm::StringRef Spelling =
        getOperatorSpelling(Name.getCXXOverloadedOperator());
    Out += "operator";
    if (!Spelling.empty() && (Spelling[0] >= 'a' && Spelling[0] <= 'z'))
      Out += ' '; // operator new, operator co_await
    Out += Spelling;
    return;
  }
  case DeclarationName::CXXLiteralOperatorName:
    Out += "operator\"\"";
    Out += Name.getCXXLiteralIdentifier()->getName();
    return;
  case DeclarationName::CXXDeductionGuideName:
    Out += Name.getCXXDeductionGuideTemplate()->getName();
    return;
  default:
    Out += Declaration.getNameAsString();
    return;
  }
}

bool hasPlainCName(const NamedDecl &Declaration) {
  if (const auto *Function = llvm::dyn_cast<FunctionDecl>(&Declaration))
    return Function->isExternC();
  if (const auto *Variable = llvm::dyn_cast<VarDecl>(&Declaration))
    return Variable->isExternC();
  return false;
}

} // namespace

std::string qualifiedName(const NamedDecl &Declaration) {
  std::string Out;
  if (hasPlainCName(Declaration)) {
    appendOwnName(Declaration, Out);
    return Out;
  }
  llvm::SmallVector<const NamedDecl *, 8> Outer;
  for (const DeclContext *Context = Declaration.getDeclContext();
       Context && !Context->isTranslationUnit();
       Context = Context->getParent()) {
    if (const auto *Namespace = llvm::dyn_cast<NamespaceDecl>(Context)) {
      if (!Namespace->isAnonymousNamespace() && !Namespace->isInline())
        Outer.push_back(Namespace);
    } else if (const auto *Enum = llvm::dyn_cast<EnumDecl>(Context)) {
      if (Enum->isScoped())
        Outer.push_back(Enum);
    } else if (const auto *Tag = llvm::dyn_cast<TagDecl>(Context)) {
      if (!tagName(*Tag).empty())
        Outer.push_back(Tag);
    } else if (const auto *Function = llvm::dyn_cast<FunctionDecl>(Context)) {
      Outer.push_back(Function);
    }
  }
  for (const NamedDecl *Context : llvm::reverse(Outer)) {
    appendOwnName(*Context, Out);
    Out += "::";
  }
  appendOwnName(Declaration, Out);
  return Out;
}

} // namespace cppwarden::analysis
