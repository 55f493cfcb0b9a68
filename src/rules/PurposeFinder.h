//===- PurposeFinder.h - What a value is computed for ----------*- C++ -*-===//
//
// Asked by FlowWording for rules with `purpose:`. A broken digest matters where
// somebody relies on it: MD5 of a password is a fault, MD5 for an ETag is not.
// PurposeFinder.cpp tells how the names are gathered; rules/purposes.yaml has
// the words.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_RULES_PURPOSEFINDER_H
#define CPPWARDEN_RULES_PURPOSEFINDER_H

#include "analysis/LinkedGraph.h"
#include "rules/PurposeLexicon.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include <memory>
#include <string>

namespace cppwarden::rules {

struct Purpose {
  Verdict Is = Verdict::Open;
  std::string Phrase; ///< part of a message; empty when open
};

class PurposeFinder {
public:
  PurposeFinder(const analysis::LinkedGraph &Program,
                const PurposeLexicon &Words)
      : Program(Program), Graph(Program.Graph), Words(Words) {}

  /// What is computed at Sink, a sink or use, is for. Report is the node whose
  /// place the finding has: the sink, or the argument of a wrapper. Way is what
  /// the choice of the algorithm came by.
  Purpose purposeOf(analysis::NodeId Sink, analysis::NodeId Report,
                    llvm::ArrayRef<analysis::NodeId> Way);

private:
  struct Site;
  struct Search;
  void index();
  Site siteOf(analysis::NodeId Sink) const;
  Site
  siteOfCall(analysis::CallId Call,
             llvm::function_ref<bool(const analysis::Node &Port)> Takes) const;
  llvm::StringRef lastName(const Site &At) const;
  void follow(const Site &At, Search &In) const;
  void trace(const Site &At, Search &In) const;
  void noteKeys(const analysis::Node &Beside, Search &In) const;
  void noteLiterals(analysis::NodeId From, Search &In) const;
  Purpose judge(const Site &At, llvm::ArrayRef<analysis::NodeId> Way,
                unsigned Depth, unsigned &Budget) const;
  llvm::StringRef text(analysis::StringId Id) const {
    return Graph.Strings[Id];
  }

  const analysis::LinkedGraph &Program;
  const analysis::FlowGraph &Graph;
  const PurposeLexicon &Words;
  /// Built when it is asked for the first time: most programs never do.
  bool IsIndexed = false;
  analysis::NumberRows EdgesFrom; ///< node → edges
  std::vector<bool> Computes;     ///< by set of sanitisers
  analysis::NumberRows Computing; ///< function → edges that compute a value
  analysis::NumberRows Sinks;     ///< function → nodes
};

} // namespace cppwarden::rules

#endif
