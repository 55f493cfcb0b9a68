#include "report/FormatRegistry.h"
#include "report/Reporters.h"
#include <algorithm>

namespace cppwarden::report {

static constexpr Format Formats[] = {
    {"text", "for reading: excerpts, flow steps, hints, a summary", writeText},
    {"sarif", "SARIF 2.1.0, for code scanning and editors", writeSarif},
    {"jsonl", "one JSON object a finding, then a summary", writeJsonLines},
};

llvm::ArrayRef<Format> formats() { return Formats; }

const Format *findFormat(llvm::StringRef Name) {
  auto It = std::find_if(std::begin(Formats), std::end(Formats),
                         [&](const Format &F) { return F.Name == Name; });
  return It == std::end(Formats) ? nullptr : It;
}

} // namespace cppwarden::report
