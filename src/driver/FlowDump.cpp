#include "driver/FlowDump.h"
#include "analysis/FlowDump.h"
#include "report/Redaction.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

namespace cppwarden::driver {
namespace {

/// What hides the secrets of a program in a dump of its graph: which literals
/// are some is told by the rules about secrets, whatever the configuration
/// asks for.
class LiteralPrinter {
public:
  LiteralPrinter(std::vector<Finding> Findings, report::SourceProvider &Sources)
      : Redact(reportOf(std::move(Findings)), Sources) {}

  std::string printed(llvm::StringRef Literal) const {
    if (Secrets.count(Literal.str()))
      return report::redactedForm(Literal);
    return Redact.text(analysis::escaped(Literal));
  }
  /// Names and paths of the dump.
  std::string text(llvm::StringRef Dump) const { return Redact.text(Dump); }

private:
  const report::Report &reportOf(std::vector<Finding> Findings) {
    for (Finding &F : Findings) {
      Secrets.insert(F.Secrets.begin(), F.Secrets.end());
      Found.Findings.push_back({std::move(F), {}});
    }
    return Found;
  }

  std::set<std::string> Secrets;
  report::Report Found;
  report::Redactor Redact;
};

CompileOptions dumpOptions(const Project &Project, const RunContext &Context) {
  CompileOptions Options = compileOptions(Project, Context);
  std::vector<std::string> &Enabled = Options.Rules.EnabledRules;
  for (const RuleDescriptor &Rule : Project.Config.Rules.rules())
    if (Rule.Group == "secrets" && !llvm::is_contained(Enabled, Rule.Id))
      Enabled.push_back(Rule.Id);
  llvm::sort(Enabled);
  return Options;
}

} // namespace

llvm::Expected<bool> dumpFlow(const Project &Project, const RunContext &Context,
                              llvm::StringRef Name, llvm::raw_ostream &Out) {
  llvm::ArrayRef<frontend::UnitJob> Jobs = Project.Plan.Jobs;
  CompileOptions Options = dumpOptions(Project, Context);
  auto Rules = rules::RuleSet::load(Options.Rules);
  if (!Rules)
    return Rules.takeError();
  auto Units = compileUnits(Jobs, Options);
  if (!Units)
    return Units.takeError();
  if (Context.Interrupted && *Context.Interrupted)
    return llvm::createStringError("interrupted; nothing is shown");
  std::vector<analysis::TuObject> Objects;
  for (const CompiledUnit &Unit : *Units)
    if (Unit.Object)
      Objects.push_back(*Unit.Object);
  report::DirectorySources Sources(Project.Plan.ProjectRoot);
  LiteralPrinter Literals((*Rules)->link(std::move(Objects)), Sources);

  std::set<std::string> Printed;
  for (std::size_t I = 0; I < Jobs.size(); ++I) {
    std::string File = relativeTo(Jobs[I].File, Jobs[I].ProjectRoot);
    const CompiledUnit &Unit = (*Units)[I];
    if (!Unit.Object) {
      Out << File << ": " << Unit.Failure << '\n';
      continue;
    }
    std::string Text = Literals.text(
        analysis::dumpFlow(Unit.Object->Graph, Name, [&](llvm::StringRef L) {
          return Literals.printed(L);
        }));
    if (!Text.empty() && Printed.insert(Text).second)
      Out << File << ":\n" << Text << '\n';
  }
  return !Printed.empty();
}

} // namespace cppwarden::driver
