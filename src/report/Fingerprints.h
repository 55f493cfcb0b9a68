//===- Fingerprints.h - Recognising a finding in another run ---*- C++ -*-===//
//
// `cppwarden/v1`: the same fault keeps its fingerprint when lines above it come
// and go and when its code is reformatted. Used by SARIF, JSON lines and the
// formats that need an identity.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_FINGERPRINTS_H
#define CPPWARDEN_REPORT_FINGERPRINTS_H

#include "report/Redaction.h"

namespace cppwarden::report {

/// The tokens of the marked source (of its statement, where only a place is
/// marked), one space between them, secrets masked; without source, the
/// message.
std::string normalisedCode(const Finding &Finding, SourceProvider &Sources,
                           const Redactor &Redact);

/// What stays of a finding when its file is renamed as well: rule, enclosing
/// function and tokens, neither file nor occurrence. For the baseline, which
/// tells equal ones apart by their number.
std::string movableFingerprint(const Finding &Finding, SourceProvider &Sources,
                               const Redactor &Redact);

/// One fingerprint, 32 hexadecimal digits, for each finding of a normalised
/// report.
std::vector<std::string> contentFingerprints(const Report &Report,
                                             SourceProvider &Sources,
                                             const Redactor &Redact);

} // namespace cppwarden::report

#endif
