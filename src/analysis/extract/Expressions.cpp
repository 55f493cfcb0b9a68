//===- Expressions.cpp - What an expression evaluates to ------------------===//
#include "analysis/extract/FunctionExtractor.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace cppwarden::analysis {

/// Deeply nested expressions (generated tables, chains of 10,000 `+`) are cut:
/// the walk is recursive.
static constexpr unsigned MaxExpressionDepth = 400;

NodeId FunctionExtractor::valueNode(const Stmt *At, unsigned Role,
                                    ValueClass Class, std::uint16_t Flags,
                                    StringId Label) {
  auto [It, New] = Values.try_emplace({At, Role}, 0);
  if (New) {
    Node N;
    N.Class = Class;
    N.Flags = Flags;
    N.Function = Id;
    N.Location = Unit.location(At);
    N.Label = Label;
    It->second = Builder.node(N);
  }
  return It->second;
}

NodeId FunctionExtractor::withNamedSource(NodeId Value, StringId Kind,
                                          const Expr *At) {
  auto [It, New] = Values.try_emplace({At, 0x10}, 0);
  if (New) {
    Node N;
    N.Kind = NodeKind::Source;
    N.Class = Unit.classify(At->getType());
    N.Flags = NF_Step | NF_Named;
    N.Ref = Kind;
    N.Function = Id;
    N.Location = Unit.location(At);
    N.Label = Builder.string(Unit.label(At));
    It->second = Builder.node(N);
  }
  NodeId Both = valueNode(At, 0x11, Unit.classify(At->getType()));
  Builder.edge(It->second, Both);
  Builder.edge(Value, Both);
  return Both;
}

void FunctionExtractor::namedSink(StringId Kind, NodeId Value, const Stmt *At,
                                  llvm::StringRef Label, std::uint16_t Flags,
                                  EdgeKind How) {
  if (!Kind || !Value || Value == Empty)
    return;
  auto [It, New] = Values.try_emplace({At, 0x1000000u + Kind}, 0);
  if (New) {
    Node N;
    N.Kind = NodeKind::Sink;
    N.Class = ValueClass::Text;
    N.Flags = NF_Step | NF_Named | Flags;
    N.Ref = Kind;
    N.Function = Id;
    N.Location = Unit.location(At);
    N.Label = Builder.string(Label);
    It->second = Builder.node(N);
  }
  Builder.edge(Value, It->second, How);
}

AbstractValue FunctionExtractor::join(const AbstractValue &A,
                                      const AbstractValue &B, const Stmt *At) {
  AbstractValue Result;
  if (!A.Places.empty() || !B.Places.empty()) {
    Result.Places = A.Places;
    for (PlaceId P : B.Places)
      if (!llvm::is_contained(Result.Places, P))
        Result.Places.push_back(P);
    // A side that is a plain value needs a place to stand in.
    for (const AbstractValue *Side : {&A, &B})
      if (Side->Places.empty() && Side->Node) {
        PlaceId P = temporaryPlace(At, QualType());
        store(P, Side->Node, false, At);
        Result.Places.push_back(P);
      }
  } else if (A.Node || B.Node) {
    if (!A.Node || !B.Node || A.Node == B.Node)
      Result.Node = A.Node ? A.Node : B.Node;
    else {
      Result.Node = valueNode(At, 0x20, Builder.at(A.Node).Class);
      Builder.edge(A.Node, Result.Node);
      Builder.edge(B.Node, Result.Node);
    }
  }
  Result.NamedKind = A.NamedKind ? A.NamedKind : B.NamedKind;
  Result.NamedAt = A.NamedKind ? A.NamedAt : B.NamedAt;
  return Result;
}

AbstractValue FunctionExtractor::literalString(const StringLiteral *E) {
  PlaceId P = temporaryPlace(E, E->getType());
  if (!Places[P].Initial) {
    std::string Text;
    if (E->getCharByteWidth() == 1)
      Text = E->getBytes().str();
    else
      for (unsigned I = 0; I < E->getLength(); ++I) {
        std::uint32_t C = E->getCodeUnit(I);
        Text += C < 0x80 ? char(C) : '?';
      }
    // Long texts are data, not secrets or statements worth keeping whole.
    if (Text.size() > 4096)
      Text.resize(4096);
    Literal L;
    L.Text = Builder.string(Text);
    Node N;
    N.Kind = NodeKind::Literal;
    N.Class = ValueClass::Text;
    N.Flags = NF_Step;
    if (E->getBeginLoc().isMacroID())
      N.Flags |= NF_FromMacro;
    N.Ref = Builder.literal(L);
    N.Function = Id;
    N.Location = Unit.location(E);
    N.Label = Builder.string("a literal");
    // A macro named as a secret is where the secret is written.
    auto [MacroKind, Macro] = macroKind(E);
    if (MacroKind) {
      const SourceManager &SM = Context.getSourceManager();
      N.Location = Unit.location(SM.getSpellingLoc(E->getBeginLoc()),
                                 SM.getSpellingLoc(E->getEndLoc()));
    }
    Places[P].Initial = Builder.node(N);
    namedSink(MacroKind, Places[P].Initial, E, Macro);
  }
  AbstractValue Result;
  Result.Places.push_back(P);
  return Result;
}

/// `letters[random[i] % 26]`: the number is no position that is walked through.
static bool isComputed(const Expr *Index) {
  Index = Index->IgnoreParenImpCasts();
  if (const auto *Binary = dyn_cast<BinaryOperator>(Index))
    return Binary->getOpcode() == BO_Rem || Binary->getOpcode() == BO_And ||
           isComputed(Binary->getLHS()) || isComputed(Binary->getRHS());
  return isa<CallExpr, ArraySubscriptExpr>(Index);
}

AbstractValue FunctionExtractor::literalInteger(const Expr *E,
                                                std::int64_t Value,
                                                llvm::StringRef Spelling) {
  AbstractValue Result;
  // Small unnamed numbers answer no rule's question.
  if (Spelling.empty() && Value >= -1 && Value <= 3)
    return Result;
  auto [It, New] = Values.try_emplace({E, 0x12}, 0);
  if (New) {
    Literal L;
    L.Kind = LiteralKind::Integer;
    L.Text = Builder.string(Spelling);
    L.Value = Value;
    Node N;
    N.Kind = NodeKind::Literal;
    N.Class = ValueClass::Number;
    N.Flags = NF_Step;
    N.Ref = Builder.literal(L);
    N.Function = Id;
    N.Location = Unit.location(E);
    N.Label = Builder.string(Spelling.empty() ? llvm::StringRef("a literal")
                                              : Spelling);
    It->second = Builder.node(N);
  }
  Result.Node = It->second;
  return Result;
}

AbstractValue FunctionExtractor::functionReference(const Expr *E,
                                                   const FunctionDecl *F) {
  AbstractValue Result;
  auto [It, New] = Values.try_emplace({E, 0x13}, 0);
  if (New) {
    Node N;
    N.Kind = NodeKind::FunctionRef;
    N.Class = ValueClass::Function;
    N.Ref = Builder.string(Unit.key(F));
    N.Function = Id;
    N.Location = Unit.location(E);
    N.Label = Builder.string(F->getNameAsString());
    It->second = Builder.node(N);
    FunctionOf[It->second] = F;
  }
  Result.Node = It->second;
  return Result;
}

/// The macro that an integer was written as (`NID_md5`), or "".
static std::string macroSpelling(const Expr *E, const ASTContext &Context) {
  SourceLocation Begin = E->getBeginLoc();
  if (!Begin.isMacroID())
    return "";
  const SourceManager &SM = Context.getSourceManager();
  // The innermost macro that yields the whole literal and takes no arguments.
  if (SM.isMacroArgExpansion(Begin))
    Begin = SM.getImmediateSpellingLoc(Begin);
  if (!Begin.isMacroID())
    return "";
  return Lexer::getImmediateMacroName(Begin, SM, Context.getLangOpts()).str();
}

AbstractValue FunctionExtractor::evaluate(const Expr *E) {
  if (!E || Depth > MaxExpressionDepth || E->isTypeDependent())
    return {};
  if (Elements.count(E)) {
    auto Known = Memo.find(E);
    if (Known != Memo.end())
      return Known->second;
  }
  ++Depth;
  AbstractValue Result = evaluateUncached(E);
  --Depth;
  if (Elements.count(E))
    Memo[E] = Result;
  return Result;
}

AbstractValue FunctionExtractor::evaluateUncached(const Expr *E) {
  switch (E->getStmtClass()) {
  case Stmt::ParenExprClass:
    return evaluate(cast<ParenExpr>(E)->getSubExpr());
  case Stmt::ConstantExprClass:
  case Stmt::ExprWithCleanupsClass:
    return evaluate(cast<FullExpr>(E)->getSubExpr());
  case Stmt::CXXBindTemporaryExprClass:
    return evaluate(cast<CXXBindTemporaryExpr>(E)->getSubExpr());
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return evaluate(cast<SubstNonTypeTemplateParmExpr>(E)->getReplacement());
  case Stmt::CXXDefaultArgExprClass:
    return evaluate(cast<CXXDefaultArgExpr>(E)->getExpr());
  case Stmt::CXXDefaultInitExprClass:
    return evaluate(cast<CXXDefaultInitExpr>(E)->getExpr());
  case Stmt::CXXStdInitializerListExprClass:
    return evaluate(cast<CXXStdInitializerListExpr>(E)->getSubExpr());
  case Stmt::OpaqueValueExprClass:
    return evaluate(cast<OpaqueValueExpr>(E)->getSourceExpr());
  case Stmt::GenericSelectionExprClass: {
    const auto *G = cast<GenericSelectionExpr>(E);
    return G->isResultDependent() ? AbstractValue{}
                                  : evaluate(G->getResultExpr());
  }
  case Stmt::ChooseExprClass:
    return evaluate(cast<ChooseExpr>(E)->getChosenSubExpr());
  case Stmt::CoawaitExprClass:
  case Stmt::CoyieldExprClass:
    return evaluate(cast<CoroutineSuspendExpr>(E)->getOperand());
  case Stmt::PseudoObjectExprClass:
    return evaluate(cast<PseudoObjectExpr>(E)->getResultExpr());
  case Stmt::StmtExprClass: {
    const CompoundStmt *Body = cast<StmtExpr>(E)->getSubStmt();
    if (Body->body_empty())
      return {};
    const auto *Last = dyn_cast<Expr>(Body->body_back());
    return Last ? evaluate(Last) : AbstractValue{};
  }
  case Stmt::MaterializeTemporaryExprClass: {
    const auto *M = cast<MaterializeTemporaryExpr>(E);
    AbstractValue Inner = evaluate(M->getSubExpr());
    if (!Inner.Places.empty())
      return Inner;
    PlaceId P = temporaryPlace(E, E->getType());
    Places[P].ByValueLocal = true;
    store(P, Inner.Node, true, E);
    AbstractValue Result;
    Result.Places.push_back(P);
    Result.NamedKind = Inner.NamedKind;
    Result.NamedAt = Inner.NamedAt;
    return Result;
  }
  case Stmt::StringLiteralClass:
    return literalString(cast<StringLiteral>(E));
  case Stmt::IntegerLiteralClass: {
    const llvm::APInt &Value = cast<IntegerLiteral>(E)->getValue();
    if (Value.getActiveBits() > 62)
      return {};
    return literalInteger(E, Value.getSExtValue(), macroSpelling(E, Context));
  }
  case Stmt::DeclRefExprClass:
    return evaluateReference(E, cast<DeclRefExpr>(E)->getDecl());
  case Stmt::MemberExprClass:
    return evaluateMember(cast<MemberExpr>(E));
  case Stmt::CXXThisExprClass: {
    AbstractValue Result;
    // Inside a lambda `this` is the enclosing object: a capture.
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Function);
    if (Method && Method->getParent()->isLambda()) {
      PlaceId P = rootPlace(BaseKind::Capture, Method->getParent(), QualType());
      if (!Places[P].Shared)
        Places[P].Shared = Builder.shared(
            NodeKind::Capture, Unit.lambdaKey(Method->getParent()) + "|this",
            ValueClass::Object, "this", 0);
      Result.Places.push_back(P);
    } else {
      Result.Places.push_back(thisPlace());
    }
    return Result;
  }
  case Stmt::UnaryOperatorClass:
    return evaluateUnary(cast<UnaryOperator>(E));
  case Stmt::BinaryOperatorClass:
  case Stmt::CompoundAssignOperatorClass:
    return evaluateBinary(cast<BinaryOperator>(E));
  case Stmt::CXXRewrittenBinaryOperatorClass:
    return evaluate(cast<CXXRewrittenBinaryOperator>(E)->getSemanticForm());
  case Stmt::ArraySubscriptExprClass: {
    const auto *S = cast<ArraySubscriptExpr>(E);
    AbstractValue Base = pointee(evaluate(S->getBase()));
    AbstractValue Index = evaluate(S->getIdx());
    AbstractValue Result;
    for (PlaceId P : Base.Places) {
      // Characters of a text, and elements behind a pointer of unknown extent,
      // are the place itself; elements of an array are below it.
      QualType T = Places[P].Type;
      bool IsArray = !T.isNull() && T->isArrayType() &&
                     Unit.classify(T) != ValueClass::Text &&
                     Unit.classify(T) != ValueClass::Bytes;
      Result.Places.push_back(IsArray ? elementPlace(P, E->getType()) : P);
    }
    Result.Node = Base.Node;
    if (isLetterOrNumber(E->getType())) {
      Result.SelectedBy = content(Index, S->getIdx());
      if (!Result.SelectedBy && isComputed(S->getIdx()))
        Result.SelectedBy = Empty;
    }
    if (Unit.canHoldSecret(E->getType()) || Base.NamedKind) {
      Result.NamedKind = Base.NamedKind;
      Result.NamedAt = Base.NamedAt;
    }
    return Result;
  }
  case Stmt::ConditionalOperatorClass: {
    const auto *C = cast<ConditionalOperator>(E);
    AbstractValue A = evaluate(C->getTrueExpr());
    AbstractValue B = evaluate(C->getFalseExpr());
    return join(A, B, E);
  }
  case Stmt::BinaryConditionalOperatorClass: {
    const auto *C = cast<BinaryConditionalOperator>(E);
    return join(evaluate(C->getCommon()), evaluate(C->getFalseExpr()), E);
  }
  case Stmt::InitListExprClass: {
    const auto *List = cast<InitListExpr>(E);
    if (const InitListExpr *Semantic = List->getSemanticForm())
      List = Semantic;
    if (List->isTransparent() && List->getNumInits() == 1)
      return evaluate(List->getInit(0));
    PlaceId P = temporaryPlace(E, E->getType());
    Places[P].ByValueLocal = true;
    initialise(P, List, E->getType(), E);
    AbstractValue Result;
    Result.Places.push_back(P);
    return Result;
  }
  case Stmt::CXXParenListInitExprClass: {
    PlaceId P = temporaryPlace(E, E->getType());
    Places[P].ByValueLocal = true;
    initialise(P, E, E->getType(), E);
    AbstractValue Result;
    Result.Places.push_back(P);
    return Result;
  }
  case Stmt::CompoundLiteralExprClass:
    return evaluate(cast<CompoundLiteralExpr>(E)->getInitializer());
  case Stmt::LambdaExprClass:
    return evaluateLambda(cast<LambdaExpr>(E));
  case Stmt::CXXNewExprClass:
    return evaluateNew(cast<CXXNewExpr>(E));
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
    return evaluateConstruct(cast<CXXConstructExpr>(E), 0);
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass:
    return evaluateCall(cast<CallExpr>(E));
  case Stmt::CXXThrowExprClass: {
    if (const Expr *Thrown = cast<CXXThrowExpr>(E)->getSubExpr())
      evaluate(Thrown);
    return {};
  }
  case Stmt::RecoveryExprClass: {
    AbstractValue Result;
    for (const Expr *Sub : cast<RecoveryExpr>(E)->subExpressions())
      Result = join(Result, evaluate(Sub), E);
    return Result;
  }
  case Stmt::PredefinedExprClass:
  case Stmt::CXXDeleteExprClass:
  case Stmt::CXXNullPtrLiteralExprClass:
  case Stmt::CXXBoolLiteralExprClass:
  case Stmt::CharacterLiteralClass:
  case Stmt::FloatingLiteralClass:
  case Stmt::UnaryExprOrTypeTraitExprClass:
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
  case Stmt::GNUNullExprClass:
    return {};
  default:
    break;
  }
  if (const auto *Cast = dyn_cast<CastExpr>(E)) {
    AbstractValue Value = evaluate(Cast->getSubExpr());
    switch (Cast->getCastKind()) {
    case CK_LValueToRValue: {
      if (E->getType()->isPointerType() || E->getType()->isArrayType())
        return pointee(Value);
      AbstractValue Result;
      Result.Node = content(Value, Cast->getSubExpr());
      return Result;
    }
    case CK_UserDefinedConversion:
    case CK_ConstructorConversion:
    case CK_ArrayToPointerDecay:
    case CK_FunctionToPointerDecay:
    case CK_NoOp:
    case CK_BitCast:
    case CK_LValueBitCast:
    case CK_DerivedToBase:
    case CK_UncheckedDerivedToBase:
    case CK_BaseToDerived:
    case CK_Dynamic:
    case CK_AddressSpaceConversion:
      return Value;
    case CK_ToVoid:
      return {};
    case CK_PointerToBoolean:
    case CK_MemberPointerToBoolean:
    case CK_NullToPointer:
    case CK_NullToMemberPointer:
      return {};
    case CK_IntegralToBoolean:
    case CK_FloatingToBoolean:
      return {};
    default: {
      if (!Value.Node)
        return Value;
      // A number stays what it is; its class follows the new type.
      if (Builder.at(Value.Node).Kind == NodeKind::Literal)
        return Value;
      ValueClass Class = Unit.classify(E->getType());
      if (Class == Builder.at(Value.Node).Class)
        return Value;
      AbstractValue Result;
      Result.Node = valueNode(E, 0x21, Class);
      Builder.edge(Value.Node, Result.Node);
      return Result;
    }
    }
  }
  // An expression without a rule of its own hands its operands on.
  AbstractValue Result;
  for (const Stmt *Child : E->children())
    if (const auto *Sub = dyn_cast_or_null<Expr>(Child))
      evaluate(Sub);
  return Result;
}

/// A table of these makes values out of random numbers; from a table of texts
/// or objects they only choose one that is there.
bool FunctionExtractor::isLetterOrNumber(QualType Type) {
  return !Type.isNull() && Type.getNonReferenceType()->isArithmeticType();
}

/// What a constant number is called: as the enumerator or macro that it is made
/// from, which a rule may know, else as the variable.
static std::string constantName(const VarDecl *Variable,
                                const ASTContext &Context) {
  const VarDecl *Definition = nullptr;
  const Expr *Init = Variable->getAnyInitializer(Definition);
  for (unsigned Depth = 0; Init && Depth != 8; ++Depth) {
    Init = Init->IgnoreParenCasts();
    std::string Macro = macroSpelling(Init, Context);
    if (!Macro.empty() && isa<IntegerLiteral>(Init))
      return Macro;
    const auto *Reference = dyn_cast<DeclRefExpr>(Init);
    if (!Reference)
      break;
    if (isa<EnumConstantDecl>(Reference->getDecl()))
      return Reference->getDecl()->getNameAsString();
    const auto *Other = dyn_cast<VarDecl>(Reference->getDecl());
    Init = Other ? Other->getAnyInitializer(Definition) : nullptr;
  }
  return Variable->getNameAsString();
}

AbstractValue FunctionExtractor::evaluateReference(const Expr *E,
                                                   const ValueDecl *Decl) {
  AbstractValue Result;
  if (const auto *F = dyn_cast<FunctionDecl>(Decl))
    return functionReference(E, F);
  if (const auto *Constant = dyn_cast<EnumConstantDecl>(Decl)) {
    const llvm::APSInt &Value = Constant->getInitVal();
    return literalInteger(
        E, Value.getSignificantBits() <= 64 ? Value.getExtValue() : 0,
        Constant->getName());
  }
  if (const auto *Binding = dyn_cast<BindingDecl>(Decl)) {
    if (const VarDecl *Holding = Binding->getHoldingVar())
      return evaluateReference(E, Holding);
    if (const Expr *Bound = Binding->getBinding())
      Result = evaluate(Bound);
    if (!Result.NamedKind)
      if (StringId Kind = Unit.nameKind(Binding)) {
        Result.NamedKind = Kind;
        Result.NamedAt = E;
      }
    return Result;
  }
  const auto *Variable = dyn_cast<VarDecl>(Decl);
  if (!Variable)
    return Result;
  // A constant number is its value, wherever it is written.
  QualType Type = Variable->getType();
  if (Type->isIntegralOrEnumerationType() && Type.isConstQualified()) {
    const VarDecl *Definition = nullptr;
    const Expr *Init = Variable->getAnyInitializer(Definition);
    if (Init && !Init->isValueDependent()) {
      Expr::EvalResult Constant;
      if (Init->EvaluateAsInt(Constant, Context) &&
          Constant.Val.getInt().getSignificantBits() <= 64)
        return literalInteger(E, Constant.Val.getInt().getExtValue(),
                              constantName(Variable, Context));
    }
  }
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  PlaceId P = 0;
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Function);
  if (Ref && Ref->refersToEnclosingVariableOrCapture() && Method &&
      Method->getParent()->isLambda()) {
    P = rootPlace(BaseKind::Capture, Variable->getCanonicalDecl(), Type);
    if (!Places[P].Shared)
      Places[P].Shared =
          Builder.shared(NodeKind::Capture,
                         Unit.lambdaKey(Method->getParent()) + "|" +
                             Variable->getNameAsString(),
                         Unit.classify(Type), Variable->getNameAsString(),
                         Unit.location(Variable));
  } else {
    P = variablePlace(Variable);
  }
  if (Type->isReferenceType()) {
    llvm::ArrayRef<PlaceId> Targets = targetsOf(P);
    if (!Targets.empty())
      Result.Places.append(Targets.begin(), Targets.end());
  }
  if (Result.Places.empty())
    Result.Places.push_back(P);
  auto Element = ElementNames.find(Variable->getCanonicalDecl());
  if (StringId Kind = Unit.nameKind(Variable)) {
    Result.NamedKind = Kind;
    Result.NamedAt = E;
  } else if (Element != ElementNames.end()) {
    // One character is no secret, but what is written to it is part of one.
    (Unit.canHoldSecret(Type) ? Result.NamedKind : Result.KeyKind) =
        Element->second.Kind;
    Result.NamedAt = Element->second.At;
  }
  return Result;
}

AbstractValue FunctionExtractor::evaluateMember(const MemberExpr *E) {
  const ValueDecl *Member = E->getMemberDecl();
  if (!isa<FieldDecl>(Member)) {
    // A static member or enumerator; the object is evaluated for its effects.
    if (!isa<CXXMethodDecl>(Member))
      return evaluateReference(E, Member);
    return {};
  }
  const auto *Field = cast<FieldDecl>(Member);
  AbstractValue Base = evaluate(E->getBase());
  if (E->isArrow())
    Base = pointee(Base);
  AbstractValue Result;
  if (Base.Places.empty() && Base.Node) {
    PlaceId P = temporaryPlace(E->getBase(), E->getBase()->getType());
    store(P, Base.Node, true, E->getBase());
    Base.Places.push_back(P);
  }
  for (PlaceId P : Base.Places) {
    // A pointer into an array of objects: the element.
    QualType T = Places[P].Type;
    if (!T.isNull() && T->isArrayType())
      P = elementPlace(P, E->getBase()->getType());
    PlaceId Child = fieldPlace(P, Field);
    bindStream(Child, Field);
    if (Field->getType()->isReferenceType()) {
      llvm::ArrayRef<PlaceId> Targets = targetsOf(Child);
      if (!Targets.empty()) {
        Result.Places.append(Targets.begin(), Targets.end());
        continue;
      }
    }
    Result.Places.push_back(Child);
  }
  if (StringId Kind = Unit.nameKind(Field)) {
    Result.NamedKind = Kind;
    Result.NamedAt = E;
  } else if (Base.NamedKind && Unit.canHoldSecret(Field->getType())) {
    Result.NamedKind = Base.NamedKind;
    Result.NamedAt = Base.NamedAt;
  }
  return Result;
}

AbstractValue FunctionExtractor::evaluateUnary(const UnaryOperator *E) {
  AbstractValue Value = evaluate(E->getSubExpr());
  switch (E->getOpcode()) {
  case UO_AddrOf:
    return Value;
  case UO_Deref: {
    Value = pointee(Value);
    for (PlaceId &P : Value.Places) {
      QualType T = Places[P].Type;
      if (!T.isNull() && T->isArrayType() &&
          Unit.classify(T) != ValueClass::Text &&
          Unit.classify(T) != ValueClass::Bytes)
        P = elementPlace(P, E->getType());
    }
    return Value;
  }
  case UO_LNot:
    return {};
  case UO_PreInc:
  case UO_PreDec:
  case UO_PostInc:
  case UO_PostDec:
    if (E->getType()->isPointerType() && E->isPostfix())
      return pointee(Value);
    return Value;
  case UO_Minus:
  case UO_Not: {
    AbstractValue Result;
    if (!Value.Node)
      return Result;
    Expr::EvalResult Constant;
    if (Builder.at(Value.Node).Kind == NodeKind::Literal &&
        E->EvaluateAsInt(Constant, Context) &&
        Constant.Val.getInt().getSignificantBits() <= 64)
      return literalInteger(E, Constant.Val.getInt().getExtValue(), "");
    Result.Node = valueNode(E, 0x22, ValueClass::Number);
    Builder.edge(Value.Node, Result.Node, EdgeKind::Derive);
    return Result;
  }
  default:
    return Value;
  }
}

AbstractValue FunctionExtractor::evaluateBinary(const BinaryOperator *E) {
  if (E->getOpcode() == BO_Comma) {
    evaluate(E->getLHS());
    return evaluate(E->getRHS());
  }
  if (E->isAssignmentOp()) {
    AbstractValue To = evaluate(E->getLHS());
    AbstractValue From = evaluate(E->getRHS());
    if (E->getOpcode() == BO_Assign) {
      // One character of a text does not replace the text.
      const Expr *Left = E->getLHS()->IgnoreParens();
      const auto *Deref = dyn_cast<UnaryOperator>(Left);
      bool IsPart = isa<ArraySubscriptExpr>(Left) ||
                    (Deref && Deref->getOpcode() == UO_Deref);
      ValueClass Class = Unit.classify(Left->getType());
      if (IsPart && Left->getType()->isArithmeticType() &&
          (Class == ValueClass::Text || Class == ValueClass::Bytes)) {
        NodeId N = content(From, E->getRHS());
        namedSink(To.NamedKind ? To.NamedKind : To.KeyKind, N, E,
                  To.NamedAt ? Unit.label(To.NamedAt) : std::string());
        storeThrough(To, N, false, E);
        return To;
      }
      assign(To, From, E->getLHS()->getType(), E->getRHS(), E);
      return To;
    }
    if (E->getLHS()->getType()->isPointerType())
      return To;
    NodeId Old = content(To, E->getLHS());
    NodeId Added = content(From, E->getRHS());
    if (!Old && !Added)
      return To;
    NodeId New = valueNode(E, 0x23, Unit.classify(E->getLHS()->getType()));
    Builder.edge(Old, New, EdgeKind::Derive);
    Builder.edge(Added, New, EdgeKind::Derive);
    storeThrough(To, New, true, E);
    return To;
  }
  AbstractValue Left = evaluate(E->getLHS());
  AbstractValue Right = evaluate(E->getRHS());
  if (E->isLogicalOp())
    return {};
  if (E->isComparisonOp()) {
    if (E->isEqualityOp() && (Unit.canHoldSecret(E->getLHS()->getType()) ||
                              Unit.canHoldSecret(E->getRHS()->getType()))) {
      if (Left.NamedKind)
        namedSink(Left.NamedKind, content(Right, E->getRHS()), E,
                  Unit.label(E->getLHS()), NF_Comparison);
      if (Right.NamedKind)
        namedSink(Right.NamedKind, content(Left, E->getLHS()), E,
                  Unit.label(E->getRHS()), NF_Comparison);
    }
    return {};
  }
  if (E->getType()->isPointerType()) {
    // p + n stays in p's memory.
    return E->getLHS()->getType()->isPointerType() ? Left : Right;
  }
  // How far apart they are says nothing of what they point to.
  if (E->getLHS()->getType()->isAnyPointerType() &&
      E->getRHS()->getType()->isAnyPointerType())
    return {};
  NodeId A = content(Left, E->getLHS()), B = content(Right, E->getRHS());
  AbstractValue Result;
  if (!A && !B)
    return Result;
  auto IsLiteral = [&](NodeId N) {
    return !N || Builder.at(N).Kind == NodeKind::Literal;
  };
  if (IsLiteral(A) && IsLiteral(B)) {
    Expr::EvalResult Constant;
    if (!E->isValueDependent() && E->EvaluateAsInt(Constant, Context) &&
        Constant.Val.getInt().getSignificantBits() <= 64)
      return literalInteger(E, Constant.Val.getInt().getExtValue(), "");
  }
  Result.Node = valueNode(E, 0x24, Unit.classify(E->getType()));
  Builder.edge(A, Result.Node, EdgeKind::Derive);
  Builder.edge(B, Result.Node, EdgeKind::Derive);
  return Result;
}

AbstractValue FunctionExtractor::evaluateLambda(const LambdaExpr *E) {
  const CXXRecordDecl *Class = E->getLambdaClass();
  std::string Key = Unit.lambdaKey(Class);
  const CXXMethodDecl *Operator = E->getCallOperator();
  if (const FunctionTemplateDecl *Template =
          Class->getDependentLambdaCallOperator()) {
    for (const FunctionDecl *Each : Template->specializations())
      Unit.enqueue(Each);
  } else {
    Unit.enqueue(Operator);
  }
  if (Operator)
    for (const ParmVarDecl *P : Operator->parameters())
      if (P->hasDefaultArg() && !P->hasUninstantiatedDefaultArg() &&
          !P->hasUnparsedDefaultArg())
        if (StringId Kind = Unit.nameKind(P))
          namedLiterals(Kind, P->getDefaultArg(), P->getName());
  auto Init = E->capture_init_begin();
  for (const LambdaCapture &Capture : E->captures()) {
    const Expr *Value = *Init++;
    if (Capture.capturesThis()) {
      NodeId Port = Builder.shared(NodeKind::Capture, Key + "|this",
                                   ValueClass::Object, "this", 0);
      // Fields travel through their own program-wide nodes; what is known of
      // this object right here goes along.
      Builder.edge(load(thisPlace()), Port);
      continue;
    }
    if (!Capture.capturesVariable())
      continue;
    const ValueDecl *Variable = Capture.getCapturedVar();
    NodeId Port = Builder.shared(
        NodeKind::Capture, Key + "|" + Variable->getNameAsString(),
        Unit.classify(Variable->getType()), Variable->getNameAsString(),
        Unit.location(Variable));
    AbstractValue Captured;
    const auto *InitCapture = dyn_cast<VarDecl>(Variable);
    if (InitCapture && InitCapture->isInitCapture())
      Captured = evaluate(InitCapture->getInit());
    else
      Captured = evaluate(Value);
    Builder.edge(content(Captured, Value ? Value : E), Port);
    if (Capture.getCaptureKind() == LCK_ByRef)
      for (PlaceId P : Captured.Places) {
        // What either side writes from now on, the other may see.
        if (!Places[Places[P].Root].Shared)
          Places[Places[P].Root].Shared = Port;
        store(P, Port, false, E);
      }
  }
  AbstractValue Result;
  auto [It, New] = Values.try_emplace({E, 0x13}, 0);
  if (New) {
    Node N;
    N.Kind = NodeKind::FunctionRef;
    N.Class = ValueClass::Function;
    N.Ref = Builder.string(Operator ? Unit.key(Operator) : Key);
    N.Function = Id;
    N.Location = Unit.location(E);
    N.Label = Builder.string("a lambda");
    It->second = Builder.node(N);
  }
  Result.Node = It->second;
  return Result;
}

AbstractValue FunctionExtractor::evaluateNew(const CXXNewExpr *E) {
  for (unsigned I = 0; I < E->getNumPlacementArgs(); ++I)
    evaluate(E->getPlacementArg(I));
  PlaceId P = temporaryPlace(E, E->getAllocatedType());
  if (const CXXConstructExpr *Construct = E->getConstructExpr())
    evaluateConstruct(Construct, P);
  else if (const Expr *Init = E->getInitializer())
    initialise(P, Init, E->getAllocatedType(), E);
  AbstractValue Result;
  Result.Places.push_back(P);
  return Result;
}

/// Of constant arrays; longer ones are tables.
static constexpr std::size_t MaxLiteralBytes = 256;

void FunctionExtractor::initialise(PlaceId To, const Expr *Init, QualType Type,
                                   const Stmt *At) {
  if (!Init || !To)
    return;
  const Expr *Plain = Init->IgnoreParens();
  if (const auto *Full = dyn_cast<ExprWithCleanups>(Plain))
    Plain = Full->getSubExpr()->IgnoreParens();
  if (const auto *Bind = dyn_cast<CXXBindTemporaryExpr>(Plain))
    Plain = Bind->getSubExpr()->IgnoreParens();
  if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(Plain))
    Plain = Default->getExpr()->IgnoreParens();

  llvm::ArrayRef<Expr *> Inits;
  const FieldDecl *UnionField = nullptr;
  bool IsList = false;
  if (const auto *List = dyn_cast<InitListExpr>(Plain)) {
    if (const InitListExpr *Semantic = List->getSemanticForm())
      List = Semantic;
    if (List->isTransparent() && List->getNumInits() == 1)
      return initialise(To, List->getInit(0), Type, At);
    Inits = List->inits();
    UnionField = List->getInitializedFieldInUnion();
    IsList = true;
  } else if (const auto *Paren = dyn_cast<CXXParenListInitExpr>(Plain)) {
    Inits = Paren->getInitExprs();
    IsList = true;
  }
  if (!IsList) {
    QuotingOf[To] = quotingAfter(Quoting::Unknown, Plain);
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Plain)) {
      evaluateConstruct(Construct, To);
      return;
    }
    AbstractValue Value = evaluate(Init);
    NodeId N = content(Value, Init);
    if (Type.isNull() || !(Type->isPointerType() || Type->isReferenceType()))
      store(To, N, true, At);
    else if (!Value.Places.empty()) {
      setTargets(To, Value.Places);
      storeToPorts(To, N);
    } else
      store(To, N, true, At);
    return;
  }
  const RecordDecl *Record = Type.isNull() ? nullptr : Type->getAsRecordDecl();
  if (Record) {
    // std::array: its elements are those of the array in it.
    if (Inits.size() == 1 && Record->isInStdNamespace() &&
        Record->getName() == "array")
      return initialise(To, Inits[0], Inits[0]->getType(), At);
    unsigned Index = 0;
    if (const auto *Class = dyn_cast<CXXRecordDecl>(Record))
      for (const CXXBaseSpecifier &Base : Class->bases())
        if (Index < Inits.size())
          initialise(To, Inits[Index++], Base.getType(), At);
    for (const FieldDecl *Field : Record->fields()) {
      if (UnionField && Field != UnionField)
        continue;
      if (Field->isUnnamedBitField())
        continue;
      if (Index >= Inits.size())
        break;
      const Expr *Each = Inits[Index++];
      if (isa<ImplicitValueInitExpr>(Each))
        continue;
      PlaceId Child = fieldPlace(To, Field);
      initialise(Child, Each, Field->getType(), Each);
      if (Unit.nameKind(Field)) {
        AbstractValue Held;
        Held.Places.push_back(Child);
        meetName(Field, content(pointee(Held), Each), Each);
      }
      // `{"api_key", "…"}` in a table of names and values.
      if (Index == 2 && Field->getIdentifier() &&
          (Field->getName() == "value" || Field->getName() == "val"))
        keyedValue(Inits[0], Each, evaluate(Each), true);
    }
    return;
  }
  // Arrays and std::initializer_list: one place for all elements.
  ValueClass Class = Unit.classify(Type);
  PlaceId Element = Class == ValueClass::Text || Class == ValueClass::Bytes
                        ? To
                        : elementPlace(To, QualType());
  bool IsBytes = Class == ValueClass::Bytes || Class == ValueClass::Text ||
                 isListOfBytes(Type);
  bool AllConstant = IsBytes && bytesIn(Type, Inits.size()) > 7;
  unsigned Count = 0;
  for (const Expr *Each : Inits) {
    if (++Count > 256)
      break; // a table: its first entries tell its nature
    QualType ElementType = Each->getType();
    if (isa<InitListExpr>(Each->IgnoreImplicit())) {
      initialise(Element, Each, ElementType, Each);
      AllConstant = false;
      continue;
    }
    AbstractValue Value = evaluate(Each);
    NodeId N = content(Value, Each);
    if (IsBytes) {
      bool IsNumber = Each->getType()->isIntegralOrEnumerationType();
      bool IsLiteral = N && Builder.at(N).Kind == NodeKind::Literal;
      if (!IsNumber || (N && !IsLiteral))
        AllConstant = false;
      if (IsNumber && IsLiteral)
        continue;
    }
    store(Element, N, false, Each);
  }
  if (AllConstant)
    store(Element,
          constantBytes(Plain, listedBytes(Inits, Type),
                        Class == ValueClass::Text ? Class : ValueClass::Bytes),
          true, At);
}

/// `{1, 2, …}` for a std::vector of bytes.
bool FunctionExtractor::isListOfBytes(QualType Type) const {
  const auto *List = Type.isNull()
                         ? nullptr
                         : dyn_cast_or_null<ClassTemplateSpecializationDecl>(
                               Type->getAsCXXRecordDecl());
  if (!List || !List->isInStdNamespace() ||
      List->getName() != "initializer_list" ||
      List->getTemplateArgs().size() != 1)
    return false;
  QualType Element = List->getTemplateArgs()[0].getAsType();
  return Element->isIntegralOrEnumerationType() &&
         Context.getTypeSize(Element) == 8;
}

/// How many bytes an array of the type has; Listed if it is none.
std::uint64_t FunctionExtractor::bytesIn(QualType Type,
                                         std::size_t Listed) const {
  const ConstantArrayType *Array =
      Type.isNull() ? nullptr : Context.getAsConstantArrayType(Type);
  return Array ? Array->getSize().getZExtValue() : Listed;
}

/// What a list of numbers fills an array with; elements that are not listed are
/// zero.
std::string FunctionExtractor::listedBytes(llvm::ArrayRef<const Expr *> Inits,
                                           QualType Type) const {
  std::string Bytes;
  for (const Expr *Each : Inits) {
    Expr::EvalResult Constant;
    if (Bytes.size() >= MaxLiteralBytes || Each->isValueDependent() ||
        !Each->EvaluateAsInt(Constant, Context))
      break;
    Bytes += char(Constant.Val.getInt().getExtValue() & 0xff);
  }
  Bytes.resize(std::min<std::uint64_t>(
      MaxLiteralBytes,
      std::max<std::uint64_t>(Bytes.size(), bytesIn(Type, Inits.size()))));
  return Bytes;
}

/// The literal of an array that is filled so; 0 for a text that is cleared.
NodeId FunctionExtractor::constantBytes(const Expr *At, llvm::StringRef Bytes,
                                        ValueClass Class) {
  bool IsZero = llvm::all_of(Bytes, [](char C) { return C == 0; });
  if (IsZero && Class == ValueClass::Text)
    return 0;
  auto [It, New] = Values.try_emplace({At, 0x14}, 0);
  if (!New)
    return It->second;
  Literal L;
  L.Kind = LiteralKind::Bytes;
  L.Text = Builder.string(Bytes);
  Node N;
  N.Kind = NodeKind::Literal;
  N.Class = Class;
  N.Flags = NF_Step;
  N.Ref = Builder.literal(L);
  N.Function = Id;
  N.Location = Unit.location(At);
  N.Label = Builder.string(IsZero ? "an array of zeros" : "a constant array");
  It->second = Builder.node(N);
  if (IsZero)
    ZeroFilled.insert(It->second);
  return It->second;
}

/// `memset(iv, 0, sizeof iv)` of an array of bytes; 0 for anything else.
NodeId FunctionExtractor::setBytes(const CallSite &Site) {
  if (!Site.Callee || !Site.Callee->getIdentifier() || Site.Arguments.empty())
    return 0;
  llvm::StringRef Name = Site.Callee->getName();
  bool IsSet = Name == "memset" && Site.Arguments.size() == 3;
  if (!IsSet && Name != "bzero")
    return 0;
  QualType Type = Site.Arguments[0]->IgnoreParenImpCasts()->getType();
  std::uint64_t Size = bytesIn(Type, 0);
  Expr::EvalResult Byte;
  if (Unit.classify(Type) != ValueClass::Bytes || Size < 8 ||
      Size > MaxLiteralBytes ||
      (IsSet && !Site.Arguments[1]->EvaluateAsInt(Byte, Context)))
    return 0;
  char Value = IsSet ? char(Byte.Val.getInt().getExtValue() & 0xff) : 0;
  return constantBytes(Site.At, std::string(Size, Value), ValueClass::Bytes);
}

const VarDecl *variableOf(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  return Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
}

void FunctionExtractor::noteCursor(const Stmt *S) {
  const Expr *Moved = nullptr;
  if (const auto *Unary = dyn_cast<UnaryOperator>(S);
      Unary && Unary->isIncrementDecrementOp())
    Moved = Unary->getSubExpr();
  else if (const auto *Compound = dyn_cast<CompoundAssignOperator>(S))
    Moved = Compound->getLHS();
  if (Moved && Moved->getType()->isPointerType())
    if (const VarDecl *Variable = variableOf(Moved))
      Cursors.insert(Variable);
}

bool FunctionExtractor::isCursor(const Expr *E) const {
  if (const auto *Binary = dyn_cast<BinaryOperator>(E->IgnoreParenImpCasts());
      Binary && Binary->isAdditiveOp())
    E = Binary->getLHS();
  const VarDecl *Variable = variableOf(E);
  return Variable && Cursors.contains(Variable);
}

/// The variable's new version is the value.
void FunctionExtractor::becomes(NodeId Value, NodeId Version) {
  Builder.edge(Value, Version);
  if (ZeroFilled.contains(Value))
    ZeroFilled.insert(Version);
  // A version belongs to one assignment, and has this one value.
  if (auto Known = FunctionOf.find(Value); Known != FunctionOf.end())
    FunctionOf[Version] = Known->second;
}

void FunctionExtractor::assign(const AbstractValue &To,
                               const AbstractValue &From, QualType Type,
                               const Expr *Right, const Stmt *At) {
  bool IsPointer = !Type.isNull() && Type->isPointerType();
  NodeId N = content(From, Right);
  StringId NamedKind = To.NamedKind ? To.NamedKind : To.KeyKind;
  // `passwordBegin = p` marks where a part of a text begins.
  if (NamedKind && !(IsPointer && isCursor(Right)))
    namedSink(NamedKind, N, At,
              To.NamedAt ? Unit.label(To.NamedAt) : std::string());
  if (IsPointer) {
    for (PlaceId P : To.Places) {
      if (!From.Places.empty() && To.Places.size() == 1)
        setTargets(P, From.Places);
      else if (To.Places.size() == 1)
        setTargets(P, {});
      if (From.Places.empty())
        store(P, N, To.Places.size() == 1, At);
      else
        storeToPorts(P, N);
    }
    return;
  }
  // Name the new version, so that a reader can follow the variable.
  if (N && To.Places.size() == 1) {
    PlaceId P = To.Places[0];
    StringId Label = 0;
    if (Places[P].Field)
      Label = Builder.string(Places[P].Field->getNameAsString());
    else if (!Places[P].Parent && Places[P].Key &&
             (Places[P].Base == BaseKind::Local ||
              Places[P].Base == BaseKind::Global ||
              Places[P].Base == BaseKind::Param))
      Label = Builder.string(
          static_cast<const VarDecl *>(Places[P].Key)->getNameAsString());
    if (Label) {
      NodeId Version = valueNode(At, 0x25, Builder.at(N).Class, NF_Step, Label);
      becomes(N, Version);
      N = Version;
    }
  }
  storeThrough(To, N, true, At);
}

void FunctionExtractor::declare(const VarDecl *Variable, const Stmt *At) {
  const Expr *Init = Variable->getInit();
  if (Variable->hasGlobalStorage() && Variable->isStaticLocal()) {
    // Initialised once; afterwards like any global.
  }
  PlaceId P = variablePlace(Variable);
  auto Range = RangeOf.find(Variable);
  QualType Type = Variable->getType();
  if (Range != RangeOf.end()) {
    const Expr *Container = Range->second->getRangeInit();
    AbstractValue Whole = evaluate(Container);
    if (Whole.Places.empty() && Whole.Node) {
      PlaceId Temporary = temporaryPlace(Container, Container->getType());
      store(Temporary, Whole.Node, true, Container);
      Whole.Places.push_back(Temporary);
    }
    // Maps hand out pairs of key and element; other containers the element.
    const CXXRecordDecl *Pair =
        Type.getNonReferenceType()->getAsCXXRecordDecl();
    const auto *First = Pair && Pair->isInStdNamespace() &&
                                Pair->getIdentifier() &&
                                Pair->getName() == "pair"
                            ? Pair
                            : nullptr;
    const CXXRecordDecl *ContainerClass =
        Container->getType().getNonReferenceType()->getAsCXXRecordDecl();
    bool IsMap = First && ContainerClass && ContainerClass->getIdentifier() &&
                 ContainerClass->getName().contains("map");
    if (IsMap) {
      for (PlaceId C : Whole.Places) {
        PlaceId Key =
            childPlace(C, {PathElementKind::Key, 0}, nullptr, QualType());
        NodeId KeyNode = load(Key);
        NodeId ElementNode = load(elementPlace(C, QualType()));
        PlaceId FirstPlace =
            childPlace(P, {PathElementKind::Field, Builder.string("first")},
                       nullptr, QualType());
        PlaceId SecondPlace =
            childPlace(P, {PathElementKind::Field, Builder.string("second")},
                       nullptr, QualType());
        store(FirstPlace, KeyNode, true, At);
        store(SecondPlace, ElementNode, true, At);
      }
      return;
    }
    AbstractValue Element;
    ValueClass ContainerClassOf = Unit.classify(Container->getType());
    if (ContainerClassOf == ValueClass::Text ||
        ContainerClassOf == ValueClass::Bytes)
      Element = Whole; // the characters of a text are the text
    else
      Element = element(Whole, Type.getNonReferenceType());
    if (Element.NamedKind && Type->isReferenceType())
      ElementNames[Variable->getCanonicalDecl()] = {Element.NamedKind,
                                                    Element.NamedAt};
    if (Type->isReferenceType()) {
      setTargets(P, Element.Places);
    } else {
      NodeId N = content(Element, Container);
      if (N) {
        NodeId Version = valueNode(At, 0x26, Unit.classify(Type), NF_Step,
                                   Builder.string(Variable->getNameAsString()));
        becomes(N, Version);
        N = Version;
      }
      store(P, N, true, At);
    }
    return;
  }
  // The variables that CFG makes for a range-based loop add nothing.
  if (Variable->isImplicit() && Variable->getName().starts_with("__") &&
      !Variable->isCXXForRangeDecl())
    return;
  if (!Init) {
    if (!Variable->hasGlobalStorage()) {
      llvm::StringRef Source = Unit.typeSource(Type);
      store(P, 0, true, At);
      setTargets(P, {});
      (void)Source;
    }
    return;
  }
  if (Type->isBooleanType() || Type->isIntegerType())
    ConditionOf[Variable->getCanonicalDecl()] = Init;
  StringId Named = Unit.nameKind(Variable);
  if (Type->isReferenceType()) {
    AbstractValue Value = evaluate(Init);
    if (Value.Places.empty() && Value.Node) {
      PlaceId Temporary = temporaryPlace(At, Type.getNonReferenceType());
      store(Temporary, Value.Node, true, At);
      Value.Places.push_back(Temporary);
    }
    setTargets(P, Value.Places);
    if (Named)
      namedSink(Named, content(Value, Init), Init, Variable->getName());
    return;
  }
  if (Type->isPointerType()) {
    AbstractValue Value = evaluate(Init);
    NodeId N = content(Value, Init);
    if (Named)
      namedSink(Named, N, Init, Variable->getName());
    setTargets(P, Value.Places);
    if (Value.Places.empty())
      store(P, N, true, At);
    else
      storeToPorts(P, N);
    return;
  }
  initialise(P, Init, Type, At);
  if (Named) {
    AbstractValue Held;
    Held.Places.push_back(P);
    meetName(Variable, content(Held, Init), Init);
  } else if (StringId Number = Unit.numberKind(Variable)) {
    AbstractValue Held;
    Held.Places.push_back(P);
    namedSink(Number, content(Held, Init), Init, Variable->getName());
  }
  // A named version for the reader.
  if (NodeId N = contentAt(P); N && N != Empty) {
    NodeId Version = valueNode(At, 0x27, Unit.classify(Type), NF_Step,
                               Builder.string(Variable->getNameAsString()));
    becomes(N, Version);
    setContent(P, Version);
  }
}

} // namespace cppwarden::analysis
