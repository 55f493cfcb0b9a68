#include "cli/RuleListing.h"
#include "report/Report.h"
#include "report/RuleDocumentation.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include <map>
#include <nlohmann/json.hpp>

namespace cppwarden::cli {
void printRules(const std::vector<RuleDescriptor> &Rules,
                llvm::raw_ostream &Out) {
  std::map<std::string, std::vector<const RuleDescriptor *>> Groups;
  std::size_t Width = 0;
  for (const RuleDescriptor &Rule : Rules) {
    Groups[Rule.Group].push_back(&Rule);
    Width = std::max(Width, Rule.Id.size());
  }
  bool First = true;
  for (const auto &[Group, Members] : Groups) {
    if (!std::exchange(First, false))
      Out << '\n';
    Out << Group << '\n';
    for (const RuleDescriptor *Rule : Members)
      Out << "  " << llvm::left_justify(Rule->Id, unsigned(Width)) << "  "
          << llvm::left_justify(report::severityName(Rule->Level), 7) << "  "
          << llvm::left_justify(report::packName(Rule->InPack), 7) << "  "
          << Rule->Title
          << (Rule->Cwes.empty() ? "" : " (" + report::cweList(*Rule) + ")")
          << '\n';
  }
}

void printRulesJson(const std::vector<RuleDescriptor> &Rules,
                    llvm::raw_ostream &Out) {
  nlohmann::ordered_json Array = nlohmann::ordered_json::array();
  for (const RuleDescriptor &Rule : Rules)
    Array.push_back({{"id", Rule.Id},
                     {"group", Rule.Group},
                     {"title", Rule.Title},
                     {"severity", report::severityName(Rule.Level)},
                     {"securitySeverity", Rule.SecuritySeverity},
                     {"precision", report::precisionName(Rule.HowPrecise)},
                     {"pack", report::packName(Rule.InPack)},
                     {"form", report::formName(Rule.Form)},
                     {"cwe", Rule.Cwes},
                     {"summary", Rule.Summary},
                     {"rationale", Rule.Rationale},
                     {"remedy", Rule.Remedy},
                     {"bad", Rule.Bad.Code},
                     {"good", Rule.Good.Code},
                     {"references", Rule.References}});
  Out << Array.dump(2, ' ', false, nlohmann::json::error_handler_t::replace)
      << '\n';
}

} // namespace cppwarden::cli
