//===- StructuralRule.cpp - A rule that looks at one place ----------------===//
#include "rules/StructuralRule.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace cppwarden::rules {

StructuralRule::~StructuralRule() = default;

Finding &FindingSink::report(clang::SourceRange Where, std::string Message) {
  const SourceManager &Sources = Unit->Context.getSourceManager();
  if (Where.isInvalid() ||
      !Unit->isInProject(Sources.getExpansionLoc(Where.getBegin())))
    return Dropped = Finding();
  return report(Unit->range(Where.getBegin(), Where.getEnd()),
                std::move(Message));
}

Finding &FindingSink::report(cppwarden::SourceRange Where,
                             std::string Message) {
  Finding &Result = Into.emplace_back();
  Result.RuleId = Rule.Id;
  Result.Level = Rule.Level;
  Result.Range = std::move(Where);
  Result.Message = std::move(Message);
  return Result;
}

class RuleMatchers::Callback : public ast_matchers::MatchFinder::MatchCallback {
public:
  explicit Callback(Handler Handle) : Handle(std::move(Handle)) {}
  void run(const Result &Match) override { Handle(Match); }

private:
  Handler Handle;
};

RuleMatchers::RuleMatchers() = default;
RuleMatchers::~RuleMatchers() = default;

RuleMatchers::Callback *RuleMatchers::keep(Handler Handle) {
  Callbacks.push_back(std::make_unique<Callback>(std::move(Handle)));
  return Callbacks.back().get();
}

void RuleMatchers::run(frontend::ParsedUnit &Unit) {
  if (!Used)
    return;
  std::vector<Decl *> Scope;
  for (Decl *D : Unit.Context.getTranslationUnitDecl()->decls())
    if (Unit.isInProject(D->getLocation()))
      Scope.push_back(D);
  std::vector<Decl *> Before = Unit.Context.getTraversalScope();
  Unit.Context.setTraversalScope(Scope);
  Finder.matchAST(Unit.Context);
  Unit.Context.setTraversalScope(Before);
}

} // namespace cppwarden::rules
