//===- FixOffers.cpp - What models would write instead
//---------------------===//
//
// `fixes` of a model say what an argument or the function's name should be.
// Here, where the sources are at hand, each becomes an offer if the place is
// plain text that can be exchanged: a literal, a constant's name, a call
// without arguments. Whether anything is wrong there is not asked; the link
// knows, and drops the offers that no finding takes.
//
// Sizes. A digest of 32 bytes does not fit where one of 16 did. The functions
// that write it take no length, so an offer with `unless-sized` is withheld in
// a function that names one of these sizes anywhere. That is coarse on purpose:
// what is lost is a fix, what is saved is an overrun buffer. Buffers behind
// other functions are not seen, which is why such fixes are unsafe all the
// same.
//
//===----------------------------------------------------------------------===//
#include "analysis/extract/FunctionExtractor.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace cppwarden::analysis {

namespace {

/// The numbers that a body names, looked at once.
class SizeCollector {
public:
  SizeCollector(ASTContext &Context, std::set<std::uint64_t> &Into)
      : Context(Context), Into(Into) {}

  void visit(const Stmt *S) {
    if (!S)
      return;
    if (const auto *Number = dyn_cast<IntegerLiteral>(S)) {
      add(Number->getValue());
    } else if (const auto *Named = dyn_cast<DeclRefExpr>(S)) {
      addDeclaration(Named->getDecl());
    } else if (const auto *Member = dyn_cast<MemberExpr>(S)) {
      addDeclaration(Member->getMemberDecl());
    } else if (const auto *Declared = dyn_cast<DeclStmt>(S)) {
      for (const Decl *D : Declared->decls())
        if (const auto *Variable = dyn_cast<ValueDecl>(D))
          addDeclaration(Variable);
    }
    for (const Stmt *Child : S->children())
      visit(Child);
  }

  void addDeclaration(const ValueDecl *Declared) {
    QualType Type = Declared->getType();
    if (const auto *Parameter = dyn_cast<ParmVarDecl>(Declared))
      Type = Parameter->getOriginalType();
    if (Type.isNull())
      return;
    addType(Type.getNonReferenceType());
    // A constant counts with its value.
    const auto *Variable = dyn_cast<VarDecl>(Declared);
    const Expr *Init = Variable ? Variable->getAnyInitializer() : nullptr;
    if (!Init || Init->isValueDependent() ||
        !Variable->getType()->isIntegerType() ||
        !Variable->isUsableInConstantExpressions(Context))
      return;
    if (const APValue *Value = Variable->evaluateValue();
        Value && Value->isInt())
      add(Value->getInt());
  }

private:
  void add(const llvm::APInt &Value) {
    if (Value.getActiveBits() <= 64)
      Into.insert(Value.getZExtValue());
  }

  void addType(QualType Type) {
    while (const ArrayType *Array = Context.getAsArrayType(Type)) {
      if (const auto *Sized = dyn_cast<ConstantArrayType>(Array))
        add(Sized->getSize());
      Type = Array->getElementType();
    }
    // std::array<unsigned char, 16>
    const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
        Type->getAsCXXRecordDecl());
    if (!Class)
      return;
    for (const TemplateArgument &Argument : Class->getTemplateArgs().asArray())
      if (Argument.getKind() == TemplateArgument::Integral)
        add(Argument.getAsIntegral());
  }

  ASTContext &Context;
  std::set<std::uint64_t> &Into;
};

/// A name, perhaps qualified, perhaps called without arguments.
bool isNameOrCall(llvm::StringRef Text) {
  Text.consume_back("()");
  return !Text.empty() && !llvm::isDigit(Text[0]) &&
         llvm::all_of(Text, [](char C) {
           return llvm::isAlnum(C) || C == '_' || C == ':';
         });
}

/// "text" without prefix, escapes or a second piece.
bool isPlainString(llvm::StringRef Text) {
  return Text.consume_front("\"") && Text.consume_back("\"") &&
         Text.find_first_of("\"\\\n") == llvm::StringRef::npos;
}

/// The digits of an integer literal, and its suffix; decimal and hexadecimal.
std::optional<std::pair<std::uint64_t, llvm::StringRef>>
readInteger(llvm::StringRef Text) {
  bool IsHex = Text.starts_with_insensitive("0x");
  llvm::StringRef Digits =
      Text.drop_back(Text.size() - (Text.find_last_not_of("uUlLzZ") + 1));
  llvm::StringRef Suffix = Text.drop_front(Digits.size());
  std::string Plain = Digits.str();
  llvm::erase(Plain, '\'');
  if (!IsHex && Plain.size() > 1 && Plain[0] == '0') // octal, binary
    return std::nullopt;
  std::uint64_t Value;
  if (llvm::StringRef(Plain).getAsInteger(0, Value))
    return std::nullopt;
  return std::pair(Value, Suffix);
}

bool startsAsNumber(llvm::StringRef Text) {
  return !Text.empty() && llvm::isDigit(Text[0]);
}

} // namespace

bool FunctionExtractor::namesSize(llvm::ArrayRef<std::uint64_t> AnyOf) {
  if (AnyOf.empty())
    return false;
  if (!Sizes) {
    Sizes.emplace();
    SizeCollector Collect(Context, *Sizes);
    if (Function) {
      for (const ParmVarDecl *Parameter : Function->parameters())
        Collect.addDeclaration(Parameter);
      Collect.visit(Function->getBody());
    }
  }
  return llvm::any_of(AnyOf,
                      [&](std::uint64_t Size) { return Sizes->count(Size); });
}

void FunctionExtractor::offer(const CallSite &Site, const FunctionModel &Model,
                              const ModelFix &Fix) {
  FixOffer Offer;
  SourceLocation Begin, End;
  const Expr *Replaced = nullptr;
  if (Fix.Argument) {
    if (*Fix.Argument >= Site.Arguments.size() ||
        isa<CXXDefaultArgExpr>(Site.Arguments[*Fix.Argument]))
      return;
    Replaced = stripped(Site.Arguments[*Fix.Argument]);
    Begin = Replaced->getBeginLoc();
    End = Replaced->getEndLoc();
  } else {
    const auto *Call = dyn_cast<CallExpr>(Site.At);
    const auto *Name =
        Call ? dyn_cast<DeclRefExpr>(Call->getCallee()->IgnoreParenImpCasts())
             : nullptr;
    // Of a template, the arguments would have to be looked at.
    if (!Name || Name->hasExplicitTemplateArgs())
      return;
    Begin = End = Name->getLocation();
  }
  std::optional<TextEdit> Edit = Unit.Unit.editable(Begin, End);
  if (!Edit)
    return;
  llvm::StringRef Old = Edit->Replaced;
  if (startsAsNumber(Fix.With)) {
    auto Number = Replaced && isa<IntegerLiteral>(Replaced) ? readInteger(Old)
                                                            : std::nullopt;
    // A cast on the way may hold less than the parameter.
    if (!Number || Site.Arguments[*Fix.Argument]->IgnoreParenImpCasts() !=
                       Replaced->IgnoreParenImpCasts())
      return;
    QualType Type = Site.Arguments[*Fix.Argument]->getType();
    if (!Type->isIntegerType())
      return;
    unsigned Bits = std::min<unsigned>(Context.getIntWidth(Type), 64);
    if (Type->isSignedIntegerOrEnumerationType())
      --Bits;
    Offer.LargestNumber = ~std::uint64_t(0) >> (64 - Bits);
    Edit->Replacement = Fix.With + Number->second.str();
  } else {
    if (!isNameOrCall(Old) && !isPlainString(Old))
      return;
    Edit->Replacement = Fix.With;
  }
  // A policy may ask for more than the model's number.
  bool ChangesNothing = !Offer.LargestNumber && Edit->Replacement == Old;
  if (ChangesNothing || namesSize(Fix.UnlessSized))
    return;

  // A finding about what the call itself is or gives stands at the call, one
  // about an argument begins there.
  auto Gives = [&](llvm::StringRef Kind) {
    return ModelSet::isKindWithin(Kind, Fix.Kind);
  };
  bool IsOfCall = !Fix.Argument || llvm::any_of(Model.Uses, Gives) ||
                  llvm::any_of(Model.Sources, [&](const ModelEndpoint &E) {
                    return Gives(E.Kind);
                  });
  const Stmt *Of = IsOfCall ? static_cast<const Stmt *>(Site.At) : Replaced;
  Offer.Of = Unit.Unit.range(Of->getBeginLoc(), Of->getEndLoc());
  Offer.Kind = Fix.Kind;
  Offer.IsCallee = !Fix.Argument;
  Offer.Edit = std::move(*Edit);
  Offer.Caution = Fix.Caution;
  Unit.FixOffers.insert(std::move(Offer));
}

void FunctionExtractor::offerFixes(
    const CallSite &Site, llvm::ArrayRef<const FunctionModel *> Models) {
  for (const FunctionModel *Model : Models)
    for (const ModelFix &Fix : Model->Fixes)
      offer(Site, *Model, Fix);
}

} // namespace cppwarden::analysis
