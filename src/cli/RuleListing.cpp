#include "cli/RuleListing.h"
#include "report/Report.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include <map>
#include <nlohmann/json.hpp>

namespace cppwarden::cli {
namespace {

const char *name(Pack P) { return P == Pack::Audit ? "audit" : "default"; }
const char *name(Precision P) {
  switch (P) {
  case Precision::Low:
    return "low";
  case Precision::Medium:
    return "medium";
  case Precision::High:
    return "high";
  case Precision::VeryHigh:
    break;
  }
  return "very-high";
}
const char *name(RuleForm F) {
  switch (F) {
  case RuleForm::Flow:
    return "flow";
  case RuleForm::Structural:
    return "structural";
  case RuleForm::Project:
    break;
  }
  return "project";
}

std::string cwes(const RuleDescriptor &Rule) {
  std::vector<std::string> Texts;
  for (unsigned Cwe : Rule.Cwes)
    Texts.push_back("CWE-" + std::to_string(Cwe));
  return llvm::join(Texts, ", ");
}

void printSection(llvm::raw_ostream &Out, llvm::StringRef Title,
                  llvm::StringRef Text) {
  if (Text.trim().empty())
    return;
  Out << "\n## " << Title << "\n\n" << Text.trim() << '\n';
}

void printExample(llvm::raw_ostream &Out, llvm::StringRef Title,
                  const RuleExample &Example) {
  if (llvm::StringRef(Example.Code).trim().empty())
    return;
  Out << "\n## " << Title << "\n\n```cpp\n"
      << llvm::StringRef(Example.Code).rtrim() << "\n```\n";
}

} // namespace

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
          << llvm::left_justify(name(Rule->InPack), 7) << "  " << Rule->Title
          << (Rule->Cwes.empty() ? "" : " (" + cwes(*Rule) + ")") << '\n';
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
                     {"precision", name(Rule.HowPrecise)},
                     {"pack", name(Rule.InPack)},
                     {"form", name(Rule.Form)},
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

void printRule(const RuleDescriptor &Rule, llvm::raw_ostream &Out) {
  Out << "# " << Rule.Id << ": " << Rule.Title << "\n\n";
  Out << report::severityName(Rule.Level) << ", " << name(Rule.InPack)
      << " pack, precision " << name(Rule.HowPrecise) << ", group "
      << Rule.Group;
  if (!Rule.Cwes.empty())
    Out << ", " << cwes(Rule);
  Out << '\n';
  printSection(Out, "What it finds", Rule.Summary);
  printSection(Out, "Why it is bad", Rule.Rationale);
  printExample(Out, "Bad", Rule.Bad);
  printSection(Out, "What to do instead", Rule.Remedy);
  printExample(Out, "Good", Rule.Good);
  if (!Rule.References.empty()) {
    Out << "\n## References\n\n";
    for (const std::string &Url : Rule.References)
      Out << "- " << Url << '\n';
  }
  Out << "\nSilence one finding with `// cppwarden-ignore[" << Rule.Id
      << "]: reason`, the rule with `ignore: [" << Rule.Id
      << "]` in .cppwarden.yaml.\n";
}

} // namespace cppwarden::cli
