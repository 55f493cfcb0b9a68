//===- HtmlReporter.cpp - A page for people --------------------*- C++ -*-===//
//
// One file that loads nothing: style and script (src/report/html) are written
// into it, and a content security policy allows these two by their hashes and
// nothing else. So text of the sources that slipped through the escaping could
// still not run, nor reach a network. There are no style attributes and no
// event attributes for the same reason.
//
// The page is complete as it stands, for readers and printers without script;
// the script adds filters, search and the choice of colours. No date is in it:
// equal reports give equal bytes.
//
//===----------------------------------------------------------------------===//
#include "report/Counted.h"
#include "report/CweTaxonomy.h"
#include "report/Fingerprints.h"
#include "report/HtmlSource.h"
#include "report/HtmlText.h"
#include "report/Reporters.h"
#include "support/Resources.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Base64.h"
#include "llvm/Support/SHA256.h"
#include <fmt/format.h>

namespace cppwarden::report {

namespace {

struct RuleCounts {
  unsigned Of[3] = {}; ///< by Severity
  unsigned Silent = 0; ///< suppressed, or in the baseline
  void add(const ReportedFinding &F) {
    ++(!F.isActive() ? Silent : Of[static_cast<unsigned>(F.Value.Level)]);
  }
};

class HtmlWriter {
public:
  HtmlWriter(const Report &Report, SourceProvider &Sources,
             llvm::raw_ostream &Out);
  void write();

private:
  void head();
  void overview();
  void problems();
  void guidelines();
  void toolbar();
  void findings();
  void finding(const ReportedFinding &Reported, const std::string &Fingerprint);
  void about();
  void aboutRule(const RuleDescriptor &Rule);

  const Report &Whole;
  Redactor Redact;
  HtmlSource Drawing;
  std::vector<std::string> Fingerprints;
  llvm::raw_ostream &Out;
  std::map<std::string, RuleCounts> ByRule;
  /// Group, then rule ids: of the rules that found something.
  std::map<std::string, std::vector<std::string>> Groups;
};

} // namespace

static std::string groupOf(const RuleDescriptor *Rule) {
  return Rule && !Rule->Group.empty() ? Rule->Group : "other";
}

HtmlWriter::HtmlWriter(const Report &Report, SourceProvider &Sources,
                       llvm::raw_ostream &Out)
    : Whole(Report), Redact(Report, Sources), Drawing(Sources, Redact),
      Fingerprints(contentFingerprints(Report, Sources, Redact)), Out(Out) {
  for (const ReportedFinding &F : Whole.Findings)
    ByRule[F.Value.RuleId].add(F);
  for (const auto &[Id, Counts] : ByRule) {
    Groups[groupOf(Whole.rule(Id))].push_back(Id);
  }
}

/// "input-validation" → "Input validation".
static std::string groupTitle(llvm::StringRef Group) {
  std::string Title = Group.str();
  std::replace(Title.begin(), Title.end(), '-', ' ');
  if (!Title.empty())
    Title[0] = llvm::toUpper(Title[0]);
  return Title;
}

/// A source expression of CSP for one inline element.
static std::string inlineHash(llvm::StringRef Contents) {
  auto Digest = llvm::SHA256::hash(llvm::arrayRefFromStringRef(Contents));
  return "'sha256-" + llvm::encodeBase64(Digest) + "'";
}

void HtmlWriter::head() {
  llvm::StringRef Style = resource("html", "html/report.css").Contents;
  llvm::StringRef Script = resource("html", "html/report.js").Contents;
  Out << "<!doctype html>\n<html lang=\"en\">\n<head>\n"
         "<meta charset=\"utf-8\">\n"
      << fmt::format("<meta http-equiv=\"Content-Security-Policy\" content=\""
                     "default-src 'none'; style-src {}; script-src {}; "
                     "base-uri 'none'; form-action 'none'\">\n",
                     inlineHash(Style), inlineHash(Script))
      << "<meta name=\"viewport\" content=\"width=device-width, "
         "initial-scale=1\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n"
      << fmt::format("<meta name=\"generator\" content=\"cppwarden {}\">\n",
                     htmlLine(Whole.ToolVersion))
      << fmt::format("<title>cppwarden: {}</title>\n",
                     counted(Whole.counts().active(), "finding"))
      << "<style>" << Style << "</style>\n</head>\n<body>\n"
      << "<header class=\"top\"><div><h1>cppwarden <span>security "
         "report</span></h1><button type=\"button\" id=\"theme\" "
         "class=\"needs-js\">Theme: auto</button></div></header>\n<main>\n";
}

void HtmlWriter::overview() {
  SeverityCounts Counts = Whole.counts();
  auto Tile = [&](const char *Class, unsigned Count, llvm::StringRef Label) {
    Out << fmt::format("<div class=\"tile {}{}\"><b>{}</b><span>{}</span>"
                       "</div>\n",
                       Class, Count == 0 ? " zero" : "", Count, Label.str());
  };
  Out << "<section class=\"tiles\" aria-label=\"Overview\">\n";
  Tile("error", Counts.Errors, Counts.Errors == 1 ? "error" : "errors");
  Tile("warning", Counts.Warnings,
       Counts.Warnings == 1 ? "warning" : "warnings");
  Tile("note", Counts.Notes, Counts.Notes == 1 ? "note" : "notes");
  Tile("silenced", Counts.Suppressed, "suppressed");
  if (Whole.Baseline)
    Tile("silenced", Counts.Known, "in the baseline");
  const Coverage &Units = Whole.Units;
  Out << fmt::format(
      "<div class=\"tile {}\"><b>{}/{}</b><span>units analysed in full</span>"
      "</div>\n",
      Units.isFull() ? "full" : "warning", Units.complete(), Units.Units);
  Out << "</section>\n";
}

void HtmlWriter::problems() {
  const std::vector<UnitProblem> &Problems = Whole.Units.Problems;
  if (Whole.Units.Units == 0)
    Out << "<p class=\"problems\">Nothing was analysed: this report says "
           "nothing about the program.</p>\n";
  if (Problems.empty())
    return;
  Out << fmt::format("<details class=\"problems\"><summary>{} not analysed in "
                     "full: findings may be missing</summary>\n<ul>\n",
                     counted(static_cast<unsigned>(Problems.size()), "unit"));
  for (const UnitProblem &P : Problems)
    Out << fmt::format(
        "<li><span class=\"path\">{}</span>: {}: {}</li>\n", htmlLine(P.File),
        P.State == UnitState::Failed ? "not analysed" : "incomplete",
        htmlLine(Redact.text(problemText(P))));
  Out << "</ul></details>\n";
}

static std::string countCell(unsigned Count) {
  return Count == 0 ? "<td class=\"count none\">–</td>"
                    : fmt::format("<td class=\"count\">{}</td>", Count);
}

static std::string countCells(const RuleCounts &Counts) {
  std::string Cells;
  for (Severity Level : {Severity::Error, Severity::Warning, Severity::Note})
    Cells += countCell(Counts.Of[static_cast<unsigned>(Level)]);
  return Cells + countCell(Counts.Silent);
}

static std::string cweLinks(const RuleDescriptor &Rule) {
  std::string Links;
  for (unsigned Cwe : Rule.Cwes)
    Links += fmt::format(
        "{}<a href=\"{}\" rel=\"noreferrer\" title=\"{}\">CWE-{}</a>",
        Links.empty() ? "" : ", ", htmlEscaped(cweUrl(Cwe)),
        htmlLine(cweTitle(Cwe)), Cwe);
  return Links;
}

void HtmlWriter::guidelines() {
  Out << "<section id=\"guidelines\"><h2>Guidelines</h2>\n";
  if (!Groups.empty()) {
    Out << "<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">"
           "Guideline</th><th scope=\"col\">Weakness</th>";
    for (const char *Column : {"Errors", "Warnings", "Notes", "Silenced"})
      Out << fmt::format("<th scope=\"col\" class=\"count\">{}</th>", Column);
    Out << "</tr></thead>\n";
  }
  for (const auto &[Group, Ids] : Groups) {
    RuleCounts Sum;
    for (const std::string &Id : Ids) {
      for (unsigned I = 0; I < 3; ++I)
        Sum.Of[I] += ByRule[Id].Of[I];
      Sum.Silent += ByRule[Id].Silent;
    }
    Out << fmt::format("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" "
                       "colspan=\"2\"><a href=\"#group={}\">{}</a></th>{}"
                       "</tr>\n",
                       htmlEscaped(Group), htmlLine(groupTitle(Group)),
                       countCells(Sum));
    for (const std::string &Id : Ids) {
      const RuleDescriptor *Rule = Whole.rule(Id);
      Out << fmt::format(
          "<tr class=\"rule\"><th scope=\"row\"><a href=\"#rule={}\">{}</a>"
          "<code>{}</code></th><td>{}</td>{}</tr>\n",
          htmlEscaped(Id), htmlLine(Rule ? Rule->Title : Id), htmlLine(Id),
          Rule ? cweLinks(*Rule) : "", countCells(ByRule[Id]));
    }
    Out << "</tbody>\n";
  }
  if (!Groups.empty())
    Out << "</table></div>\n";
  std::string Silent;
  unsigned Count = 0;
  for (const RuleDescriptor &Rule : Whole.Rules)
    if (!ByRule.count(Rule.Id)) {
      Silent += fmt::format("{}<code>{}</code>", Count ? ", " : "",
                            htmlLine(Rule.Id));
      ++Count;
    }
  if (Count > 0)
    Out << fmt::format("<p class=\"quiet\">{} found nothing: {}.</p>\n",
                       counted(Count, Groups.empty() ? "rule" : "more rule"),
                       Silent);
  Out << "</section>\n";
}

void HtmlWriter::toolbar() {
  SeverityCounts Counts = Whole.counts();
  Out << "<div class=\"toolbar needs-js\" role=\"search\">\n"
         "<input type=\"search\" id=\"q\" placeholder=\"Search text, file, "
         "function  ( / )\" aria-label=\"Search findings\" "
         "autocomplete=\"off\" spellcheck=\"false\">\n"
         "<span class=\"segments\" role=\"group\" aria-label=\"Severity\">";
  for (Severity Level : {Severity::Error, Severity::Warning, Severity::Note})
    Out << fmt::format("<button type=\"button\" value=\"{0}\" "
                       "aria-pressed=\"true\">{0}</button>",
                       severityName(Level));
  Out << "</span>\n<select id=\"rule\" aria-label=\"Guideline\">\n"
         "<option value=\"\">All guidelines</option>\n";
  for (const auto &[Group, Ids] : Groups) {
    Out << fmt::format("<optgroup label=\"{0}\"><option value=\"group:{1}\">"
                       "All of {2}</option>\n",
                       htmlLine(groupTitle(Group)), htmlEscaped(Group),
                       htmlLine(Group));
    for (const std::string &Id : Ids)
      Out << fmt::format("<option value=\"rule:{}\">{}</option>\n",
                         htmlEscaped(Id), htmlLine(Id));
    Out << "</optgroup>\n";
  }
  Out << fmt::format(
      "</select>\n<label{}><input type=\"checkbox\" id=\"silenced\"> "
      "silenced</label>\n"
      "<button type=\"button\" id=\"expand\">Expand all</button>\n"
      "<button type=\"button\" id=\"reset\">Reset</button>\n"
      "<span id=\"shown\" aria-live=\"polite\"></span>\n</div>\n",
      Counts.Suppressed + Counts.Known == 0 ? " hidden" : "");
}

void HtmlWriter::finding(const ReportedFinding &Reported,
                         const std::string &Fingerprint) {
  const Finding &F = Reported.Value;
  const RuleDescriptor *Rule = Whole.rule(F.RuleId);
  std::string Id = htmlEscaped(F.RuleId);
  const char *Level = severityName(F.Level);
  Out << fmt::format(
      "<details class=\"finding{}\" id=\"f-{}\" data-severity=\"{}\" "
      "data-rule=\"{}\" data-group=\"{}\"{}>\n",
      Reported.isActive() ? "" : " silenced", Fingerprint, Level, Id,
      htmlEscaped(groupOf(Rule)),
      Reported.isActive() ? "" : " data-silenced=\"1\"");
  std::string Place = F.Range.Line > 0 ? fmt::format("line {}", F.Range.Line)
                                       : std::string("whole file");
  if (!F.EnclosingFunction.empty())
    Place += " in <code>" + htmlLine(F.EnclosingFunction) + "</code>";
  if (F.Flow.size() > 1)
    Place += fmt::format(" · {} steps", F.Flow.size());
  Out << fmt::format("<summary><span class=\"badge {0}\">{0}</span><span "
                     "class=\"message\">{1}</span><span class=\"meta\">"
                     "<code>{2}</code> · {3}{4}</span></summary>\n"
                     "<div class=\"body\">\n",
                     Level, htmlMessage(Redact.text(F, F.Message)), Id, Place,
                     Reported.Suppression  ? " · suppressed"
                     : Reported.InBaseline ? " · in the baseline"
                                           : "");
  Out << Drawing.draw(F);
  if (!F.Hint.empty())
    Out << fmt::format("<p class=\"hint\"><strong>How to mend:</strong> "
                       "{}</p>\n",
                       htmlMessage(Redact.text(F, F.Hint)));
  for (const Fix &Way : F.Fixes) {
    Out << "<div class=\"fix\"><p><strong>"
        << (Way.Safety == FixSafety::Safe ? "Fix" : "Suggested fix")
        << ":</strong> " << htmlLine(Redact.text(F, Way.Description));
    if (!Way.Caution.empty())
      Out << ". " << htmlMessage(Redact.text(F, Way.Caution));
    Out << "</p>\n";
    for (const TextEdit &Edit : Way.Edits)
      Out << Drawing.drawEdit(Edit);
    Out << "</div>\n";
  }
  if (Reported.Suppression) {
    const AppliedSuppression &S = *Reported.Suppression;
    std::string Reason = S.Justification.empty()
                             ? "no reason given"
                             : htmlLine(Redact.text(F, S.Justification));
    Out << fmt::format("<p class=\"because\"><strong>Suppressed</strong> at "
                       "<span class=\"path\">{}:{}</span>: {}</p>\n",
                       htmlLine(S.Comment.File), S.Comment.Line, Reason);
  }
  Out << fmt::format("<p class=\"links\"><a href=\"#f-{}\">Link to this "
                     "finding</a>",
                     Fingerprint);
  if (Rule)
    Out << fmt::format(" · <a href=\"#about-{}\">About this rule</a> · {}", Id,
                       cweLinks(*Rule));
  Out << "</p>\n</div></details>\n";
}

void HtmlWriter::findings() {
  Out << "<section id=\"findings\"><h2>Findings</h2>\n";
  toolbar();
  const std::string *File = nullptr;
  for (std::size_t I = 0; I < Whole.Findings.size(); ++I) {
    const ReportedFinding &F = Whole.Findings[I];
    if (!File || *File != F.Value.Range.File) {
      if (File)
        Out << "</section>\n";
      File = &F.Value.Range.File;
      Out << fmt::format("<section class=\"file\" data-file=\"{0}\">"
                         "<h3 class=\"path\">{0}</h3>\n",
                         htmlLine(*File));
    }
    finding(F, Fingerprints[I]);
  }
  if (File)
    Out << "</section>\n";
  Out << fmt::format("<p id=\"none\"{}>{}</p>\n</section>\n",
                     Whole.Findings.empty() ? "" : " hidden",
                     Whole.Findings.empty()
                         ? "There are no findings."
                         : "No finding matches these filters.");
}

void HtmlWriter::aboutRule(const RuleDescriptor &Rule) {
  Out << fmt::format("<details class=\"about\" id=\"about-{0}\"><summary>{1}"
                     "<code>{0}</code></summary><div>\n",
                     htmlEscaped(Rule.Id), htmlLine(Rule.Title));
  Out << htmlFromMarkdown(Rule.Summary);
  auto Section = [&](const char *Title, llvm::StringRef Markdown) {
    if (!Markdown.trim().empty())
      Out << "<h4>" << Title << "</h4>\n" << htmlFromMarkdown(Markdown);
  };
  Section("Why it is bad", Rule.Rationale);
  Section("What to do instead", Rule.Remedy);
  auto Example = [&](const char *Title, const RuleExample &Code) {
    if (!Code.Code.empty())
      Out << "<h4>" << Title << "</h4>\n<pre><code>"
          << htmlEscaped(wellFormedUtf8(llvm::StringRef(Code.Code).rtrim()))
          << "</code></pre>\n";
  };
  Example("Bad", Rule.Bad);
  Example("Good", Rule.Good);
  std::string Links = cweLinks(Rule);
  for (const std::string &Url : Rule.References) {
    llvm::StringRef Address = Url;
    // Nothing else is a link that a reader expects.
    if (Address.starts_with("https://") || Address.starts_with("http://"))
      Links += fmt::format("{0}<a href=\"{1}\" rel=\"noreferrer\">{1}</a>",
                           Links.empty() ? "" : ", ", htmlEscaped(Url));
  }
  if (!Links.empty())
    Out << "<p class=\"links\">" << Links << "</p>\n";
  Out << "</div></details>\n";
}

void HtmlWriter::about() {
  bool Any = false;
  for (const RuleDescriptor &Rule : Whole.Rules) {
    if (!ByRule.count(Rule.Id))
      continue;
    if (!Any)
      Out << "<section id=\"about\"><h2>About the rules</h2>\n";
    Any = true;
    aboutRule(Rule);
  }
  if (Any)
    Out << "</section>\n";
}

void HtmlWriter::write() {
  head();
  overview();
  problems();
  guidelines();
  findings();
  about();
  Out << fmt::format("</main>\n<footer>cppwarden {}",
                     htmlLine(Whole.ToolVersion));
  if (!Whole.VersionControl.Revision.empty())
    Out << " · revision <code>" << htmlLine(Whole.VersionControl.Revision)
        << "</code>";
  Out << ". Secrets in messages and source lines are masked.</footer>\n"
      << "<script>" << resource("html", "html/report.js").Contents
      << "</script>\n</body>\n</html>\n";
}

void writeHtml(const Report &Report, SourceProvider &Sources,
               const WriteOptions &, llvm::raw_ostream &Out) {
  HtmlWriter(Report, Sources, Out).write();
}

} // namespace cppwarden::report
