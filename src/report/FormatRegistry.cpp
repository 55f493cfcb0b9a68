#include "report/FormatRegistry.h"
#include "report/Reporters.h"
#include <algorithm>

namespace cppwarden::report {

static constexpr Format Formats[] = {
    {"text", "for reading: excerpts, flow steps, hints, a summary", writeText},
    {"sarif", "SARIF 2.1.0, for code scanning and editors", writeSarif},
    {"jsonl", "one JSON object a finding, then a summary", writeJsonLines},
    {"html", "one page for people: filters, flows over the source", writeHtml},
    {"github", "annotations of a GitHub Actions step", writeGithub},
    {"gitlab-sast", "GitLab security report", writeGitlabSast},
    {"gitlab-codequality", "GitLab Code Quality report",
     writeGitlabCodeQuality},
    {"checkstyle", "Checkstyle XML", writeCheckstyle},
    {"junit", "JUnit XML: a test a finding", writeJunit},
    {"csv", "a table for spreadsheets", writeCsv},
};

llvm::ArrayRef<Format> formats() { return Formats; }

const Format *findFormat(llvm::StringRef Name) {
  auto It = std::find_if(std::begin(Formats), std::end(Formats),
                         [&](const Format &F) { return F.Name == Name; });
  return It == std::end(Formats) ? nullptr : It;
}

} // namespace cppwarden::report
