//===- OutputWriter.h - Reports to files and streams -----------*- C++ -*-===//
//
// Writes a report in every format that was asked for. What cannot be written is
// told and does not stop the others; when nothing at all could be shown, the
// text goes to standard output, so that no finding is lost.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_CLI_OUTPUTWRITER_H
#define CPPWARDEN_CLI_OUTPUTWRITER_H

#include "cli/CommandLine.h"
#include "report/Report.h"
#include "report/SourceProvider.h"

namespace cppwarden::cli {

/// Colours on standard output?
bool wantsColour(ColourWhen When);

/// False when an output could not be written; a line on standard error says
/// why.
bool writeOutputs(const std::vector<OutputSpec> &Outputs,
                  const report::Report &Report, report::SourceProvider &Sources,
                  const report::WriteOptions &Options);

/// Flushes standard output; an error becomes a line on standard error.
bool flushStandardOutput();

} // namespace cppwarden::cli

#endif
