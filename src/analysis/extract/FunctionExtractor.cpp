//===- FunctionExtractor.cpp - One body to its part of the graph ----------===//
//
// Domain. The environment maps places (Places.cpp) to nodes: what each holds
// at this point. It is flow-sensitive: a join of two different nodes is a new
// node with an edge from each, kept for (block, place), so a second visit adds
// edges and no nodes.
//
// Transfer. CFG elements are evaluated in order; a sub-expression that is an
// element itself is remembered, since it may lie in another block (`a ? b :
// c`). Strong update of a single, fully known place; weak update of elements,
// folded places and places reached through several pointers.
//
// Termination. Nodes are created once for a (statement, role) or (block,
// place); places are bounded by MaxPathDepth; environments only move from a
// node to the join's node. A block is visited again only when its entry
// changed, at most MaxVisits times.
//
// Limits. Pointers to pointers are one place; elements of a container are one
// place; exceptions reach a handler with the state of the function's end;
// what a lambda captured by reference is one program-wide node.
//
//===----------------------------------------------------------------------===//
#include "analysis/extract/FunctionExtractor.h"
#include "clang/AST/DeclTemplate.h"
#include <set>

using namespace clang;

namespace cppwarden::analysis {

static constexpr unsigned MaxVisits = 8;
/// Blocks × places beyond which a body is visited once, in order.
static constexpr std::size_t MaxState = 20'000'000;

FunctionExtractor::FunctionExtractor(UnitContext &Unit)
    : Unit(Unit), Builder(Unit.Builder), Context(Unit.Context) {
  Places.emplace_back();
  TargetSets.emplace_back();
  Node N;
  Empty = Builder.node(N);
}

/// Does the parameter stand for several arguments of a caller: a va_list, or in
/// an instantiation one of the pattern's pack?
static bool isOfPack(const ParmVarDecl *P) {
  const ASTContext &Context = P->getASTContext();
  QualType List = Context.getBuiltinVaListType();
  if (Context.hasSameUnqualifiedType(P->getOriginalType(), List) ||
      Context.hasSameUnqualifiedType(
          P->getType(),
          List->isArrayType() ? Context.getDecayedType(List) : List))
    return true;
  const auto *Function = dyn_cast<FunctionDecl>(P->getDeclContext());
  const FunctionDecl *Pattern =
      Function ? Function->getTemplateInstantiationPattern() : nullptr;
  if (!Pattern || Pattern->param_empty())
    return false;
  unsigned Last = Pattern->getNumParams() - 1;
  return Pattern->getParamDecl(Last)->isParameterPack() &&
         P->getFunctionScopeIndex() >= Last;
}

NodeId FunctionExtractor::parameterNode(int Index, const ParmVarDecl *P,
                                        QualType Type) {
  auto [It, New] = Parameters.try_emplace(Index, 0);
  if (New) {
    Node N;
    N.Kind = NodeKind::Param;
    N.Class = Type.isNull()
                  ? (Index < 0 ? ValueClass::Object : ValueClass::Unknown)
                  : Unit.classify(Type);
    N.Flags = P ? NF_Step : NF_None;
    if (P && isOfPack(P))
      N.Flags |= NF_Pack;
    N.Index = Index;
    N.Function = Id;
    N.Location = P ? Unit.location(P) : 0;
    N.Label = Builder.string(P           ? P->getNameAsString()
                             : Index < 0 ? "this"
                                         : "...");
    It->second = Builder.node(N);
  }
  return It->second;
}

void FunctionExtractor::seedParameters() {
  auto WithSource = [&](NodeId Param, llvm::StringRef Kind, const Decl *At,
                        llvm::StringRef Label) {
    Node S;
    S.Kind = NodeKind::Source;
    S.Class = Builder.at(Param).Class;
    S.Flags = NF_Step;
    S.Ref = Builder.string(Kind);
    S.Function = Id;
    S.Location = Unit.location(At);
    S.Label = Builder.string(Label);
    NodeId Source = Builder.node(S);
    Node V;
    V.Class = S.Class;
    V.Function = Id;
    NodeId Both = Builder.node(V);
    Builder.edge(Param, Both);
    Builder.edge(Source, Both);
    return Both;
  };
  // Copying an object is no call with an argument that anybody chooses.
  const auto *Constructor = dyn_cast<CXXConstructorDecl>(Function);
  const auto *Assignment = dyn_cast<CXXMethodDecl>(Function);
  bool Copies = (Constructor && Constructor->isCopyOrMoveConstructor()) ||
                (Assignment && (Assignment->isCopyAssignmentOperator() ||
                                Assignment->isMoveAssignmentOperator()));
  unsigned Index = 0;
  for (const ParmVarDecl *P : Function->parameters()) {
    PlaceId Place = rootPlace(BaseKind::Param, P, P->getType());
    NodeId Node = parameterNode(Index, P, P->getType());
    llvm::StringRef Source = Unit.typeSource(P->getType());
    if (Copies)
      Builder.at(Node).Flags |= NF_Entry;
    if (Function->isMain() && Index >= 1) {
      Builder.at(Node).Flags |= NF_Entry;
      Node = WithSource(Node,
                        Index == 1 ? "untrusted.argv" : "untrusted.environment",
                        P, P->getName());
    } else if (!Source.empty()) {
      Node = WithSource(Node, Source, P, P->getName());
    }
    Places[Place].Initial = Node;
    bool ByValue =
        !P->getType()->isPointerType() && !P->getType()->isReferenceType();
    Places[Place].ByValueLocal = ByValue;
    ++Index;
  }
  const auto *Method = dyn_cast<CXXMethodDecl>(Function);
  if (Method && !Method->isStatic() && !Method->getParent()->isLambda()) {
    PlaceId Place = thisPlace();
    Places[Place].Initial = parameterNode(-1, nullptr, QualType());
    Places[Place].Type = Context.getCanonicalTagType(Method->getParent());
  }
}

/// Functions that make a secret: `generateToken`, `new_session_id`.
static std::string generatedKind(const UnitContext &Unit,
                                 const FunctionDecl *F) {
  if (!F->getIdentifier())
    return "";
  std::vector<std::string> Words = NameLexicon::words(F->getName());
  static const std::set<std::string> Verbs = {
      "generate", "gen",   "make",  "create",  "new", "random",
      "rand",     "build", "issue", "compute", "next"};
  std::string Rest;
  bool Generates = false;
  for (const std::string &Word : Words) {
    if (Verbs.count(Word)) {
      Generates = true;
      continue;
    }
    Rest += (Rest.empty() ? "" : "_") + Word;
  }
  if (!Generates || Rest.empty())
    return "";
  llvm::StringRef Kind = Unit.Names.kindOfName(Rest);
  if (Words.back() == "token" && !Kind.starts_with("secret"))
    return "secret.token";
  return Kind.str();
}

void FunctionExtractor::extractBody(const FunctionDecl *F) {
  Function = F;
  Stmt *Body = F->getBody();
  if (!Body || F->isDependentContext() || F->isInvalidDecl())
    return;
  analysis::Function Record;
  Record.Key = Builder.string(Unit.key(F));
  Record.Name = Unit.callee(F).NameId;
  Record.ParamCount = F->getNumParams();
  Record.Location = Unit.location(F);
  if (F->isExternallyVisible())
    Record.Flags |= FF_External;
  if (F->isMain())
    Record.Flags |= FF_Main;
  if (F->isInlined() || F->isTemplateInstantiation() ||
      !Context.getSourceManager().isWrittenInMainFile(
          Context.getSourceManager().getFileLoc(F->getLocation())))
    Record.Flags |= FF_Inline;
  if (const auto *Method = dyn_cast<CXXMethodDecl>(F)) {
    if (Method->isVirtual())
      Record.Flags |= FF_Virtual;
    if (Method->getParent()->isLambda())
      Record.Flags &= ~FF_External;
    std::set<StringId> Seen;
    anyOverridden(Method, [&](const CXXMethodDecl *Base) {
      StringId Key = Builder.string(Unit.key(Base));
      if (Seen.insert(Key).second)
        Record.Overrides.push_back(Key);
      return false;
    });
  }
  llvm::StringRef File =
      Builder.text(Builder.graph().Locations[Record.Location].File);
  for (const std::string &Word : NameLexicon::words(File))
    if (Word == "test" || Word == "tests" || Word == "unittest" ||
        Word == "unittests" || Word == "example" || Word == "examples" ||
        Word == "demo" || Word == "fixture" || Word == "fixtures" ||
        Word == "mock" || Word == "sample" || Word == "samples")
      Record.Flags |= FF_Test;
  Id = Builder.function(Record);

  if (!F->getReturnType()->isVoidType()) {
    Node N;
    N.Kind = NodeKind::Return;
    N.Class = Unit.classify(F->getReturnType());
    N.Function = Id;
    N.Location = Record.Location;
    N.Label = Record.Name;
    ReturnNode = Builder.node(N);
    std::string Kind = generatedKind(Unit, F);
    if (!Kind.empty() && N.Class != ValueClass::Boolean)
      ReturnKind = Builder.string(Kind);
  }
  run(F, Body);
}

void FunctionExtractor::extractGlobal(const VarDecl *Variable) {
  if (!Variable->getInit() || Variable->getType()->isDependentType() ||
      Variable->getInit()->isTypeDependent())
    return;
  Now.Reached = true;
  PlaceId P = variablePlace(Variable);
  initialise(P, Variable->getInit(), Variable->getType(), Variable->getInit());
  if (Unit.nameKind(Variable)) {
    AbstractValue Held;
    Held.Places.push_back(P);
    Held = pointee(Held);
    NodeId N = 0;
    if (Held.Places.size() == 1)
      N = contentAt(Held.Places[0]) ? contentAt(Held.Places[0])
                                    : initialOf(Places[Held.Places[0]].Root);
    meetName(Variable, N, Variable->getInit());
  }
}

void FunctionExtractor::extractFieldInitialiser(const FieldDecl *Field) {
  const Expr *Init = Field->getInClassInitializer();
  if (!Init || Init->isTypeDependent() || Field->getType()->isDependentType())
    return;
  Now.Reached = true;
  PlaceId Object = thisPlace();
  PlaceId P = fieldPlace(Object, Field);
  initialise(P, Init, Field->getType(), Init);
  if (Unit.nameKind(Field)) {
    AbstractValue Held;
    Held.Places.push_back(P);
    meetName(Field, content(pointee(Held), Init), Init);
  }
}

/// what() of the program's own exceptions: what it answers is their text.
static bool tellsException(const FunctionDecl *Function) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Function);
  return Method && Method->getIdentifier() && Method->getName() == "what" &&
         anyOverridden(Method, [](const CXXMethodDecl *Base) {
           return Base->getParent()->isInStdNamespace() &&
                  Base->getParent()->getName() == "exception";
         });
}

void FunctionExtractor::handleReturn(const Expr *Value, const Stmt *At) {
  if (!Value)
    return;
  AbstractValue Result = evaluate(Value);
  if (!ReturnNode)
    return;
  NodeId N = content(Result, Value);
  if (!N)
    return;
  namedReturn(Value);
  if (tellsException(Function))
    sink("exception.text", N, Value,
         Builder.string(
             cast<CXXMethodDecl>(Function)->getParent()->getNameAsString()));
  if (ReturnKind)
    namedSink(ReturnKind, N, Value, Builder.text(Unit.callee(Function).NameId));
  Builder.edge(N, ReturnNode);
}

void FunctionExtractor::visitStatement(const Stmt *S) {
  if (const auto *E = dyn_cast<Expr>(S)) {
    // The element itself is evaluated anew; its parts may be remembered.
    Memo.erase(E);
    AbstractValue Value = evaluateUncached(E);
    Memo[E] = Value;
    return;
  }
  switch (S->getStmtClass()) {
  case Stmt::DeclStmtClass:
    for (const Decl *D : cast<DeclStmt>(S)->decls()) {
      if (const auto *Variable = dyn_cast<VarDecl>(D))
        declare(Variable, S);
      else if (const auto *Class = dyn_cast<CXXRecordDecl>(D)) {
        for (const Decl *Member : Class->decls())
          if (const auto *Method = dyn_cast<FunctionDecl>(Member))
            if (Method->doesThisDeclarationHaveABody())
              Unit.enqueue(Method);
      }
    }
    return;
  case Stmt::ReturnStmtClass:
    handleReturn(cast<ReturnStmt>(S)->getRetValue(), S);
    return;
  case Stmt::CoreturnStmtClass:
    handleReturn(cast<CoreturnStmt>(S)->getOperand(), S);
    return;
  default:
    return;
  }
}

void FunctionExtractor::visit(const CFGElement &Element) {
  if (std::optional<CFGStmt> S = Element.getAs<CFGStmt>()) {
    visitStatement(S->getStmt());
    return;
  }
  if (std::optional<CFGAutomaticObjDtor> D =
          Element.getAs<CFGAutomaticObjDtor>()) {
    const VarDecl *Variable = D->getVarDecl();
    if (!Variable->getType()->isReferenceType())
      destroy(variablePlace(Variable), D->getDestructorDecl(Context),
              Variable->getInit());
    return;
  }
  if (std::optional<CFGInitializer> I = Element.getAs<CFGInitializer>()) {
    const CXXCtorInitializer *Init = I->getInitializer();
    PlaceId Object = thisPlace();
    if (const FieldDecl *Field = Init->getAnyMember()) {
      PlaceId P = fieldPlace(Object, Field);
      initialise(P, Init->getInit(), Field->getType(), Init->getInit());
      if (Unit.nameKind(Field)) {
        AbstractValue Held;
        Held.Places.push_back(P);
        meetName(Field, content(pointee(Held), Init->getInit()),
                 Init->getInit());
      }
      return;
    }
    // A base or delegated constructor works on the same object.
    const Expr *Plain = Init->getInit()->IgnoreParenImpCasts();
    if (const auto *Full = dyn_cast<FullExpr>(Plain))
      Plain = Full->getSubExpr()->IgnoreParenImpCasts();
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Plain)) {
      CallSite Site;
      Site.At = Construct;
      Site.Callee = Construct->getConstructor();
      Site.ResultPlace = Object;
      Site.ResultType = Construct->getType();
      Site.HasReceiver = true;
      Site.ReceiverValue.Places.push_back(Object);
      for (const Expr *Argument : Construct->arguments()) {
        Site.Arguments.push_back(Argument);
        Site.Values.push_back(evaluate(Argument));
      }
      performCall(Site);
    } else {
      evaluate(Init->getInit());
    }
  }
}

void FunctionExtractor::publishOutPorts() {
  for (const CXXConstructExpr *Made : Temporaries)
    destroy(temporaryPlace(Made, Made->getType()),
            Made->getConstructor()->getParent()->getDestructor(), Made);
  auto Publish = [&](PlaceId P, int Index, ValueClass Class, LocationId Where,
                     StringId Label, bool PointsToPointer = false) {
    bool IsPointed = PointsToPointer && !targetsOf(P).empty();
    if (!contentAt(P) && !hasContentBelow(P) && !IsPointed)
      return;
    NodeId N = load(P);
    if (!N || N == Empty || N == Places[P].Initial)
      return;
    Node Out;
    Out.Kind = NodeKind::ParamOut;
    Out.Class = Class;
    Out.Index = Index;
    Out.Function = Id;
    Out.Location = Where;
    Out.Label = Label;
    Builder.edge(N, Builder.node(Out));
  };
  int Index = 0;
  for (const ParmVarDecl *P : Function->parameters()) {
    QualType T = P->getType();
    bool Writable = (T->isPointerType() || T->isReferenceType()) &&
                    !T->getPointeeType().isConstQualified();
    if (Writable)
      Publish(rootPlace(BaseKind::Param, P, T), Index, Unit.classify(T),
              Unit.location(P), Builder.string(P->getNameAsString()),
              T->getPointeeType()->isPointerType());
    ++Index;
  }
  const auto *Method = dyn_cast<CXXMethodDecl>(Function);
  if (Method && !Method->isStatic() && !Method->getParent()->isLambda())
    Publish(thisPlace(), -1, ValueClass::Object, Unit.location(Function),
            Builder.string("this"));
}

/// The variable whose value, or part of it, this is: `key`, `option->number`,
/// `name.c_str()`.
static const VarDecl *variableBehind(const Expr *E) {
  for (;;) {
    E = E->IgnoreUnlessSpelledInSource();
    if (const auto *Reference = dyn_cast<DeclRefExpr>(E))
      return dyn_cast<VarDecl>(Reference->getDecl());
    if (const auto *Member = dyn_cast<MemberExpr>(E))
      E = Member->getBase();
    else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E))
      E = Call->getImplicitObjectArgument();
    else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E))
      E = Operator->getArg(0);
    else if (const auto *Unary = dyn_cast<UnaryOperator>(E))
      E = Unary->getSubExpr();
    else if (const auto *Made = dyn_cast<CXXConstructExpr>(E);
             Made && Made->getNumArgs())
      E = Made->getArg(0);
    else
      return nullptr;
    if (!E)
      return nullptr;
  }
}

/// A key that is only known when the program runs: a text in a variable, or
/// anything the function was given. `for (i …) a[i]` goes through all.
static bool isVariableKey(UnitContext &Unit, const Expr *Key) {
  const VarDecl *Variable = variableBehind(Key);
  if (!Variable)
    return false;
  return isa<ParmVarDecl>(Variable) ||
         (Variable->hasLocalStorage() &&
          Unit.classify(Key->getType()) == ValueClass::Text);
}

/// `table[key]`, `table.find(key)`, `table.emplace(key, …)` of a container
/// whose elements are not letters or numbers.
static bool selectsByKey(UnitContext &Unit, const Stmt *S) {
  if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(S))
    return !Subscript->getType()->isArithmeticType() &&
           isVariableKey(Unit, Subscript->getIdx());
  const auto *Call = dyn_cast<CallExpr>(S);
  const auto *Method =
      Call ? dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee()) : nullptr;
  if (!Method)
    return false;
  if (Method->getOverloadedOperator() == OO_Subscript)
    return Call->getNumArgs() == 2 &&
           !Call->getType().getNonReferenceType()->isArithmeticType() &&
           isVariableKey(Unit, Call->getArg(1));
  static constexpr llvm::StringLiteral Names[] = {
      "at",   "emplace",     "equal_range",
      "find", "insert",      "insert_or_assign",
      "take", "try_emplace", "value"};
  return isa<CXXMemberCallExpr>(Call) && Call->getNumArgs() &&
         Method->getIdentifier() &&
         llvm::is_contained(Names, Method->getName()) &&
         Unit.classify(Method->getFunctionObjectParameterType()) ==
             ValueClass::Object &&
         isVariableKey(Unit, Call->getArg(0));
}

void FunctionExtractor::run(const Decl *Owner, Stmt *Body) {
  CFG::BuildOptions Options;
  Options.AddInitializers = true;
  Options.AddImplicitDtors = true;
  Options.PruneTriviallyFalseEdges = true;
  std::unique_ptr<CFG> Graph = CFG::buildCFG(Owner, Body, &Context, Options);
  if (!Graph)
    return;
  seedParameters();

  unsigned Blocks = Graph->getNumBlockIDs();
  std::vector<const CFGBlock *> ById(Blocks);
  for (const CFGBlock *Block : *Graph) {
    ById[Block->getBlockID()] = Block;
    for (const CFGElement &Element : *Block)
      if (std::optional<CFGStmt> S = Element.getAs<CFGStmt>()) {
        Elements.insert(S->getStmt());
        noteCursor(S->getStmt());
        ElementsByKey = ElementsByKey || selectsByKey(Unit, S->getStmt());
      }
    if (const auto *Range =
            dyn_cast_or_null<CXXForRangeStmt>(Block->getTerminatorStmt()))
      if (const VarDecl *Variable = Range->getLoopVariable())
        RangeOf[Variable] = Range;
  }

  std::vector<Environment> Entry(Blocks);
  std::vector<unsigned> Visits(Blocks);
  // Clang numbers blocks backward from the exit: the highest first is close to
  // reverse post-order.
  std::set<unsigned, std::greater<unsigned>> Work;
  unsigned EntryId = Graph->getEntry().getBlockID();
  unsigned ExitId = Graph->getExit().getBlockID();
  Entry[EntryId].Reached = true;
  Work.insert(EntryId);
  unsigned Limit = MaxVisits;

  auto Drain = [&] {
    while (!Work.empty()) {
      unsigned Each = *Work.begin();
      Work.erase(Work.begin());
      const CFGBlock *Block = ById[Each];
      if (!Block || Visits[Each]++ >= Limit)
        continue;
      if (std::size_t(Blocks) * Places.size() > MaxState)
        Limit = 1;
      CurrentBlock = Each;
      Now = Entry[Each];
      for (const CFGElement &Element : *Block)
        visit(Element);
      const Expr *Condition = nullptr;
      if (Block->succ_size() == 2 && Block->getTerminatorStmt() &&
          !isa<SwitchStmt>(Block->getTerminatorStmt()))
        Condition = Block->getLastCondition();
      Environment Out;
      bool Narrowed =
          Condition && !isa<CXXForRangeStmt>(Block->getTerminatorStmt());
      if (Narrowed)
        Out = Now;
      unsigned Branch = 0;
      for (const CFGBlock::AdjacentBlock &Successor : Block->succs()) {
        bool Truth = Branch++ == 0;
        const CFGBlock *Next = Successor.getReachableBlock();
        if (!Next)
          continue;
        if (Narrowed) {
          if (!Truth)
            Now = Out;
          narrow(Condition, Truth);
        }
        unsigned NextId = Next->getBlockID();
        if (joinInto(Entry[NextId], Now, NextId) || !Visits[NextId])
          Work.insert(NextId);
      }
    }
  };
  Drain();

  // Handlers are not successors of anything: they start from what is known at
  // the end of the function, or at its start.
  for (unsigned Each = Blocks; Each-- > 0;) {
    const CFGBlock *Block = ById[Each];
    if (!Block || Visits[Each] || !Block->getLabel() ||
        !isa<CXXCatchStmt>(Block->getLabel()))
      continue;
    Environment Start = Entry[ExitId].Reached ? Entry[ExitId] : Entry[EntryId];
    joinInto(Entry[Each], Start, Each);
    Work.insert(Each);
    Drain();
  }

  if (Function && Entry[ExitId].Reached) {
    Now = Entry[ExitId];
    publishOutPorts();
  }
}

} // namespace cppwarden::analysis
