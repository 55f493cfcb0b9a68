//===- FlowRuleReader.h - YAML to FlowRule ---------------------*- C++ -*-===//
#ifndef CPPWARDEN_RULES_FLOWRULEREADER_H
#define CPPWARDEN_RULES_FLOWRULEREADER_H

#include "analysis/Model.h"
#include "rules/FlowRule.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"

namespace cppwarden::rules {

/// Reads one rule. An unknown key, value or kind is an error with
/// file:line:column and the nearest known spelling. Kinds may be null where
/// only the descriptor is wanted: kinds go unchecked then.
llvm::Expected<FlowRule> readFlowRule(llvm::MemoryBufferRef Yaml,
                                      const analysis::ModelSet *Kinds);

} // namespace cppwarden::rules

#endif
