//===- Construction.cpp - Library functions that call a constructor -------===//
//
// `std::make_unique<Client>(user, password)`, `clients.emplace_back(…)` and
// their like. The library's body is not parsed, and what matters is the
// project's constructor: it is found among the class's constructors by number
// and nature of the arguments, and called like any other.
//
// Limits. Constructor templates are not tried; of two constructors that fit
// alike the first is taken.
//
//===----------------------------------------------------------------------===//
#include "analysis/extract/FunctionExtractor.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace cppwarden::analysis {

namespace {
struct Made {
  const CXXRecordDecl *Class = nullptr;
  unsigned First = 0; ///< first argument of the constructor
  enum class Where { Result, Element, Receiver } Into = Where::Result;
};
} // namespace

static const CXXRecordDecl *classArgument(const TemplateArgumentList *Arguments,
                                          unsigned Index) {
  if (!Arguments || Index >= Arguments->size() ||
      Arguments->get(Index).getKind() != TemplateArgument::Type)
    return nullptr;
  const CXXRecordDecl *Class =
      Arguments->get(Index).getAsType()->getAsCXXRecordDecl();
  return Class && Class->hasDefinition() ? Class->getDefinition() : nullptr;
}

static Made madeBy(const FunctionDecl *Callee, llvm::StringRef Name,
                   unsigned ArgumentCount) {
  Made Result;
  if (!Name.consume_front("std::"))
    return Result;
  const TemplateArgumentList *Own = Callee->getTemplateSpecializationArgs();
  if (Name == "make_unique" || Name == "make_shared" ||
      Name == "make_optional") {
    Result.Class = classArgument(Own, 0);
    return Result;
  }
  if (Name == "allocate_shared" || Name == "construct_at") {
    Result.Class = classArgument(Own, 0);
    Result.First = 1;
    return Result;
  }
  const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
  const auto *Container =
      Method ? dyn_cast<ClassTemplateSpecializationDecl>(Method->getParent())
             : nullptr;
  if (!Container || !Method->getIdentifier())
    return Result;
  const TemplateArgumentList &Arguments = Container->getTemplateArgs();
  llvm::StringRef Kind = Container->getName(), How = Method->getName();
  bool IsMap = Kind.contains("map");
  Result.Into = Made::Where::Element;
  if (How == "emplace_back" || How == "emplace_front") {
    Result.Class = classArgument(&Arguments, 0);
  } else if (How == "emplace" && (Kind == "optional")) {
    Result.Class = classArgument(&Arguments, 0);
    Result.Into = Made::Where::Receiver;
  } else if (How == "emplace" && IsMap) {
    // (key, value); the piecewise form has three.
    Result.Class = ArgumentCount == 2 ? classArgument(&Arguments, 1) : nullptr;
    Result.First = 1;
  } else if (How == "try_emplace" && IsMap) {
    Result.Class = classArgument(&Arguments, 1);
    Result.First = 1;
  } else if (How == "emplace") {
    bool HasPosition = Kind == "vector" || Kind == "deque" || Kind == "list";
    Result.Class = classArgument(&Arguments, 0);
    Result.First = HasPosition;
  }
  return Result;
}

const CXXConstructorDecl *
FunctionExtractor::constructorFor(const CXXRecordDecl *Class,
                                  llvm::ArrayRef<const Expr *> Arguments) {
  const CXXConstructorDecl *Best = nullptr;
  unsigned BestScore = 0;
  for (const CXXConstructorDecl *Each : Class->ctors()) {
    if (Each->isDeleted() || Each->isCopyOrMoveConstructor() ||
        Each->getNumParams() < Arguments.size() ||
        Each->getMinRequiredArguments() > Arguments.size())
      continue;
    unsigned Score = 1;
    for (unsigned I = 0; I < Arguments.size(); ++I) {
      QualType Wanted = Each->getParamDecl(I)->getType().getNonReferenceType();
      QualType Given = Arguments[I]->getType().getNonReferenceType();
      if (Context.hasSameUnqualifiedType(Wanted, Given))
        Score += 2;
      else if (Unit.classify(Wanted) == Unit.classify(Given))
        Score += 1;
    }
    if (Score > BestScore) {
      BestScore = Score;
      Best = Each;
    }
  }
  return Best;
}

void FunctionExtractor::constructInPlace(const CallSite &Site,
                                         const CXXRecordDecl *Class,
                                         unsigned First, PlaceId To) {
  llvm::ArrayRef<const Expr *> Arguments(Site.Arguments);
  Arguments = Arguments.drop_front(First);
  store(To, 0, true, Site.At);
  if (Arguments.size() == 1) {
    const CXXRecordDecl *Given =
        Arguments[0]->getType().getNonReferenceType()->getAsCXXRecordDecl();
    if (Given && (Given->getCanonicalDecl() == Class->getCanonicalDecl() ||
                  (Given->hasDefinition() && Given->isDerivedFrom(Class)))) {
      store(To, argumentContent(Site.Values[First], Arguments[0]), true,
            Site.At);
      return;
    }
  }
  const CXXConstructorDecl *Constructor = constructorFor(Class, Arguments);
  bool IsTrivial =
      Arguments.empty() && (!Constructor || !Constructor->isUserProvided());
  if (IsTrivial || (!Constructor && Class->isAggregate())) {
    unsigned Next = 0;
    for (const FieldDecl *Field : Class->fields()) {
      PlaceId Child = fieldPlace(To, Field);
      if (Next < Arguments.size()) {
        NodeId N = argumentContent(Site.Values[First + Next], Arguments[Next]);
        store(Child, N, true, Arguments[Next]);
        if (StringId Kind = Unit.nameKind(Field))
          namedSink(Kind, N, Arguments[Next], Field->getNameAsString());
        ++Next;
      } else if (const Expr *Init = Field->hasInClassInitializer()
                                        ? Field->getInClassInitializer()
                                        : nullptr) {
        initialise(Child, Init, Field->getType(), Site.At);
      }
    }
    return;
  }
  if (!Constructor)
    return;
  CallSite Inner;
  Inner.At = Site.At;
  Inner.Callee = Constructor;
  Inner.ResultPlace = To;
  Inner.ResultType = Context.getCanonicalTagType(Class);
  Inner.HasReceiver = true;
  Inner.ReceiverValue.Places.push_back(To);
  for (unsigned I = First; I < Site.Arguments.size(); ++I) {
    Inner.Arguments.push_back(Site.Arguments[I]);
    Inner.Values.push_back(Site.Values[I]);
  }
  performCall(Inner);
}

/// The end of an object: what it holds is in reach of its destructor, which may
/// be where a logger writes what was streamed into it.
void FunctionExtractor::destroy(PlaceId Object,
                                const CXXDestructorDecl *Destructor,
                                const Expr *At) {
  if (!At || !Destructor || !Destructor->isUserProvided() ||
      !Unit.Unit.isInProject(Destructor->getLocation()))
    return;
  NodeId Held = load(Object);
  if (!Held || Held == Empty)
    return;
  const CalleeInfo &Info = Unit.callee(Destructor);
  auto [It, New] = Destroyed.try_emplace(Object, 0);
  if (New) {
    Call Site;
    Site.Target = Info.Key;
    Site.Name = Info.NameId;
    Site.Caller = Id;
    Site.Location = Unit.location(At);
    CallId Number = Builder.call(Site);
    Node Passed;
    Passed.Kind = NodeKind::Argument;
    Passed.Class = ValueClass::Object;
    Passed.Flags = NF_Step;
    Passed.Index = -1;
    Passed.Ref = Number;
    Passed.Function = Id;
    Passed.Location = Site.Location;
    Passed.Label = Info.NameId;
    It->second = Builder.node(Passed);
    Builder.graph().Calls[Number].Ports.push_back(It->second);
  }
  Builder.edge(Held, It->second);
}

std::optional<AbstractValue>
FunctionExtractor::performConstruction(const CallSite &Site,
                                       const CalleeInfo &Info) {
  const auto *Call = dyn_cast<CallExpr>(Site.At);
  if (!Call || !Info.InLibrary)
    return std::nullopt;
  Made What = madeBy(Site.Callee, Info.Name, Site.Arguments.size());
  if (!What.Class || What.First > Site.Arguments.size())
    return std::nullopt;
  // Of a library's class only a constructor that is modelled matters; those of
  // the standard library are part of what its make_… functions are modelled to
  // do.
  if (!Unit.Unit.isInProject(What.Class->getLocation())) {
    const CXXConstructorDecl *Constructor = constructorFor(
        What.Class,
        llvm::ArrayRef<const Expr *>(Site.Arguments).drop_front(What.First));
    if (!Constructor || What.Class->isInStdNamespace() ||
        Unit.callee(Constructor).Models.empty())
      return std::nullopt;
  }
  QualType Type = Context.getCanonicalTagType(What.Class);
  if (What.Into == Made::Where::Result) {
    PlaceId P = temporaryPlace(Site.At, Type);
    constructInPlace(Site, What.Class, What.First, P);
    AbstractValue Result;
    Result.Places.push_back(P);
    return Result;
  }
  // The callee's expression stands for the new object: the call itself may
  // have a place for its result.
  PlaceId P = temporaryPlace(Call->getCallee(), Type);
  constructInPlace(Site, What.Class, What.First, P);
  NodeId Object = load(P);
  AbstractValue Result;
  for (PlaceId Receiver : Site.ReceiverValue.Places) {
    PlaceId Into = What.Into == Made::Where::Element
                       ? elementPlace(Receiver, Type)
                       : Receiver;
    store(Into, Object, What.Into == Made::Where::Receiver, Site.At);
    Result.Places.push_back(Into);
  }
  return Result;
}

} // namespace cppwarden::analysis
