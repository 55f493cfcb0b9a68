//===- FlowRule.h - A rule that asks the linked flow graph -----*- C++ -*-===//
//
// The compiled form of rules/flows/<rule-id>.yaml; docs/flow-rules.md is the
// language's reference. FlowRuleReader makes it, FlowRuleQuery turns it into
// the solver's questions, FlowWording words the answers.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_RULES_FLOWRULE_H
#define CPPWARDEN_RULES_FLOWRULE_H

#include "analysis/FlowQuery.h"
#include "cppwarden/RuleDescriptor.h"
#include "rules/PurposeLexicon.h"
#include <memory>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace cppwarden::rules {

/// `strings:` of `literals:`.
struct StringCondition {
  enum class Form : std::uint8_t { Any, PlausibleSecret, Pattern };
  Form Is = Form::Any;
  std::shared_ptr<const std::regex> Pattern;
};

/// `integers:` of `literals:`; both bounds inclusive.
struct IntegerCondition {
  std::int64_t Min = 1;
  std::optional<std::int64_t> Max;
  /// The policy number that takes Max's place: Max is one below it.
  std::string BelowPolicy;
  std::int64_t PolicyDefault = 0;
};

/// A literal counts when it meets one of these.
struct LiteralOrigins {
  std::optional<StringCondition> Strings;
  std::optional<IntegerCondition> Integers;
  std::set<std::string> Names; ///< of enumerators and macros
  bool Bytes = false;
  /// Arrays of zeros count from this many bytes.
  std::size_t ZerosMin = 0;
};

/// One question of a rule: the rule's own, or one of `also`.
struct FlowQuestion {
  std::vector<std::string> Sources, Sinks, Uses, Sanitisers;
  std::vector<std::string> ExceptSources; ///< children of Sources left out
  std::vector<std::vector<std::string>> JointSanitisers;
  std::optional<LiteralOrigins> Literals;
  bool Open = false;
  analysis::Travel Requires = analysis::Travel::Any;
  bool ThroughNumbers = false;
  bool ThroughDerived = true;
  unsigned Within = 0;      ///< `within`; 0: however far
  unsigned NamedWithin = 0; ///< `named-within`; 0: however far
  std::string Message, UseMessage;
};

/// `severity-when`: the first case that holds decides.
struct SeverityCase {
  std::vector<std::string> Origins; ///< kinds; empty: any
  std::vector<std::string> Sinks;   ///< kinds; empty: any
  std::vector<Verdict> Purpose;     ///< empty: any
  std::optional<bool> InTests;
  Severity Level = Severity::Warning;
};

/// `report-at`.
enum class ReportPlace : std::uint8_t {
  Sink, ///< or the call of the wrapper that passes its parameter on to it
  Origin,
  HandOver ///< where the function that holds the value gives it away for good
};

struct FlowRule {
  RuleDescriptor Descriptor;
  std::vector<FlowQuestion> Questions; ///< empty only before `questions-of`
  std::vector<SeverityCase> Severities;
  ReportPlace ReportAt = ReportPlace::Sink;
  std::vector<std::string> Supersedes;
  /// `purpose`: what the value at hand must be for; empty: the rule does not
  /// ask.
  std::vector<Verdict> Purpose;
  /// `questions-of`: the rule whose questions this one asks; empty: its own.
  std::string QuestionsOf;
  /// The literal that a finding begins with must not be shown.
  bool IsAboutSecrets = false;
};

} // namespace cppwarden::rules

#endif
