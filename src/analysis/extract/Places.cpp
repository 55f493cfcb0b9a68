//===- Places.cpp - Memory as the extractor sees it -----------------------===//
//
// A place is a root (local, parameter, *this, global, capture, temporary) and
// an access path of at most MaxPathDepth elements; a field that lies deeper is
// one place whatever the object, an element that lies deeper is folded into the
// last place. A pointer and what it points to are one place unless the
// pointer is known to point to another (Targets): a parameter's pointee is
// unnamed, so naming it twice buys nothing, and `char *p = buffer` still writes
// to buffer.
//
// Content is looked up where it was last written: at the place itself, else as
// a Read from the nearest written ancestor, else from the root's content at
// entry. Reading a field behind a pointer, reference or this also reads the
// field's program-wide node, and writing one also writes it: that is what
// carries values between the methods of a class.
//
//===----------------------------------------------------------------------===//
#include "analysis/extract/FunctionExtractor.h"
#include <algorithm>

using namespace clang;

namespace cppwarden::analysis {

/// Fields and the like of one object, so that generated code ends.
static constexpr unsigned MaxChildren = 512;

PlaceId FunctionExtractor::rootPlace(BaseKind Base, const void *Key,
                                     QualType Type) {
  auto [It, New] = Roots.try_emplace({Key, unsigned(Base)}, Places.size());
  if (!New)
    return It->second;
  Place P;
  P.Base = Base;
  P.Root = It->second;
  P.Key = Key;
  P.Type = Type;
  Places.push_back(std::move(P));
  return It->second;
}

PlaceId FunctionExtractor::childPlace(PlaceId Parent, PathElement Element,
                                      const FieldDecl *Field, QualType Type) {
  if (!Parent)
    return 0;
  for (PlaceId Child : Places[Parent].Children)
    if (Places[Child].Element == Element)
      return Child;
  if (Places[Parent].Depth >= MaxPathDepth ||
      Places[Parent].Children.size() >= MaxChildren)
    return Field ? deepPlace(Parent, Field, Type) : Parent;
  Place P;
  P.Parent = Parent;
  P.Element = Element;
  P.Field = Field;
  P.Base = Places[Parent].Base;
  P.Root = Places[Parent].Root;
  P.Type = Type;
  P.Depth = Places[Parent].Depth + 1;
  P.ByValueLocal = Places[Parent].ByValueLocal;
  PlaceId Id = Places.size();
  Places.push_back(std::move(P));
  Places[Parent].Children.push_back(Id);
  return Id;
}

/// A field of an object that is too deep for a path of its own: one place for
/// all of them, that is, for a value the program-wide node of the field. If it
/// were part of its parent, the fields of deep objects would be mixed.
PlaceId FunctionExtractor::deepPlace(PlaceId Parent, const FieldDecl *Field,
                                     QualType Type) {
  if (Places[Parent].ByValueLocal) {
    PlaceId P = rootPlace(BaseKind::Local, Field, Type);
    Places[P].ByValueLocal = true;
    Places[P].IsSummary = true;
    return P;
  }
  PlaceId P = rootPlace(BaseKind::Global, Field, Type);
  Places[P].IsSummary = true;
  if (!Places[P].Shared)
    Places[P].Shared = fieldPort(Field, Type);
  return P;
}

/// The field's program-wide node; 0 if it has none.
NodeId FunctionExtractor::fieldPort(const FieldDecl *Field, QualType Type) {
  std::string Key = Unit.fieldKey(Field);
  if (Key.empty())
    return 0;
  return Builder.shared(NodeKind::Field, Key, Unit.classify(Type),
                        Field->getNameAsString(), Unit.location(Field));
}

PlaceId FunctionExtractor::fieldPlace(PlaceId Parent, const FieldDecl *Field) {
  // The members of an anonymous struct or union are members of its owner.
  if (Field->isAnonymousStructOrUnion())
    return Parent;
  // And those of a union are one place under the first one's name.
  if (Field->getParent()->isUnion() &&
      !Field->getParent()->isAnonymousStructOrUnion())
    Field = *Field->getParent()->field_begin();
  return childPlace(
      Parent,
      {PathElementKind::Field, Builder.string(Field->getNameAsString())}, Field,
      Field->getType());
}

/// Is a std::ostream, or points to one.
static bool isOutputStream(QualType T) {
  if (T->isPointerType() || T->isReferenceType())
    T = T->getPointeeType();
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  return Class && Class->isInStdNamespace() && Class->getIdentifier() &&
         (Class->getName() == "basic_ostream" ||
          Class->getName() == "basic_ofstream");
}

/// A class that logs has its stream from its constructor: `out_(std::cerr)`,
/// `file_("server.log")`. Any constructor that says so counts.
void FunctionExtractor::bindStream(PlaceId P, const FieldDecl *Field) {
  if (Places[P].SinkKind || !targetsOf(P).empty() ||
      !isOutputStream(Field->getType()))
    return;
  const auto *Class = dyn_cast<CXXRecordDecl>(Field->getParent());
  if (!Class || !Class->hasDefinition() ||
      !Unit.Unit.isInProject(Class->getLocation()))
    return;
  if (Field->hasInClassInitializer())
    bindStream(P, Field->getInClassInitializer());
  for (const CXXConstructorDecl *Constructor : Class->ctors()) {
    const FunctionDecl *Body = nullptr;
    if (!Constructor->isDefined(Body))
      continue;
    for (const CXXCtorInitializer *Init :
         cast<CXXConstructorDecl>(Body)->inits())
      if (Init->getAnyMember() == Field)
        bindStream(P, Init->getInit());
  }
}

void FunctionExtractor::bindStream(PlaceId P, const Expr *Init, unsigned Hops) {
  if (!Init || Hops > 2 || Init->isTypeDependent() || Init->isValueDependent())
    return;
  const Expr *E = Init->IgnoreParenImpCasts();
  if (const auto *Full = dyn_cast<FullExpr>(E))
    E = Full->getSubExpr()->IgnoreParenImpCasts();
  if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(E))
    return bindStream(P, Default->getExpr(), Hops + 1);
  if (const auto *List = dyn_cast<InitListExpr>(E); List && List->getNumInits())
    return bindStream(P, List->getInit(0), Hops + 1);
  if (const auto *Address = dyn_cast<UnaryOperator>(E);
      Address && Address->getOpcode() == UO_AddrOf)
    E = Address->getSubExpr()->IgnoreParenImpCasts();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    if (const auto *Parameter = dyn_cast<ParmVarDecl>(Ref->getDecl())) {
      if (Parameter->hasDefaultArg() &&
          !Parameter->hasUninstantiatedDefaultArg() &&
          !Parameter->hasUnparsedDefaultArg())
        bindStream(P, Parameter->getDefaultArg(), Hops + 1);
      return;
    }
    const auto *Variable = dyn_cast<VarDecl>(Ref->getDecl());
    const VariableModel *Model =
        Variable ? Unit.variableModel(Variable) : nullptr;
    if (Model && !Model->Sink.empty()) {
      llvm::SmallVector<PlaceId, 2> To(targetsOf(P));
      To.push_back(variablePlace(Variable));
      setTargets(P, To);
    }
    return;
  }
  const auto *Made = dyn_cast<CXXConstructExpr>(E);
  if (!Made)
    return;
  CallSite Site;
  Site.At = Made;
  Site.Callee = Made->getConstructor();
  for (const Expr *Argument : Made->arguments())
    Site.Arguments.push_back(Argument);
  const CalleeInfo &Info = Unit.callee(Made->getConstructor());
  for (unsigned Index : Info.Models) {
    const FunctionModel &Model = Unit.Models.Functions[Index];
    for (const ModelEndpoint &Sink : Model.Sinks)
      if (Sink.At.Base == ModelPosition::Root::Receiver &&
          applies(Model, Site)) {
        Places[P].SinkKind = Builder.string(Sink.Kind);
        Places[P].SinkName = Info.NameId;
      }
  }
}

PlaceId FunctionExtractor::elementPlace(PlaceId Parent, QualType Type) {
  return childPlace(Parent, {PathElementKind::Element, 0}, nullptr, Type);
}

PlaceId FunctionExtractor::variablePlace(const VarDecl *Variable) {
  Variable = Variable->getCanonicalDecl();
  QualType Type = Variable->getType();
  if (Variable->hasGlobalStorage()) {
    PlaceId P = rootPlace(BaseKind::Global, Variable, Type);
    if (!Places[P].Shared) {
      Places[P].Shared = Builder.shared(
          NodeKind::Global, Unit.key(Variable), Unit.classify(Type),
          Variable->getNameAsString(), Unit.location(Variable));
      if (const VariableModel *Model = Unit.variableModel(Variable)) {
        StringId Name = Builder.string(Variable->getQualifiedNameAsString());
        if (!Model->Sink.empty()) {
          Places[P].SinkKind = Builder.string(Model->Sink);
          Places[P].SinkName = Name;
        }
        if (!Model->Source.empty()) {
          Node N;
          N.Kind = NodeKind::Source;
          N.Class = ValueClass::Text;
          N.Flags = NF_Step;
          N.Ref = Builder.string(Model->Source);
          N.Label = Name;
          // What is read from it is the source; a program-wide node would only
          // add noise.
          Places[P].Initial = Places[P].Shared = Builder.node(N);
        }
      }
    }
    return P;
  }
  if (const auto *Parameter = dyn_cast<ParmVarDecl>(Variable))
    return rootPlace(BaseKind::Param, Parameter, Type);
  PlaceId P = rootPlace(BaseKind::Local, Variable, Type);
  Places[P].ByValueLocal = !Type->isPointerType() && !Type->isReferenceType();
  return P;
}

PlaceId FunctionExtractor::thisPlace() {
  return rootPlace(BaseKind::This, nullptr, QualType());
}

PlaceId FunctionExtractor::temporaryPlace(const Stmt *At, QualType Type) {
  return rootPlace(BaseKind::Temporary, At, Type);
}

NodeId FunctionExtractor::initialOf(PlaceId Root) {
  Place &P = Places[Root];
  switch (P.Base) {
  case BaseKind::Global:
  case BaseKind::Capture:
    return P.Shared;
  default:
    return P.Initial;
  }
}

void FunctionExtractor::setContent(PlaceId P, NodeId N) {
  if (Now.Content.size() <= P)
    Now.Content.resize(std::max<std::size_t>(Places.size(), P + 1), 0);
  Now.Content[P] = N;
}

void FunctionExtractor::setTargets(PlaceId P, llvm::ArrayRef<PlaceId> To) {
  if (!P)
    return;
  llvm::SmallVector<PlaceId, 2> Set(To.begin(), To.end());
  std::sort(Set.begin(), Set.end());
  Set.erase(std::unique(Set.begin(), Set.end()), Set.end());
  if (Set.size() > 4)
    Set.resize(4);
  std::uint32_t Index = 0;
  if (!Set.empty() && !(Set.size() == 1 && Set[0] == P)) {
    auto [It, New] = TargetIds.try_emplace(Set, TargetSets.size());
    if (New)
      TargetSets.push_back(Set);
    Index = It->second;
  }
  if (Now.Targets.size() <= P) {
    if (!Index)
      return;
    Now.Targets.resize(std::max<std::size_t>(Places.size(), P + 1), 0);
  }
  Now.Targets[P] = Index;
}

llvm::ArrayRef<PlaceId> FunctionExtractor::targetsOf(PlaceId P) const {
  if (P < Now.Targets.size() && Now.Targets[P])
    return TargetSets[Now.Targets[P]];
  return {};
}

bool FunctionExtractor::hasContentBelow(PlaceId Top) const {
  for (PlaceId Child : Places[Top].Children)
    if (contentAt(Child) || !targetsOf(Child).empty() || hasContentBelow(Child))
      return true;
  return false;
}

void FunctionExtractor::killBelow(PlaceId Top) {
  // Children are copied: setContent never adds places.
  for (PlaceId Child : Places[Top].Children) {
    if (contentAt(Child))
      Now.Content[Child] = 0;
    if (Child < Now.Targets.size())
      Now.Targets[Child] = 0;
    killBelow(Child);
  }
}

PathElement FunctionExtractor::inPath(PathElement Element) const {
  if (ElementsByKey && Element.Kind == PathElementKind::Element)
    Element.Kind = PathElementKind::Keyed;
  return Element;
}

PathId FunctionExtractor::pathBetween(PlaceId Top, PlaceId Below) {
  llvm::SmallVector<PathElement, 4> Elements;
  for (PlaceId P = Below; P != Top && P; P = Places[P].Parent)
    Elements.push_back(inPath(Places[P].Element));
  std::reverse(Elements.begin(), Elements.end());
  return Builder.path(Elements);
}

NodeId FunctionExtractor::readChild(NodeId Parent, PlaceId Child) {
  auto Known = Reads.find({Parent, Child});
  if (Known != Reads.end())
    return Known->second;
  const Place &P = Places[Child];
  NodeId Port = 0;
  if (P.Field && !P.ByValueLocal)
    Port = fieldPort(P.Field, P.Type);
  NodeId Result = 0;
  if (Parent || Port) {
    Node N;
    N.Class = Unit.classify(P.Type);
    N.Function = Id;
    if (P.Field)
      N.Label = Builder.string(P.Field->getNameAsString());
    Result = Builder.node(N);
    PathElement Element = inPath(P.Element);
    Builder.edge(Parent, Result, EdgeKind::Read, Builder.path({Element}));
    Builder.edge(Port, Result);
  }
  Reads[{Parent, Child}] = Result;
  return Result;
}

/// What From holds, without what was written below it.
static constexpr unsigned MaxAggregate = 48;

NodeId FunctionExtractor::load(PlaceId From) {
  if (!From)
    return 0;
  auto Base = [&](auto &&Self, PlaceId P) -> NodeId {
    if (NodeId Own = contentAt(P))
      return Own;
    if (!Places[P].Parent)
      return initialOf(P);
    return readChild(Self(Self, Places[P].Parent), P);
  };
  NodeId Own = Base(Base, From);
  if (targetsOf(From).empty() && !hasContentBelow(From))
    return Own;

  // The whole of an object whose parts were written one by one, or of a pointer
  // whose address is passed on.
  std::vector<std::uint32_t> Key{From, Own};
  std::vector<std::pair<PlaceId, NodeId>> Parts;
  auto Add = [&](PlaceId P, NodeId N) {
    if (!N || N == Empty || Parts.size() >= MaxAggregate)
      return;
    Parts.push_back({P, N});
    Key.push_back(P);
    Key.push_back(N);
  };
  auto AddTargets = [&](PlaceId P) {
    for (PlaceId Target : targetsOf(P))
      if (Target != P)
        Add(P, Base(Base, Target));
  };
  auto Collect = [&](auto &&Self, PlaceId P) -> void {
    for (PlaceId Child : Places[P].Children) {
      Add(Child, contentAt(Child));
      AddTargets(Child);
      Self(Self, Child);
    }
  };
  AddTargets(From);
  Collect(Collect, From);
  if (Parts.empty())
    return Own;
  auto [It, New] = Aggregates.try_emplace(std::move(Key), 0);
  if (!New)
    return It->second;
  Node N;
  N.Class = Unit.classify(Places[From].Type);
  N.Function = Id;
  NodeId Whole = Builder.node(N);
  It->second = Whole;
  Builder.edge(Own, Whole);
  for (auto [Part, Content] : Parts)
    Builder.edge(Content, Whole,
                 Part == From ? EdgeKind::Copy : EdgeKind::Store,
                 pathBetween(From, Part));
  return Whole;
}

void FunctionExtractor::storeToPorts(PlaceId To, NodeId Value) {
  if (!Value || Value == Empty)
    return;
  const Place &Root = Places[Places[To].Root];
  if (Root.Shared)
    Builder.edge(Value, Root.Shared,
                 To == Places[To].Root ? EdgeKind::Copy : EdgeKind::Store,
                 pathBetween(Places[To].Root, To));
  if (Root.ByValueLocal)
    return;
  for (PlaceId P = To; P; P = Places[P].Parent) {
    if (!Places[P].Field)
      continue;
    NodeId Port = fieldPort(Places[P].Field, Places[P].Type);
    if (!Port)
      continue;
    Builder.edge(Value, Port, P == To ? EdgeKind::Copy : EdgeKind::Store,
                 pathBetween(P, To));
    return;
  }
}

void FunctionExtractor::store(PlaceId To, NodeId Value, bool Replace,
                              const Stmt *At) {
  if (!To)
    return;
  for (PlaceId P = To; P; P = Places[P].Parent)
    if (Places[P].SinkKind && Value && Value != Empty && !Replace) {
      Node N;
      N.Kind = NodeKind::Sink;
      N.Class = Builder.at(Value).Class;
      N.Flags = NF_Step;
      N.Ref = Places[P].SinkKind;
      N.Function = Id;
      N.Location = Unit.location(At);
      N.Label = Places[P].SinkName;
      auto [It, New] = Values.try_emplace({At, 0x40000000u + P}, 0);
      if (New)
        It->second = Builder.node(N);
      Builder.edge(Value, It->second, EdgeKind::Embed);
      return; // a log keeps nothing that could be read again
    }
  storeToPorts(To, Value);
  for (PlaceId P = To; P; P = Places[P].Parent)
    if (ZeroFilled.contains(contentAt(P)))
      setContent(P, Empty);
  // Several objects may share an element or folded place: never replace there.
  bool Summary = Places[To].IsSummary ||
                 (Places[To].Parent != 0 &&
                  Places[To].Element.Kind != PathElementKind::Field);
  if (Replace && !Summary) {
    setContent(To, Value ? Value : Empty);
    killBelow(To);
    return;
  }
  if (!Value || Value == Empty)
    return;
  NodeId Old = contentAt(To);
  if (!Old)
    Old = load(To);
  if (!Old || Old == Empty || Old == Value) {
    setContent(To, Value);
    return;
  }
  auto [It, New] = Values.try_emplace({At, 0x20000000u + To}, 0);
  if (New) {
    Node N;
    N.Class = Builder.at(Value).Class;
    if (Builder.at(Old).Class == ValueClass::Text)
      N.Class = ValueClass::Text;
    N.Function = Id;
    It->second = Builder.node(N);
  }
  NodeId Joined = It->second;
  Builder.edge(Old, Joined);
  Builder.edge(Value, Joined);
  setContent(To, Joined);
}

void FunctionExtractor::storeThrough(const AbstractValue &To, NodeId Value,
                                     bool Replace, const Stmt *At) {
  bool Sure = To.Places.size() == 1;
  for (PlaceId P : To.Places)
    store(P, Value, Replace && Sure, At);
}

NodeId FunctionExtractor::content(const AbstractValue &Value, const Stmt *At) {
  NodeId Result = Value.Node;
  if (Value.Places.size() == 1) {
    Result = load(Value.Places[0]);
  } else if (!Value.Places.empty()) {
    Result = valueNode(At, 0x30, ValueClass::Unknown);
    for (PlaceId P : Value.Places) {
      NodeId N = load(P);
      if (N && N != Empty)
        Builder.at(Result).Class = Builder.at(N).Class;
      Builder.edge(N, Result);
    }
  }
  if (Value.SelectedBy) {
    NodeId Selected = valueNode(
        At, 0x31, Result ? Builder.at(Result).Class : ValueClass::Text);
    // One letter of the text: not the text, if chance chooses it.
    Builder.edge(Result, Selected, EdgeKind::Derive);
    Builder.edge(Value.SelectedBy, Selected, EdgeKind::Index);
    Result = Selected;
  }
  if (Value.NamedKind && Value.NamedAt && Unit.isSource(Value.NamedKind))
    Result = withNamedSource(Result, Value.NamedKind, Value.NamedAt);
  return Result == Empty ? 0 : Result;
}

NodeId FunctionExtractor::argumentContent(const AbstractValue &Value,
                                          const Stmt *At) {
  const auto *E = dyn_cast_or_null<Expr>(At);
  if (E && E->isGLValue() && E->getType()->isPointerType() &&
      E->getType()->getPointeeType()->isAnyCharacterType())
    return content(pointee(Value), At);
  return content(Value, At);
}

AbstractValue FunctionExtractor::pointee(const AbstractValue &Pointer) {
  AbstractValue Result;
  for (PlaceId P : Pointer.Places) {
    llvm::ArrayRef<PlaceId> Targets = targetsOf(P);
    if (Targets.empty())
      Result.Places.push_back(P);
    else
      Result.Places.append(Targets.begin(), Targets.end());
  }
  std::sort(Result.Places.begin(), Result.Places.end());
  Result.Places.erase(std::unique(Result.Places.begin(), Result.Places.end()),
                      Result.Places.end());
  Result.Node = Pointer.Node;
  Result.NamedKind = Pointer.NamedKind;
  Result.NamedAt = Pointer.NamedAt;
  Result.KeyKind = Pointer.KeyKind;
  return Result;
}

AbstractValue FunctionExtractor::element(const AbstractValue &Container,
                                         QualType Type) {
  AbstractValue Result;
  for (PlaceId P : Container.Places)
    Result.Places.push_back(elementPlace(P, Type));
  Result.NamedKind = Container.NamedKind;
  Result.NamedAt = Container.NamedAt;
  return Result;
}

bool FunctionExtractor::joinInto(Environment &Into, Environment &From,
                                 unsigned Block) {
  if (!Into.Reached) {
    Into = From;
    Into.Reached = true;
    return true;
  }
  bool Changed = false;
  std::size_t Size = std::max(Into.Content.size(), From.Content.size());
  Into.Content.resize(Size, 0);
  // What an unwritten place holds on the other path: the root's entry content.
  auto Unwritten = [&](Environment &Env, PlaceId P) -> NodeId {
    if (&Env != &Now)
      std::swap(Now.Content, Env.Content);
    NodeId N = load(P);
    if (&Env != &Now)
      std::swap(Now.Content, Env.Content);
    return N;
  };
  for (PlaceId P = 1; P < Size; ++P) {
    NodeId A = Into.Content[P];
    NodeId B = P < From.Content.size() ? From.Content[P] : 0;
    if (A == B)
      continue;
    if (ZeroFilled.contains(B) && A)
      continue;
    if (ZeroFilled.contains(A) && B) {
      Into.Content[P] = B;
      Changed = true;
      continue;
    }
    auto Known = Joins.find({Block, P});
    NodeId Phi = Known == Joins.end() ? 0 : Known->second;
    if (Phi && A == Phi) {
      Builder.edge(B ? B : Unwritten(From, P), Phi);
      continue;
    }
    NodeId First = A ? A : Unwritten(Into, P);
    NodeId Second = B ? B : Unwritten(From, P);
    if (!Phi) {
      Node N;
      NodeId Typical = First && First != Empty ? First : Second;
      N.Class = Typical ? Builder.at(Typical).Class : ValueClass::Unknown;
      N.Function = Id;
      Phi = Builder.node(N);
      Joins[{Block, P}] = Phi;
    }
    Builder.edge(First, Phi);
    Builder.edge(Second, Phi);
    Into.Content[P] = Phi;
    Changed = true;
  }
  Size = std::max(Into.Targets.size(), From.Targets.size());
  Into.Targets.resize(Size, 0);
  for (PlaceId P = 1; P < Size; ++P) {
    std::uint32_t A = Into.Targets[P];
    std::uint32_t B = P < From.Targets.size() ? From.Targets[P] : 0;
    if (A == B)
      continue;
    llvm::SmallVector<PlaceId, 2> Set;
    if (A)
      Set.append(TargetSets[A].begin(), TargetSets[A].end());
    if (B)
      Set.append(TargetSets[B].begin(), TargetSets[B].end());
    // An unassigned local pointer points nowhere; any other to its own place.
    if ((!A || !B) && Places[P].Base != BaseKind::Local)
      Set.push_back(P);
    Environment Saved;
    std::swap(Saved, Now);
    setTargets(P, Set);
    std::uint32_t Union = P < Now.Targets.size() ? Now.Targets[P] : 0;
    std::swap(Saved, Now);
    if (Union != A) {
      Into.Targets[P] = Union;
      Changed = true;
    }
  }
  return Changed;
}

} // namespace cppwarden::analysis
