//===- Quoting.cpp --------------------------------------------------------===//
#include "analysis/extract/Quoting.h"
#include "analysis/extract/FormatString.h"
#include "analysis/extract/FunctionExtractor.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace cppwarden::analysis {

Quoting quotingAfter(Quoting Before, llvm::StringRef Text) {
  Quoting Now = Before;
  if (Now == Quoting::Unknown && !Text.empty()) {
    // Pieces of a statement mostly hold whole literals, or go on behind one:
    // `' WHERE id=`, `', `.
    Now = Quoting::Outside;
    if ((Text[0] == '\'' || Text[0] == '"') && Text.size() > 1 &&
        llvm::StringRef(" ,);").contains(Text[1]))
      Text = Text.drop_front();
  }
  for (std::size_t I = 0; I < Text.size(); ++I) {
    if (Text[I] == '\\')
      ++I;
    else if (Text[I] == '\'' && Now != Quoting::Double)
      Now = Now == Quoting::Single ? Quoting::Outside : Quoting::Single;
    else if (Text[I] == '"' && Now != Quoting::Single)
      Now = Now == Quoting::Double ? Quoting::Outside : Quoting::Double;
  }
  return Now;
}

static void addHole(HoleQuoting &To, unsigned Argument, Quoting Where) {
  auto [It, New] = To.try_emplace(Argument, Where);
  if (!New && Where == Quoting::Outside)
    It->second = Where;
}

HoleQuoting quotingInPrintf(llvm::StringRef Template) {
  HoleQuoting Result;
  // What a text begins with is a piece with quotes of its own, `"%s LIMIT 1"`.
  Quoting Now = Quoting::Unknown;
  std::size_t Done = 0;
  for (const FormatConversion &Each : parsePrintf(Template)) {
    Now = quotingAfter(Now, Template.slice(Done, Each.At));
    Done = Each.At;
    addHole(Result, Each.Argument, Now);
  }
  return Result;
}

HoleQuoting quotingInBraces(llvm::StringRef Template) {
  HoleQuoting Result;
  Quoting Now = Quoting::Unknown;
  unsigned Next = 0;
  for (std::size_t I = 0; I < Template.size(); ++I) {
    if (Template[I] != '{') {
      Now = quotingAfter(Now, Template.substr(I, Template[I] == '\\' ? 2 : 1));
      I += Template[I] == '\\';
      continue;
    }
    if (Template.substr(I + 1).starts_with("{")) {
      ++I;
      continue;
    }
    std::size_t Start = I + 1;
    for (unsigned Depth = 1; Depth && ++I < Template.size();)
      Depth += Template[I] == '{' ? 1 : Template[I] == '}' ? -1 : 0;
    llvm::StringRef Name = Template.slice(Start, I).split(':').first;
    unsigned Argument = 0;
    if (Name.empty())
      addHole(Result, Next++, Now);
    else if (!Name.getAsInteger(10, Argument))
      addHole(Result, Argument, Now);
  }
  return Result;
}

//--- In the extractor
//------------------------------------------------------------------

Quoting FunctionExtractor::quotingOf(const AbstractValue &Text) const {
  std::optional<Quoting> Result;
  for (PlaceId P : Text.Places) {
    auto Found = QuotingOf.find(P);
    Quoting Here = Found == QuotingOf.end() ? Quoting::Unknown : Found->second;
    if (Result && *Result != Here)
      return Quoting::Unknown;
    Result = Here;
  }
  return Result.value_or(Quoting::Unknown);
}

Quoting FunctionExtractor::quotingAfter(Quoting Before, const Expr *E) {
  E = stripped(E);
  if (const auto *Character = dyn_cast<CharacterLiteral>(E)) {
    char Text = static_cast<char>(Character->getValue());
    return analysis::quotingAfter(Before, llvm::StringRef(&Text, 1));
  }
  if (std::optional<std::string> Text = constantText(E))
    return analysis::quotingAfter(Before, *Text);
  if (const auto *Sum = dyn_cast<CXXOperatorCallExpr>(E);
      Sum && Sum->getOperator() == OO_Plus && Sum->getNumArgs() == 2)
    return quotingAfter(quotingAfter(Before, Sum->getArg(0)), Sum->getArg(1));
  if (const auto *Made = dyn_cast<CXXConstructExpr>(E)) {
    if (Made->getNumArgs() == 0)
      return Before;
    // The further arguments are an allocator, a length.
    return quotingAfter(Before, Made->getArg(0));
  }
  if (const auto *Reference = dyn_cast<DeclRefExpr>(E);
      Reference && Before != Quoting::Single && Before != Quoting::Double)
    if (Quoting Held = quotingOf(evaluate(Reference)); Held != Quoting::Unknown)
      return Held;
  // What the program computes is taken to be balanced.
  return Before;
}

/// `quoted(name)`: what a function of the program makes of a text may bring the
/// quotes with it.
bool FunctionExtractor::mayBringQuotes(const Expr *E) {
  E = stripped(E);
  if (const auto *View = dyn_cast<CXXMemberCallExpr>(E);
      View && View->getNumArgs() == 0 && View->getImplicitObjectArgument()) {
    const Expr *Object = stripped(View->getImplicitObjectArgument());
    return Unit.classify(Object->getType()) == ValueClass::Text &&
           mayBringQuotes(Object);
  }
  const auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && !isa<CXXOperatorCallExpr>(Call) &&
         Unit.Unit.isInProject(Callee->getLocation()) &&
         llvm::any_of(Call->arguments(), [&](const Expr *Argument) {
           return Unit.classify(Argument->getType()) == ValueClass::Text &&
                  !constantText(Argument);
         });
}

const char *FunctionExtractor::quotingKind(Quoting Where, const Expr *Hole) {
  if (Where != Quoting::Outside)
    return "quoted";
  return Hole && mayBringQuotes(Hole) ? nullptr : "unquoted";
}

SanitiserSetId FunctionExtractor::markOf(Quoting Where, const Expr *Hole) {
  const char *Kind = quotingKind(Where, Hole);
  return Kind ? Builder.sanitisers({Kind}) : 0;
}

} // namespace cppwarden::analysis
