#include "report/RuleDocumentation.h"
#include "report/CweTaxonomy.h"
#include "report/Report.h"
#include "llvm/ADT/StringExtras.h"

namespace cppwarden::report {
namespace {

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

const char *packName(Pack P) { return P == Pack::Audit ? "audit" : "default"; }
const char *precisionName(Precision P) {
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
const char *formName(RuleForm F) {
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

std::string cweList(const RuleDescriptor &Rule) {
  std::vector<std::string> Texts;
  for (unsigned Cwe : Rule.Cwes)
    Texts.push_back("CWE-" + std::to_string(Cwe));
  return llvm::join(Texts, ", ");
}

std::string documentationUrl(const RuleDescriptor &Rule) {
  if (!Rule.References.empty())
    return Rule.References.front();
  return Rule.Cwes.empty() ? "" : cweUrl(Rule.Cwes.front());
}

void printRule(const RuleDescriptor &Rule, llvm::raw_ostream &Out) {
  Out << "# " << Rule.Id << ": " << Rule.Title << "\n\n";
  Out << severityName(Rule.Level) << ", " << packName(Rule.InPack)
      << " pack, precision " << precisionName(Rule.HowPrecise) << ", group "
      << Rule.Group;
  if (!Rule.Cwes.empty())
    Out << ", " << cweList(Rule);
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

} // namespace cppwarden::report
