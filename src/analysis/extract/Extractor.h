//===- Extractor.h - From a parsed unit to its flow graph ------*- C++ -*-===//
//
// Called by the rules layer's compileUnit() while the AST is alive. Writes the
// fragment of every function body and initialiser that lies in the project.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_EXTRACT_EXTRACTOR_H
#define CPPWARDEN_ANALYSIS_EXTRACT_EXTRACTOR_H

#include "analysis/FlowGraph.h"
#include "analysis/Model.h"
#include "analysis/NameLexicon.h"
#include "frontend/Unit.h"

namespace cppwarden::analysis {

/// Fills the empty graph Into. Deterministic; never throws.
void extractFlow(frontend::ParsedUnit &Unit, const ModelSet &Models,
                 const NameLexicon &Names, FlowGraph &Into);

} // namespace cppwarden::analysis

#endif
