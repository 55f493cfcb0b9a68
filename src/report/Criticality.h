//===- Criticality.h - Severity on scales of five --------------*- C++ -*-===//
//
// GitLab's two formats grade findings in five steps where we have three. The
// steps between come from the rule's security severity, on the scale of
// CVSS 3.1 (section 5: 9.0 critical, 7.0 high, 4.0 medium).
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_CRITICALITY_H
#define CPPWARDEN_REPORT_CRITICALITY_H

#include "cppwarden/Finding.h"
#include "cppwarden/RuleDescriptor.h"

namespace cppwarden::report {

enum class Criticality { Info, Low, Medium, High, Critical };

/// A note is Info. An error is at least Medium and a warning at most High, so
/// that a rule whose severity the user changed does not keep its old grade.
/// Rule may be null.
Criticality criticality(const Finding &Finding, const RuleDescriptor *Rule);

} // namespace cppwarden::report

#endif
