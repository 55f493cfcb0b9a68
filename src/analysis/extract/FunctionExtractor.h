//===- FunctionExtractor.h - One body to its part of the graph -*- C++ -*-===//
//
// Used by Extractor for each function body and each initialiser at namespace
// scope. See FunctionExtractor.cpp for the abstract domain.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_EXTRACT_FUNCTIONEXTRACTOR_H
#define CPPWARDEN_ANALYSIS_EXTRACT_FUNCTIONEXTRACTOR_H

#include "analysis/extract/Quoting.h"
#include "analysis/extract/UnitContext.h"
#include "clang/AST/Stmt.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallVector.h"
#include <map>
#include <set>

namespace cppwarden::analysis {

using PlaceId = std::uint32_t; ///< index into the extractor's places; 0 is none

/// What an expression evaluates to: the memory it designates (lvalues,
/// pointers, references), or the node of its value.
struct AbstractValue {
  NodeId Node = 0;
  llvm::SmallVector<PlaceId, 2> Places;
  /// Node of the index that selected it (`table[i]`), or 0.
  NodeId SelectedBy = 0;
  /// Secret kind that its key says: `config["password"]`; 0 for none.
  StringId KeyKind = 0;
  /// The expression's own name is a secret of this kind; 0 for none.
  StringId NamedKind = 0;
  const clang::Expr *NamedAt = nullptr;
  bool empty() const { return !Node && Places.empty(); }
};

/// E without parentheses, casts, temporaries and conversions by construction.
const clang::Expr *stripped(const clang::Expr *E);
/// The initialiser of a variable that is written once, or null.
const clang::Expr *constantInitialiser(const clang::Expr *E);

class FunctionExtractor {
public:
  explicit FunctionExtractor(UnitContext &Unit);

  void extractBody(const clang::FunctionDecl *Function);
  /// Variables at namespace scope, static members.
  void extractGlobal(const clang::VarDecl *Variable);
  /// `std::string password = "x";` in a class.
  void extractFieldInitialiser(const clang::FieldDecl *Field);
  /// Default arguments of parameters whose names say that they are secrets.
  void extractDefaultArguments(const clang::FunctionDecl *Function);

private:
  //--- Places.cpp: memory ----------------------------------------------------
  enum class BaseKind : std::uint8_t {
    Local,
    Param,
    This,
    Global,
    Capture,
    Temporary
  };
  struct Place {
    PlaceId Parent = 0;
    PathElement Element;
    const clang::FieldDecl *Field = nullptr;
    BaseKind Base = BaseKind::Local; ///< of the root
    PlaceId Root = 0;
    const void *Key = nullptr; ///< of the root: declaration or expression
    clang::QualType Type;      ///< may be null
    NodeId Initial = 0;        ///< of the root: content at entry
    NodeId Shared = 0;         ///< of the root: its Global or Capture node
    StringId SinkKind = 0;     ///< what is put into it meets this sink
    StringId SinkName = 0;
    unsigned Depth = 0;
    std::vector<PlaceId> Children;
    bool ByValueLocal =
        false; ///< of the root: a local object, not behind a pointer
    bool IsSummary = false; ///< stands for several objects: never replaced
  };
  PlaceId rootPlace(BaseKind Base, const void *Key, clang::QualType Type);
  PlaceId childPlace(PlaceId Parent, PathElement Element,
                     const clang::FieldDecl *Field, clang::QualType Type);
  static bool isLetterOrNumber(clang::QualType Type);
  NodeId fieldPort(const clang::FieldDecl *Field, clang::QualType Type);
  PlaceId deepPlace(PlaceId Parent, const clang::FieldDecl *Field,
                    clang::QualType Type);
  PlaceId fieldPlace(PlaceId Parent, const clang::FieldDecl *Field);
  void bindStream(PlaceId P, const clang::FieldDecl *Field);
  void bindStream(PlaceId P, const clang::Expr *Init, unsigned Hops = 0);
  PlaceId elementPlace(PlaceId Parent, clang::QualType Type);
  PlaceId variablePlace(const clang::VarDecl *Variable);
  PlaceId thisPlace();
  PlaceId temporaryPlace(const clang::Stmt *At, clang::QualType Type);
  NodeId initialOf(PlaceId Root);

  NodeId load(PlaceId From);
  NodeId readChild(NodeId Parent, PlaceId Child);
  void store(PlaceId To, NodeId Value, bool Replace, const clang::Stmt *At);
  void storeThrough(const AbstractValue &To, NodeId Value, bool Replace,
                    const clang::Stmt *At);
  void storeToPorts(PlaceId To, NodeId Value);
  void killBelow(PlaceId Top);
  bool hasContentBelow(PlaceId Top) const;
  PathElement inPath(PathElement Element) const;
  PathId pathBetween(PlaceId Top, PlaceId Below);
  NodeId content(const AbstractValue &Value, const clang::Stmt *At);
  AbstractValue pointee(const AbstractValue &Pointer);
  AbstractValue element(const AbstractValue &Container, clang::QualType Type);

  //--- Environment: what each place holds, what each pointer points to --------
  struct Environment {
    std::vector<NodeId> Content; ///< by PlaceId; 0: not written here
    std::vector<std::uint32_t>
        Targets; ///< by PlaceId; index into TargetSets; 0: itself
    bool Reached = false;
  };
  NodeId contentAt(PlaceId P) const {
    return P < Now.Content.size() ? Now.Content[P] : 0;
  }
  void setContent(PlaceId P, NodeId N);
  void setTargets(PlaceId P, llvm::ArrayRef<PlaceId> To);
  llvm::ArrayRef<PlaceId> targetsOf(PlaceId P) const;
  bool joinInto(Environment &Into, Environment &From, unsigned Block);

  //--- Expressions.cpp
  //---------------------------------------------------------
  AbstractValue evaluate(const clang::Expr *E);
  AbstractValue evaluateUncached(const clang::Expr *E);
  AbstractValue evaluateReference(const clang::Expr *E,
                                  const clang::ValueDecl *Decl);
  AbstractValue evaluateMember(const clang::MemberExpr *E);
  AbstractValue evaluateUnary(const clang::UnaryOperator *E);
  AbstractValue evaluateBinary(const clang::BinaryOperator *E);
  AbstractValue evaluateLambda(const clang::LambdaExpr *E);
  AbstractValue evaluateNew(const clang::CXXNewExpr *E);
  AbstractValue literalString(const clang::StringLiteral *E);
  AbstractValue literalInteger(const clang::Expr *E, std::int64_t Value,
                               llvm::StringRef Spelling);
  AbstractValue functionReference(const clang::Expr *E,
                                  const clang::FunctionDecl *F);
  void initialise(PlaceId To, const clang::Expr *Init, clang::QualType Type,
                  const clang::Stmt *At);
  void assign(const AbstractValue &To, const AbstractValue &From,
              clang::QualType Type, const clang::Expr *Right,
              const clang::Stmt *At);
  void declare(const clang::VarDecl *Variable, const clang::Stmt *At);
  AbstractValue join(const AbstractValue &A, const AbstractValue &B,
                     const clang::Stmt *At);
  void namedSink(StringId Kind, NodeId Value, const clang::Stmt *At,
                 llvm::StringRef Label, std::uint16_t Flags = 0,
                 EdgeKind How = EdgeKind::Copy);
  NodeId withNamedSource(NodeId Value, StringId Kind, const clang::Expr *At);
  NodeId valueNode(const clang::Stmt *At, unsigned Role, ValueClass Class,
                   std::uint16_t Flags = 0, StringId Label = 0);

  //--- Calls.cpp
  //------------------------------------------------------------------
  /// One call in a form common to calls, operators, constructions and the
  /// calls a modelled API makes.
  struct CallSite {
    const clang::Expr *At = nullptr;
    const clang::FunctionDecl *Callee = nullptr;
    llvm::SmallVector<const clang::Expr *, 6> Arguments;
    llvm::SmallVector<AbstractValue, 6> Values;
    const clang::Expr *Receiver = nullptr;
    AbstractValue ReceiverValue;
    bool HasReceiver = false;
    /// Where the result is made, when that is known (constructions).
    PlaceId ResultPlace = 0;
    clang::QualType ResultType;
    bool IsVirtual = false;
    NodeId FunctionValue = 0; ///< of an indirect call
  };
  AbstractValue evaluateCall(const clang::CallExpr *E);
  AbstractValue evaluateConstruct(const clang::CXXConstructExpr *E, PlaceId To);
  void destroy(PlaceId Object, const clang::CXXDestructorDecl *Destructor,
               const clang::Expr *At);
  /// Objects without a name; how long each of them lives is not looked at.
  llvm::SetVector<const clang::CXXConstructExpr *> Temporaries;
  /// Objects whose destructor is called → the argument of that call.
  llvm::DenseMap<PlaceId, NodeId> Destroyed;
  /// How the text that a place holds ends, at the point that was evaluated
  /// last. Not joined over branches: pieces of a text mostly are balanced.
  llvm::DenseMap<PlaceId, Quoting> QuotingOf;
  AbstractValue performCall(CallSite &Site);
  AbstractValue performModels(CallSite &Site, const CalleeInfo &Info,
                              llvm::ArrayRef<const FunctionModel *> Models);
  AbstractValue performUnmodelled(CallSite &Site, const CalleeInfo *Info);
  struct WrappedConversions { ///< by number of the argument
    std::set<unsigned> Unprinted;
    std::map<unsigned, SanitiserSetId> Passed;
  };
  const clang::FieldDecl *accessedField(const clang::CXXMethodDecl *Method);
  Quoting quotingOf(const AbstractValue &Text) const;
  /// The state after E's text, which follows what ended in Before.
  Quoting quotingAfter(Quoting Before, const clang::Expr *E);
  bool mayBringQuotes(const clang::Expr *E);
  /// What passing from Hole into a text at such a place says: `unquoted` if it
  /// is seen to be outside of quotes and brings none, `quoted` if it may be
  /// between quotes, or null.
  const char *quotingKind(Quoting Where, const clang::Expr *Hole);
  /// The same as the sanitisers of an edge.
  SanitiserSetId markOf(Quoting Where, const clang::Expr *Hole = nullptr);
  void noteQuoting(const CallSite &Site, const FunctionModel &Model,
                   AbstractValue &Result);
  WrappedConversions conversionsOfWrapper(const CallSite &Site);
  std::optional<AbstractValue> performBuiltin(CallSite &Site,
                                              const CalleeInfo &Info);
  bool keepsStatement(const CallSite &Site);
  const clang::FunctionDecl *knownTarget(const clang::Expr *Callee,
                                         NodeId Value);
  bool applies(const FunctionModel &Model, const CallSite &Site);
  bool holds(const ModelCondition &Condition, const CallSite &Site);
  AbstractValue at(const CallSite &Site, const ModelPosition &Position,
                   unsigned Argument, AbstractValue &Result);
  /// What the callee reads of an argument: as content(), but of a pointer to
  /// characters that is passed by reference (`const T &` and `T &&` of a
  /// logger) the text it points to.
  NodeId argumentContent(const AbstractValue &Value, const clang::Stmt *At);
  NodeId readAt(const CallSite &Site, const ModelPosition &Position,
                AbstractValue &Result);
  void writeAt(CallSite &Site, const ModelPosition &Position, NodeId Value,
               bool Replace, AbstractValue &Result);
  void performFormat(CallSite &Site, const ModelFormat &Format,
                     AbstractValue &Result);
  void performCallback(CallSite &Site, const ModelCallback &Callback,
                       AbstractValue &Result);
  AbstractValue resultOf(CallSite &Site);
  NodeId resultNode(CallSite &Site, AbstractValue &Result);
  void sink(llvm::StringRef Kind, NodeId Value, const clang::Stmt *At,
            StringId Label, EdgeKind How = EdgeKind::Copy,
            SanitiserSetId Mark = 0);
  StringId keyKindOf(const CallSite &Site, const CalleeInfo &Info);
  std::optional<std::string> constantText(const clang::Expr *E);

  //--- Construction.cpp ------------------------------------------------------
  const clang::CXXConstructorDecl *
  constructorFor(const clang::CXXRecordDecl *Class,
                 llvm::ArrayRef<const clang::Expr *> Arguments);
  void constructInPlace(const CallSite &Site, const clang::CXXRecordDecl *Class,
                        unsigned First, PlaceId To);
  std::optional<AbstractValue> performConstruction(const CallSite &Site,
                                                   const CalleeInfo &Info);

  //--- Naming.cpp ------------------------------------------------------------
  void keyedValue(const clang::Expr *Key, const clang::Expr *Value,
                  const AbstractValue &Held, bool MustLookMade);
  void keyedArguments(const CallSite &Site, const CalleeInfo &Info);
  void pairedLists(const CallSite &Site);
  void namedLiterals(StringId Kind, const clang::Expr *E, llvm::StringRef Label,
                     unsigned Hops = 0);
  void namedReturn(const clang::Expr *Value);
  void namedElements(StringId Kind, const clang::Expr *Init,
                     llvm::StringRef Label);
  /// Held, from Init, is put into Named for the first time.
  void meetName(const clang::ValueDecl *Named, NodeId Held,
                const clang::Expr *Init);
  /// The macro that spells a literal, when its name tells a secret.
  std::pair<StringId, std::string> macroKind(const clang::StringLiteral *E);
  bool takesFewCharacters(const CallSite &Site, const CalleeInfo &Info);

  //--- FixOffers.cpp ----------------------------------------------------------
  void offerFixes(const CallSite &Site,
                  llvm::ArrayRef<const FunctionModel *> Models);
  void offer(const CallSite &Site, const FunctionModel &Model,
             const ModelFix &Fix);
  bool namesSize(llvm::ArrayRef<std::uint64_t> AnyOf);
  /// Numbers in the function: literals, sizes of arrays.
  std::optional<std::set<std::uint64_t>> Sizes;

  //--- Guards.cpp
  //-----------------------------------------------------------------------
  void narrow(const clang::Expr *Condition, bool Truth);
  void narrowCall(const clang::Expr *Call, bool Truth,
                  const clang::Expr *Condition);
  void narrowEither(const clang::Expr *Left, const clang::Expr *Right,
                    bool Truth, const clang::Expr *Condition);
  bool narrowEqual(const clang::CallExpr *Call, bool IsEqual,
                   const clang::Expr *Condition, bool Truth);
  void narrowOperand(const clang::Expr *Operand,
                     llvm::ArrayRef<std::string> Kinds,
                     const clang::Expr *Condition, bool Truth);

  //--- FunctionExtractor.cpp
  //----------------------------------------------------------------
  void run(const clang::Decl *Owner, clang::Stmt *Body);
  void visit(const clang::CFGElement &Element);
  void visitStatement(const clang::Stmt *S);
  void handleReturn(const clang::Expr *Value, const clang::Stmt *At);
  void publishOutPorts();
  void seedParameters();
  NodeId parameterNode(int Index, const clang::ParmVarDecl *P,
                       clang::QualType Type);

  UnitContext &Unit;
  GraphBuilder &Builder;
  clang::ASTContext &Context;
  const clang::FunctionDecl *Function = nullptr;
  FunctionId Id = None;
  NodeId ReturnNode = 0;
  /// The body takes elements of containers by keys that vary.
  bool ElementsByKey = false;
  StringId ReturnKind =
      0; ///< sink kind that the function's name says: generateToken

  std::vector<Place> Places;
  std::map<std::pair<const void *, unsigned>, PlaceId> Roots;
  std::map<std::pair<const void *, unsigned>, NodeId> Values;
  std::map<std::pair<NodeId, PlaceId>, NodeId> Reads;
  std::map<std::pair<unsigned, PlaceId>, NodeId> Joins;
  std::vector<llvm::SmallVector<PlaceId, 2>> TargetSets;
  std::map<llvm::SmallVector<PlaceId, 2>, std::uint32_t> TargetIds;
  llvm::DenseMap<const clang::Expr *, AbstractValue> Memo;
  llvm::DenseSet<const clang::Stmt *> Elements; ///< evaluated as CFG elements
  llvm::DenseMap<const clang::Expr *, CallId> CallIds;
  llvm::DenseMap<const clang::VarDecl *, const clang::Expr *> ConditionOf;
  std::map<std::vector<std::uint32_t>, NodeId> Aggregates;
  llvm::DenseMap<const clang::VarDecl *, const clang::CXXForRangeStmt *>
      RangeOf;
  std::map<int, NodeId> Parameters;
  bool isListOfBytes(clang::QualType Type) const;
  std::uint64_t bytesIn(clang::QualType Type, std::size_t Listed) const;
  std::string listedBytes(llvm::ArrayRef<const clang::Expr *> Inits,
                          clang::QualType Type) const;
  NodeId constantBytes(const clang::Expr *At, llvm::StringRef Bytes,
                       ValueClass Class);
  NodeId setBytes(const CallSite &Site);
  void becomes(NodeId Value, NodeId Version);
  /// Literals of arrays that are cleared at first, mostly to be filled later:
  /// whatever is written into them replaces them.
  llvm::DenseSet<NodeId> ZeroFilled;
  /// Pointers that walk through a text: they are counted up or down.
  llvm::DenseSet<const clang::VarDecl *> Cursors;
  void noteCursor(const clang::Stmt *S);
  bool isCursor(const clang::Expr *E) const;
  /// FunctionRef nodes, and versions of variables that hold nothing else.
  llvm::DenseMap<NodeId, const clang::FunctionDecl *> FunctionOf;
  /// References to elements of something named as a secret.
  struct ElementName {
    StringId Kind = 0;
    const clang::Expr *At = nullptr;
  };
  llvm::DenseMap<const clang::VarDecl *, ElementName> ElementNames;
  NodeId Empty = 0; ///< "written, and holds nothing"
  Environment Now;
  unsigned CurrentBlock = 0;
  unsigned Depth = 0;
};

/// The variable that an expression names, behind parentheses and implicit
/// casts; null if it is anything else.
const clang::VarDecl *variableOf(const clang::Expr *E);

} // namespace cppwarden::analysis

#endif
