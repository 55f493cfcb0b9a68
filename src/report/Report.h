//===- Report.h - What one run has to say ----------------------*- C++ -*-===//
//
// The value between the driver and the output formats. The driver fills it
// after the link, passes the findings through applySuppressions()
// (Suppressions.h), calls normalise() once, and hands it to each format asked
// for. Nothing in it depends on the machine unless its field says so.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_REPORT_H
#define CPPWARDEN_REPORT_REPORT_H

#include "cppwarden/Finding.h"
#include "cppwarden/RuleDescriptor.h"
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace cppwarden::report {

/// The comment that silences a finding.
struct AppliedSuppression {
  std::string Justification; ///< the comment's reason; may be empty
  SourceRange Comment;
  auto operator<=>(const AppliedSuppression &) const = default;
};

/// A finding and whether somebody decided to live with it.
struct ReportedFinding {
  Finding Value;
  /// Set: kept out of the counts and of the text. Formats that can say so show
  /// it: SARIF, JSON lines, HTML, JUnit, CSV.
  std::optional<AppliedSuppression> Suppression;
  /// The baseline has it: treated like a suppressed one.
  bool InBaseline = false;

  bool isActive() const { return !Suppression && !InBaseline; }
  auto operator<=>(const ReportedFinding &) const = default;
};

enum class UnitState : std::uint8_t {
  Incomplete, ///< it did not parse cleanly; what parsed was analysed
  Failed      ///< nothing came out: crash, time-out, memory limit, no such file
};

/// A unit of which the report does not know everything.
struct UnitProblem {
  std::string File; ///< as in SourceRange
  UnitState State = UnitState::Incomplete;
  std::string
      Reason; ///< one line: "3 compiler errors", "timed out after 120 s"
  std::string FirstError;   ///< the compiler's first error; may be empty
  SourceRange FirstErrorAt; ///< Line 0: not known
  auto operator<=>(const UnitProblem &) const = default;
};

struct Coverage {
  unsigned Units = 0; ///< units that were to be analysed
  std::vector<UnitProblem> Problems;
  /// The change that was checked touches no unit: nothing analysed is no fault.
  bool NothingToDo = false;

  unsigned incomplete() const;
  unsigned failed() const;
  unsigned complete() const { return Units - incomplete() - failed(); }
  /// Every unit was analysed in full, and there was at least one.
  bool isFull() const { return !isIdle() && Problems.empty(); }
  /// Nothing was analysed, though something should have been.
  bool isIdle() const { return Units == 0 && !NothingToDo; }
};

/// One finding that was there when the baseline was written.
struct BaselineEntry {
  std::string Fingerprint; ///< 32 hexadecimal digits
  std::string Rule, File, Function;
  auto operator<=>(const BaselineEntry &) const = default;
};

/// What the comparison with a baseline told.
struct BaselineSummary {
  unsigned Known = 0; ///< findings that it has
  /// Entries that no finding answers to, sorted by file; empty when the run
  /// did not see the whole program and cannot know.
  std::vector<BaselineEntry> Gone;
};

/// What is known of the repository; empty fields are left out.
struct Repository {
  std::string Uri; ///< credentials in it are dropped by the formats
  std::string Revision;
  std::string Branch;
  bool IsAtRoot = true; ///< its top is the project's root
};

struct Invocation {
  /// For formats that show it. Depends on how cppwarden was called (`-j`), so
  /// it is left empty unless the user asks for it; never holds environment
  /// variables.
  std::vector<std::string> CommandLine;
  std::optional<int> ExitCode;
  /// Wall clock; unset unless the user asks for it, since it differs each run.
  std::optional<std::chrono::milliseconds> Elapsed;
  /// For gitlab-sast alone, whose schema wants the time of the scan.
  std::optional<std::chrono::sys_seconds> Start, End;
};

struct SeverityCounts {
  /// Suppressed ones are not counted again under Known.
  unsigned Errors = 0, Warnings = 0, Notes = 0, Suppressed = 0, Known = 0;
  unsigned active() const { return Errors + Warnings + Notes; }
};

struct Report {
  std::string ToolVersion;
  /// Absolute. Used to find sources; appears in no output.
  std::string ProjectRoot;
  /// The rules that ran, with or without findings.
  std::vector<RuleDescriptor> Rules;
  std::vector<ReportedFinding> Findings;
  Coverage Units;
  Invocation Run;
  Repository VersionControl;
  /// Set when the run compared with a baseline.
  std::optional<BaselineSummary> Baseline;

  /// Puts findings in the order of every output (file, line, column, rule,
  /// message), drops duplicates (a suppressed twin of an active finding goes),
  /// sorts rules by id and problems by file.
  void normalise();
  SeverityCounts counts() const;
  const RuleDescriptor *rule(const std::string &Id) const;
};

/// "2 compiler errors; first error: src/a.cpp:3:10: …"; not redacted.
std::string problemText(const UnitProblem &Problem);

/// "error", "warning", "note": the words of every format.
const char *severityName(Severity Level);

} // namespace cppwarden::report

#endif
