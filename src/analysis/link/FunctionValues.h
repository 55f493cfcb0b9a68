//===- FunctionValues.h - Which functions an indirect call calls -*- C++
//-*-===//
#ifndef CPPWARDEN_ANALYSIS_LINK_FUNCTIONVALUES_H
#define CPPWARDEN_ANALYSIS_LINK_FUNCTIONVALUES_H

#include "analysis/LinkedGraph.h"

namespace cppwarden::analysis {

struct FunctionValues {
  /// In order of calls; the FunctionRef nodes whose value may be called.
  std::vector<std::pair<CallId, std::vector<NodeId>>> OfCalls;
  /// Values that more functions reach than are followed.
  std::size_t CutSets = 0;
};

/// Uses the joints that the graph has by now. See FunctionValues.cpp.
FunctionValues resolveFunctionValues(const LinkedGraph &Program);

} // namespace cppwarden::analysis

#endif
