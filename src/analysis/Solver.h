//===- Solver.h - Which origins reach which sinks --------------*- C++ -*-===//
//
// Answers the flow rules' questions over the linked program. Called by
// RuleSet::link(). Solver.cpp explains the search.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_SOLVER_H
#define CPPWARDEN_ANALYSIS_SOLVER_H

#include "analysis/FlowQuery.h"
#include "analysis/LinkedGraph.h"
#include "llvm/ADT/ArrayRef.h"

namespace cppwarden::analysis {

/// Bounds that keep pathological programs near linear. What hits one is
/// counted in SolveStatistics.
struct SolveLimits {
  /// States (node, residual path, passage) of one region.
  std::size_t RegionStates = 20'000;
  /// Residual paths of two or more elements with which one node starts regions;
  /// further ones are not followed. The fields' program-wide nodes are.
  std::size_t PathsPerPort = 64;
  /// Parts of an object that one part of it comes from over a call that is
  /// handed the object, the nearest.
  std::size_t PartsOfObject = 8;
  /// States of all regions for each node of the program, and in addition to
  /// that, before PathsPerPort tightens: to a sixteenth, at one and a half
  /// times the number to paths of one element, at twice to none. An interpreter
  /// whose every function is handed the whole machine (Duktape) takes more than
  /// a hundred a node; other programs take less than twenty.
  std::size_t StatesPerNode = 12, SpareStates = 2'000'000;
  /// Regions visited for one report point of one sink.
  std::size_t SearchStates = 50'000;
  /// Report points of one sink: calls of the wrappers around it.
  std::size_t ReportPoints = 20'000;
  /// Fields and globals on the way of an answer.
  std::size_t SharedHops = 3;
  /// Origins answered for one report point of a query with EachOrigin.
  std::size_t OriginsPerSearch = 256;
};

struct SolveStatistics {
  std::size_t Sinks = 0;   ///< that some query covers
  std::size_t Regions = 0; ///< explored
  std::size_t States = 0;  ///< visited while exploring
  std::size_t Searches = 0;
  std::size_t CutRegions = 0;   ///< RegionStates hit
  std::size_t DroppedPaths = 0; ///< PathsPerPort or PartsOfObject hit
  std::size_t CutSearches = 0;  ///< SearchStates or ReportPoints hit
  bool complete() const { return !CutRegions && !CutSearches; }
};

/// One answer for each query, sink and report point: the shortest path, of
/// equals the first by node. Ordered by query, then sink, then report point.
std::vector<FlowAnswer> solve(const LinkedGraph &Program,
                              llvm::ArrayRef<FlowQuery> Queries,
                              const SolveLimits &Limits = {},
                              SolveStatistics *Statistics = nullptr);

} // namespace cppwarden::analysis

#endif
