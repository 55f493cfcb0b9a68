//===- FlowDump.h - A flow graph for the eye -------------------*- C++ -*-===//
//
// For authors of models and rules: `cppwarden check --dump-flow[=FUNCTION]`.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_FLOWDUMP_H
#define CPPWARDEN_ANALYSIS_FLOWDUMP_H

#include "analysis/FlowGraph.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

namespace cppwarden::analysis {

/// A text with its unprintable characters escaped as in C.
std::string escaped(llvm::StringRef Text);

/// The functions named so (`run`, `Db::run`: the qualified name or an end of
/// it), each with its nodes, the edges into them, and its calls. An empty name
/// dumps everything, namespace scope included. Works on a fragment and on
/// LinkedGraph::Graph. Ends with a newline; empty if nothing is named so.
/// Literal gives the printed form of a string literal.
std::string
dumpFlow(const FlowGraph &Graph, llvm::StringRef FunctionName,
         llvm::function_ref<std::string(llvm::StringRef)> Literal = escaped);

} // namespace cppwarden::analysis

#endif
