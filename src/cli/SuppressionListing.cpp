#include "cli/SuppressionListing.h"
#include "cli/CheckRun.h"
#include "cli/OutputWriter.h"
#include "driver/RunDate.h"
#include "driver/SuppressionList.h"
#include "report/Excerpt.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include <nlohmann/json.hpp>

namespace cppwarden::cli {
namespace {

using driver::ListedSuppression;
using std::chrono::year_month_day;

std::string iso(year_month_day Day) {
  std::string Text;
  llvm::raw_string_ostream(Text)
      << llvm::format("%04d-%02u-%02u", int(Day.year()), unsigned(Day.month()),
                      unsigned(Day.day()));
  return Text;
}

long daysBetween(year_month_day From, year_month_day To) {
  return long(
      (std::chrono::sys_days(To) - std::chrono::sys_days(From)).count());
}

std::vector<std::string> rules(const report::SuppressionDirective &Directive) {
  std::vector<std::string> Names;
  for (const report::SuppressedRule &Rule : Directive.Rules)
    Names.push_back(Rule.Spelling);
  return Names;
}

bool isExpired(const report::SuppressionDirective &Directive,
               year_month_day Today) {
  return Directive.Until && *Directive.Until < Today;
}

void print(const ListedSuppression &Item, year_month_day Today) {
  const report::SuppressionDirective &D = Item.Directive;
  llvm::raw_ostream &Out = llvm::outs();
  Out << report::printable(D.Where.File) << ':' << D.Where.Line << ": ["
      << report::printable(llvm::join(rules(D), ", ")) << ']';
  if (D.Kind == report::DirectiveKind::File)
    Out << ", whole file";
  else if (D.Kind == report::DirectiveKind::Begin)
    Out << ", from here to its end";
  if (Item.Since) {
    long Days = std::max(0l, daysBetween(*Item.Since, Today));
    Out << ", " << Days << (Days == 1 ? " day old" : " days old");
  }
  if (D.Until)
    Out << (isExpired(D, Today) ? ", expired on " : ", until ")
        << iso(*D.Until);
  if (!D.Malformed.empty())
    Out << ", without effect: " << report::printable(D.Malformed);
  Out << ": "
      << (D.Reason.empty() ? "no reason given" : report::printable(D.Reason))
      << '\n';
}

nlohmann::ordered_json object(const ListedSuppression &Item,
                              year_month_day Today) {
  const report::SuppressionDirective &D = Item.Directive;
  nlohmann::ordered_json Object;
  Object["file"] = D.Where.File;
  Object["line"] = D.Where.Line;
  Object["rules"] = rules(D);
  Object["scope"] = D.Kind == report::DirectiveKind::File    ? "file"
                    : D.Kind == report::DirectiveKind::Begin ? "range"
                                                             : "statement";
  Object["reason"] = D.Reason;
  if (D.Until) {
    Object["until"] = iso(*D.Until);
    Object["expired"] = isExpired(D, Today);
  }
  if (Item.Since) {
    Object["since"] = iso(*Item.Since);
    Object["ageDays"] = std::max(0l, daysBetween(*Item.Since, Today));
  }
  if (!D.Malformed.empty())
    Object["malformed"] = D.Malformed;
  return Object;
}

} // namespace

int runSuppressions(const CommandLine &Line,
                    const driver::RunContext &Context) {
  auto Opened = openProject(Line);
  if (int *Status = std::get_if<int>(&Opened))
    return *Status;
  auto List =
      driver::listSuppressions(std::get<driver::Project>(Opened), Context);
  if (!List)
    return fail(List.takeError());
  if (Context.Interrupted && *Context.Interrupted)
    return driver::ExitInterrupted;
  year_month_day Today = driver::today();
  if (Line.Json) {
    auto Array = nlohmann::ordered_json::array();
    for (const ListedSuppression &Item : List->Items)
      Array.push_back(object(Item, Today));
    llvm::outs() << Array.dump(2, ' ', false,
                               nlohmann::json::error_handler_t::replace)
                 << '\n';
  } else {
    for (const ListedSuppression &Item : List->Items)
      print(Item, Today);
    llvm::outs() << List->Items.size()
                 << (List->Items.size() == 1 ? " suppression\n"
                                             : " suppressions\n");
  }
  for (const report::UnitProblem &Problem : List->Units.Problems)
    if (Problem.State == report::UnitState::Failed)
      llvm::errs() << "cppwarden: " << Problem.File << ": " << Problem.Reason
                   << "; its suppressions are missing\n";
  if (!flushStandardOutput())
    return driver::ExitUsage;
  return List->Units.failed() || List->Units.isIdle() ? driver::ExitIncomplete
                                                      : driver::ExitClean;
}

} // namespace cppwarden::cli
