//===- Guards.cpp - What a branch proves about a value --------------------===//
//
// On the edge of a branch, the values that its condition vetted are replaced by
// versions that have passed a sanitiser: membership in a set, equality with a
// constant, an anchored match, a modelled check, a function that calls itself a
// validator. The other branch, and what follows a join, sees the old value too;
// an early return or throw on the unvetted branch is dominance by itself.
//
//===----------------------------------------------------------------------===//
#include "analysis/extract/FunctionExtractor.h"

using namespace clang;

namespace cppwarden::analysis {

static const Expr *plain(const Expr *E) {
  for (;;) {
    const Expr *Before = E;
    E = E->IgnoreParenImpCasts();
    if (const auto *Full = dyn_cast<FullExpr>(E))
      E = Full->getSubExpr();
    else if (const auto *Bind = dyn_cast<CXXBindTemporaryExpr>(E))
      E = Bind->getSubExpr();
    else if (const auto *M = dyn_cast<MaterializeTemporaryExpr>(E))
      E = M->getSubExpr();
    if (E == Before)
      return E;
  }
}

/// The object behind copies made only to pass it on.
static const Expr *object(const Expr *E) {
  for (;;) {
    E = plain(E);
    // `std::string(text) == "name"`
    if (const auto *Cast = dyn_cast<CXXFunctionalCastExpr>(E);
        Cast && Cast->getType()->isRecordType()) {
      E = Cast->getSubExpr();
      continue;
    }
    const auto *Construct = dyn_cast<CXXConstructExpr>(E);
    if (!Construct || !Construct->getNumArgs() ||
        (Construct->getNumArgs() > 1 &&
         !isa<CXXDefaultArgExpr>(Construct->getArg(1))))
      return E;
    E = Construct->getArg(0);
  }
}

static llvm::StringRef calleeName(const Expr *E) {
  const auto *Call = dyn_cast<CallExpr>(plain(E));
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  return F && F->getIdentifier() ? F->getName() : llvm::StringRef();
}

void FunctionExtractor::narrowOperand(const Expr *Operand,
                                      llvm::ArrayRef<std::string> Kinds,
                                      const Expr *Condition, bool Truth) {
  const Expr *Object = object(Operand);
  AbstractValue Value = evaluate(Object);
  if (Object->getType()->isPointerType())
    Value = pointee(Value);
  if (Value.Places.size() != 1)
    return;
  PlaceId P = Value.Places[0];
  NodeId Old = load(P);
  if (!Old || Old == Empty)
    return;
  NodeId Vetted =
      valueNode(Condition, 0x8000000u + P * 2 + Truth, Builder.at(Old).Class);
  Builder.edge(Old, Vetted, EdgeKind::Copy, 0, Builder.sanitisers(Kinds));
  setContent(P, Vetted);
  killBelow(P);
}

void FunctionExtractor::narrowCall(const Expr *E, bool Truth,
                                   const Expr *Condition) {
  const auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee)
    return;
  const CalleeInfo &Info = Unit.callee(Callee);
  unsigned First = 0;
  if (isa<CXXOperatorCallExpr>(Call) && isa<CXXMethodDecl>(Callee))
    First = 1;
  auto Operand = [&](const ModelPosition &Position) -> const Expr * {
    if (Position.Base == ModelPosition::Root::Receiver) {
      const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
      return Member ? Member->getImplicitObjectArgument() : nullptr;
    }
    unsigned Index = Position.Index + First;
    return Index < Call->getNumArgs() ? Call->getArg(Index) : nullptr;
  };
  for (unsigned Index : Info.Models) {
    const FunctionModel &Model = Unit.Models.Functions[Index];
    if (Model.Guards.empty())
      continue;
    CallSite Site;
    Site.At = Call;
    Site.Callee = Callee;
    for (unsigned I = First; I < Call->getNumArgs(); ++I)
      Site.Arguments.push_back(Call->getArg(I));
    if (!applies(Model, Site))
      continue;
    for (const ModelGuard &Guard : Model.Guards)
      if (Guard.When == Truth)
        if (const Expr *Of = Operand(Guard.Of))
          narrowOperand(Of, Guard.Sanitises, Condition, Truth);
  }
  if (Info.IsValidator && Truth) {
    for (unsigned I = First; I < Call->getNumArgs(); ++I) {
      ValueClass Class = Unit.classify(Call->getArg(I)->getType());
      if (Class == ValueClass::Text || Class == ValueClass::Bytes)
        narrowOperand(Call->getArg(I), {"allowlist"}, Condition, Truth);
    }
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
        Member && !Call->getNumArgs())
      narrowOperand(Member->getImplicitObjectArgument(), {"allowlist"},
                    Condition, Truth);
  }
}

/// A comparing function said "equal", or not.
bool FunctionExtractor::narrowEqual(const CallExpr *Call, bool IsEqual,
                                    const Expr *Condition, bool Truth) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee || llvm::none_of(Unit.callee(Callee).Models, [&](unsigned Index) {
        return Unit.Models.Functions[Index].Compares.size() >= 2;
      }))
    return false;
  if (!IsEqual)
    return true;
  // `text.compare(other)` has one argument.
  const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
  if (!Member && Call->getNumArgs() >= 2) {
    for (unsigned I = 0; I < 2; ++I)
      if (constantText(Call->getArg(1 - I)))
        narrowOperand(Call->getArg(I), {"compare-constant"}, Condition, Truth);
  } else if (Member && Call->getNumArgs() == 1 &&
             constantText(Call->getArg(0))) {
    narrowOperand(Member->getImplicitObjectArgument(), {"compare-constant"},
                  Condition, Truth);
  }
  return true;
}

/// One of the two holds, and nobody knows which: what both prove is proven.
void FunctionExtractor::narrowEither(const Expr *Left, const Expr *Right,
                                     bool Truth, const Expr *Condition) {
  Environment Before = Now;
  narrow(Left, Truth);
  Environment One = std::move(Now);
  Now = Before;
  narrow(Right, Truth);
  auto At = [](const Environment &In, PlaceId P) {
    return P < In.Content.size() ? In.Content[P] : 0;
  };
  for (PlaceId P = 0; P < Now.Content.size(); ++P) {
    NodeId Old = At(Before, P), First = At(One, P), Second = Now.Content[P];
    if (Second == Old || First == Second)
      continue;
    if (First == Old || !First || !Second) {
      Now.Content[P] = Old;
      continue;
    }
    NodeId Both = valueNode(Condition, 0xc0000000u + P * 2 + Truth,
                            Builder.at(Second).Class);
    Builder.edge(First, Both);
    Builder.edge(Second, Both);
    Now.Content[P] = Both;
  }
}

void FunctionExtractor::narrow(const Expr *Condition, bool Truth) {
  if (!Condition || Depth > 200)
    return;
  const Expr *E = plain(Condition);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() == UO_LNot)
      narrow(Unary->getSubExpr(), !Truth);
    return;
  }
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    if (const auto *Variable = dyn_cast<VarDecl>(Ref->getDecl())) {
      auto Known = ConditionOf.find(Variable->getCanonicalDecl());
      if (Known != ConditionOf.end() && Depth < 8) {
        ++Depth;
        narrow(Known->second, Truth);
        --Depth;
      }
    }
    return;
  }
  const Expr *Left = nullptr, *Right = nullptr;
  BinaryOperatorKind Op = BO_Comma;
  if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(E)) {
    auto Form = Rewritten->getDecomposedForm();
    Left = Form.LHS;
    Right = Form.RHS;
    Op = Form.Opcode;
  } else if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
    Left = Binary->getLHS();
    Right = Binary->getRHS();
    Op = Binary->getOpcode();
    if ((Op == BO_LAnd && Truth) || (Op == BO_LOr && !Truth)) {
      narrow(Left, Truth);
      narrow(Right, Truth);
      return;
    }
    if (Op == BO_LAnd || Op == BO_LOr) {
      if (Depth < 8) {
        ++Depth;
        narrowEither(Left, Right, Truth, Condition);
        --Depth;
      }
      return;
    }
  } else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
             Operator && Operator->getNumArgs() == 2) {
    Left = Operator->getArg(0);
    Right = Operator->getArg(1);
    switch (Operator->getOperator()) {
    case OO_EqualEqual:
      Op = BO_EQ;
      break;
    case OO_ExclaimEqual:
      Op = BO_NE;
      break;
    default:
      Left = nullptr;
      break;
    }
  }
  if (!Left) {
    // `!strcmp(text, "name")`, `EqualsIgnoreCase(text, "name")`
    if (const auto *Call = dyn_cast<CallExpr>(E);
        Call && narrowEqual(Call, Call->getType()->isBooleanType() == Truth,
                            Condition, Truth))
      return;
    narrowCall(E, Truth, Condition);
    return;
  }
  bool IsEquality = Op == BO_EQ || Op == BO_NE;
  for (bool Swapped : {false, true}) {
    const Expr *A = plain(Swapped ? Right : Left);
    const Expr *B = Swapped ? Left : Right;
    // `set.find(x) != set.end()`, `std::find(begin, end, x) != end`.
    if (IsEquality && calleeName(A) == "find" &&
        (calleeName(B) == "end" || calleeName(B) == "cend") &&
        (Op == BO_NE) == Truth) {
      const auto *Find = cast<CallExpr>(A);
      unsigned Which = Find->getNumArgs() == 3 ? 2 : 0;
      if (Which < Find->getNumArgs())
        narrowOperand(Find->getArg(Which), {"allowlist"}, Condition, Truth);
      return;
    }
    Expr::EvalResult Constant;
    const Expr *BPlain = plain(B);
    if (BPlain->getType()->isIntegerType() && !BPlain->isValueDependent() &&
        isa<CallExpr>(A) && BPlain->EvaluateAsInt(Constant, Context)) {
      std::int64_t Value = Constant.Val.getInt().getExtValue();
      const auto *Call = cast<CallExpr>(A);
      // Comparing functions answer 0 for "equal".
      if (Value == 0 && IsEquality &&
          narrowEqual(Call, (Op == BO_EQ) == Truth, Condition, Truth))
        return;
      bool CallTruth = Truth;
      // Searching functions answer npos (all bits set) for "not found".
      bool IsNpos = Value == -1 || (Constant.Val.getInt().isAllOnes());
      if (IsNpos && IsEquality)
        CallTruth = (Op == BO_NE) == Truth;
      else if (Value == 0 && Op == BO_EQ)
        CallTruth = !Truth;
      else if (!((Value == 0 && (Op == BO_NE || Op == BO_GT)) ||
                 (Value == 1 && (Op == BO_EQ || Op == BO_GE))))
        return;
      narrowCall(A, CallTruth, Condition);
      return;
    }
    if (IsEquality && (Op == BO_EQ) == Truth && constantText(B)) {
      narrowOperand(A, {"compare-constant"}, Condition, Truth);
      return;
    }
  }
}

} // namespace cppwarden::analysis
