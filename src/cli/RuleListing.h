//===- RuleListing.h - `cppwarden rules` -----------------------*- C++ -*-===//
#ifndef CPPWARDEN_CLI_RULELISTING_H
#define CPPWARDEN_CLI_RULELISTING_H

#include "cppwarden/RuleDescriptor.h"
#include "llvm/Support/raw_ostream.h"
#include <vector>

namespace cppwarden::cli {

/// A table, by group.
void printRules(const std::vector<RuleDescriptor> &Rules,
                llvm::raw_ostream &Out);
/// An array of objects with everything that is known.
void printRulesJson(const std::vector<RuleDescriptor> &Rules,
                    llvm::raw_ostream &Out);

} // namespace cppwarden::cli

#endif
