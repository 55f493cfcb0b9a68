//===- Extractor.h - From a parsed unit to its flow graph ------*- C++ -*-===//
//
// Called by the rules layer's compileUnit() while the AST is alive. Writes the
// fragment of every function body and initialiser that lies in the project, and
// the fixes that models offer there.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_EXTRACT_EXTRACTOR_H
#define CPPWARDEN_ANALYSIS_EXTRACT_EXTRACTOR_H

#include "analysis/Model.h"
#include "analysis/NameLexicon.h"
#include "analysis/TuObject.h"
#include "frontend/Unit.h"

namespace cppwarden::analysis {

/// Fills the empty Graph and FixOffers of Into. Deterministic; never throws.
void extractFlow(frontend::ParsedUnit &Unit, const ModelSet &Models,
                 const NameLexicon &Names, TuObject &Into);

} // namespace cppwarden::analysis

#endif
