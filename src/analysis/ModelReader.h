//===- ModelReader.h - YAML to ModelSet ------------------------*- C++ -*-===//
//
// Called by RuleSet::load for the embedded files and the user's, and by `models
// verify`. The language is docs/models.md.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_MODELREADER_H
#define CPPWARDEN_ANALYSIS_MODELREADER_H

#include "analysis/Model.h"
#include "llvm/Support/MemoryBufferRef.h"

namespace cppwarden::analysis {

/// Reads rules/kinds.yaml. Errors carry file:line:column and, for an unknown
/// key or value, the nearest known spelling.
llvm::Error readKinds(llvm::MemoryBufferRef Yaml, ModelSet &Into);
/// Adds one model file. Kinds must have been read before: an unknown kind, key
/// or position is an error. A later file's function with equal names is added,
/// not replaced. On an error Into is left as it was.
llvm::Error readModels(llvm::MemoryBufferRef Yaml, ModelSet &Into);

} // namespace cppwarden::analysis

#endif
