//===- RuleDocumentation.h - A rule explained ------------------*- C++ -*-===//
//
// For `cppwarden explain`, and for the editor's hover.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_RULEDOCUMENTATION_H
#define CPPWARDEN_REPORT_RULEDOCUMENTATION_H

#include "cppwarden/RuleDescriptor.h"
#include "llvm/Support/raw_ostream.h"

namespace cppwarden::report {

const char *packName(Pack P);
const char *precisionName(Precision P);
const char *formName(RuleForm F);
/// "CWE-89, CWE-564".
std::string cweList(const RuleDescriptor &Rule);

/// We have no site: a page that explains the weakness. Empty when none is
/// known.
std::string documentationUrl(const RuleDescriptor &Rule);

/// All of the documentation, Markdown that reads well on a terminal.
void printRule(const RuleDescriptor &Rule, llvm::raw_ostream &Out);

} // namespace cppwarden::report

#endif
