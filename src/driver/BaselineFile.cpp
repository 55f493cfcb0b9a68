#include "driver/BaselineFile.h"
#include "support/Paths.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

namespace cppwarden::driver {

std::string baselineFile(const Settings &Config, llvm::StringRef Given,
                         llvm::StringRef Root,
                         llvm::StringRef WorkingDirectory) {
  if (!Given.empty())
    return absolutePath(Given, WorkingDirectory);
  if (!Config.Values.Baseline.empty())
    return Config.Values.Baseline;
  return absolutePath(report::DefaultBaselineFile, Root);
}

llvm::Expected<report::Baseline> loadBaseline(llvm::StringRef File) {
  llvm::sys::fs::file_status Status;
  std::error_code Error = llvm::sys::fs::status(File, Status);
  if (!Error && !llvm::sys::fs::is_regular_file(Status))
    Error = std::make_error_code(std::errc::invalid_argument);
  if (!Error) {
    auto Buffer = llvm::MemoryBuffer::getFile(File);
    if (Buffer)
      return report::readBaseline(
          llvm::MemoryBufferRef((*Buffer)->getBuffer(), File));
    Error = Buffer.getError();
  }
  if (Error == std::errc::no_such_file_or_directory)
    return llvm::createStringError(
        "no baseline '" + File +
        "'; `cppwarden baseline create` records what is there now");
  return llvm::createStringError("cannot read the baseline '" + File +
                                 "': " + Error.message());
}

llvm::Error saveBaseline(llvm::StringRef File, const report::Baseline &Value) {
  llvm::Error Failed = llvm::writeToOutput(File, [&](llvm::raw_ostream &Out) {
    Out << report::writeBaseline(Value);
    return llvm::Error::success();
  });
  if (Failed)
    return llvm::createStringError("cannot write the baseline '" + File +
                                   "': " + llvm::toString(std::move(Failed)));
  return llvm::Error::success();
}

report::BaselineMatch compareWithBaseline(const report::Baseline &Old,
                                          CheckResult &Result,
                                          report::SourceProvider &Sources) {
  report::Report &Report = Result.Report;
  report::BaselineMatch Match = report::applyBaseline(Old, Report, Sources);
  report::BaselineSummary &Summary = Report.Baseline.emplace();
  Summary.Known = unsigned(Match.Matched.size());
  if (Result.SawWholeProgram)
    for (const report::BaselineEntry &Entry : Match.Unmatched)
      if (Report.rule(Entry.Rule))
        Summary.Gone.push_back(Entry);
  return Match;
}

BaselineChange revisedBaseline(const report::Baseline &Old, CheckResult &Result,
                               report::SourceProvider &Sources, bool WithNew) {
  report::BaselineMatch Match = compareWithBaseline(Old, Result, Sources);
  const std::vector<report::BaselineEntry> &Gone = Result.Report.Baseline->Gone;
  BaselineChange Change;
  Change.Removed = Gone.size();
  Change.Value.Entries = std::move(Match.Matched);
  std::multiset<report::BaselineEntry> Going(Gone.begin(), Gone.end());
  for (report::BaselineEntry &Entry : Match.Unmatched)
    if (auto It = Going.find(Entry); It != Going.end())
      Going.erase(It);
    else
      Change.Value.Entries.push_back(std::move(Entry));
  if (WithNew) {
    Change.Added = Match.New.size();
    Change.Value.Entries.insert(Change.Value.Entries.end(), Match.New.begin(),
                                Match.New.end());
  }
  return Change;
}

} // namespace cppwarden::driver
