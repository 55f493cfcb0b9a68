//===- SolveProgram.h - Link hand-built units and ask one question
//---------===//
#ifndef CPPWARDEN_TESTS_ANALYSIS_SOLVEPROGRAM_H
#define CPPWARDEN_TESTS_ANALYSIS_SOLVEPROGRAM_H

#include "FlowBuilder.h"
#include "analysis/Linker.h"
#include "analysis/Solver.h"

namespace cppwarden::analysis::test {

/// untrusted → sink, however.
inline FlowQuery query(std::vector<std::string> Sinks = {"sink"}) {
  FlowQuery Asked;
  Asked.Id = "test";
  Asked.Sources = {"untrusted"};
  Asked.Sinks = std::move(Sinks);
  return Asked;
}
/// Literals of these kinds → sink.
inline FlowQuery literalQuery(std::vector<LiteralKind> Kinds,
                              std::vector<std::string> Sinks = {"sink"}) {
  FlowQuery Asked;
  Asked.Id = "literal";
  Asked.Literals = LiteralCondition{std::move(Kinds), {}};
  Asked.Sinks = std::move(Sinks);
  return Asked;
}

/// The linked program with its answers, in words that a test can compare.
struct Solved {
  LinkedGraph Program;
  std::vector<FlowAnswer> Answers;
  SolveStatistics Statistics;

  llvm::StringRef text(StringId Id) const { return Program.Graph.Strings[Id]; }
  const Node &node(NodeId Id) const { return Program.Graph.Nodes[Id]; }
  std::string place(NodeId Id) const {
    const Location &Where = Program.Graph.Locations[node(Id).Location];
    return (text(Where.File) + ":" + llvm::Twine(Where.Line)).str();
  }
  /// "kind of source", "\"text\"", "7" or "open".
  std::string origin(const FlowAnswer &Answer) const {
    const Node &Port = node(Answer.Origin);
    if (Answer.OriginIsOpen)
      return "open";
    if (Port.Kind != NodeKind::Literal)
      return text(Port.Ref).str();
    const Literal &Value = Program.Graph.Literals[Port.Ref];
    return Value.Kind == LiteralKind::Integer
               ? std::to_string(Value.Value)
               : "\"" + text(Value.Text).str() + "\"";
  }
  std::vector<std::string> origins() const {
    std::vector<std::string> All;
    for (const FlowAnswer &Answer : Answers)
      All.push_back(origin(Answer));
    return All;
  }
  /// Places that are reported, in the order of the answers.
  std::vector<std::string> reports() const {
    std::vector<std::string> All;
    for (const FlowAnswer &Answer : Answers)
      All.push_back(place(Answer.Steps[Answer.ReportStep].Node));
    return All;
  }
  /// The path's places with ">" into a call and "<" out of one.
  std::string path(const FlowAnswer &Answer) const {
    std::string Text;
    for (const AnswerStep &Step : Answer.Steps) {
      if (!Text.empty())
        Text += " ";
      Text += Step.EntersCall ? ">" : Step.LeavesCall ? "<" : "";
      Text += place(Step.Node);
    }
    return Text;
  }
};

inline Solved solveAll(std::vector<TuObject> Objects,
                       std::vector<FlowQuery> Queries,
                       const SolveLimits &Limits = {}) {
  Solved Result;
  Result.Program = link(Objects);
  Result.Answers = solve(Result.Program, Queries, Limits, &Result.Statistics);
  return Result;
}
inline Solved solveOne(const UnitBuilder &Unit, const FlowQuery &Asked,
                       const SolveLimits &Limits = {}) {
  return solveAll({Unit.Object}, {Asked}, Limits);
}

using Names = std::vector<std::string>;

} // namespace cppwarden::analysis::test

#endif
