//===- Rc4KeySchedule.cpp - RC4 told by its structure ---------------------===//
//
// The two loops may stand in different functions, so that their parts are
// collected for each and joined by the caller:
//
//   state[i] = i                        with a 255 or 256 in sight
//   j = (j + state[i] + key[i % n])     in any order, with any mask or cast;
//                                       or j += state[i] + key[i % n]
//   state[j]                            what is swapped
//
// A shuffle draws its index from a generator and has no second table in it; the
// table of Perlin's noise is shuffled so, and an inverse table (Base64) is
// indexed by the entries of another. Neither adds to the index that it keeps.
//
// Limits: pointers that walk (*p++), a key that is added in a statement of its
// own.
//
//===----------------------------------------------------------------------===//
#include "rules/Rc4KeySchedule.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace cppwarden::rules {

namespace {

/// The variable or field that an expression is, or null.
const ValueDecl *declOf(const Expr *E) {
  E = E->IgnoreParenCasts();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return Ref->getDecl();
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return Member->getMemberDecl();
  return nullptr;
}

/// `base[index]`, built in or of a class.
struct Subscript {
  const ValueDecl *Base = nullptr;
  const Expr *Index = nullptr;
  explicit operator bool() const { return Base && Index; }
};

Subscript subscriptOf(const Expr *E) {
  E = E->IgnoreParenCasts();
  if (const auto *Array = dyn_cast<ArraySubscriptExpr>(E))
    return {declOf(Array->getBase()), Array->getIdx()};
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(E))
    if (Call->getOperator() == OO_Subscript && Call->getNumArgs() == 2)
      return {declOf(Call->getArg(0)), Call->getArg(1)};
  return {};
}

/// What is added up, below masks, remainders and casts.
void addTerms(const Expr *E, llvm::SmallVectorImpl<const Expr *> &Into) {
  E = E->IgnoreParenCasts();
  if (const auto *Op = dyn_cast<BinaryOperator>(E)) {
    if (Op->getOpcode() == BO_Add) {
      addTerms(Op->getLHS(), Into);
      addTerms(Op->getRHS(), Into);
      return;
    }
    if (Op->getOpcode() == BO_And || Op->getOpcode() == BO_Rem) {
      bool IsMaskFirst = isa<IntegerLiteral>(Op->getLHS()->IgnoreParenCasts());
      addTerms(IsMaskFirst ? Op->getRHS() : Op->getLHS(), Into);
      return;
    }
  }
  Into.push_back(E);
}

class Walk {
public:
  // By children(): a RecursiveASTVisitor of its own makes the program 250 KB
  // larger.
  void visit(const Stmt *S) {
    if (const auto *Literal = dyn_cast<IntegerLiteral>(S))
      HasBound |= Literal->getValue() == 255 || Literal->getValue() == 256;
    else if (const auto *Op = dyn_cast<BinaryOperator>(S))
      assignment(*Op);
    else if (isa<ArraySubscriptExpr>(S) || isa<CXXOperatorCallExpr>(S))
      subscript(cast<Expr>(S));
    else if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
      if (const auto *Array = dyn_cast<ConstantArrayType>(
              Ref->getType().getCanonicalType().getTypePtr()))
        HasBound |= Array->getSize() == 256;
    for (const Stmt *Child : S->children())
      if (Child)
        visit(Child);
  }

  Rc4Parts parts() const {
    Rc4Parts Result;
    Result.FillsIdentity = HasIdentity && HasBound;
    for (const Mix &Each : Mixes)
      if (Used.contains({Each.First, Each.Index}) ||
          Used.contains({Each.Second, Each.Index})) {
        Result.Mixes = Each.At;
        break;
      }
    return Result;
  }

private:
  struct Mix {
    const ValueDecl *Index, *First, *Second;
    SourceLocation At;
  };

  void assignment(const BinaryOperator &Op) {
    if (Op.getOpcode() != BO_Assign && Op.getOpcode() != BO_AddAssign)
      return;
    if (Subscript To = subscriptOf(Op.getLHS())) {
      const ValueDecl *Index = declOf(To.Index);
      HasIdentity |=
          Op.getOpcode() == BO_Assign && Index && Index == declOf(Op.getRHS());
    } else if (const ValueDecl *Index = declOf(Op.getLHS())) {
      mix(Op, *Index);
    }
  }

  void subscript(const Expr *E) {
    if (Subscript At = subscriptOf(E))
      if (const ValueDecl *Index = declOf(At.Index))
        Used.insert({At.Base, Index});
  }

  void mix(const BinaryOperator &Op, const ValueDecl &Index) {
    llvm::SmallVector<const Expr *, 4> Terms;
    addTerms(Op.getRHS(), Terms);
    bool HasItself = Op.getOpcode() == BO_AddAssign;
    llvm::SmallVector<const ValueDecl *, 2> Tables;
    for (const Expr *Term : Terms)
      if (declOf(Term) == &Index)
        HasItself = true;
      else if (Subscript At = subscriptOf(Term))
        Tables.push_back(At.Base);
    if (HasItself && Tables.size() == 2 && Tables[0] != Tables[1])
      Mixes.push_back({&Index, Tables[0], Tables[1], Op.getBeginLoc()});
  }

  bool HasBound = false, HasIdentity = false;
  llvm::SmallVector<Mix, 1> Mixes;
  llvm::DenseSet<std::pair<const ValueDecl *, const ValueDecl *>> Used;
};

} // namespace

Rc4Parts rc4PartsOf(const FunctionDecl &Function) {
  Walk Seen;
  if (const Stmt *Body = Function.getBody())
    Seen.visit(Body);
  return Seen.parts();
}

} // namespace cppwarden::rules
