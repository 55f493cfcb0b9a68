//===- Linker.h - TU objects to one program --------------------*- C++ -*-===//
//
// Joins the flow graph fragments of all units. Called by RuleSet::link() after
// the units are compiled, by the language server for the rest of the program.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_LINKER_H
#define CPPWARDEN_ANALYSIS_LINKER_H

#include "analysis/LinkedGraph.h"
#include "analysis/TuObject.h"
#include "llvm/ADT/ArrayRef.h"

namespace cppwarden::analysis {

/// Takes the Graph out of each object and leaves an empty one; the rest of the
/// objects is not touched. The result does not depend on the objects' order.
LinkedGraph link(llvm::MutableArrayRef<TuObject> Objects);

} // namespace cppwarden::analysis

#endif
