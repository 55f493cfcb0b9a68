//===- CweTaxonomy.h - Names of weaknesses ---------------------*- C++ -*-===//
//
// The numbers stand in the rule descriptors; formats that name a weakness
// (SARIF taxonomy, GitLab identifiers) find its title here.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_CWETAXONOMY_H
#define CPPWARDEN_REPORT_CWETAXONOMY_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace cppwarden::report {

/// The title in MITRE's list, or empty for a number this table lacks.
llvm::StringRef cweTitle(unsigned Number);
std::string cweUrl(unsigned Number);

} // namespace cppwarden::report

#endif
