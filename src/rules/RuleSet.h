//===- RuleSet.h - All rules, and compiling one unit with them --*- C++ -*-===//
//
// Called by the driver (workers: compileUnit; after the link: answerFlows) and
// by the fixture tests. Holds models, kinds, names, descriptors.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_RULES_RULESET_H
#define CPPWARDEN_RULES_RULESET_H

#include "analysis/FlowQuery.h"
#include "analysis/Model.h"
#include "analysis/NameLexicon.h"
#include "analysis/TuObject.h"
#include "cppwarden/RuleDescriptor.h"
#include "frontend/Unit.h"
#include <map>
#include <memory>

namespace cppwarden::rules {

/// What of the configuration reaches the rules and the engine; plain data, so
/// that the driver can send it to workers as JSON.
struct RuleOptions {
  std::vector<std::string> EnabledRules;      ///< ids, sorted
  std::map<std::string, Severity> Severities; ///< overrides
  /// source kind → rule ids (or "*") for which it is trusted
  std::map<std::string, std::vector<std::string>> Trusted;
  std::map<std::string, std::string> SecretNames; ///< name or glob → kind
  std::map<std::string, std::int64_t> Policy;     ///< e.g. rsa-bits → 2048
  std::vector<std::string> ModelFiles; ///< absolute paths of user models
};

class RuleSet {
public:
  /// Reads the embedded rules, kinds, models and names, then the user's models.
  /// An error names file:line of the offending data.
  static llvm::Expected<std::unique_ptr<RuleSet>>
  load(const RuleOptions &Options);
  ~RuleSet();

  /// Every known rule (enabled or not), sorted by id. Reads no model.
  static llvm::Expected<std::vector<RuleDescriptor>> allDescriptors();

  const analysis::ModelSet &models() const;
  const analysis::NameLexicon &names() const;

  /// Parses Job, runs the enabled structural rules and flow extraction. Trace,
  /// if given, gets what the result depends on beside Job and the options.
  analysis::TuObject compileUnit(const frontend::UnitJob &Job,
                                 frontend::UnitTrace *Trace = nullptr) const;

  /// Links the units, solves the enabled flow rules, runs the project rules.
  /// Adds the structural findings of the objects; result sorted, no duplicates.
  std::vector<Finding> link(std::vector<analysis::TuObject> Objects) const;

private:
  RuleSet();
  struct State;
  std::unique_ptr<State> Impl;
};

} // namespace cppwarden::rules

#endif
