//===- Calls.cpp - What a call does to memory -----------------------------===//
//
// A callee with a model has its effects written here and now. Any other call
// becomes a call site of the graph: the linker joins it with bodies, or gives
// it the default propagation of an unknown library function. After such a call
// whatever it could write is joined with what it left there, and what is known
// of globals is forgotten.
//
//===----------------------------------------------------------------------===//
#include "analysis/extract/FormatString.h"
#include "analysis/extract/FunctionExtractor.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace cppwarden::analysis {

// Roles of the nodes that belong to a call, in the Values table.
static constexpr unsigned RoleArgument = 0x100, RoleArgumentOut = 0x200,
                          RoleResult = 0x300, RoleCallee = 0x301,
                          RoleFlow = 0x400, RoleSink = 0x10000,
                          RoleSource = 0x20000, RoleUse = 0x30000,
                          RoleFormat = 0x40000, RoleCallback = 0x50000;

/// What the last statement of a body returns, without parentheses and casts.
static const Expr *returnedAtEnd(const CompoundStmt *Body) {
  const auto *Return =
      Body->body_empty() ? nullptr : dyn_cast<ReturnStmt>(Body->body_back());
  return Return && Return->getRetValue()
             ? Return->getRetValue()->IgnoreParenCasts()
             : nullptr;
}

/// The object whose characters a pointer into it points at: `buf` of `&buf[0]`,
/// `buf + n`, `buf.data()`.
static const Expr *bufferBehind(const Expr *Pointer) {
  for (;;) {
    Pointer = Pointer->IgnoreParenCasts();
    if (const auto *Unary = dyn_cast<UnaryOperator>(Pointer);
        Unary && Unary->getOpcode() == UO_AddrOf) {
      Pointer = Unary->getSubExpr();
    } else if (const auto *Sum = dyn_cast<BinaryOperator>(Pointer);
               Sum && Sum->isAdditiveOp()) {
      Pointer = Sum->getLHS();
    } else if (const auto *Element = dyn_cast<ArraySubscriptExpr>(Pointer)) {
      Pointer = Element->getBase();
    } else if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(Pointer);
               Call && Call->getOperator() == OO_Subscript) {
      Pointer = Call->getArg(0);
    } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Pointer);
               Call && Call->getMethodDecl() && Call->getNumArgs() == 0 &&
               Call->getMethodDecl()->getDeclName().isIdentifier() &&
               Call->getMethodDecl()->getName() == "data") {
      Pointer = Call->getImplicitObjectArgument();
    } else {
      return Pointer;
    }
  }
}

/// The field that `std::ostream &stream() { return stream_; }` or
/// `char *buffer() { return &buffer_[0]; }` gives away to be written, so that a
/// caller writes into the object.
const FieldDecl *FunctionExtractor::accessedField(const CXXMethodDecl *Method) {
  QualType Type = Method->getReturnType();
  QualType Pointee = Type->getPointeeType();
  if (Method->isVirtual() || Method->isStatic() || Pointee.isNull() ||
      Type->isRValueReferenceType() || Pointee.isConstQualified())
    return nullptr;
  const auto *Body = dyn_cast_or_null<CompoundStmt>(Method->getBody());
  const Expr *Returned =
      Body && Body->size() == 1 ? returnedAtEnd(Body) : nullptr;
  if (!Returned)
    return nullptr;
  bool IsBuffer = Type->isPointerType();
  if (IsBuffer)
    Returned = bufferBehind(Returned);
  else if (Method->getNumParams())
    return nullptr;
  const auto *Member = dyn_cast<MemberExpr>(Returned);
  if (!Member || !isa<CXXThisExpr>(Member->getBase()->IgnoreParenCasts()))
    return nullptr;
  const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
  if (Field && IsBuffer) {
    ValueClass Class = Unit.classify(Field->getType());
    if (Class != ValueClass::Text && Class != ValueClass::Bytes)
      return nullptr;
  }
  return Field;
}

/// `return *this;`: what is done to the result is done to the object.
static bool returnsReceiver(const CXXMethodDecl *Method) {
  QualType Type = Method->getReturnType();
  if (Method->isStatic() || !Type->isLValueReferenceType())
    return false;
  const auto *Body = dyn_cast_or_null<CompoundStmt>(Method->getBody());
  if (!Body) // not seen here, but it is the custom
    return Method->getOverloadedOperator() == OO_LessLess &&
           Type->getPointeeCXXRecordDecl() == Method->getParent();
  const auto *Star = dyn_cast_or_null<UnaryOperator>(returnedAtEnd(Body));
  return Star && Star->getOpcode() == UO_Deref &&
         isa<CXXThisExpr>(Star->getSubExpr()->IgnoreParenCasts());
}

/// A library's function that is called by a pointer which holds nothing else;
/// the program's own are joined by the linker.
const FunctionDecl *FunctionExtractor::knownTarget(const Expr *Callee,
                                                   NodeId Value) {
  const FunctionDecl *Target = FunctionOf.lookup(Value);
  if (!Target) {
    const Expr *E = stripped(Callee);
    if (const auto *Star = dyn_cast<UnaryOperator>(E);
        Star && Star->getOpcode() == UO_Deref)
      E = stripped(Star->getSubExpr());
    if (const Expr *Init = constantInitialiser(E)) {
      E = stripped(Init);
      if (const auto *Address = dyn_cast<UnaryOperator>(E);
          Address && Address->getOpcode() == UO_AddrOf)
        E = stripped(Address->getSubExpr());
      if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
        Target = dyn_cast<FunctionDecl>(Ref->getDecl());
    }
  }
  if (!Target || isa<CXXMethodDecl>(Target) ||
      Unit.callee(Target).Models.empty())
    return nullptr;
  return Target;
}

AbstractValue FunctionExtractor::evaluateCall(const CallExpr *E) {
  CallSite Site;
  Site.At = E;
  Site.ResultType = E->getType();
  if (E->isGLValue())
    Site.ResultType = Context.getLValueReferenceType(E->getType());
  Site.Callee = E->getDirectCallee();
  unsigned First = 0;
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Site.Callee);
  bool TakesObject = Method && !Method->isStatic();
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(E)) {
    const Expr *Object = Member->getImplicitObjectArgument();
    Site.Receiver = Object;
    Site.HasReceiver = Object != nullptr;
    if (Object) {
      Site.ReceiverValue = evaluate(Object);
      if (Object->getType()->isPointerType())
        Site.ReceiverValue = pointee(Site.ReceiverValue);
      if (const auto *Callee =
              dyn_cast<MemberExpr>(E->getCallee()->IgnoreParens()))
        Site.IsVirtual = Method && Method->isVirtual() &&
                         !Callee->hasQualifier() &&
                         !Method->hasAttr<FinalAttr>();
    }
    if (!Site.Callee) {
      // `(object->*handler)(…)`: the object is the receiver, as always.
      const Expr *Callee = E->getCallee()->IgnoreParens();
      if (const auto *Chosen = dyn_cast<BinaryOperator>(Callee);
          Chosen && Chosen->isPtrMemOp())
        Callee = Chosen->getRHS();
      Site.FunctionValue = content(evaluate(Callee), Callee);
    }
  } else if (isa<CXXOperatorCallExpr>(E) && TakesObject && E->getNumArgs()) {
    First = 1;
    Site.Receiver = E->getArg(0);
    Site.HasReceiver = true;
    Site.ReceiverValue = evaluate(E->getArg(0));
    Site.IsVirtual = Method->isVirtual();
  } else if (!Site.Callee) {
    AbstractValue Callee = evaluate(E->getCallee());
    Site.FunctionValue = content(Callee, E->getCallee());
    Site.Callee = knownTarget(E->getCallee(), Site.FunctionValue);
  }
  if (Site.HasReceiver && Site.ReceiverValue.Places.empty()) {
    PlaceId P = temporaryPlace(Site.Receiver, Site.Receiver->getType());
    store(P, Site.ReceiverValue.Node, true, Site.Receiver);
    Site.ReceiverValue.Places.push_back(P);
  }
  if (const FieldDecl *Field = Method ? accessedField(Method) : nullptr;
      Field && Site.HasReceiver) {
    for (unsigned I = First; I < E->getNumArgs(); ++I)
      evaluate(E->getArg(I));
    AbstractValue Result;
    for (PlaceId P : Site.ReceiverValue.Places)
      Result.Places.push_back(fieldPlace(P, Field));
    if (Field->getType()->isPointerType() && E->getType()->isPointerType())
      Result = pointee(Result);
    if (StringId Kind = Unit.nameKind(Field)) {
      Result.NamedKind = Kind;
      Result.NamedAt = E;
    }
    return Result;
  }
  for (unsigned I = First; I < E->getNumArgs(); ++I) {
    Site.Arguments.push_back(E->getArg(I));
    Site.Values.push_back(evaluate(E->getArg(I)));
  }
  AbstractValue Result = performCall(Site);
  if (Method && Site.HasReceiver && returnsReceiver(Method))
    return Site.ReceiverValue;
  return Result;
}

AbstractValue FunctionExtractor::evaluateConstruct(const CXXConstructExpr *E,
                                                   PlaceId To) {
  if (!To) {
    To = temporaryPlace(E, E->getType());
    Places[To].ByValueLocal = true;
    Temporaries.insert(E);
  }
  const CXXConstructorDecl *Constructor = E->getConstructor();
  AbstractValue Object;
  Object.Places.push_back(To);
  bool Copies = Constructor->isCopyOrMoveConstructor() &&
                (!Constructor->isUserProvided() ||
                 !Unit.Unit.isInProject(Constructor->getLocation()));
  if (Copies && E->getNumArgs() >= 1) {
    AbstractValue From = evaluate(E->getArg(0));
    NodeId N = content(From, E->getArg(0));
    store(To, N, true, E);
    Object.NamedKind = From.NamedKind;
    Object.NamedAt = From.NamedAt;
    return Object;
  }
  CallSite Site;
  Site.At = E;
  Site.Callee = Constructor;
  Site.ResultPlace = To;
  Site.ResultType = E->getType();
  Site.HasReceiver = true;
  Site.ReceiverValue = Object;
  for (const Expr *Argument : E->arguments()) {
    Site.Arguments.push_back(Argument);
    Site.Values.push_back(evaluate(Argument));
  }
  // A new object holds nothing before its constructor ran.
  store(To, 0, true, E);
  if (Constructor->isDefaultConstructor() && !Constructor->isUserProvided() &&
      Site.Arguments.empty()) {
    // Default member initialisers write the fields' program-wide nodes
    // (extractFieldInitialiser); known here as well.
    if (const CXXRecordDecl *Class = Constructor->getParent();
        Class->hasDefinition() && Unit.Unit.isInProject(Class->getLocation()))
      for (const FieldDecl *Field : Class->fields())
        if (Field->hasInClassInitializer() && Field->getInClassInitializer())
          initialise(fieldPlace(To, Field), Field->getInClassInitializer(),
                     Field->getType(), E);
    // An algorithm that is a class may leave its constructor to the compiler.
    if (llvm::any_of(Unit.callee(Constructor).Models, [&](unsigned Index) {
          return !Unit.Models.Functions[Index].Uses.empty();
        }))
      performCall(Site);
    return Object;
  }
  performCall(Site);
  return Object;
}

//--- Builtins: the language's own vocabulary
//-----------------------------------

static const TemplateArgument *firstTemplateArgument(const FunctionDecl *F) {
  const TemplateArgumentList *List = F->getTemplateSpecializationArgs();
  return List && List->size() ? &List->get(0) : nullptr;
}

std::optional<AbstractValue>
FunctionExtractor::performBuiltin(CallSite &Site, const CalleeInfo &Info) {
  llvm::StringRef Name = Info.Name;
  auto Argument = [&](unsigned I) {
    return I < Site.Values.size() ? Site.Values[I] : AbstractValue{};
  };
  if (Name.starts_with("__builtin_")) {
    if (Name == "__builtin_expect" || Name == "__builtin_assume_aligned" ||
        Name == "__builtin_launder" || Name == "__builtin_addressof")
      return Argument(0);
    if (Name.ends_with("va_start")) {
      if (!Function || Site.Values.empty())
        return AbstractValue{};
      NodeId Rest =
          parameterNode(Function->getNumParams(), nullptr, QualType());
      storeThrough(Argument(0), Rest, true, Site.At);
      return AbstractValue{};
    }
    if (Name == "__builtin_va_copy") {
      storeThrough(Argument(0), content(Argument(1), Site.At), true, Site.At);
      return AbstractValue{};
    }
    if (Name == "__builtin_va_end" || Name == "__builtin_constant_p" ||
        Name == "__builtin_object_size" ||
        Name == "__builtin_dynamic_object_size")
      return AbstractValue{};
    return std::nullopt;
  }
  if (!Name.consume_front("std::"))
    return std::nullopt;
  if (Name == "move" && Site.Values.size() == 1)
    return Argument(0);
  if (Name == "forward" || Name == "as_const" || Name == "addressof" ||
      Name == "__addressof" || Name == "launder" || Name == "ref" ||
      Name == "cref" || Name == "move_if_noexcept" ||
      Name == "static_pointer_cast" || Name == "dynamic_pointer_cast" ||
      Name == "const_pointer_cast" || Name == "forward_like")
    return Argument(0);
  if (Name == "get" && Site.Values.size() == 1) {
    const TemplateArgument *Which = firstTemplateArgument(Site.Callee);
    AbstractValue Whole = Argument(0), Result;
    if (Which && Which->getKind() == TemplateArgument::Integral) {
      std::int64_t Index = Which->getAsIntegral().getExtValue();
      const CXXRecordDecl *Class = Site.Arguments[0]
                                       ->getType()
                                       .getNonReferenceType()
                                       ->getAsCXXRecordDecl();
      bool Pair = Class && Class->getIdentifier() && Class->getName() == "pair";
      if (Class && Class->getIdentifier() &&
          (Class->getName() == "array" || Class->getName() == "variant"))
        return Class->getName() == "array" ? element(Whole, QualType()) : Whole;
      std::string Field =
          Pair ? (Index == 0 ? "first" : "second") : std::to_string(Index);
      if (Whole.Places.empty() && Whole.Node) {
        PlaceId P = temporaryPlace(Site.At, QualType());
        store(P, Whole.Node, true, Site.At);
        Whole.Places.push_back(P);
      }
      for (PlaceId P : Whole.Places)
        Result.Places.push_back(
            childPlace(P, {PathElementKind::Field, Builder.string(Field)},
                       nullptr, Site.ResultType.getNonReferenceType()));
      return Result;
    }
    return Whole;
  }
  if (Name == "make_pair" || Name == "make_tuple" ||
      Name == "forward_as_tuple" || Name == "tie" || Name == "tuple::tuple") {
    bool Construct = Name == "tuple::tuple";
    PlaceId P =
        Construct ? Site.ResultPlace : temporaryPlace(Site.At, QualType());
    Places[P].ByValueLocal = true;
    for (unsigned I = 0; I < Site.Values.size(); ++I) {
      std::string Field = Name == "make_pair" ? (I == 0 ? "first" : "second")
                                              : std::to_string(I);
      store(childPlace(P, {PathElementKind::Field, Builder.string(Field)},
                       nullptr, QualType()),
            argumentContent(Site.Values[I], Site.Arguments[I]), true, Site.At);
    }
    AbstractValue Result;
    Result.Places.push_back(P);
    return Result;
  }
  if (Name == "swap" && Site.Values.size() == 2) {
    NodeId A = content(Argument(0), Site.Arguments[0]);
    NodeId B = content(Argument(1), Site.Arguments[1]);
    storeThrough(Argument(0), B, true, Site.At);
    storeThrough(Argument(1), A, true, Site.At);
    return AbstractValue{};
  }
  if (Name == "exchange" && Site.Values.size() == 2) {
    AbstractValue Result;
    Result.Node = content(Argument(0), Site.Arguments[0]);
    storeThrough(Argument(0), content(Argument(1), Site.Arguments[1]), true,
                 Site.At);
    return Result;
  }
  return std::nullopt;
}

//--- Constants
//-------------------------------------------------------------------

const Expr *stripped(const Expr *E) {
  for (;;) {
    E = E->IgnoreParenImpCasts();
    if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(E))
      E = Default->getExpr();
    else if (const auto *M = dyn_cast<MaterializeTemporaryExpr>(E))
      E = M->getSubExpr();
    else if (const auto *B = dyn_cast<CXXBindTemporaryExpr>(E))
      E = B->getSubExpr();
    else if (const auto *C = dyn_cast<ExplicitCastExpr>(E))
      E = C->getSubExpr();
    else if (const auto *K = dyn_cast<CXXConstructExpr>(E);
             K && K->getNumArgs() >= 1 &&
             (K->getNumArgs() == 1 || isa<CXXDefaultArgExpr>(K->getArg(1))))
      E = K->getArg(0);
    else if (const auto *F = dyn_cast<FullExpr>(E))
      E = F->getSubExpr();
    else
      return E;
  }
}

const Expr *constantInitialiser(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  const auto *Variable = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Variable || isa<ParmVarDecl>(Variable))
    return nullptr;
  const Expr *Init = Variable->getAnyInitializer();
  if (!Init || Init->isValueDependent())
    return nullptr;
  QualType T = Variable->getType();
  bool Constant = T.isConstQualified() || Variable->isConstexpr() ||
                  Variable->getName().starts_with("_");
  return Constant ? Init : nullptr;
}

std::optional<std::string> FunctionExtractor::constantText(const Expr *E) {
  for (unsigned Hops = 0; E && Hops < 4; ++Hops) {
    E = stripped(E);
    if (const auto *Text = dyn_cast<StringLiteral>(E))
      return Text->getCharByteWidth() == 1
                 ? std::optional(Text->getBytes().str())
                 : std::nullopt;
    E = constantInitialiser(E);
  }
  return std::nullopt;
}

/// The class whose method is called, and the object's own class where that is
/// another: with template arguments, without aliases.
static llvm::SmallVector<std::string, 2>
objectClasses(const ASTContext &Context, const FunctionDecl *Callee,
              const Expr *Receiver) {
  PrintingPolicy Policy(Context.getLangOpts());
  Policy.SuppressTagKeyword = true;
  llvm::SmallVector<std::string, 2> Result;
  auto Add = [&](const CXXRecordDecl *Class) {
    if (!Class)
      return;
    std::string Name =
        QualType(Context.getCanonicalTagType(Class)).getAsString(Policy);
    if (!llvm::is_contained(Result, Name))
      Result.push_back(std::move(Name));
  };
  if (const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee))
    Add(Method->getParent());
  if (Receiver) {
    QualType T =
        Receiver->IgnoreParenImpCasts()->getType().getNonReferenceType();
    Add(T->isPointerType() ? T->getPointeeCXXRecordDecl()
                           : T->getAsCXXRecordDecl());
  }
  return Result;
}

bool FunctionExtractor::holds(const ModelCondition &Condition,
                              const CallSite &Site) {
  auto Matches = [&](llvm::ArrayRef<std::string> Names) {
    if (Condition.Compiled) {
      for (const std::string &Name : Names)
        if (Name.size() < 4096 && std::regex_search(Name, *Condition.Compiled))
          return true;
      return false;
    }
    for (const std::string &Name : Names)
      if (llvm::is_contained(Condition.AnyOf, Name))
        return true;
    return false;
  };
  if (Condition.OfObject)
    return Matches(objectClasses(Context, Site.Callee, Site.Receiver)) !=
           Condition.Negated;
  auto Judge = [&]() -> bool {
    const Expr *E = Condition.Argument < Site.Arguments.size()
                        ? Site.Arguments[Condition.Argument]
                        : nullptr;
    bool Given = E && !isa<CXXDefaultArgExpr>(E);
    if (Condition.Absent)
      return !Given;
    if (!E)
      return false;
    if (Condition.IsText) {
      QualType T = stripped(E)->getType();
      ValueClass Class =
          Unit.classify(T->isPointerType() ? T->getPointeeType() : T);
      return Class == ValueClass::Text || Class == ValueClass::Bytes ||
             Unit.classify(T) == ValueClass::Text;
    }
    std::vector<std::string> Names;
    const SourceManager &SM = Context.getSourceManager();
    // Every macro on the way is a spelling of the argument.
    auto AddMacros = [&](SourceLocation L) {
      while (L.isMacroID()) {
        if (SM.isMacroArgExpansion(L)) {
          L = SM.getImmediateSpellingLoc(L);
          continue;
        }
        Names.push_back(
            Lexer::getImmediateMacroName(L, SM, Context.getLangOpts()).str());
        L = SM.getImmediateMacroCallerLoc(L);
      }
    };
    for (unsigned Hops = 0; E && Hops < 4; ++Hops) {
      AddMacros(E->getBeginLoc());
      const Expr *Within = stripped(E);
      if (Within->getBeginLoc() != E->getBeginLoc())
        AddMacros(Within->getBeginLoc()); // (PUCHAR)MODE_ECB
      E = Within;
      if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
        Names.push_back(Ref->getDecl()->getNameAsString());
      else if (const auto *Call = dyn_cast<CallExpr>(E)) {
        // An algorithm object is named by the function that returns it.
        if (const FunctionDecl *F = Call->getDirectCallee())
          Names.push_back(F->getNameAsString());
      }
      if (E->getType()->isIntegralOrEnumerationType() &&
          !E->isValueDependent()) {
        Expr::EvalResult Constant;
        if (E->EvaluateAsInt(Constant, Context))
          Names.push_back(llvm::toString(Constant.Val.getInt(), 10));
      }
      if (const auto *Text = dyn_cast<StringLiteral>(E);
          Text && Text->getCharByteWidth() == 1)
        Names.push_back(Text->getBytes().str());
      E = constantInitialiser(E);
    }
    return Matches(Names);
  };
  return Judge() != Condition.Negated;
}

bool FunctionExtractor::applies(const FunctionModel &Model,
                                const CallSite &Site) {
  if (Model.Arity && (Site.Arguments.size() < Model.Arity->first ||
                      Site.Arguments.size() > Model.Arity->second))
    return false;
  for (unsigned I = 0; I < Model.ParameterTypes.size(); ++I) {
    if (Model.ParameterTypes[I].empty())
      continue;
    if (!Site.Callee || I >= Site.Callee->getNumParams())
      return false;
    QualType T = Site.Callee->getParamDecl(I)->getType();
    const std::string &Wanted = Model.ParameterTypes[I];
    if (T.getAsString().find(Wanted) == std::string::npos &&
        T.getCanonicalType().getAsString().find(Wanted) == std::string::npos)
      return false;
  }
  for (const ModelCondition &Condition : Model.When)
    if (!holds(Condition, Site))
      return false;
  return true;
}

//--- Positions
//---------------------------------------------------------------------

NodeId FunctionExtractor::resultNode(CallSite &Site, AbstractValue &Result) {
  if (Result.Node)
    return Result.Node;
  Result.Node = valueNode(Site.At, RoleResult, Unit.classify(Site.ResultType));
  return Result.Node;
}

AbstractValue FunctionExtractor::at(const CallSite &Site,
                                    const ModelPosition &Position,
                                    unsigned Argument, AbstractValue &Result) {
  AbstractValue Value;
  switch (Position.Base) {
  case ModelPosition::Root::Argument:
  case ModelPosition::Root::ArgumentsFrom:
    if (Argument < Site.Values.size())
      Value = Site.Values[Argument];
    break;
  case ModelPosition::Root::Receiver:
    Value = Site.ReceiverValue;
    break;
  case ModelPosition::Root::Return:
    if (Site.ResultPlace)
      Value.Places.push_back(Site.ResultPlace);
    else
      Value = Result;
    break;
  }
  if (Position.Path.empty())
    return Value;
  // std::vector(count): a number has no elements.
  if (Position.Base == ModelPosition::Root::Argument &&
      Argument < Site.Arguments.size() &&
      Site.Arguments[Argument]->getType()->isArithmeticType())
    return {};
  if (Value.Places.empty() && Value.Node) {
    PlaceId P = temporaryPlace(
        Argument < Site.Arguments.size() ? Site.Arguments[Argument] : Site.At,
        QualType());
    Places[P].Initial = Value.Node;
    Value.Places.push_back(P);
  }
  for (const ModelPosition::Element &Element : Position.Path) {
    StringId Name = Element.Kind == PathElementKind::Field
                        ? Builder.string(Element.Name)
                        : 0;
    for (PlaceId &P : Value.Places)
      P = childPlace(P, {Element.Kind, Name}, nullptr, QualType());
  }
  Value.Node = 0;
  return Value;
}

NodeId FunctionExtractor::readAt(const CallSite &Site,
                                 const ModelPosition &Position,
                                 AbstractValue &Result) {
  const Stmt *At = Site.At;
  switch (Position.Base) {
  case ModelPosition::Root::Argument:
    if (Position.Index < Site.Arguments.size())
      At = Site.Arguments[Position.Index];
    if (Position.Path.empty())
      return argumentContent(at(Site, Position, Position.Index, Result), At);
    // A field that is a pointer holds the text it points to.
    if (Position.Path.back().Kind == PathElementKind::Field)
      return content(pointee(at(Site, Position, Position.Index, Result)), At);
    return content(at(Site, Position, Position.Index, Result), At);
  case ModelPosition::Root::Receiver:
    if (Site.Receiver)
      At = Site.Receiver;
    return content(at(Site, Position, 0, Result), At);
  case ModelPosition::Root::Return:
    return content(at(Site, Position, 0, Result), At);
  case ModelPosition::Root::ArgumentsFrom: {
    NodeId Joined = 0;
    for (unsigned I = Position.Index; I < Site.Values.size(); ++I) {
      AbstractValue Value = at(Site, Position, I, Result);
      NodeId N = Position.Path.empty()
                     ? argumentContent(Value, Site.Arguments[I])
                     : content(Value, Site.Arguments[I]);
      if (!N)
        continue;
      if (!Joined)
        Joined = valueNode(At, RoleFlow + 0xfff - Position.Index,
                           ValueClass::Unknown);
      if (Builder.at(N).Class == ValueClass::Text ||
          Builder.at(Joined).Class == ValueClass::Unknown)
        Builder.at(Joined).Class = Builder.at(N).Class;
      Builder.edge(N, Joined);
    }
    return Joined;
  }
  }
  return 0;
}

/// In a function that makes such a secret, a local object that is built piece
/// by piece is told where it is finished: in the return.
static bool isBuiltHere(const Expr *E) {
  const auto *Ref = dyn_cast_or_null<DeclRefExpr>(E);
  const auto *Variable = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Variable && Variable->hasLocalStorage() &&
         Variable->getType()->isRecordType();
}

void FunctionExtractor::writeAt(CallSite &Site, const ModelPosition &Position,
                                NodeId Value, bool Replace,
                                AbstractValue &Result) {
  switch (Position.Base) {
  case ModelPosition::Root::Return:
    if (!Site.ResultPlace) {
      if (!Value)
        return;
      llvm::SmallVector<PathElement, 3> Path;
      for (const ModelPosition::Element &Element : Position.Path)
        Path.push_back({Element.Kind, Element.Kind == PathElementKind::Field
                                          ? Builder.string(Element.Name)
                                          : 0});
      Builder.edge(Value, resultNode(Site, Result),
                   Path.empty() ? EdgeKind::Copy : EdgeKind::Store,
                   Builder.path(Path));
      return;
    }
    [[fallthrough]];
  case ModelPosition::Root::Receiver:
  case ModelPosition::Root::Argument: {
    AbstractValue To = at(Site, Position, Position.Index, Result);
    storeThrough(To, Value, Replace, Site.At);
    // Written into something so named; operator= is judged by performCall.
    bool IsElement =
        llvm::all_of(Position.Path, [](const ModelPosition::Element &Element) {
          return Element.Kind == PathElementKind::Element;
        });
    bool IsFinished = Replace || !Position.Path.empty() ||
                      !Unit.isSource(ReturnKind) || !isBuiltHere(To.NamedAt);
    if (To.NamedKind && IsElement && IsFinished && Site.Callee &&
        Site.Callee->getOverloadedOperator() != OO_Equal)
      namedSink(To.NamedKind, Value, Site.At,
                To.NamedAt ? Unit.label(To.NamedAt) : std::string(), NF_None,
                Replace ? EdgeKind::Copy : EdgeKind::Embed);
    return;
  }
  case ModelPosition::Root::ArgumentsFrom:
    for (unsigned I = Position.Index; I < Site.Values.size(); ++I)
      storeThrough(at(Site, Position, I, Result), Value, Replace, Site.At);
    return;
  }
}

void FunctionExtractor::sink(llvm::StringRef Kind, NodeId Value, const Stmt *At,
                             StringId Label, EdgeKind How,
                             SanitiserSetId Mark) {
  if (!Value || Value == Empty)
    return;
  StringId KindId = Builder.string(Kind);
  auto [It, New] = Values.try_emplace({At, RoleSink * 0x100 + KindId}, 0);
  if (New) {
    Node N;
    N.Kind = NodeKind::Sink;
    N.Class = Builder.at(Value).Class;
    N.Flags = NF_Step;
    N.Ref = KindId;
    N.Function = Id;
    N.Location = Unit.location(At);
    N.Label = Label;
    It->second = Builder.node(N);
  }
  Builder.edge(Value, It->second, How, 0, Mark);
}

//--- Modelled calls
//------------------------------------------------------------------

/// Does a value of this class, spelt by this conversion, keep its characters?
static bool carriesText(FormatConversion::Takes Takes) {
  return Takes == FormatConversion::Takes::Text ||
         Takes == FormatConversion::Takes::Character;
}

void FunctionExtractor::performFormat(CallSite &Site, const ModelFormat &Format,
                                      AbstractValue &Result) {
  const CalleeInfo &Info = Unit.callee(Site.Callee);
  if (Format.How == ModelFormat::Style::Scanf) {
    NodeId From = Format.From ? readAt(Site, *Format.From, Result) : 0;
    if (!Format.FromKind.empty()) {
      auto [It, New] = Values.try_emplace({Site.At, RoleSource}, 0);
      if (New) {
        Node N;
        N.Kind = NodeKind::Source;
        N.Class = ValueClass::Text;
        N.Flags = NF_Step;
        N.Ref = Builder.string(Format.FromKind);
        N.Function = Id;
        N.Location = Unit.location(Site.At);
        N.Label = Info.NameId;
        It->second = Builder.node(N);
      }
      From = It->second;
    }
    for (unsigned I = Format.FirstArgument; I < Site.Values.size(); ++I) {
      ValueClass Class = Unit.classify(Site.Arguments[I]->getType());
      if (Class != ValueClass::Text && Class != ValueClass::Bytes)
        continue;
      storeThrough(Site.Values[I], From, true, Site.At);
    }
    return;
  }
  NodeId Built = 0;
  auto Add = [&](NodeId N, const Expr *At, EdgeKind How,
                 SanitiserSetId Mark = 0) {
    if (!N)
      return;
    if (Format.To) {
      if (!Built)
        Built = valueNode(Site.At, RoleFormat, ValueClass::Text, NF_Step,
                          Info.NameId);
      Builder.edge(N, Built, How, 0, Mark);
    }
    if (!Format.SinkKind.empty())
      sink(Format.SinkKind, N, At, Info.NameId, How, Mark);
  };
  EdgeKind How = EdgeKind::Embed;
  std::optional<std::vector<FormatConversion>> Conversions;
  std::optional<HoleQuoting> Holes;
  // The callers of a wrapper have the template, and tell.
  bool IsWrapper = false;
  if (Format.Template < Site.Arguments.size()) {
    const Expr *Template = Site.Arguments[Format.Template];
    std::optional<std::string> Text = constantText(Template);
    // "%s" alone copies.
    if (Text && ((Format.How == ModelFormat::Style::Printf && *Text == "%s") ||
                 (Format.How == ModelFormat::Style::Braces && *Text == "{}")))
      How = EdgeKind::Copy;
    else
      Add(argumentContent(Site.Values[Format.Template], Template), Template,
          EdgeKind::Embed);
    if (Text && Format.How == ModelFormat::Style::Printf) {
      Conversions = parsePrintf(*Text);
      Holes = quotingInPrintf(*Text);
    } else if (Text && Format.How == ModelFormat::Style::Braces) {
      Holes = quotingInBraces(*Text);
    } else if (const auto *Named = dyn_cast<DeclRefExpr>(stripped(Template))) {
      IsWrapper = isa<ParmVarDecl>(Named->getDecl());
    }
  }
  auto MarkOf = [&](unsigned Argument) -> SanitiserSetId {
    if (IsWrapper || How != EdgeKind::Embed)
      return 0;
    if (!Holes || Format.TakesVaList)
      return markOf(Quoting::Unknown);
    auto Hole = Holes->find(Argument - Format.FirstArgument);
    return markOf(Hole == Holes->end() ? Quoting::Unknown : Hole->second,
                  Site.Arguments[Argument]);
  };
  for (unsigned I = Format.FirstArgument; I < Site.Values.size(); ++I) {
    SanitiserSetId Passed = 0;
    if (Conversions && !Format.TakesVaList) {
      bool Carries = false;
      for (const FormatConversion &Each : *Conversions)
        if (Each.Argument == I - Format.FirstArgument) {
          // Numbers go along: their class stops text rules, and randomness
          // needs them.
          Carries |= carriesText(Each.What) ||
                     Each.What == FormatConversion::Takes::Number;
          auto Escape = Format.Escapes.find(std::string(1, Each.Letter));
          if (Escape != Format.Escapes.end())
            Passed = Builder.sanitisers({Escape->second});
        }
      if (!Carries)
        continue;
    }
    NodeId N = argumentContent(Site.Values[I], Site.Arguments[I]);
    if (!N)
      continue;
    if (Passed) {
      NodeId Escaped =
          valueNode(Site.Arguments[I], RoleFormat + 1, ValueClass::Text);
      Builder.edge(N, Escaped, EdgeKind::Copy, 0, Passed);
      N = Escaped;
    }
    Add(N, Site.Arguments[I], How, MarkOf(I));
  }
  if (Format.To)
    writeAt(Site, *Format.To, Built, !Format.Add, Result);
}

void FunctionExtractor::performCallback(CallSite &Site,
                                        const ModelCallback &Callback,
                                        AbstractValue &Result) {
  bool IsObject = Callback.Function.Base == ModelPosition::Root::Receiver;
  if (!IsObject && (Callback.Function.Base != ModelPosition::Root::Argument ||
                    Callback.Function.Index >= Site.Values.size()))
    return;
  const Expr *Given = IsObject ? (Site.Receiver ? Site.Receiver : Site.At)
                               : Site.Arguments[Callback.Function.Index];
  NodeId Target = content(
      at(Site, Callback.Function, Callback.Function.Index, Result), Given);
  if (!Target)
    return;
  auto [It, New] = CallIds.try_emplace(Given, 0);
  if (New) {
    Call C;
    C.Name = Unit.callee(Site.Callee).NameId;
    C.Flags = CF_Indirect;
    C.Caller = Id;
    C.Location = Unit.location(Site.At);
    It->second = Builder.call(C);
  }
  CallId Id = It->second;
  auto Port = [&](NodeKind Kind, int Index, unsigned Role, ValueClass Class) {
    auto [Slot, Fresh] = Values.try_emplace({Given, RoleCallback + Role}, 0);
    if (Fresh) {
      Node N;
      N.Kind = Kind;
      N.Class = Class;
      N.Index = Index;
      N.Ref = Id;
      N.Function = this->Id;
      N.Location = Unit.location(Given);
      N.Label = Unit.callee(Site.Callee).NameId;
      Slot->second = Builder.node(N);
      Builder.graph().Calls[Id].Ports.push_back(Slot->second);
    }
    return Slot->second;
  };
  Builder.edge(Target, Port(NodeKind::Callee, 0, 0, ValueClass::Function));

  // `std::thread(&Server::run, this, x)`: the first value is the receiver.
  const Expr *Plain = Given->IgnoreParenImpCasts();
  if (const auto *Address = dyn_cast<UnaryOperator>(Plain))
    Plain = Address->getSubExpr()->IgnoreParenImpCasts();
  const auto *Ref = dyn_cast<DeclRefExpr>(Plain);
  const auto *Method = Ref ? dyn_cast<CXXMethodDecl>(Ref->getDecl()) : nullptr;
  int Shift = Method && !Method->isStatic() ? -1 : 0;

  for (const ModelCallback::Parameter &Parameter : Callback.Parameters) {
    if (!Parameter.SourceKind.empty()) {
      auto [Slot, Fresh] = Values.try_emplace(
          {Given, RoleCallback + 0x400 + Parameter.Index}, 0);
      if (Fresh) {
        Node N;
        N.Kind = NodeKind::Source;
        N.Class = ValueClass::Text;
        N.Flags = NF_Step;
        N.Ref = Builder.string(Parameter.SourceKind);
        N.Function = this->Id;
        N.Location = Unit.location(Given);
        N.Label = Unit.callee(Site.Callee).NameId;
        Slot->second = Builder.node(N);
      }
      Builder.edge(Slot->second,
                   Port(NodeKind::Argument, int(Parameter.Index),
                        0x100 + Parameter.Index, ValueClass::Text));
      continue;
    }
    if (!Parameter.From)
      continue;
    bool Rest = Parameter.From->Base == ModelPosition::Root::ArgumentsFrom;
    unsigned First = Parameter.From->Index;
    unsigned Last = Rest ? Site.Values.size() : First + 1;
    for (unsigned I = First; I < Last; ++I) {
      NodeId N;
      const Expr *From = Site.At;
      if (Parameter.From->Base == ModelPosition::Root::Receiver ||
          Parameter.From->Base == ModelPosition::Root::Return)
        N = readAt(Site, *Parameter.From, Result);
      else {
        if (I >= Site.Values.size())
          break;
        From = Site.Arguments[I];
        N = content(at(Site, *Parameter.From, I, Result), From);
      }
      if (!N)
        continue;
      int Index = int(Parameter.Index + (I - First)) + Shift;
      Builder.edge(N, Port(NodeKind::Argument, Index,
                           0x100 + Parameter.Index + (I - First),
                           Unit.classify(From->getType())));
    }
  }
  if (Callback.Result)
    writeAt(Site, *Callback.Result,
            Port(NodeKind::Result, 0, 0x300, ValueClass::Unknown), false,
            Result);
}

/// `"EXPLAIN " + sql`, `sql + ";"`: what was a whole statement is one still.
bool FunctionExtractor::keepsStatement(const CallSite &Site) {
  if (Site.Callee->getOverloadedOperator() != OO_Plus ||
      Site.Arguments.size() != 2)
    return false;
  if (std::optional<std::string> Last = constantText(Site.Arguments[1]))
    return llvm::StringRef(*Last).find_first_not_of("; \t\r\n") ==
           llvm::StringRef::npos;
  std::optional<std::string> First = constantText(Site.Arguments[0]);
  if (!First)
    return false;
  std::string Words = llvm::StringRef(*First).trim().lower();
  return Words == "explain" || Words == "explain query plan" ||
         Words == "explain analyze";
}

AbstractValue FunctionExtractor::performModels(
    CallSite &Site, const CalleeInfo &Info,
    llvm::ArrayRef<const FunctionModel *> Matching) {
  AbstractValue Result;
  bool Aliased = false;

  // Positions and places are read before anything is written.
  struct Write {
    const ModelPosition *To;
    NodeId Value;
    bool Add;
  };
  llvm::SmallVector<Write, 4> Writes;
  unsigned Role = RoleFlow;
  auto SamePosition = [](const ModelPosition &A, const ModelPosition &B) {
    if (A.Base != B.Base || A.Index != B.Index ||
        A.Path.size() != B.Path.size())
      return false;
    for (unsigned I = 0; I < A.Path.size(); ++I)
      if (A.Path[I].Kind != B.Path[I].Kind || A.Path[I].Name != B.Path[I].Name)
        return false;
    return true;
  };
  auto AddWrite = [&](const ModelPosition &To, NodeId Value, EdgeKind How,
                      bool Add, SanitiserSetId Passed, ValueClass Class) {
    if (!Value) {
      // Nothing is known of the value; the old content is gone all the same.
      for (Write &W : Writes)
        if (SamePosition(*W.To, To))
          return;
      if (!Add)
        Writes.push_back({&To, 0, Add});
      return;
    }
    NodeId Out = 0;
    for (Write &W : Writes)
      if (SamePosition(*W.To, To)) {
        if (!W.Value)
          W.Value = valueNode(Site.At, Role++, Class,
                              How == EdgeKind::Embed ? NF_Step : NF_None,
                              Info.NameId);
        Out = W.Value;
        W.Add &= Add;
      }
    if (!Out) {
      Out = valueNode(Site.At, Role++, Class,
                      How == EdgeKind::Embed || Passed ? NF_Step : NF_None,
                      Info.NameId);
      Writes.push_back({&To, Out, Add});
    }
    if (How == EdgeKind::Embed)
      Builder.at(Out).Flags |= NF_Step;
    Builder.edge(Value, Out, How, 0, Passed);
  };

  bool KeepsStatement = keepsStatement(Site);
  // `a + b`, StrCat(a, b, c), `text << b`: where each piece goes.
  auto MarkOf = [&](const ModelFlow &Flow, unsigned Argument) {
    Quoting Before = Quoting::Unknown;
    if (Flow.Add)
      Before = quotingOf(at(Site, Flow.To, Flow.To.Index, Result));
    else if (Argument == 0) // it goes on to be the left end of the text
      return SanitiserSetId(0);
    for (unsigned I = Flow.Add ? Flow.From.Index : 0; I < Argument; ++I)
      Before = quotingAfter(Before, Site.Arguments[I]);
    return markOf(Before, Site.Arguments[Argument]);
  };
  unsigned SourceCount = 0, UseCount = 0;
  for (const FunctionModel *Model : Matching) {
    for (const ModelEndpoint &Source : Model->Sources) {
      auto [It, New] =
          Values.try_emplace({Site.At, RoleSource + 1 + SourceCount++}, 0);
      if (New) {
        Node N;
        N.Kind = NodeKind::Source;
        N.Class = Source.At.Base == ModelPosition::Root::Return
                      ? Unit.classify(Site.ResultType)
                      : ValueClass::Text;
        N.Flags = NF_Step;
        N.Ref = Builder.string(Source.Kind);
        N.Function = Id;
        N.Location = Unit.location(Site.At);
        N.Label = Info.NameId;
        It->second = Builder.node(N);
      }
      AddWrite(Source.At, It->second, EdgeKind::Copy,
               Source.At.Base == ModelPosition::Root::Receiver, 0,
               Builder.at(It->second).Class);
      // The key tells a secret: getenv("DB_PASSWORD").
      if (StringId Kind = keyKindOf(Site, Info)) {
        NodeId Named = withNamedSource(0, Kind, Site.At);
        AddWrite(Source.At, Named, EdgeKind::Copy, true, 0, ValueClass::Text);
      }
    }
    for (const ModelEndpoint &Sink : Model->Sinks) {
      if (Sink.At.Base == ModelPosition::Root::Return)
        continue;
      if (Sink.At.Base == ModelPosition::Root::ArgumentsFrom) {
        for (unsigned I = Sink.At.Index; I < Site.Values.size(); ++I)
          sink(Sink.Kind,
               content(at(Site, Sink.At, I, Result), Site.Arguments[I]),
               Site.Arguments[I], Info.NameId);
        continue;
      }
      const Stmt *At = Site.At;
      if (Sink.At.Base == ModelPosition::Root::Argument &&
          Sink.At.Index < Site.Arguments.size())
        At = Site.Arguments[Sink.At.Index];
      if (isa<CXXDefaultArgExpr>(At))
        At = Site.At;
      sink(Sink.Kind, readAt(Site, Sink.At, Result), At, Info.NameId);
    }
    for (const std::string &Kind : Model->Uses) {
      auto [It, New] = Values.try_emplace({Site.At, RoleUse + UseCount++}, 0);
      if (New) {
        Node N;
        N.Kind = NodeKind::Use;
        N.Flags = NF_Step;
        N.Ref = Builder.string(Kind);
        N.Function = Id;
        N.Location = Unit.location(Site.At);
        N.Label = Info.NameId;
        It->second = Builder.node(N);
      }
    }
    if (Model->Compares.size() >= 2) {
      const ModelPosition &A = Model->Compares[0], &B = Model->Compares[1];
      AbstractValue Left = at(Site, A, A.Index, Result),
                    Right = at(Site, B, B.Index, Result);
      auto LabelOf = [&](const AbstractValue &V) {
        return V.NamedAt ? Unit.label(V.NamedAt) : std::string();
      };
      if (Left.NamedKind)
        namedSink(Left.NamedKind, readAt(Site, B, Result), Site.At,
                  LabelOf(Left), NF_Comparison);
      if (Right.NamedKind)
        namedSink(Right.NamedKind, readAt(Site, A, Result), Site.At,
                  LabelOf(Right), NF_Comparison);
    }
    for (const ModelFlow &Flow : Model->Flows) {
      SanitiserSetId Passed = Builder.sanitisers(Flow.Sanitises);
      if (Flow.As == ModelFlow::How::Alias) {
        AbstractValue From = at(Site, Flow.From, Flow.From.Index, Result);
        if (Flow.To.Base == ModelPosition::Root::Return &&
            Flow.To.Path.empty() && !Site.ResultPlace) {
          for (PlaceId P : From.Places)
            if (!llvm::is_contained(Result.Places, P))
              Result.Places.push_back(P);
          if (From.Places.empty() && From.Node)
            Builder.edge(From.Node, resultNode(Site, Result));
          Result.NamedKind = From.NamedKind;
          Result.NamedAt = From.NamedAt;
          Aliased = Aliased || !From.Places.empty();
          continue;
        }
        AddWrite(Flow.To, readAt(Site, Flow.From, Result), EdgeKind::Copy,
                 Flow.Add, Passed, ValueClass::Unknown);
        continue;
      }
      EdgeKind How = Flow.As == ModelFlow::How::Embed
                         ? (KeepsStatement ? EdgeKind::Copy : EdgeKind::Embed)
                     : Flow.As == ModelFlow::How::Derive ? EdgeKind::Derive
                                                         : EdgeKind::Copy;
      NodeId Value = readAt(Site, Flow.From, Result);
      ValueClass Class = Value ? Builder.at(Value).Class : ValueClass::Unknown;
      if (Flow.To.Base == ModelPosition::Root::Return && Flow.To.Path.empty())
        Class = Unit.classify(Site.ResultType);
      else if (How == EdgeKind::Embed && Class != ValueClass::Number &&
               Class != ValueClass::Boolean && Class != ValueClass::Enum)
        Class = ValueClass::Text;
      // What is read into a number carries no text from here on.
      if (Flow.To.Base == ModelPosition::Root::Argument &&
          Flow.To.Path.empty() && Flow.To.Index < Site.Arguments.size()) {
        QualType T = Site.Arguments[Flow.To.Index]->getType();
        if (T->isPointerType())
          T = T->getPointeeType();
        ValueClass Into = Unit.classify(T);
        if (Into == ValueClass::Number || Into == ValueClass::Boolean ||
            Into == ValueClass::Enum)
          Class = Into;
      }
      // Text made of a number stays a number to text rules: the class says so.
      bool IsRest = Flow.From.Base == ModelPosition::Root::ArgumentsFrom;
      bool IsPiece =
          How == EdgeKind::Embed && !Passed && Value &&
          (IsRest || Flow.From.Base == ModelPosition::Root::Argument) &&
          Flow.From.Index < Site.Arguments.size();
      if (!IsPiece) {
        AddWrite(Flow.To, Value, How, Flow.Add, Passed, Class);
        continue;
      }
      unsigned End = IsRest ? Site.Arguments.size() : Flow.From.Index + 1;
      for (unsigned I = Flow.From.Index; I < End; ++I)
        if (NodeId Each = !IsRest ? Value
                          : Flow.From.Path.empty()
                              ? argumentContent(at(Site, Flow.From, I, Result),
                                                Site.Arguments[I])
                              : content(at(Site, Flow.From, I, Result),
                                        Site.Arguments[I]))
          AddWrite(Flow.To, Each, How, Flow.Add, MarkOf(Flow, I), Class);
      if (Flow.As == ModelFlow::How::Move)
        Writes.push_back({&Flow.From, 0, false});
    }
    for (const ModelPosition &Cleared : Model->Clears)
      Writes.push_back({&Cleared, setBytes(Site), false});
    if (Model->Format)
      performFormat(Site, *Model->Format, Result);
    for (const ModelCallback &Callback : Model->Callbacks)
      performCallback(Site, Callback, Result);
  }
  for (const FunctionModel *Model : Matching)
    noteQuoting(Site, *Model, Result);
  for (const Write &W : Writes)
    writeAt(Site, *W.To, W.Value, !W.Add, Result);

  bool IsPointerLike =
      !Site.ResultType.isNull() &&
      (Site.ResultType->isReferenceType() || Site.ResultType->isPointerType());
  if (Result.Places.empty() && IsPointerLike && !Site.ResultPlace) {
    // The result designates memory of its own.
    PlaceId P = temporaryPlace(Site.At, Site.ResultType->getPointeeType());
    Places[P].Initial = Result.Node;
    Result.Node = 0;
    Result.Places.push_back(P);
  } else if (Aliased && Result.Node) {
    for (PlaceId P : Result.Places)
      store(P, Result.Node, false, Site.At);
    Result.Node = 0;
  }
  // What is put into the returned object is consumed there: a log stream.
  for (const FunctionModel *Model : Matching)
    for (const ModelEndpoint &Sink : Model->Sinks)
      if (Sink.At.Base == ModelPosition::Root::Return ||
          (Site.ResultPlace && Sink.At.Base == ModelPosition::Root::Receiver)) {
        AbstractValue Object = Result;
        if (Site.ResultPlace) {
          Object.Places.clear();
          Object.Places.push_back(Site.ResultPlace);
        } else if (Object.Places.empty()) {
          PlaceId P = temporaryPlace(Site.At, Site.ResultType);
          Places[P].Initial = Object.Node;
          Object.Node = 0;
          Object.Places.push_back(P);
          Result = Object;
        }
        for (PlaceId P : Object.Places) {
          Places[P].SinkKind = Builder.string(Sink.Kind);
          Places[P].SinkName = Info.NameId;
        }
      }
  return Result;
}

//--- Calls that the linker resolves
//------------------------------------------------------

AbstractValue FunctionExtractor::resultOf(CallSite &Site) {
  AbstractValue Result;
  if (Site.ResultType.isNull() || Site.ResultType->isVoidType())
    return Result;
  auto [It, New] = Values.try_emplace({Site.At, RoleResult}, 0);
  if (New) {
    Node N;
    N.Kind = NodeKind::Result;
    N.Class = Unit.classify(Site.ResultType);
    N.Flags = NF_Step;
    N.Ref = CallIds[Site.At];
    N.Function = Id;
    N.Location = Unit.location(Site.At);
    N.Label = Site.Callee ? Unit.callee(Site.Callee).NameId
                          : Builder.string(Unit.label(Site.At));
    It->second = Builder.node(N);
    Builder.graph().Calls[CallIds[Site.At]].Ports.push_back(It->second);
  }
  if (Site.ResultType->isReferenceType() || Site.ResultType->isPointerType()) {
    PlaceId P = temporaryPlace(Site.At, Site.ResultType->getPointeeType());
    Places[P].Initial = It->second;
    Result.Places.push_back(P);
  } else {
    Result.Node = It->second;
  }
  return Result;
}

/// The position before `...` or a pack: where a printf-like wrapper takes its
/// template.
static std::optional<unsigned> templateOfWrapper(const FunctionDecl *Callee) {
  if (!Callee || Callee->getNumParams() == 0)
    return std::nullopt;
  if (Callee->isVariadic())
    return Callee->getNumParams() - 1;
  const FunctionTemplateDecl *Primary = Callee->getPrimaryTemplate();
  if (!Primary)
    return std::nullopt;
  const FunctionDecl *Pattern = Primary->getTemplatedDecl();
  unsigned Last = Pattern->getNumParams();
  return Last > 1 && Pattern->getParamDecl(Last - 1)->isParameterPack()
             ? std::optional(Last - 2)
             : std::nullopt;
}

/// Keeps how the texts end that the call writes.
void FunctionExtractor::noteQuoting(const CallSite &Site,
                                    const FunctionModel &Model,
                                    AbstractValue &Result) {
  auto Note = [&](const ModelPosition &To, auto &&Next) {
    if (To.Base == ModelPosition::Root::Return || !To.Path.empty())
      return;
    AbstractValue Text = at(Site, To, To.Index, Result);
    Quoting Before = quotingOf(Text);
    for (PlaceId P : Text.Places)
      QuotingOf[P] = Next(Before);
  };
  for (const ModelFlow &Flow : Model.Flows) {
    bool IsRest = Flow.From.Base == ModelPosition::Root::ArgumentsFrom;
    if ((!IsRest && Flow.From.Base != ModelPosition::Root::Argument) ||
        !Flow.From.Path.empty() || Flow.From.Index >= Site.Arguments.size())
      continue;
    unsigned End = IsRest ? Site.Arguments.size() : Flow.From.Index + 1;
    Note(Flow.To, [&](Quoting Before) {
      Quoting Now = Flow.Add ? Before : Quoting::Unknown;
      for (unsigned I = Flow.From.Index; I < End; ++I)
        Now = quotingAfter(Now, Site.Arguments[I]);
      return Now;
    });
  }
  if (Model.Format && Model.Format->To &&
      Model.Format->Template < Site.Arguments.size())
    Note(*Model.Format->To, [&](Quoting Before) {
      std::optional<std::string> Text =
          constantText(Site.Arguments[Model.Format->Template]);
      return Text ? analysis::quotingAfter(
                        Model.Format->Add ? Before : Quoting::Outside, *Text)
                  : Quoting::Unknown;
    });
  for (const ModelPosition &Cleared : Model.Clears)
    Note(Cleared, [](Quoting) { return Quoting::Outside; });
}

/// What the conversions of a wrapper's constant template do to the arguments:
/// the sanitisers each passes, or that its characters are not printed at all.
FunctionExtractor::WrappedConversions
FunctionExtractor::conversionsOfWrapper(const CallSite &Site) {
  WrappedConversions Result;
  std::optional<unsigned> At = templateOfWrapper(Site.Callee);
  if (!At || *At + 1 >= Site.Arguments.size())
    return Result;
  std::optional<std::string> Text = constantText(Site.Arguments[*At]);
  if (!Text) {
    // A template from elsewhere: the holes cannot be judged.
    for (unsigned I = *At + 1; I < Site.Arguments.size(); ++I)
      Result.Passed[I] = markOf(Quoting::Unknown);
    return Result;
  }
  std::map<unsigned, std::vector<std::string>> Escapes;
  HoleQuoting Holes = llvm::StringRef(*Text).contains('%')
                          ? quotingInPrintf(*Text)
                          : quotingInBraces(*Text);
  for (const auto &[Argument, Where] : Holes) {
    unsigned I = *At + 1 + Argument;
    const Expr *Hole = I < Site.Arguments.size() ? Site.Arguments[I] : nullptr;
    if (const char *Kind = quotingKind(Where, Hole))
      Escapes[I].push_back(Kind);
  }
  std::set<unsigned> Printed;
  for (const FormatConversion &Each : parsePrintf(*Text)) {
    unsigned Argument = *At + 1 + Each.Argument;
    if (Each.What == FormatConversion::Takes::Pointer)
      Result.Unprinted.insert(Argument);
    else
      Printed.insert(Argument);
    llvm::append_range(Escapes[Argument], Unit.Models.escapesOf(Each.Letter));
  }
  for (unsigned Each : Printed)
    Result.Unprinted.erase(Each);
  for (auto &[Argument, Kinds] : Escapes)
    if (!Kinds.empty())
      Result.Passed[Argument] = Builder.sanitisers(Kinds);
  return Result;
}

AbstractValue FunctionExtractor::performUnmodelled(CallSite &Site,
                                                   const CalleeInfo *Info) {
  auto [CallSlot, NewCall] = CallIds.try_emplace(Site.At, 0);
  if (NewCall) {
    Call C;
    if (Info) {
      C.Target = Info->Key;
      C.Name = Info->NameId;
      if (Info->InLibrary)
        C.Flags |= CF_Library;
      if (Site.IsVirtual)
        C.Flags |= CF_Virtual;
    } else {
      C.Flags = CF_Indirect;
      C.Name = Builder.string(Unit.label(Site.At));
    }
    C.Caller = Id;
    C.Location = Unit.location(Site.At);
    CallSlot->second = Builder.call(C);
  }
  CallId Call = CallSlot->second;
  auto Port = [&](NodeKind Kind, int Index, unsigned Role, ValueClass Class,
                  std::uint16_t Flags, const Expr *At) {
    // A default argument stands nowhere in the caller: the call does.
    if (At && isa<CXXDefaultArgExpr>(At))
      At = Site.At;
    auto [It, New] = Values.try_emplace({Site.At, Role}, 0);
    if (New) {
      Node N;
      N.Kind = Kind;
      N.Class = Class;
      N.Flags = Flags;
      N.Index = Index;
      N.Ref = Call;
      N.Function = Id;
      N.Location = Unit.location(At ? At : Site.At);
      N.Label = Info ? Info->NameId : Builder.string(Unit.label(Site.At));
      It->second = Builder.node(N);
      Builder.graph().Calls[Call].Ports.push_back(It->second);
    }
    return It->second;
  };
  if (Site.FunctionValue)
    Builder.edge(Site.FunctionValue, Port(NodeKind::Callee, 0, RoleCallee,
                                          ValueClass::Function, 0, Site.At));

  struct Out {
    AbstractValue To;
    NodeId Value;
    const Expr *At;
  };
  llvm::SmallVector<Out, 4> Outs;
  const WrappedConversions Conversions = conversionsOfWrapper(Site);
  auto Pass = [&](int Index, const Expr *At, const AbstractValue &Value,
                  bool Writable) {
    if (Index >= 0 && Conversions.Unprinted.count(Index))
      return;
    NodeId N = At && Index >= 0 ? argumentContent(Value, At)
                                : content(Value, At ? At : Site.At);
    ValueClass Class = At ? Unit.classify(At->getType()) : ValueClass::Object;
    unsigned Offset = Index < 0 ? 0xff : std::min(Index, 0xfe);
    std::uint16_t Flags = NF_Step | (Writable ? NF_Writable : 0);
    NodeId In = Port(NodeKind::Argument, Index, RoleArgument + Offset, Class,
                     Flags, At);
    auto Passed = Conversions.Passed.find(Index);
    Builder.edge(N, In, EdgeKind::Copy, 0,
                 Passed == Conversions.Passed.end() ? 0 : Passed->second);
    if (Writable && !Value.Places.empty())
      Outs.push_back({Value,
                      Port(NodeKind::ArgumentOut, Index,
                           RoleArgumentOut + Offset, Class, NF_Step, At),
                      At});
  };
  const FunctionDecl *Callee = Site.Callee;
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  if (Site.HasReceiver)
    Pass(-1, Site.Receiver, Site.ReceiverValue, !Method || !Method->isConst());
  for (unsigned I = 0; I < Site.Values.size(); ++I) {
    const Expr *Argument = Site.Arguments[I];
    QualType T = Argument->getType();
    bool Writable = false;
    if (Callee && I < Callee->getNumParams()) {
      QualType P = Callee->getParamDecl(I)->getType();
      T = P;
      if (P->isReferenceType() || P->isPointerType())
        Writable = !P->getPointeeType().isConstQualified() &&
                   !P->isRValueReferenceType();
    } else if (T->isPointerType()) {
      Writable = !T->getPointeeType().isConstQualified();
    }
    if (Writable) {
      // A number written through a pointer carries no text.
      ValueClass Class = Unit.classify(
          T->isReferenceType() || T->isPointerType() ? T->getPointeeType() : T);
      if (Class == ValueClass::Number && Unit.classify(T) != ValueClass::Text &&
          Unit.classify(T) != ValueClass::Bytes)
        Writable = false;
      if (Class == ValueClass::Boolean || Class == ValueClass::Enum ||
          Class == ValueClass::Function)
        Writable = false;
    }
    Pass(int(I), Argument, Site.Values[I], Writable);
  }
  bool MayWriteGlobals = !Info || !Info->InLibrary;
  for (const Out &Each : Outs)
    for (PlaceId P : Each.To.Places) {
      QuotingOf.erase(P);
      // The callee may have let the pointer point elsewhere.
      if (!targetsOf(P).empty()) {
        NodeId Before = load(P);
        setTargets(P, {});
        setContent(P, Before);
      }
      store(P, Each.Value, false, Each.At ? Each.At : Site.At);
    }
  if (MayWriteGlobals)
    for (PlaceId P = 1; P < Places.size(); ++P)
      if (!Places[P].Parent && (Places[P].Base == BaseKind::Global ||
                                Places[P].Base == BaseKind::Capture)) {
        if (contentAt(P))
          Now.Content[P] = 0;
        killBelow(P);
      }
  if (Site.ResultPlace) {
    AbstractValue Result;
    Result.Places.push_back(Site.ResultPlace);
    return Result;
  }
  AbstractValue Result = resultOf(Site);
  if (Info && Info->InLibrary && !Site.ResultType.isNull()) {
    llvm::StringRef Source = Unit.typeSource(Site.ResultType);
    if (!Source.empty()) {
      auto [It, New] = Values.try_emplace({Site.At, RoleSource}, 0);
      if (New) {
        Node N;
        N.Kind = NodeKind::Source;
        N.Class = ValueClass::Object;
        N.Flags = NF_Step;
        N.Ref = Builder.string(Source);
        N.Function = Id;
        N.Location = Unit.location(Site.At);
        N.Label = Info->NameId;
        It->second = Builder.node(N);
      }
      if (Result.Places.size() == 1)
        store(Result.Places[0], It->second, false, Site.At);
      else if (Result.Node) {
        NodeId Both = valueNode(Site.At, RoleSource + 0x900,
                                Unit.classify(Site.ResultType));
        Builder.edge(Result.Node, Both);
        Builder.edge(It->second, Both);
        Result.Node = Both;
      }
    }
  }
  return Result;
}

/// Functions that look a value up by a name: `config["password"]`,
/// `getenv("DB_PASSWORD")`, `settings.value("api_key")`.
static bool looksUp(llvm::StringRef Name) {
  llvm::StringRef Last = Name.substr(
      Name.rfind("::") == llvm::StringRef::npos ? 0 : Name.rfind("::") + 2);
  if (Last == "operator[]" || Last == "at" || Last == "operator()")
    return true;
  static const llvm::StringRef Words[] = {
      "get",   "value",  "find",  "lookup", "read",     "env",   "getenv",
      "param", "option", "arg",   "header", "string",   "field", "setting",
      "query", "config", "fetch", "load",   "property", "entry"};
  for (const std::string &Word : NameLexicon::words(Last))
    for (llvm::StringRef Each : Words)
      if (Word == Each)
        return true;
  return false;
}

StringId FunctionExtractor::keyKindOf(const CallSite &Site,
                                      const CalleeInfo &Info) {
  if (Site.Arguments.empty() || Site.Arguments.size() > 4 ||
      !looksUp(Info.Name))
    return 0;
  ValueClass Class = Unit.classify(Site.ResultType);
  if (Class != ValueClass::Text && Class != ValueClass::Bytes &&
      Class != ValueClass::Object)
    return 0;
  for (unsigned I = 0; I < Site.Arguments.size() && I < 2; ++I) {
    std::optional<std::string> Text = constantText(Site.Arguments[I]);
    if (!Text || Text->empty() || Text->size() > 64)
      continue;
    llvm::StringRef Kind = Unit.Names.kindOfKey(*Text);
    if (Kind.empty())
      Kind = Unit.Names.looseKindOf(*Text);
    if (!Kind.empty())
      return Builder.string(Kind);
  }
  return 0;
}

AbstractValue FunctionExtractor::performCall(CallSite &Site) {
  if (!Site.Callee)
    return performUnmodelled(Site, nullptr);
  const CalleeInfo &Info = Unit.callee(Site.Callee);

  // An argument for a parameter whose name says that it is a secret.
  for (unsigned I = 0;
       I < Site.Values.size() && I < Site.Callee->getNumParams(); ++I)
    if (StringId Kind = Unit.nameKind(Site.Callee->getParamDecl(I))) {
      const Expr *Argument = Site.Arguments[I];
      namedSink(Kind, content(Site.Values[I], Argument), Argument,
                Site.Callee->getParamDecl(I)->getName());
    }

  keyedArguments(Site, Info);

  AbstractValue Result;
  llvm::SmallVector<const FunctionModel *, 4> Matching;
  for (unsigned Index : Info.Models)
    if (applies(Unit.Models.Functions[Index], Site))
      Matching.push_back(&Unit.Models.Functions[Index]);
  offerFixes(Site, Matching);
  bool IsComparison = Site.Callee->getOverloadedOperator() == OO_EqualEqual ||
                      Site.Callee->getOverloadedOperator() == OO_ExclaimEqual;
  if (IsComparison) {
    AbstractValue Left = Site.HasReceiver ? Site.ReceiverValue : Site.Values[0];
    AbstractValue Right = Site.Values.back();
    const Expr *LeftExpr = Site.HasReceiver ? Site.Receiver : Site.Arguments[0];
    const Expr *RightExpr =
        Site.Arguments.empty() ? Site.Receiver : Site.Arguments.back();
    // Iterators of a container so named are compared for their place.
    auto IsSecret = [&](const AbstractValue &Value, const Expr *E) {
      return Value.NamedKind && Unit.canHoldSecret(E->getType());
    };
    if (IsSecret(Left, LeftExpr))
      namedSink(Left.NamedKind, content(Right, RightExpr), Site.At,
                Unit.label(LeftExpr), NF_Comparison);
    if (IsSecret(Right, RightExpr))
      namedSink(Right.NamedKind, content(Left, LeftExpr), Site.At,
                Unit.label(RightExpr), NF_Comparison);
    if (Info.InLibrary)
      return {};
  }
  std::optional<AbstractValue> Constructed = performConstruction(Site, Info);
  if (std::optional<AbstractValue> Builtin = performBuiltin(Site, Info)) {
    Result = *Builtin;
  } else if (Constructed && !Site.HasReceiver) {
    Result = *Constructed;
  } else if (!Matching.empty()) {
    Result = performModels(Site, Info, Matching);
  } else if (Info.InLibrary && Site.HasReceiver && Site.Values.size() == 1 &&
             Site.Callee->getOverloadedOperator() == OO_Equal) {
    assign(Site.ReceiverValue, Site.Values[0],
           Site.Receiver ? Site.Receiver->getType() : QualType(),
           Site.Arguments[0], Site.At);
    return Site.ReceiverValue;
  } else if (const auto *Method = dyn_cast<CXXMethodDecl>(Site.Callee);
             Method && Site.Values.size() == 1 &&
             (Method->isCopyAssignmentOperator() ||
              Method->isMoveAssignmentOperator()) &&
             !Method->isUserProvided()) {
    assign(Site.ReceiverValue, Site.Values[0],
           Site.Receiver ? Site.Receiver->getType() : QualType(),
           Site.Arguments[0], Site.At);
    return Site.ReceiverValue;
  } else if (const auto *Conversion = dyn_cast<CXXConversionDecl>(Site.Callee);
             Conversion && Info.InLibrary) {
    // Text to view, wrapper to value: the object itself.
    ValueClass Class = Unit.classify(Conversion->getConversionType());
    if (Class == ValueClass::Boolean || Class == ValueClass::Number)
      return {};
    Result = Site.ReceiverValue;
  } else {
    Result = performUnmodelled(Site, &Info);
  }

  // Assigning to something so named, through any operator=.
  if (Site.Callee->getOverloadedOperator() == OO_Equal && Site.HasReceiver &&
      Site.Values.size() == 1) {
    StringId Kind = Site.ReceiverValue.NamedKind ? Site.ReceiverValue.NamedKind
                                                 : Site.ReceiverValue.KeyKind;
    if (Kind)
      namedSink(Kind, content(Site.Values[0], Site.Arguments[0]), Site.At,
                Site.ReceiverValue.NamedAt
                    ? Unit.label(Site.ReceiverValue.NamedAt)
                    : Unit.label(Site.Receiver));
    return Result;
  }

  std::string Sanitiser = Info.Sanitiser;
  if (Sanitiser.empty() && takesFewCharacters(Site, Info))
    Sanitiser = "mask";
  if (!Sanitiser.empty() && !Site.ResultPlace) {
    NodeId N = content(Result, Site.At);
    if (N) {
      NodeId Passed = valueNode(Site.At, 0x28, Unit.classify(Site.ResultType),
                                NF_Step, Info.NameId);
      Builder.edge(N, Passed, EdgeKind::Copy, 0,
                   Builder.sanitisers({Sanitiser}));
      AbstractValue Clean;
      Clean.Node = Passed;
      return Clean;
    }
  }
  bool IsSubscript = Site.Callee->getOverloadedOperator() == OO_Subscript;
  if (IsSubscript && Site.Values.size() == 1 &&
      isLetterOrNumber(Site.ResultType) &&
      Site.Arguments[0]->getType()->isIntegralOrEnumerationType())
    Result.SelectedBy = content(Site.Values[0], Site.Arguments[0]);
  if (StringId Kind = keyKindOf(Site, Info)) {
    Result.KeyKind = Kind;
    if (!Result.NamedKind) {
      Result.NamedKind = Kind;
      Result.NamedAt = Site.At;
    }
  } else if (Info.GetterKind && !Result.NamedKind && !Site.ResultPlace) {
    Result.NamedKind = Info.GetterKind;
    Result.NamedAt = Site.At;
  }
  return Result;
}

} // namespace cppwarden::analysis
