//===- StructuralRule.h - A rule that looks at one place -------*- C++ -*-===//
//
// Base of the rules in src/rules/<group>/<RuleName>.cpp. Such a file defines
// one class and, at its end, the factory that CMake's table expects:
//
//   std::unique_ptr<StructuralRule> cppwarden::rules::makeKnownSecretFormat()
//
// A rule overrides the hooks it needs; StructuralRunner makes a fresh instance
// for every unit, so members may hold the state of one unit.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_RULES_STRUCTURALRULE_H
#define CPPWARDEN_RULES_STRUCTURALRULE_H

#include "cppwarden/RuleDescriptor.h"
#include "frontend/Unit.h"
#include "rules/WrittenText.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include <functional>
#include <memory>

namespace cppwarden::rules {

/// Where a rule leaves what it found. Usable once the unit is parsed: a
/// preprocessor callback keeps locations and reports them in finish().
class FindingSink {
public:
  FindingSink(const RuleDescriptor &Rule, std::vector<Finding> &Into)
      : Rule(Rule), Into(Into) {}

  /// The reference is valid until the next report. Returns a scratch finding
  /// that is dropped when the place lies outside the project.
  Finding &report(clang::SourceRange Where, std::string Message);
  Finding &report(cppwarden::SourceRange Where, std::string Message);

  frontend::ParsedUnit &unit() const { return *Unit; }
  void bind(frontend::ParsedUnit &To) { Unit = &To; }

private:
  const RuleDescriptor &Rule;
  std::vector<Finding> &Into;
  frontend::ParsedUnit *Unit = nullptr;
  Finding Dropped;
};

/// AST matchers of one unit with what to do on a match.
class RuleMatchers {
public:
  using Result = clang::ast_matchers::MatchFinder::MatchResult;
  using Handler = std::function<void(const Result &)>;
  RuleMatchers();
  ~RuleMatchers();

  template <typename Matcher> void on(const Matcher &What, Handler Handle) {
    Finder.addMatcher(What, keep(std::move(Handle)));
    Used = true;
  }
  /// Matches below the project's top-level declarations only.
  void run(frontend::ParsedUnit &Unit);

private:
  class Callback;
  Callback *keep(Handler Handle);
  std::vector<std::unique_ptr<Callback>> Callbacks;
  clang::ast_matchers::MatchFinder Finder;
  bool Used = false;
};

class StructuralRule {
public:
  virtual ~StructuralRule();
  /// Lives as long as the process.
  virtual const RuleDescriptor &descriptor() const = 0;
  /// Rules whose findings at the same place say less than this one's.
  virtual std::vector<std::string> supersedes() const { return {}; }
  /// Findings in tests and examples drop to a note.
  virtual bool isNoteInTests() const { return false; }

  /// Before parsing: preprocessor callbacks.
  virtual void registerPreprocessor(clang::CompilerInstance &Compiler,
                                    FindingSink &Sink) {}
  virtual void registerMatchers(RuleMatchers &Matchers, FindingSink &Sink) {}
  /// Does checkText() want the literals and comments of the project's files?
  virtual bool readsTexts() const { return false; }
  virtual void checkText(const WrittenText &Text, FindingSink &Sink) {}
  /// After matchers and texts.
  virtual void finish(FindingSink &Sink) {}
};

/// Of CMake's generated table: one factory for each file in a group's folder.
using StructuralRuleFactory = std::unique_ptr<StructuralRule> (*)();
llvm::ArrayRef<StructuralRuleFactory> structuralRuleFactories();

} // namespace cppwarden::rules

#endif
