//===- UnitContext.h - What the extraction of one unit shares --*- C++ -*-===//
//
// Caches keyed by declaration (keys, qualified names, models, what a name
// says), the graph under construction, and the queue of bodies met on the way
// (lambdas, local classes). Used by FunctionExtractor and Extractor only.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_EXTRACT_UNITCONTEXT_H
#define CPPWARDEN_ANALYSIS_EXTRACT_UNITCONTEXT_H

#include "analysis/Model.h"
#include "analysis/NameLexicon.h"
#include "analysis/TuObject.h"
#include "analysis/extract/GraphBuilder.h"
#include "frontend/Unit.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include <deque>
#include <set>

namespace cppwarden::analysis {

/// The models of one callee and its name.
struct CalleeInfo {
  std::string Name;             ///< qualified
  std::vector<unsigned> Models; ///< indices into ModelSet::Functions
  StringId Key = 0;
  StringId NameId = 0;
  std::string Sanitiser;    ///< kind its verb says, or ""
  StringId GetterKind = 0;  ///< secret kind its name says it returns
  bool InLibrary = false;   ///< declared in a system header
  bool IsValidator = false; ///< a yes/no function that vets its argument
};

/// Is it so of any method that Method overrides, directly or not?
bool anyOverridden(const clang::CXXMethodDecl *Method,
                   llvm::function_ref<bool(const clang::CXXMethodDecl *)> Is);

class UnitContext {
public:
  UnitContext(frontend::ParsedUnit &Unit, const ModelSet &Models,
              const NameLexicon &Names, FlowGraph &Graph)
      : Unit(Unit), Context(Unit.Context), Models(Models), Names(Names),
        Builder(Graph) {}

  frontend::ParsedUnit &Unit;
  clang::ASTContext &Context;
  const ModelSet &Models;
  const NameLexicon &Names;
  GraphBuilder Builder;

  const CalleeInfo &callee(const clang::FunctionDecl *Function);
  /// Program-wide key of a function, variable or class.
  std::string key(const clang::NamedDecl *Decl);
  std::string lambdaKey(const clang::CXXRecordDecl *Lambda);
  /// "class-key::field" or "" for fields of library classes.
  std::string fieldKey(const clang::FieldDecl *Field);

  ValueClass classify(clang::QualType Type);
  /// May a value of this type hold a secret's text?
  bool canHoldSecret(clang::QualType Type);
  /// A container or array whose elements may be secrets, each for itself.
  bool holdsSecrets(clang::QualType Type);
  /// Secret kind that the declaration's name says; 0 for none. Judges the type.
  StringId nameKind(const clang::ValueDecl *Decl);
  /// The same for numbers: a PIN, a one-time code.
  StringId numberKind(const clang::ValueDecl *Decl);
  /// May a value be an origin because of a name of this kind?
  bool isSource(StringId Kind) {
    const analysis::Kind *Known = Models.kindNamed(Builder.text(Kind));
    return Known && (Known->Roles & unsigned(analysis::Kind::Role::Source));
  }
  /// The source kind of a type model ("an HTTP request"), or "".
  llvm::StringRef typeSource(clang::QualType Type);
  llvm::StringRef typeAs(clang::QualType Type);
  /// The model of a library's global variable (std::cout, optarg), or null.
  const VariableModel *variableModel(const clang::VarDecl *Variable);

  LocationId location(clang::SourceLocation Begin, clang::SourceLocation End);
  LocationId location(const clang::Stmt *S);
  LocationId location(const clang::Decl *D);
  /// Source text of an expression for readers, at most 40 characters.
  std::string label(const clang::Expr *E);

  /// Fixes that models offer at the calls met so far.
  std::set<FixOffer> FixOffers;

  /// Bodies to extract after the present one.
  std::deque<const clang::FunctionDecl *> Pending;
  void enqueue(const clang::FunctionDecl *Function);
  bool isDone(const clang::FunctionDecl *Function) const {
    return Done.count(Function);
  }

private:
  const TypeModel *typeModel(clang::QualType Type);

  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<CalleeInfo>>
      Callees;
  llvm::DenseMap<const clang::Decl *, std::string> Keys;
  llvm::DenseMap<const clang::FieldDecl *, std::string> FieldKeys;
  llvm::DenseMap<const clang::Type *, ValueClass> Classes;
  llvm::DenseMap<const clang::Type *, const TypeModel *> TypeModels;
  llvm::DenseMap<const clang::ValueDecl *, StringId> NameKinds;
  llvm::DenseSet<const clang::FunctionDecl *> Done;
};

} // namespace cppwarden::analysis

#endif
