#include "report/Criticality.h"
#include <algorithm>

namespace cppwarden::report {

Criticality criticality(const Finding &Finding, const RuleDescriptor *Rule) {
  if (Finding.Level == Severity::Note)
    return Criticality::Info;
  bool IsError = Finding.Level == Severity::Error;
  if (!Rule)
    return IsError ? Criticality::High : Criticality::Medium;
  double Score = Rule->SecuritySeverity;
  Criticality Step = Score >= 9.0   ? Criticality::Critical
                     : Score >= 7.0 ? Criticality::High
                     : Score >= 4.0 ? Criticality::Medium
                                    : Criticality::Low;
  return IsError ? std::max(Step, Criticality::Medium)
                 : std::min(Step, Criticality::High);
}

} // namespace cppwarden::report
