// Flow rules, and what the solver is asked for one.
#include "FuzzTarget.h"
#include "analysis/ModelReader.h"
#include "rules/FlowRuleReader.h"
#include "support/Resources.h"

using namespace cppwarden;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *Data,
                                      std::size_t Size) {
  static const analysis::ModelSet Kinds = [] {
    analysis::ModelSet Models;
    Resource File = resource("rules", "rules/kinds.yaml");
    llvm::cantFail(analysis::readKinds({File.Contents, File.Name}, Models));
    // Rules name kinds that models declare.
    for (const Resource &R : resources("rules"))
      if (R.Name.starts_with("rules/models/"))
        llvm::cantFail(analysis::readModels({R.Contents, R.Name}, Models));
    Models.index();
    return Models;
  }();
  std::string Text(reinterpret_cast<const char *>(Data), Size);
  // A rule's file is named by its id.
  llvm::StringRef First = llvm::StringRef(Text).split('\n').first;
  std::string File = First.consume_front("id: ") && !First.empty()
                         ? "/p/" + First.str() + ".yaml"
                         : "/p/rule.yaml";
  auto Rule = rules::readFlowRule({Text, File}, &Kinds);
  if (!Rule) {
    std::string Message = llvm::toString(Rule.takeError());
    fuzz::promise(llvm::StringRef(Message).starts_with(File + ":"),
                  "an error names its place");
    fuzz::refuse(std::move(Message));
    return 0;
  }
  fuzz::accept();
  fuzz::promise(!Rule->Descriptor.Id.empty(), "a rule has an id");
  return 0;
}

std::vector<std::string> cppwarden::fuzz::seedInputs() {
  return filesOf("rules/flows");
}
