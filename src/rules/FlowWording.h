//===- FlowWording.h - The solver's answers as findings --------*- C++ -*-===//
//
// Called by RuleSet::link() for each answer: message, steps, place, hint,
// severity, fix.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_RULES_FLOWWORDING_H
#define CPPWARDEN_RULES_FLOWWORDING_H

#include "analysis/LinkedGraph.h"
#include "rules/FindingMerge.h"
#include "rules/FlowRulePlan.h"
#include "rules/OfferedFixes.h"
#include "rules/PurposeFinder.h"

namespace cppwarden::rules {

/// More steps tire the reader: the middle ones go first.
inline constexpr std::size_t MaxFlowSteps = 12;

class FlowWording {
public:
  FlowWording(const analysis::LinkedGraph &Linked,
              const analysis::ModelSet &Models, const RuleOptions &Options,
              const OfferedFixes &Offers, PurposeFinder &Purposes)
      : Graph(Linked.Graph), Models(Models), Options(Options), Offers(Offers),
        Purposes(Purposes) {}

  /// None where the value is for something that the rule does not ask for.
  std::optional<Candidate> word(const PlannedQuestion &Asked,
                                const analysis::FlowAnswer &Answer) const;

private:
  const analysis::Node &node(analysis::NodeId Id) const {
    return Graph.Nodes[Id];
  }
  llvm::StringRef label(const analysis::Node &Of) const {
    return Graph.Strings[Of.Label];
  }
  SourceRange place(const analysis::Node &Of) const;
  /// The node whose place is the finding's.
  const analysis::Node &reportNode(const FlowRule &Rule,
                                   const analysis::FlowAnswer &Answer) const;
  std::string kindPhrase(llvm::StringRef Kind) const;
  std::string originPhrase(const analysis::FlowAnswer &Answer) const;
  std::string literalText(const FlowRule &Rule,
                          const analysis::Node &Origin) const;
  std::string fill(llvm::StringRef Template, const FlowRule &Rule,
                   const analysis::FlowAnswer &Answer,
                   const Purpose &For) const;
  Purpose purposeOf(const FlowRule &Rule, const analysis::FlowAnswer &Answer,
                    const analysis::Node &At) const;
  std::string originMessage(const FlowRule &Rule,
                            const analysis::FlowAnswer &Answer) const;
  std::string sinkMessage(const analysis::Node &Sink) const;
  std::vector<FlowStep> steps(const FlowRule &Rule,
                              const analysis::FlowAnswer &Answer) const;
  std::string hint(const FlowRule &Rule, const analysis::Node &Sink) const;
  Severity severity(const FlowRule &Rule, const analysis::FlowAnswer &Answer,
                    llvm::StringRef File, Verdict For) const;
  std::vector<Fix> fixes(const FlowQuestion &Question,
                         const analysis::Node &Origin,
                         const analysis::Node &Sink) const;

  const analysis::FlowGraph &Graph;
  const analysis::ModelSet &Models;
  const RuleOptions &Options;
  const OfferedFixes &Offers;
  PurposeFinder &Purposes;
};

} // namespace cppwarden::rules

#endif
