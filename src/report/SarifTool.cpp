#include "report/SarifTool.h"
#include "report/CweTaxonomy.h"
#include "report/RuleDocumentation.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace cppwarden::report {

Json sarifMessage(llvm::StringRef Text) {
  Json Result;
  Result["text"] = Text.str();
  return Result;
}

std::string asSentence(llvm::StringRef Text) {
  Text = Text.trim();
  std::string Result = Text.str();
  if (!Text.empty() && !Text.ends_with(".") && !Text.ends_with("!") &&
      !Text.ends_with("?"))
    Result += '.';
  if (!Result.empty())
    Result[0] = llvm::toUpper(Result[0]);
  return Result;
}

/// "sql-injection" → "SqlInjection".
static std::string pascalCase(llvm::StringRef Id) {
  std::string Result;
  bool Upper = true;
  for (char C : Id) {
    if (!llvm::isAlnum(C)) {
      Upper = true;
      continue;
    }
    Result += Upper ? llvm::toUpper(C) : C;
    Upper = false;
  }
  return Result;
}

/// Markdown to plain text as far as our documentation needs it: code spans and
/// emphasis lose their marks.
static std::string plainText(llvm::StringRef Markdown) {
  std::string Result;
  for (std::size_t I = 0; I < Markdown.size(); ++I) {
    if (Markdown[I] == '`')
      continue;
    if (Markdown.substr(I).starts_with("**")) {
      ++I;
      continue;
    }
    Result += Markdown[I];
  }
  return llvm::StringRef(Result).trim().str();
}

static std::string helpMarkdown(const RuleDescriptor &Rule) {
  std::string Text;
  auto Section = [&](llvm::StringRef Heading, llvm::StringRef Body) {
    if (Body.trim().empty())
      return;
    if (!Text.empty())
      Text += "\n\n";
    if (!Heading.empty())
      Text += ("## " + Heading + "\n\n").str();
    Text += Body.trim();
  };
  auto Example = [&](llvm::StringRef Heading, const RuleExample &Code) {
    if (!Code.Code.empty())
      Section(Heading,
              "```cpp\n" + llvm::StringRef(Code.Code).rtrim().str() + "\n```");
  };
  Section("", Rule.Summary);
  Section("Why it is bad", Rule.Rationale);
  Section("What to do instead", Rule.Remedy);
  Example("Bad", Rule.Bad);
  Example("Good", Rule.Good);
  std::string Links;
  for (unsigned Cwe : Rule.Cwes) {
    llvm::StringRef Title = cweTitle(Cwe);
    Links += fmt::format("- [CWE-{}{}]({})\n", Cwe,
                         Title.empty() ? "" : ": " + Title.str(), cweUrl(Cwe));
  }
  for (const std::string &Url : Rule.References)
    Links += fmt::format("- <{}>\n", Url);
  Section("References", Links);
  return Text;
}

static std::string helpText(const RuleDescriptor &Rule) {
  std::string Text = plainText(Rule.Summary);
  for (const std::string *Part : {&Rule.Rationale, &Rule.Remedy})
    if (!Part->empty())
      Text += (Text.empty() ? "" : "\n\n") + plainText(*Part);
  return Text.empty() ? asSentence(Rule.Title) : Text;
}

namespace {
struct NotificationText {
  const char *Id;
  const char *Short;
  const char *Help;
};
} // namespace

// In the order of SarifTool::Notification.
static constexpr NotificationText Notifications[] = {
    {"unit-failed", "A translation unit could not be analysed.",
     "It crashed, took too long, needed too much memory, or was not found. "
     "Findings in it, and findings that need it, are missing. `cppwarden "
     "doctor` shows the first error of each unit."},
    {"unit-incomplete", "A translation unit did not parse cleanly.",
     "What parsed was analysed; findings behind the errors may be missing. "
     "Often a header is not found because the project was not built or "
     "configured first. `cppwarden doctor` shows the first error of each "
     "unit."},
    {"nothing-analysed", "There was no translation unit to analyse.",
     "The compile database is empty, or no file matched. Name the build folder "
     "with `-p`."},
    {"results-left-out", "Some results are not in this file.",
     "GitHub takes no more. Results of lower severity were left out first; "
     "`--sarif-profile full` and the other formats have all of them."},
};

Json SarifTool::notification(Notification Which) {
  Json Reference;
  Reference["id"] = Notifications[Which].Id;
  Reference["index"] = static_cast<unsigned>(Which);
  return Reference;
}

SarifTool::SarifTool(const Report &Report) : Whole(Report) {
  std::set<unsigned> Numbers;
  for (const RuleDescriptor &Rule : Report.Rules)
    Numbers.insert(Rule.Cwes.begin(), Rule.Cwes.end());
  Cwes.assign(Numbers.begin(), Numbers.end());
}

Json SarifTool::rule(const RuleDescriptor &Rule) const {
  Json Result;
  Result["id"] = Rule.Id;
  Result["name"] = pascalCase(Rule.Id);
  Result["shortDescription"] = sarifMessage(asSentence(Rule.Title));
  std::string Full = plainText(Rule.Summary);
  Result["fullDescription"] =
      sarifMessage(asSentence(Full.empty() ? Rule.Title : Full));
  Json Help = sarifMessage(helpText(Rule));
  std::string Markdown = helpMarkdown(Rule);
  if (!Markdown.empty())
    Help["markdown"] = std::move(Markdown);
  Result["help"] = std::move(Help);
  if (std::string Url = documentationUrl(Rule); !Url.empty())
    Result["helpUri"] = std::move(Url);
  Result["defaultConfiguration"]["level"] = severityName(Rule.Level);
  Json Relationships = Json::array();
  Json Tags = Json::array({"security"});
  for (std::size_t I = 0; I < Rule.Cwes.size(); ++I) {
    auto Index =
        std::lower_bound(Cwes.begin(), Cwes.end(), Rule.Cwes[I]) - Cwes.begin();
    Json Target;
    Target["id"] = std::to_string(Rule.Cwes[I]);
    Target["index"] = Index;
    Target["toolComponent"]["name"] = "CWE";
    Target["toolComponent"]["index"] = 0;
    Json Relationship;
    Relationship["target"] = std::move(Target);
    // The rule finds a part of what the first number covers.
    Relationship["kinds"] = Json::array({I == 0 ? "superset" : "relevant"});
    Relationships.push_back(std::move(Relationship));
    Tags.push_back(fmt::format("external/cwe/cwe-{:03}", Rule.Cwes[I]));
  }
  if (!Relationships.empty())
    Result["relationships"] = std::move(Relationships);
  if (!Rule.Group.empty())
    Tags.push_back(Rule.Group);
  Json Properties;
  Properties["tags"] = std::move(Tags);
  Properties["precision"] = precisionName(Rule.HowPrecise);
  Properties["security-severity"] =
      fmt::format("{:.1f}", Rule.SecuritySeverity);
  Result["properties"] = std::move(Properties);
  return Result;
}

Json SarifTool::driver() const {
  Json Driver;
  Driver["name"] = "cppwarden";
  Driver["fullName"] = "cppwarden, a security linter for C++";
  if (!Whole.ToolVersion.empty()) {
    Driver["version"] = Whole.ToolVersion;
    Driver["semanticVersion"] = Whole.ToolVersion;
  }
  Driver["shortDescription"] =
      sarifMessage("A security linter for C++ that follows "
                   "data through the whole program.");
  Json Rules = Json::array();
  for (const RuleDescriptor &Rule : Whole.Rules)
    Rules.push_back(rule(Rule));
  Driver["rules"] = std::move(Rules);
  Json Descriptors = Json::array();
  for (const NotificationText &Text : Notifications) {
    Json Descriptor;
    Descriptor["id"] = Text.Id;
    Descriptor["name"] = pascalCase(Text.Id);
    Descriptor["shortDescription"] = sarifMessage(Text.Short);
    Descriptor["fullDescription"] =
        sarifMessage(std::string(Text.Short) + " " + plainText(Text.Help));
    Descriptor["help"] = sarifMessage(plainText(Text.Help));
    Descriptor["help"]["markdown"] = Text.Help;
    Descriptors.push_back(std::move(Descriptor));
  }
  Driver["notifications"] = std::move(Descriptors);
  if (!Cwes.empty()) {
    Json Taxonomy;
    Taxonomy["name"] = "CWE";
    Taxonomy["index"] = 0;
    Driver["supportedTaxonomies"] = Json::array({std::move(Taxonomy)});
  }
  return Driver;
}

Json SarifTool::taxonomies() const {
  if (Cwes.empty())
    return Json::array();
  Json Cwe;
  Cwe["name"] = "CWE";
  Cwe["organization"] = "MITRE";
  Cwe["informationUri"] = "https://cwe.mitre.org/";
  Cwe["shortDescription"] =
      sarifMessage("The MITRE Common Weakness Enumeration.");
  Cwe["isComprehensive"] = false;
  Json Taxa = Json::array();
  for (unsigned Number : Cwes) {
    Json Taxon;
    Taxon["id"] = std::to_string(Number);
    llvm::StringRef Title = cweTitle(Number);
    Taxon["shortDescription"] = sarifMessage(asSentence(
        Title.empty() ? "CWE-" + std::to_string(Number) : Title.str()));
    Taxon["helpUri"] = cweUrl(Number);
    Taxa.push_back(std::move(Taxon));
  }
  Cwe["taxa"] = std::move(Taxa);
  return Json::array({std::move(Cwe)});
}

} // namespace cppwarden::report
