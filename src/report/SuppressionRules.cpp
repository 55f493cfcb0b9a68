// The rules about suppressions. They need no syntax tree, so they live with the
// pass that reports them; everything else treats them like any rule.
#include "report/Suppressions.h"

namespace cppwarden::report {

static RuleDescriptor describe(const char *Id, Severity Level,
                               const char *Title, const char *Summary,
                               const char *Rationale, const char *Remedy,
                               const char *Bad, const char *Good) {
  RuleDescriptor Rule;
  Rule.Id = Id;
  Rule.Group = "suppressions";
  Rule.Title = Title;
  Rule.Level = Level;
  Rule.HowPrecise = Precision::VeryHigh;
  Rule.Form = RuleForm::Project;
  Rule.SecuritySeverity = 1.0;
  Rule.Summary = Summary;
  Rule.Rationale = Rationale;
  Rule.Remedy = Remedy;
  Rule.Bad = {Bad, "bad.cpp"};
  Rule.Good = {Good, "good.cpp"};
  return Rule;
}

static constexpr const char *SuppressedCall =
    "#include <cstdlib>\n"
    "int shuffle(int n) {\n"
    "  // cppwarden-ignore[predictable-random]: the order of a playlist\n"
    "  return std::rand() % n;\n"
    "}\n";

const std::vector<RuleDescriptor> &suppressionRules() {
  static const std::vector<RuleDescriptor> Rules = {
      describe(
          "suppression-expired", Severity::Warning,
          "A suppression that is past its date",
          "A suppression with `until=YYYY-MM-DD` whose day has passed. What it "
          "silenced is reported again.",
          "The date was set so that somebody looks again.",
          "Mend the finding, or set a new date and say why.",
          "#include <cstdlib>\n"
          "int pick(int n) {\n"
          "  // cppwarden-ignore[predictable-random] until=2020-01-31: "
          "interim\n"
          "  return std::rand() % n;\n"
          "}\n",
          SuppressedCall),
      describe(
          "suppression-malformed", Severity::Warning,
          "A suppression that cannot be read",
          "A comment that starts like a suppression and is none: no list of "
          "rules, no closing bracket, a date that does not exist, an unknown "
          "directive, `cppwarden-ignore-file` below the first declaration. It "
          "silences nothing.",
          "The author believes that something was decided here.",
          "Write `cppwarden-ignore[rule-id]: reason`.",
          "#include <cstdlib>\n"
          "int pick(int n) {\n"
          "  // cppwarden-ignore: not security relevant\n"
          "  return std::rand() % n;\n"
          "}\n",
          SuppressedCall),
      describe(
          "suppression-missing-reason", Severity::Warning,
          "A suppression without a reason",
          "A suppression that says nothing behind its list, in a project "
          "that requires a reason.",
          "Without it nobody can tell later whether the decision still "
          "holds.",
          "Write the reason behind a colon.",
          "#include <cstdlib>\n"
          "int pick(int n) {\n"
          "  return std::rand() % n; // cppwarden-ignore[predictable-random]\n"
          "}\n",
          SuppressedCall),
      describe(
          "suppression-unbalanced", Severity::Warning,
          "A suppressed range with one end only",
          "A `cppwarden-ignore-begin` without its `-end`, or the other way "
          "round; the same for `NOLINTBEGIN` and `NOLINTEND` that name a "
          "rule of cppwarden. It silences nothing.",
          "A range without an end would silence the rest of the file.",
          "Close each range with the list it was opened with.",
          "// cppwarden-ignore-begin[predictable-random]: demo data\n"
          "#include <cstdlib>\n"
          "int pick(int n) { return std::rand() % n; }\n",
          "// cppwarden-ignore-begin[predictable-random]: demo data\n"
          "#include <cstdlib>\n"
          "int pick(int n) { return std::rand() % n; }\n"
          "// cppwarden-ignore-end[predictable-random]\n"),
      describe(
          "suppression-unknown-rule", Severity::Warning,
          "A suppression of a rule that does not exist",
          "A list names a rule, pattern or CWE that no rule answers to.",
          "A misspelt id silences nothing, and the author does not see why.",
          "`cppwarden rules` lists all ids.",
          "#include <cstdlib>\n"
          "int pick(int n) {\n"
          "  // cppwarden-ignore[predictable-rand]: the order of a playlist\n"
          "  return std::rand() % n;\n"
          "}\n",
          SuppressedCall),
      describe(
          "suppression-unused", Severity::Note,
          "A suppression that silences nothing",
          "The rule ran over all of this code and found nothing where the "
          "suppression stands. Not reported for rules that are switched "
          "off, nor where a unit could not be analysed in full.",
          "It would hide the next finding on that line, which nobody has "
          "looked at.",
          "Remove it.",
          "int answer() {\n"
          "  return 42; // cppwarden-ignore[predictable-random]: left over\n"
          "}\n",
          SuppressedCall),
  };
  return Rules;
}

} // namespace cppwarden::report
