//===- FlowQuery.h - A rule's question to the solver -----------*- C++ -*-===//
//
// The rules layer turns each flow rule into a FlowQuery; the solver answers
// with FlowAnswers; the rules layer words them as findings. The solver knows
// kinds by name only.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_FLOWQUERY_H
#define CPPWARDEN_ANALYSIS_FLOWQUERY_H

#include "analysis/FlowGraph.h"
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace cppwarden::analysis {

/// How the value must have travelled.
enum class Travel : std::uint8_t {
  Any,      ///< however
  Embedded, ///< passed at least one Embed edge
  Whole     ///< Copy, Read, Store only
};

/// A literal as origin. Several conditions must all hold.
struct LiteralCondition {
  std::vector<LiteralKind> Kinds; ///< empty: any
  /// Judges the value together with the sink it reaches; empty: any literal.
  std::function<bool(const Literal &, const FlowGraph &Strings,
                     const Node &Origin, const Node &Sink)>
      Accept;
};

struct FlowQuery {
  std::string Id;                           ///< the rule's id
  std::vector<std::string> Sources;         ///< origin kinds; children included
  std::vector<std::string> ExceptSources;   ///< kinds taken out again (trusted)
  std::optional<LiteralCondition> Literals; ///< literals are origins too
  bool Open = false;              ///< parameters nobody fills are origins
  std::vector<std::string> Sinks; ///< sink kinds; children included
  std::vector<std::string>
      Uses; ///< kinds of Use nodes that are findings by themselves
  std::vector<std::string>
      Sanitisers; ///< kinds that end the flow; children included
  /// Groups of kinds that end the flow together, in whatever order the value
  /// passed them; children included.
  std::vector<std::vector<std::string>> JointSanitisers;
  Travel Requires = Travel::Any;
  bool ThroughNumbers =
      false; ///< follow Number, Boolean, Enum nodes and Index edges
  /// Calls, returns and program-wide nodes on the way at most; 0 is any number.
  unsigned Within = 0;
  /// Where only a name says what origin or sink is: calls, returns and
  /// program-wide nodes on the way at most; 0 is any number.
  unsigned NamedWithin = 0;
  /// Every origin is an answer of its own, not only the nearest: for rules that
  /// report at the origin or where it is handed over.
  bool EachOrigin = false;
  bool ThroughDerived = true; ///< follow Derive edges
};

/// One step of the best path, from origin to sink.
struct AnswerStep {
  NodeId Node = 0;             ///< in the linked graph
  std::optional<EdgeKind> Via; ///< the edge that led here; none for the origin
  bool EntersCall = false;     ///< from an argument into a callee
  bool LeavesCall = false;     ///< from a return or out-port to the caller
};

struct FlowAnswer {
  std::size_t Query = 0; ///< index into the queries
  NodeId Origin = 0;     ///< Source, Literal, or Param (open); the Use itself
  NodeId Sink = 0;
  bool OriginIsOpen = false;
  bool Embedded = false;
  std::vector<AnswerStep> Steps;
  /// Index into Steps of the point to report at: the place nearest to the sink
  /// where the value is more than passed through, so that a finding behind a
  /// wrapper is reported at the call of the wrapper.
  std::size_t ReportStep = 0;
};

} // namespace cppwarden::analysis

#endif
