// A baseline, as merges and hands leave it.
#include "report/Baseline.h"
#include "FuzzTarget.h"

using namespace cppwarden;
using namespace cppwarden::report;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *Data,
                                      std::size_t Size) {
  std::string Text(reinterpret_cast<const char *>(Data), Size);
  auto Read = readBaseline({Text, "/p/baseline.json"});
  if (!Read) {
    std::string Message = llvm::toString(Read.takeError());
    fuzz::promise(llvm::StringRef(Message).starts_with("/p/baseline.json") &&
                      !llvm::StringRef(Message).contains('\n'),
                  "an error is one line that names the file");
    fuzz::refuse(std::move(Message));
    return 0;
  }
  fuzz::accept();
  std::string Written = writeBaseline(*Read);
  auto Again = readBaseline({Written, "again"});
  fuzz::promise(bool(Again), "what is written is read");
  fuzz::promise(writeBaseline(*Again) == Written, "and written the same");
  return 0;
}

std::vector<std::string> cppwarden::fuzz::seedInputs() {
  return filesOf("tests/fuzz/seeds/Baseline");
}
