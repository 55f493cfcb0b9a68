//===- Extractor.cpp - Walks the project's declarations of a unit ---------===//
//
// Bodies and initialisers in project files are extracted in source order, then
// the bodies met on the way: lambdas, methods of local classes, instantiations.
// Only contexts are walked here; statements belong to FunctionExtractor.
//
//===----------------------------------------------------------------------===//
#include "analysis/extract/Extractor.h"
#include "analysis/extract/FunctionExtractor.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace cppwarden::analysis {

namespace {

/// A template with more instantiations than this is known well enough from
/// the first ones; calls of the rest get the default propagation.
constexpr unsigned MaxInstantiations = 32;

class UnitExtractor {
public:
  UnitExtractor(frontend::ParsedUnit &Unit, const ModelSet &Models,
                const NameLexicon &Names, TuObject &Into)
      : Context(Unit, Models, Names, Into.Graph), Into(Into) {}

  void run() {
    for (const Decl *D : Context.Context.getTranslationUnitDecl()->decls())
      if (Context.Unit.isInProject(D->getLocation()))
        visit(D);
    drain();
    Context.Builder.prune();
    Into.FixOffers.assign(Context.FixOffers.begin(), Context.FixOffers.end());
  }

private:
  void visit(const Decl *D) {
    if (D->isInvalidDecl())
      return;
    if (const auto *F = dyn_cast<FunctionDecl>(D)) {
      if (!F->isDependentContext())
        FunctionExtractor(Context).extractDefaultArguments(F);
      if (F->doesThisDeclarationHaveABody() && !F->isDependentContext())
        Context.enqueue(F);
      drain();
      return;
    }
    if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D)) {
      unsigned Count = 0;
      for (const FunctionDecl *F : Template->specializations())
        if (F->isThisDeclarationADefinition() && F->getBody() &&
            Count++ < MaxInstantiations)
          Context.enqueue(F);
      drain();
      return;
    }
    if (const auto *Template = dyn_cast<ClassTemplateDecl>(D)) {
      unsigned Count = 0;
      for (const ClassTemplateSpecializationDecl *Class :
           Template->specializations())
        if (Count++ < MaxInstantiations)
          visitRecord(Class);
      return;
    }
    if (const auto *Record = dyn_cast<CXXRecordDecl>(D)) {
      if (!Record->isDependentContext())
        visitRecord(Record);
      return;
    }
    if (const auto *Variable = dyn_cast<VarDecl>(D)) {
      if (Variable->getInit() &&
          !Variable->getDeclContext()->isDependentContext())
        FunctionExtractor(Context).extractGlobal(Variable);
      return;
    }
    if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(D))
      for (const Decl *Inner : cast<DeclContext>(D)->decls())
        visit(Inner);
  }

  void visitRecord(const CXXRecordDecl *Record) {
    if (!Record->isThisDeclarationADefinition())
      return;
    for (const Decl *Member : Record->decls()) {
      if (const auto *Field = dyn_cast<FieldDecl>(Member)) {
        if (Field->hasInClassInitializer() && Field->getInClassInitializer())
          FunctionExtractor(Context).extractFieldInitialiser(Field);
        continue;
      }
      // The injected class name is a record without members of its own.
      if (const auto *Inner = dyn_cast<CXXRecordDecl>(Member);
          Inner && Inner->isInjectedClassName())
        continue;
      visit(Member);
    }
  }

  void drain() {
    while (!Context.Pending.empty()) {
      const FunctionDecl *F = Context.Pending.front();
      Context.Pending.pop_front();
      FunctionExtractor(Context).extractBody(F);
    }
  }

  UnitContext Context;
  TuObject &Into;
};

} // namespace

void extractFlow(frontend::ParsedUnit &Unit, const ModelSet &Models,
                 const NameLexicon &Names, TuObject &Into) {
  UnitExtractor(Unit, Models, Names, Into).run();
}

} // namespace cppwarden::analysis
