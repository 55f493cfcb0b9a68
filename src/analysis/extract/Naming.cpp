//===- Naming.cpp - What the names around a value say about it ------------===//
//
// A variable's name is judged where the variable is met
// (UnitContext::nameKind). Here are the other names that tell a secret: the key
// beside a value in a call or a pair, the function that returns it, the
// parameter that has it as default argument, the container that holds it, the
// macro that spells it.
//
// Such evidence is weak. It makes a sink, never a source, and where programs
// write labels in the same shape (pairs, tables) the text must look made: words
// alone are silent.
//
//===----------------------------------------------------------------------===//
#include "analysis/extract/FunctionExtractor.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace cppwarden::analysis {

/// More elements than this are a list of bad passwords, a dictionary, a test's
/// table: none of them is in use.
static constexpr unsigned MaxNamedElements = 4;

static llvm::StringRef lastName(llvm::StringRef Name) {
  std::size_t Colon = Name.rfind("::");
  return Colon == llvm::StringRef::npos ? Name : Name.substr(Colon + 2);
}

static bool hasWordOf(llvm::ArrayRef<std::string> Words,
                      llvm::ArrayRef<llvm::StringRef> Of) {
  return llvm::any_of(Words, [&](const std::string &Word) {
    return llvm::is_contained(Of, llvm::StringRef(Word));
  });
}

namespace {
enum class KeyedCall {
  None,  ///< says nothing about the argument beside a key
  Tells, ///< may store a label just as well
  Stores ///< stores or reads values by key
};
} // namespace

static KeyedCall keyedCall(const CalleeInfo &Info) {
  if (Info.Name == "std::pair::pair" || Info.Name == "std::make_pair")
    return KeyedCall::Tells;
  static const llvm::StringRef Labels[] = {
      "label",   "text",     "translate",   "tr",       "column",  "hint",
      "tooltip", "tip",      "error",       "message",  "msg",     "log",
      "title",   "help",     "description", "describe", "alias",   "rename",
      "print",   "warn",     "info",        "debug",    "replace", "validator",
      "regex",   "type",     "format",      "style",    "icon",    "path",
      "url",     "file",     "compare",     "equal",    "equals",  "expect",
      "assert",  "check",    "test",        "is",       "has",     "match",
      "find",    "contains", "count",       "prompt",   "caption", "name"};
  static const llvm::StringRef Verbs[] = {
      "set",   "put",    "emplace", "insert", "get",
      "value", "setenv", "store",   "assign", "try"};
  static const llvm::StringRef Things[] = {
      "add",    "append", "header",    "param",    "parameter", "field",
      "option", "env",    "config",    "property", "write",     "read",
      "opt",    "arg",    "entry",     "with",     "setting",   "lookup",
      "string", "query",  "attribute", "cookie",   "define",    "default"};
  std::vector<std::string> Words = NameLexicon::words(lastName(Info.Name));
  if (Words.empty() || hasWordOf(Words, Labels))
    return KeyedCall::None;
  if (llvm::is_contained(Verbs, llvm::StringRef(Words.front())))
    return KeyedCall::Stores;
  return hasWordOf(Words, Things) ? KeyedCall::Tells : KeyedCall::None;
}

/// Not a word of a language: with a digit, or with signs that join no words.
static bool looksMade(llvm::StringRef Text) {
  if (Text.contains('(') || Text.contains(' '))
    return false;
  return llvm::any_of(Text, [](char C) {
    return llvm::isDigit(C) || llvm::StringRef("!#$%&*+?@^~|").contains(C);
  });
}

void FunctionExtractor::keyedValue(const Expr *Key, const Expr *Value,
                                   const AbstractValue &Held,
                                   bool MustLookMade) {
  if (isa<CXXDefaultArgExpr>(Value) || !Unit.canHoldSecret(Value->getType()))
    return;
  std::optional<std::string> Name = constantText(Key);
  if (!Name || Name->empty() || Name->size() > 64)
    return;
  llvm::StringRef Kind = Unit.Names.kindOfKey(*Name);
  if (!Kind.starts_with("secret."))
    return;
  // `{"Authorization", "Bearer " + token}`: the scheme is not the secret.
  AbstractValue Meant = Held;
  const Expr *At = Value;
  if (const auto *Plus = dyn_cast<CXXOperatorCallExpr>(stripped(Value));
      Plus && Plus->getOperator() == OO_Plus && Plus->getNumArgs() == 2) {
    std::optional<std::string> Scheme = constantText(Plus->getArg(0));
    if (Scheme && (*Scheme == "Bearer " || *Scheme == "Basic " ||
                   *Scheme == "Token " || *Scheme == "token ")) {
      At = Plus->getArg(1);
      Meant = evaluate(At);
    }
  }
  std::optional<std::string> Text = constantText(At);
  if (MustLookMade && !(Text && looksMade(*Text)))
    return;
  namedSink(Builder.string(Kind), content(Meant, At), At, *Name);
}

void FunctionExtractor::keyedArguments(const CallSite &Site,
                                       const CalleeInfo &Info) {
  if (Site.Arguments.size() < 2 || Site.Arguments.size() > 5)
    return;
  KeyedCall How = keyedCall(Info);
  if (How != KeyedCall::None)
    for (unsigned I = 0; I < 2 && I + 1 < Site.Arguments.size(); ++I)
      keyedValue(Site.Arguments[I], Site.Arguments[I + 1], Site.Values[I + 1],
                 How == KeyedCall::Tells);
  pairedLists(Site);
}

/// The list that a local or constant array is initialised with.
static const InitListExpr *arrayList(const Expr *E) {
  const VarDecl *Variable = variableOf(E);
  const Expr *Init = Variable && Variable->getType()->isArrayType()
                         ? Variable->getAnyInitializer()
                         : nullptr;
  const auto *List =
      Init ? dyn_cast<InitListExpr>(Init->IgnoreImplicit()) : nullptr;
  if (List && List->getSemanticForm())
    List = List->getSemanticForm();
  return List;
}

/// `PQconnectdbParams(keywords, values, 0)`: the n-th key names the n-th value.
void FunctionExtractor::pairedLists(const CallSite &Site) {
  for (unsigned I = 0; I + 1 < Site.Arguments.size(); ++I) {
    const InitListExpr *Keys = arrayList(Site.Arguments[I]);
    const InitListExpr *Held =
        Keys ? arrayList(Site.Arguments[I + 1]) : nullptr;
    if (!Held || Keys->getNumInits() != Held->getNumInits())
      continue;
    for (unsigned Each = 0; Each < Keys->getNumInits() && Each < 64; ++Each)
      keyedValue(Keys->getInit(Each), Held->getInit(Each),
                 evaluate(Held->getInit(Each)), false);
    return;
  }
}

/// Every literal that E may be: both sides of `? :`, the fallback of value_or.
void FunctionExtractor::namedLiterals(StringId Kind, const Expr *E,
                                      llvm::StringRef Label, unsigned Hops) {
  if (!E || Hops > 6 || E->isTypeDependent() || E->isValueDependent())
    return;
  E = stripped(E);
  if (const auto *Text = dyn_cast<StringLiteral>(E)) {
    namedSink(Kind, content(literalString(Text), Text), Text, Label);
  } else if (const auto *Choice = dyn_cast<ConditionalOperator>(E)) {
    namedLiterals(Kind, Choice->getTrueExpr(), Label, Hops + 1);
    namedLiterals(Kind, Choice->getFalseExpr(), Label, Hops + 1);
  } else if (const auto *Elvis = dyn_cast<BinaryConditionalOperator>(E)) {
    namedLiterals(Kind, Elvis->getFalseExpr(), Label, Hops + 1);
  } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E)) {
    const CXXMethodDecl *Method = Call->getMethodDecl();
    if (Method && Method->getIdentifier() && Method->getName() == "value_or" &&
        Call->getNumArgs() == 1)
      namedLiterals(Kind, Call->getArg(0), Label, Hops + 1);
  } else if (const Expr *Constant = constantInitialiser(E)) {
    namedLiterals(Kind, Constant, Label, Hops + 1);
  }
}

void FunctionExtractor::namedReturn(const Expr *Value) {
  const CalleeInfo &Info = Unit.callee(Function);
  if (Info.GetterKind && Builder.text(Info.GetterKind).starts_with("secret."))
    namedLiterals(Info.GetterKind, Value, Function->getName());
}

void FunctionExtractor::extractDefaultArguments(const FunctionDecl *F) {
  Now.Reached = true;
  for (const ParmVarDecl *P : F->parameters()) {
    if (!P->hasDefaultArg() || P->hasInheritedDefaultArg() ||
        P->hasUninstantiatedDefaultArg() || P->hasUnparsedDefaultArg())
      continue;
    if (StringId Kind = Unit.nameKind(P))
      namedLiterals(Kind, P->getDefaultArg(), P->getName());
  }
}

/// `std::vector<std::string> passwords{"…"}`: each element has the name.
void FunctionExtractor::namedElements(StringId Kind, const Expr *Init,
                                      llvm::StringRef Label) {
  const Expr *E = Init ? stripped(Init) : nullptr;
  if (const auto *Made = dyn_cast_or_null<CXXStdInitializerListExpr>(E))
    E = stripped(Made->getSubExpr());
  const auto *List = dyn_cast_or_null<InitListExpr>(E);
  if (!List)
    return;
  if (List->getSemanticForm())
    List = List->getSemanticForm();
  // An array within an aggregate: std::array.
  if (List->getNumInits() == 1 && isa<InitListExpr>(List->getInit(0)))
    List = cast<InitListExpr>(List->getInit(0));
  if (List->getNumInits() > MaxNamedElements)
    return;
  for (const Expr *Each : List->inits())
    namedLiterals(Kind, Each, Label);
}

void FunctionExtractor::meetName(const ValueDecl *Named, NodeId Held,
                                 const Expr *Init) {
  StringId Kind = Unit.nameKind(Named);
  if (!Kind)
    return;
  if (Unit.holdsSecrets(Named->getType()))
    namedElements(Kind, Init, Named->getName());
  else
    namedSink(Kind, Held, Init, Named->getName());
}

std::pair<StringId, std::string>
FunctionExtractor::macroKind(const StringLiteral *E) {
  const SourceManager &SM = Context.getSourceManager();
  if (!E->getBeginLoc().isMacroID() ||
      !Unit.Unit.isInProject(SM.getSpellingLoc(E->getBeginLoc())))
    return {0, ""};
  for (SourceLocation L = E->getBeginLoc(); L.isMacroID();) {
    if (SM.isMacroArgExpansion(L)) {
      L = SM.getImmediateSpellingLoc(L);
      continue;
    }
    std::string Name =
        Lexer::getImmediateMacroName(L, SM, Context.getLangOpts()).str();
    llvm::StringRef Kind = Unit.Names.kindOfName(Name);
    if (Kind.starts_with("secret."))
      return {Builder.string(Kind), Name};
    L = SM.getImmediateMacroCallerLoc(L);
  }
  return {0, ""};
}

/// A few characters of a text, as they are shown to tell keys apart.
bool FunctionExtractor::takesFewCharacters(const CallSite &Site,
                                           const CalleeInfo &Info) {
  static constexpr std::int64_t Few = 6;
  auto Constant = [&](const Expr *E) -> std::optional<std::int64_t> {
    Expr::EvalResult Result;
    if (isa<CXXDefaultArgExpr>(E) || E->isValueDependent() ||
        !E->getType()->isIntegerType() || !E->EvaluateAsInt(Result, Context) ||
        Result.Val.getInt().getSignificantBits() > 63)
      return std::nullopt;
    return Result.Val.getInt().getExtValue();
  };
  auto IsFew = [&](const Expr *E) {
    std::optional<std::int64_t> N = Constant(E);
    return N && *N >= 0 && *N <= Few;
  };
  const auto &Arguments = Site.Arguments;
  if (Info.Name == "QString::left" || Info.Name == "QString::right" ||
      Info.Name == "QByteArray::left" || Info.Name == "QByteArray::right")
    return Arguments.size() == 1 && IsFew(Arguments[0]);
  if (Info.Name != "std::basic_string::substr" &&
      Info.Name != "std::basic_string_view::substr" &&
      Info.Name != "QString::mid")
    return false;
  if (Arguments.size() == 2 && !isa<CXXDefaultArgExpr>(Arguments[1]))
    return IsFew(Arguments[1]);
  // substr(text.size() - 4)
  const auto *Minus = Arguments.empty()
                          ? nullptr
                          : dyn_cast<BinaryOperator>(stripped(Arguments[0]));
  return Minus && Minus->getOpcode() == BO_Sub && IsFew(Minus->getRHS());
}

} // namespace cppwarden::analysis
