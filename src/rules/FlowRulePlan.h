//===- FlowRulePlan.h - Flow rules as the solver's queries -----*- C++ -*-===//
//
// Called by RuleSet::link() before it solves.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_RULES_FLOWRULEPLAN_H
#define CPPWARDEN_RULES_FLOWRULEPLAN_H

#include "rules/FlowRule.h"
#include "rules/PlausibleSecret.h"
#include "rules/RuleSet.h"

namespace cppwarden::rules {

/// A question of a rule; the query with the same index asks it.
struct PlannedQuestion {
  const FlowRule *Rule = nullptr;
  const FlowQuestion *Question = nullptr;
};

struct FlowPlan {
  std::vector<analysis::FlowQuery> Queries;
  std::vector<PlannedQuestion> Questions;
};

/// The number that the policy asks for where Question looks for smaller ones; 0
/// when it does not.
std::int64_t leastByPolicy(const FlowQuestion &Question,
                           const RuleOptions &Options);

/// Queries of the enabled rules, with trust and policy numbers applied. Rules
/// and Judge must outlive the plan.
FlowPlan planFlowRules(llvm::ArrayRef<FlowRule> Rules,
                       const RuleOptions &Options,
                       const PlausibleSecret &Judge);

} // namespace cppwarden::rules

#endif
