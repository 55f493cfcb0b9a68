//===- FlowRulePlan.cpp - Flow rules as the solver's queries --------------===//
#include "rules/FlowRulePlan.h"
#include "llvm/ADT/STLExtras.h"

using namespace cppwarden::analysis;

namespace cppwarden::rules {

namespace {

bool acceptsString(const StringCondition &Condition, llvm::StringRef Text,
                   const FlowGraph &Graph, const Node &Sink,
                   const PlausibleSecret &Judge) {
  switch (Condition.Is) {
  case StringCondition::Form::Any:
    return true;
  case StringCondition::Form::Pattern:
    // Names and identifiers are short; a match on a long text is none.
    return Text.size() <= 256 &&
           std::regex_search(Text.begin(), Text.end(), *Condition.Pattern);
  case StringCondition::Form::PlausibleSecret:
    return Judge.accepts(Text, Graph.Strings[Sink.Ref],
                         Graph.Strings[Sink.Label]);
  }
  return false;
}

/// The condition with its policy number put in.
IntegerCondition withPolicy(IntegerCondition Condition,
                            const RuleOptions &Options) {
  if (Condition.BelowPolicy.empty())
    return Condition;
  auto Given = Options.Policy.find(Condition.BelowPolicy);
  std::int64_t Least =
      Given == Options.Policy.end() ? Condition.PolicyDefault : Given->second;
  Condition.Max = Least - 1;
  return Condition;
}

LiteralCondition literalCondition(const LiteralOrigins &Origins,
                                  const RuleOptions &Options,
                                  const PlausibleSecret &Judge) {
  LiteralCondition Result;
  if (Origins.Strings)
    Result.Kinds.push_back(LiteralKind::String);
  if (Origins.Integers || !Origins.Names.empty())
    Result.Kinds.push_back(LiteralKind::Integer);
  if (Origins.Bytes ||
      (Origins.Strings &&
       Origins.Strings->Is == StringCondition::Form::PlausibleSecret))
    Result.Kinds.push_back(LiteralKind::Bytes);
  std::optional<IntegerCondition> Integers;
  if (Origins.Integers)
    Integers = withPolicy(*Origins.Integers, Options);
  Result.Accept = [&Origins, Integers, &Judge](const Literal &Value,
                                               const FlowGraph &Graph,
                                               const Node &, const Node &Sink) {
    llvm::StringRef Text = Graph.Strings[Value.Text];
    switch (Value.Kind) {
    case LiteralKind::String:
      return Origins.Strings &&
             acceptsString(*Origins.Strings, Text, Graph, Sink, Judge);
    case LiteralKind::Bytes:
      // A password spelled as an array of characters.
      return (Origins.Bytes && (Text.size() >= Origins.ZerosMin ||
                                Text.find_first_not_of('\0') != Text.npos)) ||
             (Origins.Strings &&
              Origins.Strings->Is == StringCondition::Form::PlausibleSecret &&
              acceptsString(*Origins.Strings, Text, Graph, Sink, Judge));
    case LiteralKind::Integer:
      return Origins.Names.count(Text.str()) ||
             (Integers && Value.Value >= Integers->Min &&
              (!Integers->Max || Value.Value <= *Integers->Max));
    }
    return false;
  };
  return Result;
}

std::vector<std::string> trustedSources(llvm::StringRef RuleId,
                                        const RuleOptions &Options) {
  std::vector<std::string> Result;
  for (const auto &[Kind, Rules] : Options.Trusted)
    if (llvm::is_contained(Rules, "*") || llvm::is_contained(Rules, RuleId))
      Result.push_back(Kind);
  return Result;
}

} // namespace

std::int64_t leastByPolicy(const FlowQuestion &Question,
                           const RuleOptions &Options) {
  if (!Question.Literals || !Question.Literals->Integers ||
      Question.Literals->Integers->BelowPolicy.empty())
    return 0;
  return *withPolicy(*Question.Literals->Integers, Options).Max + 1;
}

FlowPlan planFlowRules(llvm::ArrayRef<FlowRule> Rules,
                       const RuleOptions &Options,
                       const PlausibleSecret &Judge) {
  FlowPlan Plan;
  for (const FlowRule &Rule : Rules) {
    if (!llvm::is_contained(Options.EnabledRules, Rule.Descriptor.Id))
      continue;
    for (const FlowQuestion &Question : Rule.Questions) {
      FlowQuery &Query = Plan.Queries.emplace_back();
      Query.Id = Rule.Descriptor.Id;
      Query.Sources = Question.Sources;
      Query.ExceptSources = trustedSources(Rule.Descriptor.Id, Options);
      llvm::append_range(Query.ExceptSources, Question.ExceptSources);
      if (Question.Literals)
        Query.Literals = literalCondition(*Question.Literals, Options, Judge);
      Query.Open = Question.Open;
      Query.Sinks = Question.Sinks;
      Query.Uses = Question.Uses;
      Query.Sanitisers = Question.Sanitisers;
      Query.JointSanitisers = Question.JointSanitisers;
      Query.Requires = Question.Requires;
      Query.ThroughNumbers = Question.ThroughNumbers;
      Query.Within = Question.Within;
      Query.NamedWithin = Question.NamedWithin;
      Query.EachOrigin = Rule.ReportAt != ReportPlace::Sink;
      Query.ThroughDerived = Question.ThroughDerived;
      Plan.Questions.push_back({&Rule, &Question});
    }
  }
  return Plan;
}

} // namespace cppwarden::rules
