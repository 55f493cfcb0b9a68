//===- FormatRegistry.h - The output formats by name -----------*- C++ -*-===//
//
// The command line asks it for `--format` and `--output NAME:FILE`. A new
// format is one function of type ReportWriter in a file of its own and one
// line in FormatRegistry.cpp.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_FORMATREGISTRY_H
#define CPPWARDEN_REPORT_FORMATREGISTRY_H

#include "report/Report.h"
#include "report/SourceProvider.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

namespace cppwarden::report {

/// For whom SARIF is written.
enum class SarifProfile : std::uint8_t {
  Full,  ///< everything
  GitHub ///< what code scanning accepts and shows
};

/// How to write, as far as it does not follow from the report.
struct WriteOptions {
  bool Colour = false;         ///< text: escape sequences of a terminal
  unsigned Width = 100;        ///< text: columns that excerpts may take
  bool ShowSuppressed = false; ///< text: suppressed findings too
  SarifProfile Sarif = SarifProfile::Full;
  /// junit: from which severity on a finding is a failed test; none: never.
  std::optional<Severity> FailFrom = Severity::Warning;
};

/// Writes a normalised report. Equal arguments give equal bytes. Secrets of the
/// findings never appear.
using ReportWriter = void (*)(const Report &Report, SourceProvider &Sources,
                              const WriteOptions &Options,
                              llvm::raw_ostream &Out);

struct Format {
  llvm::StringRef Name;
  llvm::StringRef Summary; ///< for --help
  ReportWriter Write;
};

/// In the order of --help.
llvm::ArrayRef<Format> formats();
/// Null when there is none of that name.
const Format *findFormat(llvm::StringRef Name);

} // namespace cppwarden::report

#endif
