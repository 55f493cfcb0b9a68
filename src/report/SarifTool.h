//===- SarifTool.h - The tool as SARIF describes it ------------*- C++ -*-===//
//
// The part of a SARIF run that does not depend on findings: rules with their
// documentation, notifications, the CWE taxonomy. Used by SarifReporter.cpp.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_SARIFTOOL_H
#define CPPWARDEN_REPORT_SARIFTOOL_H

#include "report/Json.h"
#include "report/Report.h"

namespace cppwarden::report {

/// A message object with plain text.
Json sarifMessage(llvm::StringRef Text);
/// With a capital at the start and a full stop at the end.
std::string asSentence(llvm::StringRef Text);

class SarifTool {
public:
  /// Report must be normalised and outlive it: results refer to rules by their
  /// index in Report.Rules.
  explicit SarifTool(const Report &Report);

  Json driver() const;
  /// An array of one, or empty when no rule names a CWE.
  Json taxonomies() const;

  enum Notification : unsigned {
    UnitFailed,
    UnitIncomplete,
    NothingAnalysed,
    ResultsLeftOut
  };
  /// A reference to the notification's descriptor in driver().
  static Json notification(Notification Which);

private:
  Json rule(const RuleDescriptor &Rule) const;

  const Report &Whole;
  std::vector<unsigned> Cwes; ///< of all rules, sorted
};

} // namespace cppwarden::report

#endif
