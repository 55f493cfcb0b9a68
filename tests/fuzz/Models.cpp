// Model files, and kinds declared in them.
#include "FuzzTarget.h"
#include "analysis/ModelReader.h"
#include "support/Resources.h"

using namespace cppwarden;
using namespace cppwarden::analysis;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *Data,
                                      std::size_t Size) {
  static const ModelSet Kinds = [] {
    ModelSet Models;
    Resource File = resource("rules", "rules/kinds.yaml");
    llvm::cantFail(readKinds({File.Contents, File.Name}, Models));
    return Models;
  }();
  std::string Text(reinterpret_cast<const char *>(Data), Size);
  ModelSet Models = Kinds;
  if (llvm::Error Failed = readModels({Text, "/p/a.yaml"}, Models)) {
    std::string Message = llvm::toString(std::move(Failed));
    fuzz::promise(llvm::StringRef(Message).starts_with("/p/a.yaml:"),
                  "an error names its place");
    fuzz::refuse(std::move(Message));
    fuzz::promise(Models.Functions.size() == Kinds.Functions.size() &&
                      Models.Types.size() == Kinds.Types.size(),
                  "a broken file adds nothing");
    return 0;
  }
  fuzz::accept();
  Models.index();
  return 0;
}

std::vector<std::string> cppwarden::fuzz::seedInputs() {
  std::vector<std::string> Seeds = filesOf("tests/fuzz/seeds/Models");
  for (std::string &Model : filesOf("rules/models"))
    Seeds.push_back(std::move(Model));
  return Seeds;
}
