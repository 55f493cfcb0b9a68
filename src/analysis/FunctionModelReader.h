//===- FunctionModelReader.h - The `functions:` of a model file -*- C++ -*-===//
//
// Called by ModelReader.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_FUNCTIONMODELREADER_H
#define CPPWARDEN_ANALYSIS_FUNCTIONMODELREADER_H

#include "analysis/ModelFileReader.h"

namespace cppwarden::analysis {

llvm::Error readFunctions(FileReader &Reader, const YamlNode &List,
                          std::vector<FunctionModel> &To);

} // namespace cppwarden::analysis

#endif
