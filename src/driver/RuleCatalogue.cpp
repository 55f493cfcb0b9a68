#include "driver/RuleCatalogue.h"
#include "report/Suppressions.h"
#include "rules/RuleSet.h"
#include "support/Glob.h"
#include "support/Yaml.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

namespace cppwarden::driver {

llvm::Expected<RuleCatalogue> RuleCatalogue::load() {
  auto Rules = rules::RuleSet::allDescriptors();
  if (!Rules)
    return Rules.takeError();
  llvm::append_range(*Rules, report::suppressionRules());
  return RuleCatalogue(std::move(*Rules));
}

RuleCatalogue::RuleCatalogue(std::vector<RuleDescriptor> Given)
    : Rules(std::move(Given)) {
  llvm::sort(Rules, [](const RuleDescriptor &A, const RuleDescriptor &B) {
    return A.Id < B.Id;
  });
}

const RuleDescriptor *RuleCatalogue::find(llvm::StringRef Id) const {
  auto It = llvm::lower_bound(
      Rules, Id, [](const RuleDescriptor &R, llvm::StringRef Wanted) {
        return R.Id < Wanted;
      });
  return It != Rules.end() && It->Id == Id ? &*It : nullptr;
}

llvm::Expected<std::vector<std::string>>
RuleCatalogue::expand(llvm::StringRef Selector) const {
  std::vector<std::string> Ids;
  auto Collect = [&](auto Wanted) {
    for (const RuleDescriptor &R : Rules)
      if (Wanted(R))
        Ids.push_back(R.Id);
    return Ids;
  };
  if (const RuleDescriptor *Rule = find(Selector))
    return std::vector<std::string>{Rule->Id};
  if (Selector == "all")
    return Collect([](const RuleDescriptor &) { return true; });
  if (Selector == "default" || Selector == "audit") {
    Pack Wanted = Selector == "audit" ? Pack::Audit : Pack::Default;
    return Collect([&](const RuleDescriptor &R) { return R.InPack == Wanted; });
  }
  unsigned Cwe = 0;
  if (Selector.size() > 4 &&
      Selector.take_front(4).equals_insensitive("cwe-") &&
      !Selector.drop_front(4).getAsInteger(10, Cwe)) {
    if (Collect([&](const RuleDescriptor &R) {
          return llvm::is_contained(R.Cwes, Cwe);
        }).empty())
      return llvm::createStringError("no rule covers " + Selector.upper());
    return Ids;
  }
  if (isGlob(Selector)) {
    auto Glob = NameGlob::compile(Selector);
    if (!Glob)
      return Glob.takeError();
    if (Collect([&](const RuleDescriptor &R) {
          return Glob->matches(R.Id);
        }).empty())
      return llvm::createStringError("no rule matches '" + Selector + "'");
    return Ids;
  }
  if (!Collect([&](const RuleDescriptor &R) {
         return R.Group == Selector;
       }).empty())
    return Ids;

  std::set<llvm::StringRef> Known = {"all", "default", "audit"};
  for (const RuleDescriptor &R : Rules) {
    Known.insert(R.Id);
    Known.insert(R.Group);
  }
  std::vector<llvm::StringRef> Candidates(Known.begin(), Known.end());
  std::string Message = ("unknown rule '" + Selector + "'").str();
  if (auto Near = nearestSpelling(Selector, Candidates))
    Message += ("; did you mean '" + *Near + "'?").str();
  else
    Message += "; `cppwarden rules` lists them";
  return llvm::createStringError(Message);
}

} // namespace cppwarden::driver
