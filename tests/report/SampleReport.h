// A report with one of everything, for the tests of the writers.
#ifndef CPPWARDEN_TESTS_REPORT_SAMPLEREPORT_H
#define CPPWARDEN_TESTS_REPORT_SAMPLEREPORT_H

#include "report/FormatRegistry.h"
#include "report/Report.h"
#include "report/SourceProvider.h"

namespace cppwarden::report::testing {

/// Synthetic: made up for these tests, valid nowhere.
inline constexpr const char *LongSecret = "qV7rT2mZ9xLw4KpB";
inline constexpr const char *ShortSecret = "hunter2";

RuleDescriptor sqlRule();
RuleDescriptor credentialRule();
/// The range of Needle on a line of Text.
SourceRange rangeOf(const std::string &File, const std::string &Text,
                    std::uint32_t Line, const std::string &Needle);

struct Sample {
  Report Value;
  BufferSources Sources;
};
/// A flow over two files, a literal, a suppressed finding, units with problems.
Sample sampleReport();
Sample emptyReport();
/// Texts that try to leave every place they are written to, in file names,
/// messages, steps, hints, functions, reasons and source lines.
Sample hostileReport();

std::string written(llvm::StringRef Format, Sample &Sample,
                    const WriteOptions &Options = {});

} // namespace cppwarden::report::testing

#endif
